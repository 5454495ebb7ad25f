// SPDX-License-Identifier: MIT
#include "corpus/text/hyphenation_words.hpp"

#include "corpus/unicode/fold.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::text {
namespace {

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'\u2019'; }

bool is_mark(char32_t c) { return unicode::category(c) == unicode::Category::mark || c == U'\u00AD'; }

bool in_word(char32_t c) {
  const bool small = c >= U'a' && c <= U'z';  // nearly all there are
  return small || unicode::word_character(c) || is_mark(c);
}

}  // namespace

bool is_hyphen(char32_t c) { return c == U'-' || c == U'\u2010' || c == U'\u2011'; }

bool only_splits(char32_t c) { return c == U'\u00AD' || c == U'\u00AC' || c == U'\u058A'; }

bool in_letters(char32_t c) { return unicode::word_letter(c) || is_mark(c); }

std::optional<LineEndHyphen> find_line_end_hyphen(std::string_view shown) {
  if (shown.size() < 2) return std::nullopt;
  const auto [sign, length] = unicode::decode_before(shown, shown.size());
  if (!is_hyphen(sign) && !only_splits(sign)) return std::nullopt;
  const std::size_t at = shown.size() - length;
  if (at == 0 || !in_word(unicode::decode_before(shown, at).value)) return std::nullopt;
  return LineEndHyphen{at, sign};
}

std::string_view word_at_end(std::string_view text) {
  std::size_t begin = text.size();
  bool joined = false;  // the character after is a hyphen or an apostrophe
  for (std::size_t at = text.size(); at > 0;) {
    const auto [point, length] = unicode::decode_before(text, at);
    at -= length;
    if (in_word(point)) {
      begin = at;
      joined = false;
    } else if (!joined && begin < text.size() && (is_hyphen(point) || is_apostrophe(point))) {
      joined = true;
    } else {
      break;
    }
  }
  return text.substr(begin);
}

std::string_view word_at_begin(std::string_view text) {
  std::size_t end = 0;
  bool joined = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = unicode::decode(text, at);
    at += length;
    if (in_word(point)) {
      end = at;
      joined = false;
    } else if (!joined && end > 0 && (is_hyphen(point) || is_apostrophe(point))) {
      joined = true;
    } else {
      break;
    }
  }
  return text.substr(0, end);
}

std::string_view last_part(std::string_view word) {
  for (std::size_t at = word.size(); at > 0;) {
    const auto [point, length] = unicode::decode_before(word, at);
    if (is_hyphen(point)) return word.substr(at);
    at -= length;
  }
  return word;
}

std::string_view first_part(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const auto [point, length] = unicode::decode(word, at);
    if (is_hyphen(point)) return word.substr(0, at);
    at += length;
  }
  return word;
}

std::string folded(std::string_view word) {
  std::string type;
  unicode::append_type(type, word, {});
  return type;
}

}  // namespace corpus::text
