// SPDX-License-Identifier: MIT
/// \file
/// The word rules one character at a time: where does the segment that begins here end, and what is in it?
#pragma once

#include <cstdint>
#include <string_view>

namespace corpus::unicode {

/// Whether a segment that holds `code_point` is a word: a letter, syllable or ideograph, but not `@`, which only
/// joins as a letter does, nor a filler that shows nothing.
bool word_letter(char32_t code_point);

/// Whether a segment that holds `code_point` is a word or a number: a `word_letter` or a digit.
bool word_character(char32_t code_point);

/// Unicode's White_Space.
bool white_space(char32_t code_point);

struct RuleSegment {
  std::uint32_t end = 0;
  bool letter = false;      ///< holds a word_letter
  bool digit = false;       ///< holds a digit
  bool dictionary = false;  ///< holds a character of a script written without spaces: a dictionary divides it further
};

/// The segment of `text` that begins at `begin`, which is a boundary and not the end. Cost: linear in the segment; a
/// mark such as an apostrophe is followed by a look at the next base character.
RuleSegment rule_segment(std::string_view text, std::uint32_t begin);

}  // namespace corpus::unicode
