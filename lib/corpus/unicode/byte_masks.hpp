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
///     irregular     0 0 0 1 0 0 0 0 0 0 0
///
/// Bit 0 is the first byte, so "the byte before" is a shift to the left. Only ASCII is classified here; a byte that
/// leads a longer character is marked, and word_masks.hpp looks it up. In the same pass the bytes are copied with A
/// to Z folded.
///
/// The same vectors tell well-formed UTF-8 from other bytes, for utf8.hpp.
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
  std::uint64_t irregular = 0;   ///< `_` and `@`, which make a word another than it looks; word_masks adds more
};

/// Bytes in one mask.
inline constexpr std::size_t mask_bytes = 64;

enum class AsciiCase : std::uint8_t { fold, keep };

struct ByteKernel {
  std::string_view name;

  /// Fills masks[0, size / 64], and `folded` with `size` bytes and up to 63 more of padding. Reads no byte past the
  /// text.
  void (*classify)(std::string_view text, AsciiCase letter_case, ByteMasks* masks, char* folded);

  /// Where runs of set bits begin and end: begin, end, begin … of the bits 64 `first` to 64 `last` - 1, in order. Asks
  /// for the bit before them too, where `first` is not 0. Returns the end of what it wrote; up to 64 elements for each
  /// mask are written, whatever is set.
  std::uint32_t* (*edges)(const std::uint64_t* bits, std::size_t first, std::size_t last, std::uint32_t* out);

  /// How many bytes at the front, a multiple of 64, are well-formed UTF-8; not counting their last character if it is
  /// not ASCII, for it may go on behind them. Stops at the first 64 that are ill-formed, and before a rest of fewer.
  std::size_t (*well_formed)(std::string_view bytes);
};

/// Those that this processor can run, the fastest first; the last is in plain C++ and runs everywhere.
std::span<const ByteKernel> byte_kernels();

}  // namespace corpus::unicode
