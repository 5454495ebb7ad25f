// SPDX-License-Identifier: MIT
#include "corpus/unicode/abbreviations.hpp"

#include <algorithm>

#include "corpus/unicode/abbreviation_lists.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

std::vector<std::string_view> split(std::string_view list) {
  std::vector<std::string_view> words;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    words.push_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

/// The first subtag of a BCP 47 tag, in lower case.
std::string language_of(std::string_view tag) {
  std::string language(tag.substr(0, tag.find_first_of("-_")));
  for (char& letter : language) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return language;
}

const AbbreviationLists& lists_of(std::string_view tag) {
  const std::string language = language_of(tag);
  for (const AbbreviationLists& lists : abbreviation_lists()) {
    if (lists.language == language) return lists;
  }
  return abbreviation_lists().back();
}

/// "MR" as "Mr"; nothing where there are not two letters or more, all of them capitals.
std::optional<std::string> capitals_as_title(std::string_view word) {
  std::string title;
  std::size_t count = 0;
  for (std::size_t at = 0; at < word.size(); ++count) {
    const auto [point, length] = decode(word, at);
    if (!uppercase(point)) return std::nullopt;
    const Folding folded = case_folding(point);
    append(title, at == 0 || folded.size != 1 ? point : folded.points[0]);
    at += length;
  }
  return count > 1 ? std::optional(title) : std::nullopt;
}

/// Tells a word, which is not empty, from most others.
std::size_t print_of(std::string_view word) {
  const auto byte = [word](std::size_t at) { return std::size_t{static_cast<unsigned char>(word[at])}; };
  return (byte(0) * 37 + byte(word.size() / 2) * 11 + byte(word.size() - 1) * 101 + word.size() * 331) % 1024;
}

}  // namespace

Abbreviations Abbreviations::of_language(std::string_view tag) {
  const AbbreviationLists& lists = lists_of(tag);
  Abbreviations result;
  const auto add = [&result](std::string_view list, AbbreviationKind kind) {
    for (const std::string_view word : split(list)) result.words_.emplace_back(word, kind);
  };
  add(lists.never_final, AbbreviationKind::never_final);
  add(lists.maybe_final, AbbreviationKind::maybe_final);
  add(lists.before_number, AbbreviationKind::before_number);
  std::ranges::sort(result.words_);
  for (const auto& [word, kind] : result.words_) {
    result.prints_.set(print_of(word));
    result.add_endings(word);
  }
  result.after_ordinal_ = split(lists.after_ordinal);
  result.initials_ = true;
  result.pronoun_i_ = lists.language == "en" || lists.language == "und";
  return result;
}

void Abbreviations::add_endings(std::string_view word) {
  for (std::size_t end = 2; end <= word.size(); ++end) {
    if (end < word.size() && word[end] != '.') continue;
    const char before_last = word[end - 2];
    const char last = word[end - 1];
    if (!ascii_letter(before_last) || !ascii_letter(last)) continue;
    endings_.set(ending(before_last, last));
    endings_.set(ending(static_cast<char>(before_last & ~0x20), static_cast<char>(last & ~0x20)));
  }
}

std::optional<AbbreviationKind> Abbreviations::find(std::string_view word) const {
  const auto look_up = [this](std::string_view key) -> std::optional<AbbreviationKind> {
    const auto found = std::ranges::lower_bound(words_, key, {}, [](const auto& entry) { return entry.first; });
    if (found == words_.end() || found->first != key) return std::nullopt;
    return found->second;
  };
  if (word.empty() || words_.empty()) return std::nullopt;
  if (prints_[print_of(word)]) {
    if (const auto kind = look_up(word)) return kind;
  }
  const auto title = capitals_as_title(word);
  return title ? look_up(*title) : std::nullopt;
}

bool Abbreviations::follows_ordinal(std::string_view word) const {
  return std::ranges::binary_search(after_ordinal_, word);
}

}  // namespace corpus::unicode
