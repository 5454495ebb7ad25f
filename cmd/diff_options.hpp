// SPDX-License-Identifier: MIT
/// \file
/// What `corpus diff` is asked for: the options that more than one of its files looks at.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cmd/options.hpp"

namespace corpus::cmd {

inline constexpr std::uint64_t usual_around = 8;

struct DiffOptions {
  InputArguments inputs;  ///< the old side, and as their reference the new
  TokenArguments tokens;
  OutputArguments output;
  std::string before;
  std::string after;
  std::vector<std::string> only;     ///< sections
  std::vector<std::string> figures;  ///< of the profile
  std::optional<std::uint64_t> top;
  std::optional<std::string> fail_on;
  std::optional<std::string> words;     ///< a document
  std::optional<std::uint64_t> around;  ///< words beside a change; usual_around where not given
};

}  // namespace corpus::cmd
