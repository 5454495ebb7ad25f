// SPDX-License-Identifier: MIT
/// \file
/// How the documents of two sides are called, so that the same ones are called the same.
///
///     const auto [before, after] = side_paths({old_names, "texts"}, {new_names, "HEAD~1:texts"});
#pragma once

#include <span>
#include <string>
#include <vector>

namespace corpus::cmd {

/// The documents of a side, and the input that holds them; of a lock none, for its names are paths already.
struct SideNames {
  std::span<const std::string> names;
  std::string input;
};

/// Below the input: see compare::record_paths. Of a git revision, below its path.
std::vector<std::string> paths_below(const SideNames& side);

struct SidePaths {
  std::vector<std::string> before;
  std::vector<std::string> after;
};

/// The paths of both. Two files that are named outright are one document, called as the new one. An archive may hold the
/// folder that the other side is: where no paths agree, and all in it begin with one folder, that is left out if they do
/// then.
SidePaths side_paths(const SideNames& before, const SideNames& after);

}  // namespace corpus::cmd
