// SPDX-License-Identifier: MIT
/// \file
/// What changed between two sequences of tokens: the fewest tokens that must go and come to lead from one to the other.
///
///     for (const Change& change : align(old_types, new_types)) …   // old [begin, end) became new [begin, end)
///
/// What lies between the changes is the same on both sides, in order: a longest common subsequence, whatever the two
/// sequences are. Nothing is guessed where they differ much.
///
/// Tokens whose type the other side lacks are set aside, and what both begin and end with. What is left is divided in
/// the middle of a shortest path (Myers 1986, doi:10.1007/BF01840446), which costs the square of the changes: a million
/// tokens with a few changes cost little more than to look at them. Where there are many, the whole table is gone
/// through, 64 cells a step (Hirschberg 1975, doi:10.1145/360825.360861; Hyyrö 2004): about a second for two texts of
/// 100,000 tokens that have nothing to do with each other, and a hundred times that for a million each. Memory: about
/// 40 bytes a token.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "corpus/text/vocabulary.hpp"

namespace corpus::similarity {

/// The tokens [begin, end) of a sequence.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
  bool operator==(const Range&) const = default;
};

/// The tokens `removed` of the old sequence went, and `added` of the new came in their place; one of the two may be
/// empty.
struct Change {
  Range removed;
  Range added;

  bool operator==(const Change&) const = default;
};

/// In order, with at least one common token between two of them. The types are numbers of one vocabulary.
[[nodiscard]] std::vector<Change> align(std::span<const text::TypeId> old_types,
                                        std::span<const text::TypeId> new_types);

}  // namespace corpus::similarity
