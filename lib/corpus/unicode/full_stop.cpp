// SPDX-License-Identifier: MIT
#include "corpus/unicode/full_stop.hpp"

#include <array>
#include <span>
#include <string>

#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

constexpr std::size_t longest_part = 64;  ///< in bytes; no abbreviation comes near
constexpr std::size_t most_parts = 4;

bool in_word(char32_t point) noexcept {
  if (point < 0x80) return (point | 0x20U) - U'a' < 26;
  const Category kind = category(point);
  return kind == Category::letter || kind == Category::mark;
}

/// The letters and marks that end before `end`, or nothing where they are too many for an abbreviation.
std::string_view word_before(std::string_view text, std::size_t end) noexcept {
  std::size_t begin = end;
  while (begin > 0) {
    const CodePoint before = decode_before(text, begin);
    if (!in_word(before.value)) break;
    begin -= before.length;
    if (end - begin > longest_part) return {};
  }
  return text.substr(begin, end - begin);
}

std::string_view word_at(std::string_view text, std::size_t begin) noexcept {
  std::size_t end = begin;
  while (end < text.size()) {
    const CodePoint next = decode(text, end);
    if (!in_word(next.value)) break;
    end += next.length;
    if (end - begin > longest_part) return {};
  }
  return text.substr(begin, end - begin);
}

/// Where a part that stands before byte `begin` ended, if `begin` continues an abbreviation: after a full stop, or
/// after a full stop and one space, which may be narrow or not break.
std::size_t end_of_part_before(std::string_view text, std::size_t begin) noexcept {
  if (begin == 0) return 0;
  std::size_t at = begin;
  const CodePoint before = decode_before(text, at);
  if (before.value == U' ' || before.value == U'\u00A0' || before.value == U'\u202F') at -= before.length;
  return at > 0 && text[at - 1] == '.' ? at - 1 : 0;
}

std::string joined(std::string_view part, std::string_view rest) { return std::string(part).append(".").append(rest); }

/// The word before a full stop, and how it reads with one, two or three more parts before it: "B", "z.B".
class Parts {
 public:
  Parts(std::string_view text, std::size_t stop) {
    std::size_t end = stop;
    while (count_ < most_parts && end > 0) {
      const std::string_view word = word_before(text, end);
      if (word.empty()) break;
      readings_[count_] = word;
      if (count_ > 0) readings_[count_] = joined_[count_] = joined(word, readings_[count_ - 1]);
      ++count_;
      end = end_of_part_before(text, static_cast<std::size_t>(word.data() - text.data()));
    }
  }

  /// The shortest first.
  [[nodiscard]] std::span<const std::string_view> readings() const { return std::span(readings_).first(count_); }

 private:
  std::array<std::string_view, most_parts> readings_;
  std::array<std::string, most_parts> joined_;  ///< those of several parts
  std::size_t count_ = 0;
};

/// The first character at or after `at` that is no quote, bracket or mark; U+0000 where there is none.
char32_t first_after_opening(std::string_view text, std::size_t at) noexcept {
  while (at < text.size()) {
    const auto [point, length] = decode(text, at);
    const SentenceClass kind = sentence_class(point);
    if (kind != SentenceClass::close && kind != SentenceClass::extend && kind != SentenceClass::format) return point;
    at += length;
  }
  return 0;
}

/// Whether these letters, marks left out, are one capital.
bool single_capital(std::string_view word) noexcept {
  if (word.empty()) return false;
  auto [point, length] = decode(word, 0);
  if (sentence_class(point) != SentenceClass::upper) return false;
  for (std::size_t at = length; at < word.size(); at += length) {
    point = decode(word, at).value;
    length = decode(word, at).length;
    if (category(point) != Category::mark) return false;
  }
  return true;
}

/// "z" of "z.B".
std::string_view first_part(std::string_view reading) noexcept { return reading.substr(0, reading.find('.')); }

bool followed_by_full_stop(std::string_view text, std::string_view word) noexcept {
  const auto end = static_cast<std::size_t>(word.data() - text.data()) + word.size();
  return !word.empty() && end < text.size() && text[end] == '.';
}

/// Whether the digits before `stop` are one or two, and no part of a longer number or date.
bool short_number_before(std::string_view text, std::size_t stop) noexcept {
  const auto digit = [text](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  std::size_t begin = stop;
  while (begin > 0 && stop - begin < 3 && digit(begin - 1)) --begin;
  if (begin == stop || stop - begin > 2) return false;
  return begin == 0 || !(text[begin - 1] == '.' || text[begin - 1] == ',' || in_word(decode_before(text, begin).value));
}

bool listed(std::string_view text, std::size_t next, AbbreviationKind kind) noexcept {
  const char32_t first = first_after_opening(text, next);
  switch (kind) {
    case AbbreviationKind::never_final:
      return true;
    case AbbreviationKind::maybe_final:
      return sentence_class(first) != SentenceClass::upper && sentence_class(first) != SentenceClass::letter;
    case AbbreviationKind::before_number:
      return sentence_class(first) == SentenceClass::numeric;
  }
  return false;
}

/// A. Smith. `parts` are those before the full stop, and the text goes on with `word`.
bool initial(std::string_view text, const Parts& parts, std::size_t next, std::string_view word, bool pronoun_i) {
  if (!single_capital(parts.readings().front())) return false;
  if (sentence_class(first_after_opening(text, next)) != SentenceClass::upper) return false;
  if (!pronoun_i || parts.readings().front() != "I") return true;
  const bool after_initial = parts.readings().size() > 1 && single_capital(first_part(parts.readings()[1]));
  return after_initial || (single_capital(word) && followed_by_full_stop(text, word));
}

}  // namespace

bool closes_no_sentence(std::string_view text, std::size_t stop, std::size_t next, const Abbreviations& abbreviations) {
  if (stop >= 2 && abbreviations.rule_out(text[stop - 2], text[stop - 1])) return false;
  const std::string_view word = word_at(text, next);
  const Parts parts(text, stop);
  if (parts.readings().empty()) {
    return short_number_before(text, stop) && abbreviations.follows_ordinal(word);
  }
  for (std::size_t i = parts.readings().size(); i-- > 0;) {
    const std::string_view reading = parts.readings()[i];
    if (followed_by_full_stop(text, word) && abbreviations.find(joined(reading, word))) return true;
    if (const auto kind = abbreviations.find(reading)) {
      if (listed(text, next, *kind)) return true;
      if (*kind == AbbreviationKind::maybe_final) return false;
    }
  }
  return abbreviations.initials() && initial(text, parts, next, word, abbreviations.pronoun_i());
}

}  // namespace corpus::unicode
