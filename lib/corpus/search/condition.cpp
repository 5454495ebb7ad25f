// SPDX-License-Identifier: MIT
#include "corpus/search/condition.hpp"

#include <algorithm>
#include <utility>

#include "corpus/search/regex.hpp"
#include "corpus/unicode/diacritics.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::search {
namespace {

/// A pattern remembers at most so many answers.
constexpr std::size_t most_answers = std::size_t{1} << 16;

bool is_lower_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char byte) { return byte < 0 || (byte >= 'A' && byte <= 'Z'); });
}

/// Full case folding of NFC, and NFC again.
std::string fold_case(std::string_view text, unicode::CaseLocale locale) {
  std::string folded;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = unicode::decode(text, at);
    for (const char32_t c : unicode::case_folding(point, locale)) unicode::append(folded, c);
    at += length;
  }
  return unicode::is_ascii(folded) ? folded : unicode::nfc(folded);
}

std::string_view SeenToken::*member_of(Attribute attribute) {
  switch (attribute) {
    case Attribute::form:
      return &SeenToken::form;
    case Attribute::type:
      return &SeenToken::type;
    case Attribute::lemma:
      return &SeenToken::lemma;
    case Attribute::upos:
      return &SeenToken::upos;
  }
  return &SeenToken::form;
}

}  // namespace

std::string read_value(std::string_view value, const Reading& reading, unicode::CaseLocale locale) {
  std::string read(value);
  if (reading.equivalence == Equivalence::canonical && !unicode::is_ascii(read)) read = unicode::nfc(read);
  if (reading.letter_case == unicode::Case::fold) read = fold_case(read, locale);
  if (reading.diacritics == Diacritics::drop) read = unicode::without_diacritics(read);
  return read;
}

std::uint32_t Readings::add(const Reading& reading) {
  const auto found =
      std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.reading == reading; });
  const auto index = static_cast<std::uint32_t>(found - entries_.begin());
  if (found == entries_.end()) {
    const bool plain = reading == Reading{.attribute = reading.attribute};
    entries_.push_back({.reading = reading, .attribute = member_of(reading.attribute), .plain = plain, .value = {}});
  }
  return index;
}

bool Readings::holds(Attribute attribute) const {
  return std::any_of(entries_.begin(), entries_.end(),
                     [&](const Entry& entry) { return entry.reading.attribute == attribute; });
}

std::string_view Readings::read(Entry& entry) const {
  if (entry.look == looks_) return entry.value;
  entry.look = looks_;
  entry.value = token_->*entry.attribute;
  const bool fold = entry.reading.letter_case == unicode::Case::fold;
  if (fold ? is_lower_ascii(entry.value) : unicode::is_ascii(entry.value))
    return entry.value;  // that is how it is read
  entry.text = read_value(entry.value, entry.reading, locale_);
  return entry.value = entry.text;
}

KnownPattern::KnownPattern(std::string_view regex, unicode::PatternCase letter_case)
    : pattern_(unicode::Pattern::regex(regex, letter_case)) {
  for (const CertainPart& part : certain_parts(regex)) {
    if (part.text.size() > needed_.size() && unicode::is_ascii(part.text)) needed_ = part.text;
  }
  if (letter_case == unicode::PatternCase::insensitive) needed_ = fold_case(needed_, unicode::CaseLocale::root);
}

bool KnownPattern::matches(std::string_view value) {
  if (value.find(needed_) == std::string_view::npos) return false;
  if (const auto known = answers_.find(value); known != answers_.end()) return known->second;
  const bool answer = pattern_.matches(value);
  if (answers_.size() < most_answers) answers_.emplace(value, answer);
  return answer;
}

Condition Condition::one_of(std::uint32_t reading, std::vector<std::string> values) {
  Condition condition{Kind::one_of};
  condition.reading_ = reading;
  condition.values_ = std::move(values);
  std::sort(condition.values_.begin(), condition.values_.end());
  return condition;
}

Condition Condition::glob(std::uint32_t reading, std::string_view glob) {
  Condition condition{Kind::glob};
  condition.reading_ = reading;
  condition.values_.emplace_back(glob);
  condition.glob_ = unicode::Pattern::glob(glob);
  return condition;
}

Condition Condition::regex(std::uint32_t reading, std::string_view regex, unicode::PatternCase letter_case) {
  Condition condition{Kind::regex};
  condition.reading_ = reading;
  condition.values_.emplace_back(regex);
  condition.regex_.emplace(regex, letter_case);
  return condition;
}

Condition Condition::negation(Condition part) {
  Condition condition{Kind::negation};
  condition.parts_.push_back(std::move(part));
  return condition;
}

Condition Condition::joined(Kind kind, std::vector<Condition> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  Condition condition{kind};
  condition.parts_ = std::move(parts);
  return condition;
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as the query was allowed to be
bool Condition::holds_at_all(Readings& readings) {
  const auto part_holds = [&](Condition& part) { return part.holds(readings); };
  switch (kind_) {
    case Kind::any:
      return true;
    case Kind::one_of:
      return std::binary_search(values_.begin(), values_.end(), readings.value(reading_));
    case Kind::glob:
      return glob_->matches(readings.value(reading_));
    case Kind::regex:
      return regex_->matches(readings.value(reading_));
    case Kind::negation:
      return !parts_.front().holds(readings);
    case Kind::all:
      return std::all_of(parts_.begin(), parts_.end(), part_holds);
    case Kind::some:
      return std::any_of(parts_.begin(), parts_.end(), part_holds);
  }
  return false;
}

}  // namespace corpus::search
