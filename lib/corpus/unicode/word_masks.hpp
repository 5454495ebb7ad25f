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
#include "corpus/unicode/fold.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"

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

  /// `text` is well-formed UTF-8 of less than 4 GiB. About 2.5 bytes of memory a byte.
  void fill(std::string_view text, const TypeRules& types);

  /// Where words begin and end among bytes 64 `first` to 64 `last` - 1: begin, end, begin … of one word after the
  /// other. The end of a text that ends in a word is in the mask of its size. Returns the end of what it wrote; up to
  /// 128 elements for each mask are written.
  std::uint32_t* edges(std::size_t first, std::size_t last, std::uint32_t* out);

  /// How many of the edges that were asked for last stand at `place`, which is among those bytes, or before it.
  [[nodiscard]] std::size_t edges_up_to(std::size_t place) const;

  /// Number of masks.
  [[nodiscard]] std::size_t size() const { return text_.size() / mask_bytes + 1; }

  /// In order, disjoint, beginning and ending where a word certainly does. No word of the masks is in them.
  [[nodiscard]] const std::vector<Range>& hard() const { return hard_; }

  /// The bytes of the text with case folded, as far as that keeps the length of each character, and 64 bytes of
  /// padding.
  [[nodiscard]] const char* folded() const { return folded_.data(); }

  /// What needs a look among bytes 64 i to 64 i + 63: a bit in each word that is not regular or begins with a digit,
  /// and the first of each hard stretch. The other words begin with a letter, and `folded` is their type.
  [[nodiscard]] std::uint64_t odd(std::size_t i) const { return tokens_.odd[i]; }

  /// Whether `folded` is the type of the word [begin, end).
  [[nodiscard]] bool regular(std::uint32_t begin, std::uint32_t end) const {
    return types_.locale == CaseLocale::root && !any(&ByteMasks::irregular, begin, end);
  }

  /// Whether no letter is in the regular word [begin, end).
  [[nodiscard]] bool number(std::uint32_t begin, std::uint32_t end) const {
    return test(&ByteMasks::digit, begin) && !any(&ByteMasks::letter, begin, end);
  }

 private:
  using Row = MaskRow ByteMasks::*;

  [[nodiscard]] bool test(Row row, std::size_t at) const {
    return (((masks_.*row)[at / mask_bytes] >> (at % mask_bytes)) & 1U) != 0;
  }
  [[nodiscard]] bool any(Row row, std::uint32_t begin, std::uint32_t end) const;
  void set(Row row, std::size_t at, std::uint32_t length) {
    const std::size_t bit = at % mask_bytes;
    const std::uint64_t bits = (std::uint64_t{1} << length) - 1;
    (masks_.*row)[at / mask_bytes] |= bits << bit;
    if (bit + length > mask_bytes) (masks_.*row)[at / mask_bytes + 1] |= bits >> (mask_bytes - bit);
  }
  void look_up_characters();
  void fold(std::size_t at, CodePoint character);
  void look_up(std::size_t at, CodePoint character, WordProperties properties);
  void attach(std::size_t at, std::uint32_t length);
  void join_if_between(std::size_t at, std::uint32_t length, WordClass mark);
  [[nodiscard]] WordClass class_at(std::size_t at) const;
  void mark_all();
  void part_hangul();
  void clear_hard();
  [[nodiscard]] bool after_space(std::uint32_t at) const;

  const ByteKernel* kernel_;
  std::string_view text_;
  TypeRules types_;
  ByteMasks masks_;
  TokenMasks tokens_;
  std::vector<std::uint64_t> partings_;  ///< empty where no Hangul touches another word
  std::size_t first_ = 0;                ///< of the edges that were asked for last …
  std::vector<std::uint32_t> before_;    ///< … how many stand before each mask
  std::vector<std::uint32_t> hard_places_;
  std::vector<Range> hard_;
  std::vector<char> folded_;
  std::size_t mark_end_ = 0;  ///< where the last combining mark ended
  bool any_hangul_ = false;
};

}  // namespace corpus::unicode
