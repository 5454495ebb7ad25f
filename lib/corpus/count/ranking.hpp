// SPDX-License-Identifier: MIT
/// \file
/// The types of a frequency list in an order that is the same everywhere: by a number, then by code point.
///
///     std::vector<TypeId> ids = …;
///     count::sort(ids, list, Order::frequency, 20);   // the 20 most frequent, in order
///
/// Linear but for the ends of types, and 32 bytes of scratch a type: integers are dealt out byte by byte, letters as
/// integers of eight. Where few are wanted, only those and their equals are sorted.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/count/frequency_list.hpp"

namespace corpus::count {

enum class Order : std::uint8_t {
  frequency,  ///< the most frequent first
  type,       ///< by code point
  range,      ///< the widest spread first, then the most frequent
  ending      ///< by code point, read from the end: -able stands together
};

/// Puts `ids` in order and keeps the first `top`.
void sort(std::vector<TypeId>& ids, const FrequencyList& list, Order order, std::size_t top = SIZE_MAX);

/// All types of a vocabulary.
std::vector<TypeId> by_code_point(const text::Vocabulary& types);
/// By code point, read from the end.
std::vector<TypeId> by_ending(const text::Vocabulary& types);

/// Bytes `from` to `from + 7` of a type, so that integers compare as they do.
inline std::uint64_t letters_of(std::string_view type, std::size_t from = 0) {
  std::uint64_t letters = 0;
  for (std::size_t i = from; i < from + 8; ++i) {
    letters = (letters << 8U) | (i < type.size() ? static_cast<unsigned char>(type[i]) : 0U);
  }
  return letters;
}

/// Where a type stands in the whole list by descending frequency.
struct Rank {
  std::uint64_t rank = 0;        ///< from 1; no two types share one, the lower code point comes first
  std::uint64_t cumulative = 0;  ///< tokens of this type and all before it
};

/// By TypeId.
std::vector<Rank> rank(const FrequencyList& list);

}  // namespace corpus::count
