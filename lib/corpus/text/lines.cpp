// SPDX-License-Identifier: MIT
#include "corpus/text/lines.hpp"

#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::text {
namespace {

using unicode::SentenceClass;
using unicode::WordClass;

bool ascii_blank(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v'; }

bool ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// Past the white space at `at`.
std::size_t skip_blanks(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    if (ascii(text[at])) {
      if (!ascii_blank(text[at])) break;
      ++at;
    } else {
      const auto [point, length] = unicode::decode(text, at);
      if (!unicode::white_space(point)) break;
      at += length;
    }
  }
  return at;
}

std::size_t skip_blanks_before(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin) {
    if (ascii(text[end - 1])) {
      if (!ascii_blank(text[end - 1])) break;
      --end;
    } else {
      const auto [point, length] = unicode::decode_before(text, end);
      if (!unicode::white_space(point)) break;
      end -= length;
    }
  }
  return end;
}

bool holds_feed(std::string_view blanks) { return !blanks.empty() && blanks.find('\f') != std::string_view::npos; }

/// What may stand around a sentence and says nothing about where it ends.
bool encloses(char32_t c) {
  return unicode::sentence_class(c) == SentenceClass::close || c == U'*' || c == U'_' || c == U'"' || c == U'\'';
}

bool without_spaces(char32_t c) {
  switch (unicode::word_class(c)) {
    case WordClass::kana_kanji:
    case WordClass::katakana:
    case WordClass::ideograph:
    case WordClass::complex:
    case WordClass::complex_extend:
      return true;
    default:
      return unicode::category(c) == unicode::Category::punctuation && unicode::display_width(c) == 2;
  }
}

}  // namespace

void LineScanner::find_shown(Line& line) const {
  line.shows = skip_blanks(text_, line.begin, line.end);
  line.shows_end = skip_blanks_before(text_, line.shows, line.end);
  line.feed_before = holds_feed(text_.substr(line.begin, line.shows - line.begin));
  line.feed_after = holds_feed(text_.substr(line.shows_end, line.end - line.shows_end));
}

bool detail::starts_small(std::string_view shown) {
  for (std::size_t at = 0; at < shown.size();) {
    const char byte = shown[at];
    if (byte >= 'a' && byte <= 'z') return true;
    if ((byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')) return false;
    const auto [point, length] = unicode::decode(shown, at);
    if (unicode::lowercase(point)) return true;
    if (!encloses(point)) return false;
    at += length;
  }
  return false;
}

bool detail::closes_sentence(std::string_view shown) {
  while (!shown.empty()) {
    const char byte = shown.back();
    if ((byte >= 'a' && byte <= 'z') || byte == ',') return false;
    const auto [point, length] = unicode::decode_before(shown, shown.size());
    const SentenceClass kind = unicode::sentence_class(point);
    if (kind == SentenceClass::full_stop || kind == SentenceClass::terminator || point == U':') return true;
    if (!encloses(point)) return false;
    shown.remove_suffix(length);
  }
  return true;
}

bool has_lower(std::string_view shown) {
  for (std::size_t at = 0; at < shown.size();) {
    const auto [point, length] = unicode::decode(shown, at);
    if (unicode::lowercase(point)) return true;
    at += length;
  }
  return false;
}

bool joins_without_space(std::string_view before, std::string_view after) {
  if (before.empty() || after.empty() || ascii(before.back()) || ascii(after.front())) return false;
  return without_spaces(unicode::decode_before(before, before.size()).value) &&
         without_spaces(unicode::decode(after, 0).value);
}

}  // namespace corpus::text
