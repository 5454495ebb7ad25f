// SPDX-License-Identifier: MIT
#include "corpus/text/turns_text.hpp"

#include "corpus/text/units.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::text {

std::string_view trimmed(std::string_view text) {
  const auto [begin, end] = without_outer_white_space(text, 0, static_cast<std::uint32_t>(text.size()));
  return text.substr(begin, end - begin);
}

std::uint32_t first_visible(std::string_view line) { return skip_white_space(line, 0); }

std::uint32_t skip_white_space(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    const char byte = line[at];
    if (byte > ' ' && byte < 0x7F) break;  // nearly every line that is not indented
    const auto [point, length] = unicode::decode(line, at);
    if (!unicode::white_space(point)) break;
    at += length;
  }
  return static_cast<std::uint32_t>(at);
}

bool detail::ends_sentence(std::string_view text) {
  for (std::size_t end = text.size(); end > 0;) {
    const char byte = text[end - 1];
    if ((byte >= 'a' && byte <= 'z') || byte == ',') return false;
    const auto [point, length] = unicode::decode_before(text, end);
    const unicode::SentenceClass what = unicode::sentence_class(point);
    if (what == unicode::SentenceClass::full_stop || what == unicode::SentenceClass::terminator || point == U'…') {
      return true;
    }
    if (what != unicode::SentenceClass::close && point != U'*' && point != U'_' && !unicode::white_space(point)) {
      return false;
    }
    end -= length;
  }
  return false;
}

bool ends_in_dash(std::string_view text) {
  const std::string_view end = trimmed(text);
  return end.ends_with("--") || end.ends_with("–") || end.ends_with("—");
}

bool is_complete(std::string_view text) {
  const std::string_view end = trimmed(text);
  return end.empty() || end.back() == ')' || end.back() == ']' || ends_sentence(text) || ends_in_dash(text);
}

bool asks(std::string_view text) {
  // Nearly all lines of ASCII are told by one look, which the compiler makes wide.
  unsigned char seen = 0;
  for (const char byte : text) {
    seen = static_cast<unsigned char>(seen | (byte == '?' ? 0x80 : static_cast<unsigned char>(byte)));
  }
  if (seen < 0x80) return false;
  if (text.find('?') != std::string_view::npos) return true;
  // Fullwidth, Arabic, Armenian; the Greek one is a semicolon, and asks where it ends the text after a Greek letter.
  for (const std::string_view mark : {"？", "؟", "՞"}) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  const std::string_view end = trimmed(text);
  if (!end.ends_with(';') || end.size() < 3) return end.ends_with("\u037E");
  const char32_t before = unicode::decode_before(end, end.size() - 1).value;
  return before >= 0x370 && before < 0x400;
}

bool goes_on_small(std::string_view text) {
  return !text.empty() && unicode::lowercase(unicode::decode(text, 0).value);
}

}  // namespace corpus::text
