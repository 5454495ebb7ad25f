// SPDX-License-Identifier: MIT
#include "corpus/stats/syllables.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>

#include "corpus/stats/syllables_english.hpp"

namespace corpus::stats {
namespace {

/// Code points of valid UTF-8; a byte that begins none stands for itself.
std::u32string decoded(std::string_view text) {
  std::u32string points;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t k = 1; k < length && i + k < text.size(); ++k) {
      point = (point << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
    }
    points.push_back(point);
    i += length;
  }
  return points;
}

bool any_of(char32_t letter, std::u32string_view letters) { return letters.find(letter) != letters.npos; }

bool vowel(char32_t letter) { return any_of(letter, U"aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœĳ"); }

/// The length of the first of `nuclei` that stands at the front of `rest`; 1 where none does.
std::size_t nucleus(std::u32string_view rest, std::span<const std::u32string_view> nuclei) {
  for (const std::u32string_view candidate : nuclei) {
    if (rest.starts_with(candidate)) return candidate.size();
  }
  return 1;
}

/// The letter at `i`, or 0 beyond either end.
char32_t at(std::u32string_view word, std::size_t i) { return i < word.size() ? word[i] : U'\0'; }

/// y before a vowel, at the start or after a vowel, and u after q, are no vowels.
bool consonant_here(std::u32string_view word, std::size_t i) {
  const char32_t before = i == 0 ? U'\0' : word[i - 1];
  if (word[i] == U'u') return before == U'q';
  return word[i] == U'y' && vowel(at(word, i + 1)) && (i == 0 || vowel(before));
}

std::uint32_t count_nuclei(std::u32string_view word, std::span<const std::u32string_view> nuclei) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < word.size();) {
    if (!vowel(word[i]) || consonant_here(word, i)) {
      ++i;
    } else {
      ++count;
      i += nucleus(word.substr(i), nuclei);
    }
  }
  return count;
}

// Longest first.
constexpr std::u32string_view german_nuclei[] = {U"eau", U"aa", U"ee", U"oo", U"ai", U"ay", U"au",
                                                 U"äu",  U"ei", U"ey", U"eu", U"ie", U"ou", U"oy"};
constexpr std::u32string_view dutch_nuclei[] = {U"aai", U"ooi", U"oei", U"ieu", U"eeu", U"eau", U"aa",
                                                U"ee",  U"oo",  U"uu",  U"ie",  U"oe",  U"eu",  U"ui",
                                                U"ij",  U"ei",  U"ou",  U"au",  U"ai",  U"oi"};
constexpr std::u32string_view french_nuclei[] = {U"eau", U"oeu", U"œu", U"ai", U"aî", U"au", U"ei",
                                                 U"eu",  U"eû",  U"oi", U"oî", U"ou", U"oû", U"où"};

std::uint32_t german(std::u32string_view word) {
  const std::uint32_t count = count_nuclei(word, german_nuclei);
  return count > 1 && word.ends_with(U"ien") ? count + 1 : count;
}

std::uint32_t dutch(std::u32string_view word) { return count_nuclei(word, dutch_nuclei); }

/// The letter only keeps g or q hard or soft: u in guerre, quatre; e in mangeons.
bool french_spelling_only(std::u32string_view word, std::size_t i) {
  if (i == 0 || word[i - 1] != U'g') return false;
  return (word[i] == U'u' && any_of(at(word, i + 1), U"eiyéèêî") && i + 1 < word.size()) ||
         (word[i] == U'e' && any_of(at(word, i + 1), U"aoâô") && i + 1 < word.size());
}

/// A consonant with l or r before a vowel: there i and u keep their syllable (cli-ent, cru-el).
bool after_cluster(std::u32string_view word, std::size_t i) {
  return i >= 2 && any_of(word[i - 1], U"lr") && any_of(word[i - 2], U"bcdfgptv");
}

std::uint32_t french(std::u32string_view word) {
  std::uint32_t count = 0;
  bool mute_end = false;
  for (std::size_t i = 0; i < word.size();) {
    if (!vowel(word[i]) || consonant_here(word, i) || french_spelling_only(word, i)) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    std::size_t length = nucleus(word.substr(i), french_nuclei);
    const std::u32string_view first = word.substr(begin, length);
    const bool glides = (first == U"i" || first == U"u" || first == U"ou") && !after_cluster(word, begin);
    i += length;
    if (glides && vowel(at(word, i))) {
      i += nucleus(word.substr(i), french_nuclei);
    }
    const bool before_l = at(word, i) == U'i' && at(word, i + 1) == U'l';
    if (before_l && (i + 2 == word.size() || any_of(at(word, i + 2), U"ls"))) ++i;  // fauteu-il, feu-ille
    ++count;
    const std::u32string_view rest = word.substr(begin);
    mute_end = rest == U"e" || rest == U"es";
  }
  const bool silent = mute_end || word.ends_with(U"aient");
  return count > 1 && silent ? count - 1 : count;
}

/// The sum over the parts between hyphens, apostrophes and whatever else is no letter.
template <typename Rule>
std::uint32_t sum_of_parts(std::u32string_view word, const Rule& rule) {
  constexpr std::u32string_view joints = U"'’-‐‑.·_";
  std::uint32_t sum = 0;
  while (!word.empty()) {
    const std::size_t end = std::min(word.find_first_of(joints), word.size());
    sum += rule(word.substr(0, end));
    word.remove_prefix(std::min(end + 1, word.size()));
  }
  return sum;
}

/// Groups of ASCII vowels, for what is too long to be a word: no copy is made, no rule looks twice.
std::uint32_t vowel_groups(std::string_view text) {
  std::uint32_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool sounds = std::string_view("aeiouy").find(c) != std::string_view::npos;
    if (sounds && !inside) ++count;
    inside = sounds;
  }
  return count;
}

std::uint32_t estimate(std::u32string_view word, Language language) {
  switch (language) {
    case Language::german:
      return sum_of_parts(word, german);
    case Language::french:
      return sum_of_parts(word, french);
    case Language::dutch:
      return sum_of_parts(word, dutch);
    case Language::english:
      break;
  }
  return english_syllables(word);
}

}  // namespace

std::uint32_t syllables(std::string_view word, Language language) {
  constexpr std::size_t longest_word = 256;
  if (word.size() > longest_word) return std::max(1u, vowel_groups(word));
  return std::max(1u, estimate(decoded(word), language));
}

}  // namespace corpus::stats
