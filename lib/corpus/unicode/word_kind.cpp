// SPDX-License-Identifier: MIT
#include "corpus/unicode/word_kind.hpp"

#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::unicode {

WordKind word_kind(std::string_view form) {
  bool digit = false;
  for (std::size_t at = 0; at < form.size();) {
    const auto [code_point, length] = decode(form, at);
    if (word_letter(code_point)) return WordKind::word;
    digit = digit || word_character(code_point);
    at += length;
  }
  if (digit) return WordKind::number;
  return category(decode(form, 0).value) == Category::punctuation ? WordKind::punctuation : WordKind::symbol;
}

}  // namespace corpus::unicode
