// SPDX-License-Identifier: MIT
/// \file
/// N-grams as integers: so many bits for each word, the first one uppermost, so that they compare as their words do.
///
///     NgramKey<1> key;
///     key.push(7, 18);              // its words so far, and 7, in 18 bits each
///     key.field(0, 18);             // 7: the last word is number 0
///
/// Words are numbers from 1: 0 is where no word is. The uppermost bit is never used.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "corpus/text/key_table.hpp"

namespace corpus::count {

template <std::size_t words>
struct NgramKey {
  std::array<std::uint64_t, words> parts{};

  bool operator==(const NgramKey& other) const {
    std::uint64_t difference = 0;
    for (std::size_t i = 0; i < words; ++i) difference |= parts[i] ^ other.parts[i];
    return difference == 0;
  }
  bool operator<(const NgramKey& other) const {
    for (std::size_t i = 0; i + 1 < words; ++i) {
      if (parts[i] != other.parts[i]) return parts[i] < other.parts[i];
    }
    return parts[words - 1] < other.parts[words - 1];
  }

  [[nodiscard]] bool empty() const { return *this == NgramKey{}; }

  /// Puts a word behind the others: 1 to 32 bits.
  void push(std::uint64_t value, unsigned bits) {
    for (std::size_t i = 0; i + 1 < words; ++i) parts[i] = (parts[i] << bits) | (parts[i + 1] >> (64 - bits));
    parts[words - 1] = (parts[words - 1] << bits) | value;
  }
  /// Takes the last word away.
  void pop(unsigned bits) {
    for (std::size_t i = words - 1; i > 0; --i) parts[i] = (parts[i] >> bits) | (parts[i - 1] << (64 - bits));
    parts[0] >>= bits;
  }
  /// Puts a word where none is, `place` words before the last.
  void put(std::size_t place, std::uint64_t value, unsigned bits) {
    const std::size_t bit = place * bits;
    const std::size_t part = words - 1 - bit / 64;
    parts[part] |= value << (bit % 64);
    if constexpr (words > 1) {
      if (bit % 64 + bits > 64) parts[part - 1] |= value >> (64 - bit % 64);
    }
  }
  [[nodiscard]] std::uint64_t field(std::size_t place, unsigned bits) const {
    const std::size_t bit = place * bits;
    const std::size_t part = words - 1 - bit / 64;
    std::uint64_t value = parts[part] >> (bit % 64);
    if constexpr (words > 1) {
      if (bit % 64 + bits > 64) value |= parts[part - 1] << (64 - bit % 64);
    }
    return value & ((std::uint64_t{1} << bits) - 1);
  }
  void mask(const NgramKey& bits) {
    for (std::size_t i = 0; i < words; ++i) parts[i] &= bits.parts[i];
  }
  /// All bits of so many words.
  static NgramKey ones(std::size_t count, unsigned bits) {
    NgramKey key;
    for (std::size_t i = 0; i < count; ++i) key.put(i, (std::uint64_t{1} << bits) - 1, bits);
    return key;
  }

  [[nodiscard]] std::uint64_t hash(std::uint64_t seed) const {
    std::uint64_t hash = seed;
    for (const std::uint64_t part : parts) hash = text::mix(hash ^ part, 0x9E3779B97F4A7C15U);
    return hash;
  }
};

}  // namespace corpus::count
