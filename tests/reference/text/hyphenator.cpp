// SPDX-License-Identifier: MIT
#include "reference/text/hyphenator.hpp"

#include <hyphen.h>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "reference/text/scribe.hpp"

/// libhyphen does not free all that it needs for a word. Read by the leak sanitizer, where there is one.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" const char* __lsan_default_suppressions() { return "leak:libhyphen"; }

namespace corpus::reference {
namespace {

constexpr std::size_t kLeast = 2;       // letters before a split point …
constexpr std::size_t kLeastAfter = 3;  // … and after it

/// Patterns are of small letters. All that the patterns' languages write is in Latin-1, but for a few letters that are
/// left as they are.
char32_t small(char32_t c) {
  const bool capital = (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
  return capital ? c + 0x20 : c;
}

struct Letter {
  char32_t c = 0;
  std::size_t begin = 0;
};

std::vector<Letter> letters_of(std::string_view word) {
  std::vector<Letter> letters;
  std::string_view rest = word;
  while (!rest.empty()) {
    const std::size_t begin = word.size() - rest.size();
    letters.push_back({small(take_code_point(rest)), begin});
  }
  return letters;
}

}  // namespace

struct Hyphenator::Patterns {
  HyphenDict* dictionary;

  explicit Patterns(HyphenDict* opened) : dictionary(opened) {}
  Patterns(const Patterns&) = delete;
  Patterns& operator=(const Patterns&) = delete;
  ~Patterns() { hnj_hyphen_free(dictionary); }

  /// As the patterns are written; empty where that cannot be.
  [[nodiscard]] std::string encode(const std::vector<Letter>& letters) const;
};

std::optional<Hyphenator> Hyphenator::open(std::string_view locale) {
  const std::string file = "/usr/share/hyphen/hyph_" + std::string(locale) + ".dic";
  HyphenDict* dictionary = hnj_hyphen_load(file.c_str());
  if (dictionary == nullptr) return std::nullopt;
  return Hyphenator{std::make_shared<const Patterns>(dictionary)};
}

std::string Hyphenator::Patterns::encode(const std::vector<Letter>& letters) const {
  Scribe in_utf8{{}};
  std::string in_latin1;
  for (const Letter& letter : letters) {
    in_utf8.write(letter.c);
    if (letter.c > 0xFF && dictionary->utf8 == 0) return {};
    in_latin1 += static_cast<char>(letter.c);
  }
  return dictionary->utf8 != 0 ? in_utf8.bytes() : in_latin1;
}

std::vector<std::size_t> Hyphenator::split_points(std::string_view word) const {
  const std::vector<Letter> letters = letters_of(word);
  if (letters.size() < kLeast + kLeastAfter) return {};
  const std::string encoded = patterns_->encode(letters);
  if (encoded.empty()) return {};
  std::vector<char> marks(encoded.size() + 5);
  char** replacements = nullptr;
  int* positions = nullptr;
  int* removed = nullptr;
  if (hnj_hyphen_hyphenate2(patterns_->dictionary, encoded.data(), static_cast<int>(encoded.size()), marks.data(),
                            nullptr, &replacements, &positions, &removed) != 0) {
    throw std::runtime_error("libhyphen failed");
  }
  std::vector<std::size_t> points;
  for (std::size_t at = kLeast; at + kLeastAfter <= letters.size(); ++at) {
    const bool changes_letters = replacements != nullptr && replacements[at - 1] != nullptr;
    if ((marks[at - 1] & 1) != 0 && !changes_letters) points.push_back(letters[at].begin);
  }
  if (replacements != nullptr) {
    for (std::size_t at = 0; at < encoded.size(); ++at) std::free(replacements[at]);
  }
  std::free(replacements);
  std::free(positions);
  std::free(removed);
  return points;
}

std::vector<std::size_t> syllable_split_points(std::string_view word) {
  std::vector<std::size_t> points;
  for (std::size_t at = kLeast; at + kLeastAfter <= word.size(); ++at) {
    const bool vowel = std::string_view("aeiouAEIOU").find(word[at]) != std::string_view::npos;
    if (!vowel) points.push_back(at);
  }
  return points;
}

}  // namespace corpus::reference
