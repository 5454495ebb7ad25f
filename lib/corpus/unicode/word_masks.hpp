// SPDX-License-Identifier: MIT
/// \file
/// Second step of the word scanner: from the masks of bytes to the masks of words.
///
/// A word is a run of bits, and most of UAX #29 is shifts and ands. With `prev(x)` = x shifted one byte on, `next(x)`
/// one back:
///
///     joined = (mid_both   & prev(letter) & next(letter))      WB6, WB7:   don't
///            | (mid_both   & prev(digit)  & next(digit))       WB11, WB12: 3.14
///            | (mid_number & prev(digit)  & next(digit))       WB11, WB12: 1,850
///     token  = letter | digit | connector | joined             WB5, WB8–WB10, WB13a, WB13b: the rest needs no rule
///
///     text    It's 3.5_
///     letter  11 1
///     mid       1   1
///     digit        1 1
///     token   1111 1111       words begin where token & ~prev(token), and end where ~token & prev(token)
///
/// A character beyond ASCII is looked up and sets the bits of all its bytes; what attaches to its predecessor takes
/// over the predecessor's bits. Hangul syllables are words too but join only each other, so a word also ends where
/// they meet others. What a few bits cannot say — dictionary scripts, and rare company such as a mark after an
/// apostrophe — makes its surroundings, from white space to white space, a *hard* stretch: it is cleared here and
/// left to word_rules.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/unicode/byte_masks.hpp"
#include "corpus/unicode/properties.hpp"

namespace corpus::unicode {

/// Bytes [begin, end) of the text.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The words of one text, as masks. Reused from text to text, so that memory is taken once.
class WordMasks {
 public:
  explicit WordMasks(const ByteKernel& kernel) : kernel_(&kernel) {}

  /// `text` is well-formed UTF-8 of less than 4 GiB. About 1.5 bytes of memory a byte.
  void fill(std::string_view text, AsciiCase letter_case);

  /// Where words begin, and where they have ended, among bytes 64 i to 64 i + 63. The end of a text that ends in a
  /// word is in the mask of its size.
  struct Edges {
    std::uint64_t begins;
    std::uint64_t ends;
  };
  [[nodiscard]] Edges edges(std::size_t i) const {
    const std::uint64_t token = tokens_[i];
    const std::uint64_t before = (token << 1U) | (i == 0 ? 0 : tokens_[i - 1] >> 63U);
    const std::uint64_t parted = partings_.empty() ? 0 : partings_[i];
    return {(token & ~before) | parted, (~token & before) | parted};
  }

  [[nodiscard]] const ByteKernel& kernel() const { return *kernel_; }

  /// Number of masks.
  [[nodiscard]] std::size_t size() const { return text_.size() / mask_bytes + 1; }

  /// In order, disjoint, beginning and ending where a word certainly does. No word of the masks is in them.
  [[nodiscard]] const std::vector<Range>& hard() const { return hard_; }

  /// The bytes of the text with case folded, as far as that keeps the length of each character, and 64 bytes of
  /// padding.
  [[nodiscard]] const char* folded() const { return folded_.data(); }

  /// Whether a character in [begin, end) is irregular (see WordProperties), so that `folded` is not the word's type.
  [[nodiscard]] bool irregular(std::uint32_t begin, std::uint32_t end) const {
    return any_irregular_ && any(&ByteMasks::irregular, begin, end);
  }

  /// The bytes of irregular characters among 64 i to 64 i + 63.
  [[nodiscard]] std::uint64_t irregular(std::size_t i) const { return any_irregular_ ? masks_[i].irregular : 0; }

  /// Whether the byte belongs to a digit.
  [[nodiscard]] bool digit(std::uint32_t at) const { return test(&ByteMasks::digit, at); }

 private:
  using Mask = std::uint64_t ByteMasks::*;

  [[nodiscard]] bool test(Mask mask, std::size_t at) const {
    return ((masks_[at / mask_bytes].*mask >> (at % mask_bytes)) & 1U) != 0;
  }
  [[nodiscard]] bool any(Mask mask, std::uint32_t begin, std::uint32_t end) const;
  void set(Mask mask, std::size_t at, std::uint32_t length);
  void look_up_characters();
  void look_up(std::size_t at);
  void attach(std::size_t at, std::uint32_t length);
  void join_if_between(std::size_t at, std::uint32_t length, WordClass mark);
  [[nodiscard]] WordClass class_at(std::size_t at) const;
  void apply_rules();
  void part_hangul();
  void clear_hard();

  const ByteKernel* kernel_;
  std::string_view text_;
  AsciiCase letter_case_ = AsciiCase::fold;
  std::vector<ByteMasks> masks_;
  std::vector<std::uint64_t> tokens_;
  std::vector<std::uint64_t> partings_;  ///< empty where no Hangul touches another word
  std::vector<std::uint32_t> hard_places_;
  std::vector<Range> hard_;
  std::vector<char> folded_;
  std::size_t mark_end_ = 0;  ///< where the last combining mark ended
  bool any_irregular_ = false;
  bool any_hangul_ = false;
};

}  // namespace corpus::unicode
