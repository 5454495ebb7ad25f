// SPDX-License-Identifier: MIT
/// \file
/// Two ways to find a point that a best alignment passes through, so that what lies before and after it can be aligned
/// apart. Private to alignment.cpp.
///
///     auto point = paths.middle(old_part, new_part, most_changes);
///     if (!point) point = table.middle(old_part, new_part);
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "corpus/text/vocabulary.hpp"

namespace corpus::similarity {

using Types = std::span<const text::TypeId>;

/// So many tokens of each side stand before it.
struct Point {
  std::size_t in_old = 0;
  std::size_t in_new = 0;
};

/// By shortest paths from both ends, until they meet: Myers (1986), 4b. Costs the square of the changes.
class MiddleOfPaths {
 public:
  /// Room for sequences of these lengths.
  MiddleOfPaths(std::size_t old_size, std::size_t new_size);

  /// Nothing where more than `most_changes` tokens must go and come, about. The two differ in their first and in their
  /// last token, and in two or more changes.
  std::optional<Point> middle(Types old_types, Types new_types, std::int64_t most_changes);

 private:
  /// Diagonals that paths have come to: every second one between the two.
  struct Front {
    std::int64_t first = 0;
    std::int64_t last = 0;

    [[nodiscard]] bool holds(std::int64_t diagonal) const { return first <= diagonal && diagonal <= last; }
  };

  std::int64_t& forward(std::int64_t diagonal) { return forward_[static_cast<std::size_t>(diagonal + origin_)]; }
  std::int64_t& backward(std::int64_t diagonal) { return backward_[static_cast<std::size_t>(diagonal + origin_)]; }

  // By diagonal (place in the old sequence less that in the new), the furthest place in the old sequence.
  std::vector<std::int64_t> forward_;
  std::vector<std::int64_t> backward_;
  std::int64_t origin_;  ///< where diagonal 0 is
};

/// By the lengths of the longest common subsequences of all beginnings, and of all ends, of the new sequence with one
/// half of the old: Hirschberg (1975). Costs the product of the lengths / 64.
class MiddleOfTable {
 public:
  /// `types` is more than the greatest TypeId.
  explicit MiddleOfTable(std::size_t types) : places_(types) {}

  /// The old sequence has two or more tokens.
  Point middle(Types old_types, Types new_types);

 private:
  static constexpr std::size_t words = 4;
  using Bits = std::array<std::uint64_t, words>;
  static constexpr std::size_t columns = 64 * words;

  enum class Direction : std::uint8_t { forward, backward };

  std::vector<std::uint32_t> lengths(Types old_types, Types new_types, Direction direction);
  Bits pass_block(Types old_types, Direction direction);

  std::vector<Bits> places_;           ///< by type: where it stands in the block at hand
  std::vector<std::uint8_t> carries_;  ///< by row: from the block before
};

}  // namespace corpus::similarity
