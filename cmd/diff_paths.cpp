// SPDX-License-Identifier: MIT
#include "cmd/diff_paths.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <unordered_set>

#include "corpus/compare/record_paths.hpp"
#include "corpus/io/git.hpp"

namespace corpus::cmd {
namespace {

using Paths = std::vector<std::string>;

/// `HEAD~1:` where the documents are git's.
std::string revision_of(const SideNames& side) {
  std::error_code none;
  if (std::filesystem::exists(std::filesystem::symlink_status(side.input, none))) return "";
  const auto git = io::split_git_path(side.input);
  return git ? git->revision + ":" : "";
}

bool is_one_file(const SideNames& side) { return side.names.size() == 1 && side.names.front() == side.input; }

/// How many bytes of each path are the one folder that all stand in.
std::size_t folder_of_all(const Paths& paths) {
  if (paths.empty()) return 0;
  const std::string_view folder = std::string_view(paths.front()).substr(0, paths.front().find('/') + 1);
  const bool shared =
      std::all_of(paths.begin(), paths.end(), [&](const auto& path) { return path.starts_with(folder); });
  return shared ? folder.size() : 0;
}

bool any_agrees(const Paths& paths, std::size_t from, const Paths& others) {
  const std::unordered_set<std::string_view> known(others.begin(), others.end());
  return std::any_of(paths.begin(), paths.end(),
                     [&](const auto& path) { return known.contains(std::string_view(path).substr(from)); });
}

void leave_out_folder(const SideNames& side, Paths& paths, const Paths& others) {
  if (side.names.empty() || side.names.front().find('!') == std::string::npos || any_agrees(paths, 0, others)) return;
  const std::size_t folder = folder_of_all(paths);
  if (folder == 0 || !any_agrees(paths, folder, others)) return;
  for (std::string& path : paths) path.erase(0, folder);
}

}  // namespace

Paths paths_below(const SideNames& side) {
  Paths names(side.names.begin(), side.names.end());
  if (side.input.empty()) return names;
  const std::size_t revision = revision_of(side).size();
  for (std::string& name : names) name.erase(0, revision);
  return compare::record_paths(names, side.input.substr(revision));
}

SidePaths side_paths(const SideNames& before, const SideNames& after) {
  SidePaths paths{paths_below(before), paths_below(after)};
  if (is_one_file(before) && is_one_file(after)) return {paths.after, paths.after};
  leave_out_folder(before, paths.before, paths.after);
  leave_out_folder(after, paths.after, paths.before);
  return paths;
}

}  // namespace corpus::cmd
