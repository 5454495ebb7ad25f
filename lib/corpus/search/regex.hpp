// SPDX-License-Identifier: MIT
/// \file
/// Regular expressions in queries.
///
///     plain_text("U\\.S\\.")   // "U.S.", which can be compared byte by byte
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace corpus::search {

/// The one text that a regular expression matches, where it is no more than that.
std::optional<std::string> plain_text(std::string_view regex);

/// A text that everything holds which a regular expression matches.
struct CertainPart {
  std::string text;
  bool last = false;  ///< it is the end of what is matched
};

/// Some of those; none where the expression has alternatives, groups, sets or escapes.
std::vector<CertainPart> certain_parts(std::string_view regex);

}  // namespace corpus::search
