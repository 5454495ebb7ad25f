// SPDX-License-Identifier: MIT
/// \file
/// A running text in parts, and how often a word is found in each: what dispersion over parts is measured of.
///
///     const TextParts parts{{{.part = 0, .tokens = 120}, {.part = 1, .tokens = 80}, {.part = 0, .tokens = 40}}};
///     const auto found = parts.holding(std::vector<std::uint64_t>{3, 130, 239});   // hits {2, 1}, sizes {160, 80}
///     stats::deviation_of_proportions(parts.hits(found));
///
/// A part need not be in one piece: what a speaker says is a part as well. A part without tokens has no rate, and is
/// counted apart. Memory: 16 bytes a piece, 8 a part. Looking up p positions among n pieces costs O(p log n) at most, and
/// O(p) where they lie close together.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "corpus/stats/dispersion.hpp"

namespace corpus::count {

/// What follows in the text, and the part that it belongs to. Parts are numbered from 0.
struct Piece {
  std::uint64_t part = 0;
  std::uint64_t tokens = 0;  ///< may be 0: there is such a part, whatever is in it
};

/// The parts that hold a word, in the order of their numbers.
struct HoldingParts {
  std::vector<std::uint64_t> hits;
  std::vector<std::uint64_t> sizes;  ///< in tokens
};

class TextParts {
 public:
  /// Each number up to the greatest is a part.
  explicit TextParts(std::span<const Piece> pieces);
  TextParts(std::initializer_list<Piece> pieces) : TextParts(std::span{pieces.begin(), pieces.size()}) {}

  /// A text of so many tokens in parts of equal size: where that cannot be, the first ones are longer by a token.
  static TextParts equal(std::uint64_t tokens, std::uint64_t parts);

  [[nodiscard]] std::uint64_t tokens() const { return ends_.empty() ? 0 : ends_.back().token; }
  /// Number of parts that hold a token …
  [[nodiscard]] std::uint64_t parts() const { return sizes_.size() - empty_; }
  /// … and of those that do not.
  [[nodiscard]] std::uint64_t empty_parts() const { return empty_ + unlisted_; }

  /// `positions` ascend, and are below `tokens()`.
  [[nodiscard]] HoldingParts holding(stats::Counts positions) const;
  /// With what measures must know of all parts. Valid as long as `word`.
  [[nodiscard]] stats::HitsInParts hits(const HoldingParts& word) const;

 private:
  struct End {
    std::uint64_t token = 0;  ///< the piece ends before it
    std::uint64_t part = 0;
  };

  std::vector<End> ends_;             ///< of the pieces that hold something
  std::vector<std::uint64_t> sizes_;  ///< of the parts
  std::uint64_t smallest_ = 0;        ///< of those that hold something
  std::uint64_t empty_ = 0;           ///< of `sizes_`
  std::uint64_t unlisted_ = 0;        ///< parts beyond `sizes_`, which are empty
};

}  // namespace corpus::count
