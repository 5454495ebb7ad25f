// SPDX-License-Identifier: MIT
/// \file
/// The arrays behind properties.hpp, which is what to include. tables.cpp defines them and is written by generate.py.
///
/// Each property is a pair: `x_index` numbers the contents of every block of 128 code points, and `x_values` holds the
/// different contents one after the other. A look-up is two loads. All of them together are 200 kB.
#pragma once

#include <cstddef>
#include <cstdint>

#include "corpus/unicode/folding.hpp"

namespace corpus::unicode::tables {

extern const std::uint8_t word_index[];
extern const std::uint8_t word_values[];
extern const std::uint8_t sentence_index[];
extern const std::uint8_t sentence_values[];
extern const std::uint8_t shape_index[];
extern const std::uint8_t shape_values[];
extern const std::uint8_t general_index[];
extern const std::uint8_t general_values[];
extern const std::uint8_t folding_index[];
extern const std::uint16_t folding_values[];
extern const Folding foldings[];

inline constexpr unsigned block_bits = 7;

/// The value of `point`, which is at most U+10FFFF.
template <typename Value>
inline Value look_up(const std::uint8_t* index, const Value* values, char32_t point) noexcept {
  constexpr std::size_t inside = (std::size_t{1} << block_bits) - 1;
  return values[(std::size_t{index[point >> block_bits]} << block_bits) | (point & inside)];
}

}  // namespace corpus::unicode::tables
