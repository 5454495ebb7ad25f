// SPDX-License-Identifier: MIT
#include "corpus/text/safe_break.hpp"

#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::text {
namespace {

bool is_letter(char32_t c) {
  const auto sentence = unicode::sentence_class(c);
  return unicode::word_letter(c) &&
         (sentence == unicode::SentenceClass::lower || sentence == unicode::SentenceClass::upper ||
          sentence == unicode::SentenceClass::letter);
}

/// Between two letters these end no sentence, and the word before them certainly ends.
bool parts_letters(char32_t c) { return c == U' ' || c == U',' || c == U'\u3001' || c == U'\uFF0C' || c == U'\u060C'; }

}  // namespace

std::optional<std::size_t> last_safe_break(std::string_view text, std::size_t from) {
  for (std::size_t at = text.size(); at > from;) {
    const auto next = unicode::decode_before(text, at);
    at -= next.length;
    if (at == 0 || !is_letter(next.value)) continue;
    const auto mark = unicode::decode_before(text, at);
    const std::size_t before = at - mark.length;
    if (before == 0 || !parts_letters(mark.value)) continue;
    if (is_letter(unicode::decode_before(text, before).value)) return at;
  }
  return std::nullopt;
}

}  // namespace corpus::text
