// SPDX-License-Identifier: MIT
/// \file
/// "Did you mean": the known word nearest to a mistyped one.
///
///     nearest("ferq", {"freq", "stats"})  // "freq"
///
/// Costs the product of the lengths for each known word.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace corpus::cmd {

/// How many letters must be put in, left out, changed, or swapped with their neighbour to turn one word into the other
/// (optimal string alignment: a pair that was swapped is not edited again).
std::size_t edit_distance(std::string_view left, std::string_view right);

/// The nearest of `known`, the first among equals; nothing where none is near enough to be a slip of the fingers.
/// Nearest of all is a word that `typed` begins: `tok` means `tokens`.
std::optional<std::string_view> nearest(std::string_view typed, std::span<const std::string_view> known);

}  // namespace corpus::cmd
