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
/// The work is done by the widest vectors that the processor has, chosen at run time; all kernels give the same masks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace corpus::unicode {

/// Bytes in one mask.
inline constexpr std::size_t mask_bytes = 64;

/// The masks of a text that tell one thing, and an empty one before the first and behind the last: whoever looks at the
/// neighbours need not ask whether there are any.
class MaskRow {
 public:
  /// What was in the masks may still be there.
  void resize(std::size_t size) {
    if (masks_.size() < size + 2) masks_.resize(size + 2);
    masks_[size + 1] = 0;
  }
  [[nodiscard]] std::uint64_t* data() { return masks_.data() + 1; }
  [[nodiscard]] const std::uint64_t* data() const { return masks_.data() + 1; }
  [[nodiscard]] std::uint64_t& operator[](std::size_t i) { return masks_[i + 1]; }
  [[nodiscard]] std::uint64_t operator[](std::size_t i) const { return masks_[i + 1]; }

 private:
  std::vector<std::uint64_t> masks_;
};

struct ByteMasks {
  MaskRow letter = {};
  MaskRow digit = {};
  MaskRow connector = {};
  MaskRow mid_both = {};    ///< full stop and apostrophe, which join letters and join digits
  MaskRow mid_number = {};  ///< comma and semicolon, which join digits
  MaskRow lead = {};        ///< first bytes of characters beyond ASCII
  MaskRow hangul = {};      ///< filled by word_masks
  MaskRow irregular = {};   ///< `_` and `@`, which make a word another than it looks; word_masks adds more

  void resize(std::size_t size) {
    for (MaskRow* row : {&letter, &digit, &connector, &mid_both, &mid_number, &lead, &hangul, &irregular})
      row->resize(size);
  }
};

/// What the word rules make of them.
struct TokenMasks {
  MaskRow token = {};  ///< in a word
  MaskRow odd = {};    ///< in a word: irregular, or a digit that the word begins with

  void resize(std::size_t size) {
    token.resize(size);
    odd.resize(size);
  }
};

enum class AsciiCase : std::uint8_t { fold, keep };

struct ByteKernel {
  std::string_view name;

  /// Fills masks 0 to size / 64, and `folded` with `size` bytes and up to 63 more of padding. Reads no byte past the
  /// text.
  void (*classify)(std::string_view text, AsciiCase letter_case, ByteMasks& masks, char* folded);

  /// The word rules (word_masks.hpp) for masks 0 to `size` - 1.
  void (*join)(const ByteMasks& masks, std::size_t size, TokenMasks& tokens);

  /// Where runs of set bits begin and end: begin, end, begin … of masks `first` to `last` - 1, in order. Asks for the
  /// mask before them too. before[i - first] is how many were written before those of mask i. Returns the end of what
  /// it wrote; up to 64 elements for each mask are written, whatever is set.
  std::uint32_t* (*edges)(const MaskRow& masks, std::size_t first, std::size_t last, std::uint32_t* out,
                          std::uint32_t* before);
};

/// Those that this processor can run, the fastest first; the last is in plain C++ and runs everywhere.
std::span<const ByteKernel> byte_kernels();

}  // namespace corpus::unicode
