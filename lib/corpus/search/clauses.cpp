// SPDX-License-Identifier: MIT
#include "corpus/search/clauses.hpp"

#include <algorithm>

#include "corpus/search/interval.hpp"
#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::search {
namespace {

bool white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Whether a query may look for a mark that is not ASCII: and who knows for which ASCII that would stand too.
bool has_mark_beyond_ascii(std::string_view query) {
  for (std::size_t at = 0; at < query.size();) {
    const auto [point, length] = unicode::decode(query, at);
    if (point >= 0x80 && !unicode::word_character(point)) return true;
    at += length;
  }
  return false;
}

}  // namespace

Clauses::Clauses(std::span<const Query> queries, const ConcordanceOptions& options) : across_(options.across) {
  marks_known_ = options.gaps == Gaps::white_space && options.rules.punctuation == text::Punctuation::drop;
  for (const char32_t mark : {U'.', U',', U';', U':', U'!', U'?', U'"', U')'}) marks_[mark] = true;
  for (const Query& query : queries) {
    words_ = words_ && query.single();
    marks_known_ = marks_known_ && !has_mark_beyond_ascii(query.text());
    // A query may look for the mark itself: `Mr. Smith`.
    for (const char c : query.text()) {
      if (static_cast<unsigned char>(c) < 0x80) marks_[static_cast<unsigned char>(c)] = false;
    }
  }
  if (!marks_known_) marks_.fill(false);
  marks_known_ = std::find(marks_.begin(), marks_.end(), true) != marks_.end();
}

/// Whether text[at] begins a new stretch; 0 < at < size.
bool Clauses::parted(std::string_view text, std::size_t at, Paragraphs paragraphs) const {
  const char before = text[at - 1];
  if (words_) return white(text[at]) && !white(before);
  const auto mark = static_cast<unsigned char>(before);
  if (mark < 0x80 && marks_[mark] && white(text[at])) return true;
  if (across_ == Across::yes || (before != '\n' && before != '\r') || (before == '\r' && text[at] == '\n'))
    return false;
  if (paragraphs == Paragraphs::line_ends) return true;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at < text.size() && line_end_length(text, at) > 0;
}

text::Stretch Clauses::around(std::string_view text, std::uint32_t at, Paragraphs paragraphs) const {
  text::Stretch clause{at, at + 1};
  while (clause.begin > 0 && !parted(text, clause.begin, paragraphs)) --clause.begin;
  while (clause.end < text.size() && !parted(text, clause.end, paragraphs)) ++clause.end;
  clause.end = std::min(clause.end, static_cast<std::uint32_t>(text.size()));
  return clause;
}

}  // namespace corpus::search
