// SPDX-License-Identifier: MIT
#include "corpus/search/interval.hpp"

#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::search {

void IntervalReader::read(std::string_view text, Paragraphs paragraphs) {
  for (std::size_t at = 0; at < text.size();) {
    if (const std::uint32_t line_end = line_end_length(text, at); line_end > 0) {
      if (blank_ || paragraphs == Paragraphs::line_ends) found_ |= Interval::paragraph;
      blank_ = true;
      at += line_end;
      continue;
    }
    const auto [point, length] = unicode::decode(text, at);
    at += length;
    if (unicode::white_space(point)) continue;
    blank_ = false;
    found_ |= Interval::marks;
    if (unicode::word_character(point)) found_ |= Interval::letters;
  }
}

}  // namespace corpus::search
