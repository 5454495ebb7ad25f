// SPDX-License-Identifier: MIT
#include "corpus/unicode/word_rules.hpp"

#include <cstddef>
#include <optional>

#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

using enum WordClass;

/// WB4: these attach to what stands before them and are then not seen by the rules.
bool attaches(WordClass c) { return c == extend || c == zwj || c == complex_extend; }

bool is_letter(WordClass c) { return c == letter || c == letter_pictographic || c == complex || c == hebrew; }

bool is_pictographic(WordClass c) { return c == pictographic || c == letter_pictographic; }

bool is_kana_kanji(WordClass c) { return c == kana_kanji || c == katakana; }

bool is_line_end(WordClass c) { return c == cr || c == lf || c == newline; }

/// WB6, WB7: a mark that stands between two letters belongs to the word.
bool joins_letters(WordClass c) { return c == mid_letter || c == mid_num_let || c == single_quote; }

/// WB11, WB12: and one between two digits to the number.
bool joins_digits(WordClass c) { return c == mid_num || c == mid_num_let || c == single_quote; }

/// The class of the first character at or after `at` that does not attach to its predecessor.
WordClass next_base(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const auto [code_point, length] = decode(text, at);
    const WordClass c = word_class(code_point);
    if (!attaches(c)) return c;
    at += length;
  }
  return other;
}

/// Where the rules stand after some characters of a segment.
struct State {
  WordClass base = other;     ///< the last character that did not attach; at the start of a segment, any character
  bool base_first = true;     ///< `base` is the first character of the segment
  bool bare = true;           ///< nothing has attached to `base`
  WordClass pending = other;  ///< the base that must come next, because the mark before it was taken on that promise
};

/// Whether there is no boundary between the state and a character of class `c` that ends before `after`.
/// The rules whose right side is a base that follows another base with nothing attached say so with `bare`.
bool joins(const State& state, WordClass c, std::string_view text, std::size_t after) {
  const WordClass left = state.base;
  switch (left) {
    case letter:
    case letter_pictographic:
    case complex:
    case hebrew:
      if (is_letter(c) || c == numeric || c == extend_num_let) return true;
      if (joins_letters(c) && is_letter(next_base(text, after))) return true;
      if (left == hebrew && c == single_quote) return true;
      return left == hebrew && c == double_quote && next_base(text, after) == hebrew;
    case numeric:
      if (c == numeric || is_letter(c) || c == extend_num_let) return true;
      return joins_digits(c) && next_base(text, after) == numeric;
    case extend_num_let:
      return c == extend_num_let || is_letter(c) || c == numeric || c == katakana;
    case katakana:
      return c == katakana || c == extend_num_let || (state.bare && is_kana_kanji(c));
    case kana_kanji:
      return state.bare && is_kana_kanji(c);
    case hangul:
      return state.bare && c == hangul;
    case regional_indicator:
      return state.base_first && c == regional_indicator;
    case space:
      return state.bare && c == space;
    case cr:
      return state.bare && c == lf;
    default:
      return false;
  }
}

/// A mark that was taken because of what follows it is crossed without asking again.
bool crosses_mark(const State& state, WordClass c) {
  switch (state.base) {
    case mid_letter:
    case mid_num:
    case mid_num_let:
    case single_quote:
    case double_quote:
      return state.pending != other && (is_letter(state.pending) ? is_letter(c) : c == state.pending);
    default:
      return false;
  }
}

WordClass promise(const State& state, WordClass c, std::string_view text, std::size_t after) {
  if (c == double_quote) return hebrew;
  if (!joins_letters(c) && !joins_digits(c)) return other;
  const WordClass next = next_base(text, after);
  if (is_letter(state.base) && joins_letters(c) && is_letter(next)) return next;
  if (state.base == numeric && joins_digits(c) && next == numeric) return numeric;
  return other;
}

}  // namespace

bool word_letter(char32_t code_point) {
  const WordClass c = word_class(code_point);
  const bool letter_class = is_letter(c) || is_kana_kanji(c) || c == hangul || c == ideograph;
  return letter_class && code_point != U'@' && !default_ignorable(code_point);
}

bool word_character(char32_t code_point) { return word_class(code_point) == numeric || word_letter(code_point); }

bool white_space(char32_t code_point) {
  return category(code_point) == Category::separator || (code_point >= 0x09 && code_point <= 0x0D) ||
         code_point == 0x85;
}

RuleSegment rule_segment(std::string_view text, std::uint32_t begin) {
  RuleSegment segment;
  State state;
  std::optional<WordClass> previous;
  std::size_t at = begin;
  while (at < text.size()) {
    const auto [code_point, length] = decode(text, at);
    const WordClass c = word_class(code_point);
    const std::size_t after = at + length;
    if (!previous) {
      state.base = c;
    } else if (attaches(c)) {
      if (is_line_end(state.base)) break;
      state.bare = false;
    } else if ((*previous == zwj && is_pictographic(c)) || crosses_mark(state, c) || joins(state, c, text, after)) {
      state = {.base = c, .base_first = false, .bare = true, .pending = promise(state, c, text, after)};
    } else {
      break;
    }
    segment.dictionary = segment.dictionary || is_kana_kanji(c) || c == complex || c == complex_extend;
    segment.digit = segment.digit || c == numeric;
    segment.letter = segment.letter || word_letter(code_point);
    previous = c;
    at = after;
  }
  segment.end = static_cast<std::uint32_t>(at);
  return segment;
}

}  // namespace corpus::unicode
