// SPDX-License-Identifier: MIT
#include <algorithm>

#include "corpus/similarity/alignment_middle.hpp"

namespace corpus::similarity {
namespace {

/// The item that is `number` from the front, or from the back.
template <typename Direction>
text::TypeId item(Types types, std::size_t number, Direction direction) {
  return direction == Direction::forward ? types[number] : types[types.size() - 1 - number];
}

}  // namespace

/// One block of the table: a row for each token of the old sequence. A bit is 0 where the length grows by one from the
/// column before, in the row at hand; at first nowhere. Hyyrö (2004), AWOCA, 16–27.
MiddleOfTable::Bits MiddleOfTable::pass_block(Types old_types, Direction direction) {
  Bits flat;
  flat.fill(~std::uint64_t{0});
  for (std::size_t row = 0; row < old_types.size(); ++row) {
    const Bits& places = places_[item(old_types, row, direction)];
    std::uint64_t carry = carries_[row];
    for (std::size_t word = 0; word < words; ++word) {
      const std::uint64_t bits = flat[word];
      const std::uint64_t matches = bits & places[word];
      std::uint64_t sum = bits + matches;
      std::uint64_t overflow = sum < bits ? 1 : 0;
      sum += carry;
      overflow |= sum < carry ? 1 : 0;
      carry = overflow;
      flat[word] = sum | (bits & ~places[word]);
    }
    carries_[row] = static_cast<std::uint8_t>(carry);
  }
  return flat;
}

/// By the number of tokens of the new sequence that are taken from its front, or back: the length of the longest common
/// subsequence with all of the old one.
std::vector<std::uint32_t> MiddleOfTable::lengths(Types old_types, Types new_types, Direction direction) {
  carries_.assign(old_types.size(), 0);
  std::vector<std::uint32_t> lengths{0};
  lengths.reserve(new_types.size() + 1);
  for (std::size_t begin = 0; begin < new_types.size(); begin += columns) {
    const std::size_t size = std::min(columns, new_types.size() - begin);
    const auto place = [&](std::size_t column) -> std::uint64_t& {
      return places_[item(new_types, begin + column, direction)][column / 64];
    };
    for (std::size_t column = 0; column < size; ++column) place(column) |= std::uint64_t{1} << (column % 64);
    const Bits flat = pass_block(old_types, direction);
    for (std::size_t column = 0; column < size; ++column) {
      place(column) = 0;
      lengths.push_back(lengths.back() + static_cast<std::uint32_t>((~flat[column / 64] >> (column % 64)) & 1));
    }
  }
  return lengths;
}

Point MiddleOfTable::middle(Types old_types, Types new_types) {
  const std::size_t half = old_types.size() / 2;
  const auto before = lengths(old_types.first(half), new_types, Direction::forward);
  const auto after = lengths(old_types.subspan(half), new_types, Direction::backward);
  const auto together = [&](std::size_t column) { return before[column] + after[new_types.size() - column]; };
  std::size_t best = 0;
  for (std::size_t column = 1; column <= new_types.size(); ++column) {
    if (together(column) > together(best)) best = column;
  }
  return {half, best};
}

}  // namespace corpus::similarity
