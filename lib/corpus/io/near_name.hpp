// SPDX-License-Identifier: MIT
/// \file
/// Did you mean: for a path that does not exist, the nearest name that does, at the first part that is not there.
///
///     near_name("text/a.txt");  // "texts/a.txt", where that exists
///
/// Costs a reading of the folder in question.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace corpus::io {

/// Insertions, deletions, replacements and swaps of neighbours that lead from `a` to `b`, in bytes (optimal string
/// alignment); `limit` + 1 where there are more than `limit`. Symmetric. Damerau (1964), Communications of the ACM
/// 7(3).
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// None where no name is near enough: at most a third of the letters may differ, at least one.
std::optional<std::string> near_name(const std::string& path);

}  // namespace corpus::io
