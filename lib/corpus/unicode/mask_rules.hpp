// SPDX-License-Identifier: MIT
/// \file
/// The word rules on masks, which word_masks.hpp explains: loops over integers that depend on nothing before them, so
/// that a compiler makes vectors of them. byte_masks.cpp has them compiled for each instruction set, as parts of its
/// kernels.
#pragma once

#include <cstddef>
#include <cstdint>

#include "corpus/unicode/byte_masks.hpp"

#if defined(__GNUC__)
#define CORPUS_ALWAYS_INLINE __attribute__((always_inline)) inline
#else
#define CORPUS_ALWAYS_INLINE inline
#endif

namespace corpus::unicode {

/// The bits of a mask moved one byte on: what stood before each byte.
CORPUS_ALWAYS_INLINE std::uint64_t previous_of(const std::uint64_t* mask) {
  return (mask[0] << 1U) | (mask[-1] >> 63U);
}

/// One byte back: what stands behind each byte.
CORPUS_ALWAYS_INLINE std::uint64_t next_of(const std::uint64_t* mask) { return (mask[0] >> 1U) | (mask[1] << 63U); }

/// Where a run of set bits begins, and where it has ended.
CORPUS_ALWAYS_INLINE std::uint64_t changes_of(const std::uint64_t* mask) { return mask[0] ^ previous_of(mask); }

CORPUS_ALWAYS_INLINE void join_masks(const ByteMasks& masks, std::size_t size, TokenMasks& tokens) {
  const std::uint64_t* const letter = masks.letter.data();
  const std::uint64_t* const digit = masks.digit.data();
  const std::uint64_t* const connector = masks.connector.data();
  const std::uint64_t* const hangul = masks.hangul.data();
  const std::uint64_t* const mid_both = masks.mid_both.data();
  const std::uint64_t* const mid_number = masks.mid_number.data();
  const std::uint64_t* const irregular = masks.irregular.data();
  std::uint64_t* __restrict const token = tokens.token.data();
  std::uint64_t* __restrict const odd = tokens.odd.data();
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint64_t between_letters = previous_of(letter + i) & next_of(letter + i);
    const std::uint64_t between_digits = previous_of(digit + i) & next_of(digit + i);
    token[i] = letter[i] | digit[i] | connector[i] | hangul[i] | (mid_both[i] & (between_letters | between_digits)) |
               (mid_number[i] & between_digits);
  }
  for (std::size_t i = 0; i < size; ++i) {
    odd[i] = token[i] & (irregular[i] | (digit[i] & ~previous_of(token + i)));
  }
}

}  // namespace corpus::unicode

#undef CORPUS_ALWAYS_INLINE
