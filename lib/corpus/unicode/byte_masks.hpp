// SPDX-License-Identifier: MIT
/// \file
/// First step of the word scanner: 64 bytes become a few 64-bit masks, one bit a byte.
///
///     byte          I ' m _ 3 . 5 % – (three bytes)
///     letter        1 0 1 0 0 0 0 0 0 0 0
///     digit         0 0 0 0 1 0 1 0 0 0 0
///     connector     0 0 0 1 0 0 0 0 0 0 0
///     mid_both      0 1 0 0 0 1 0 0 0 0 0
///     lead          0 0 0 0 0 0 0 0 1 0 0
///
/// Bit 0 is the first byte, so "the byte before" is a shift to the left. Only ASCII is classified here; a byte that
/// leads a longer character is marked, and word_masks.hpp looks it up. In the same pass the bytes are copied with A
/// to Z folded.
///
/// The work is done by the widest vectors that the processor has, chosen at run time; all kernels give the same masks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace corpus::unicode {

/// One cache line for 64 bytes of text.
struct alignas(64) ByteMasks {
  std::uint64_t letter = 0;
  std::uint64_t digit = 0;
  std::uint64_t connector = 0;
  std::uint64_t mid_both = 0;    ///< full stop and apostrophe, which join letters and join digits
  std::uint64_t mid_number = 0;  ///< comma and semicolon, which join digits
  std::uint64_t lead = 0;        ///< first bytes of characters beyond ASCII
  std::uint64_t hangul = 0;      ///< filled by word_masks
  std::uint64_t irregular = 0;   ///< filled by word_masks
};

/// Bytes in one mask.
inline constexpr std::size_t mask_bytes = 64;

enum class AsciiCase : std::uint8_t { fold, keep };

struct ByteKernel {
  std::string_view name;

  /// Fills masks[0, size / 64], and `folded` with `size` bytes and up to 63 more of padding. Reads no byte past the
  /// text.
  void (*classify)(std::string_view text, AsciiCase letter_case, ByteMasks* masks, char* folded);

  /// Writes the positions of the set bits of `mask`, each plus `base`, and returns how many. Up to 64 elements are
  /// written, whatever is set.
  std::uint32_t* (*positions)(std::uint64_t mask, std::uint32_t base, std::uint32_t* out);
};

/// Those that this processor can run, the fastest first; the last is in plain C++ and runs everywhere.
std::span<const ByteKernel> byte_kernels();

}  // namespace corpus::unicode
