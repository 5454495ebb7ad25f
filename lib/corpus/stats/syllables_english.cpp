// SPDX-License-Identifier: MIT
// English: groups of vowel letters, then what the spelling of an ending, a compound or a contraction changes.
#include "corpus/stats/syllables_english.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace corpus::stats {
namespace {

using Letters = std::string_view;

/// Frequent words that the rules miscount, and abbreviations as they are read; sorted.
constexpr std::array exceptions = std::to_array<std::pair<Letters, std::uint32_t>>({
    {"aisle", 1},   {"aisles", 1},   {"anyone", 3},       {"area", 3},     {"areas", 3},      {"beloved", 3},
    {"cocoa", 2},   {"crooked", 2},  {"dr", 2},           {"e'er", 1},     {"element", 3},    {"elements", 3},
    {"etc", 4},     {"everyone", 3}, {"eye", 1},          {"eyes", 1},     {"isle", 1},       {"isles", 1},
    {"jagged", 2},  {"louis", 2},    {"ma'am", 1},        {"maybe", 2},    {"mr", 2},         {"mrs", 2},
    {"naked", 2},   {"ne'er", 1},    {"nevertheless", 4}, {"o'er", 1},     {"ph", 2},         {"poem", 2},
    {"poems", 2},   {"ragged", 2},   {"rugged", 2},       {"someone", 2},  {"tenement", 3},   {"tv", 2},
    {"uk", 2},      {"usa", 3},      {"vehement", 3},     {"whatever", 3}, {"whatsoever", 4}, {"wherever", 3},
    {"whoever", 3}, {"wicked", 2},   {"wretched", 2},
});

static_assert(std::is_sorted(exceptions.begin(), exceptions.end()));

/// Letters that change the count by as much, wherever they stand in a word.
constexpr std::array corrections = std::to_array<std::pair<Letters, int>>({
    {"alien", 1},       {"argue", 1},    {"arguing", 1},   {"avio", -1},    {"business", -1},  {"cashier", -1},
    {"chandelier", -1}, {"chelsea", -1}, {"coinc", 1},     {"colonel", -1}, {"conscienc", -1}, {"cooperat", 1},
    {"coordin", 1},     {"creat", 1},    {"creatu", -1},   {"daresay", -1}, {"deit", 1},       {"diamond", -1},
    {"eeabl", 1},       {"eopard", -1},  {"evening", -1},  {"every", -1},   {"eyebrow", -1},   {"eyelid", -1},
    {"farewell", -1},   {"forec", -1},   {"foref", -1},    {"foreg", -1},   {"forehe", -1},    {"foremo", -1},
    {"foresa", -1},     {"foresee", -1}, {"frontier", -1}, {"giant", 1},    {"guinea", -1},    {"hereal", 1},
    {"hereby", -1},     {"heretof", -1}, {"heroin", 1},    {"herois", 1},   {"jesuit", 1},     {"korean", 1},
    {"lesia", 1},       {"linear", 1},   {"louise", 1},    {"moreov", -1},  {"museum", 1},     {"naive", 1},
    {"nuclear", 1},     {"oah", 1},      {"oasis", 1},     {"people", -1},  {"premier", -1},   {"ranean", 1},
    {"react", 1},       {"reali", 1},    {"reapp", 1},     {"reass", 1},    {"reinf", 1},      {"reiter", 1},
    {"ropean", 1},      {"scien", 1},    {"soldier", -1},  {"theat", 1},    {"thusia", 1},     {"wednes", -1},
    {"yeom", -1},
});

/// Second parts that are joined to a silent e: care-ful, police-man, nine-ty.
constexpr std::array second_parts = std::to_array<Letters>({
    "ly",    "ness", "less",  "ful",   "ment",  "ments", "some",    "man",    "men",      "ty",   "teen",   "teenth",
    "where", "wise", "ward",  "wards", "hood",  "like",  "time",    "house",  "hold",     "wife", "work",   "back",
    "side",  "land", "field", "wood",  "stone", "yard",  "place",   "board",  "ball",     "line", "keeper", "maker",
    "town",  "walk", "made",  "self",  "way",   "fully", "fulness", "lessly", "lessness",
});

bool any_of(char letter, Letters letters) { return letters.find(letter) != letters.npos; }

bool vowel(char letter) { return any_of(letter, "aeiouy"); }

/// The letter at `i`, or 0 beyond either end.
char at(Letters word, std::size_t i) { return i < word.size() ? word[i] : '\0'; }

bool starts_with_any(Letters word, std::initializer_list<Letters> starts) {
  return std::any_of(starts.begin(), starts.end(), [word](Letters start) { return word.starts_with(start); });
}

bool is_any(Letters word, std::initializer_list<Letters> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// y before a vowel, at the start or after a vowel, and u after q, are no vowels.
bool sounds(Letters word, std::size_t i) {
  if (!vowel(word[i])) return false;
  const char before = i == 0 ? '\0' : word[i - 1];
  if (word[i] == 'u') return before != 'q';
  return word[i] != 'y' || !vowel(at(word, i + 1)) || (i != 0 && !vowel(before));
}

bool any_sounds(Letters word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (sounds(word, i)) return true;
  }
  return false;
}

/// i before another vowel: ra-di-o, so-ci-e-ty, but na-tion, fa-mil-iar.
bool apart_after_i(Letters rest, char before, bool begun) {
  const char after = at(rest, 2);
  const bool liquid = begun && before == 'l';
  switch (at(rest, 1)) {
    case 'a':
      if (starts_with_any(rest, {"iat", "ianc", "iality", "ianity"})) return true;
      if (liquid && any_of(after, "nrm")) return false;
      return !any_of(before, "ctsg") && !rest.starts_with("iage");
    case 'o':
      if (before == 'n' || liquid) return !any_of(after, "nr");
      return !any_of(before, "ctsgxh");
    case 'e':
      if (starts_with_any(rest, {"ient", "ienc"})) return !any_of(before, "tcsn");
      return rest.starts_with("iet") || (is_any(rest, {"ier", "iers", "iest"}) && begun);
    default:
      return any_of(at(rest, 1), "ui");
  }
}

/// u before another vowel: u-su-al, ru-in, but lan-guage, build.
bool apart_after_u(Letters rest, char before) {
  if (any_of(before, "qg")) return starts_with_any(rest, {"uou", "uity"});
  if (rest == "uo" || rest == "uing") return true;
  if (rest.starts_with("ua")) return before != 's' || at(rest, 2) == 'l';
  if (starts_with_any(rest, {"uiti", "uin", "uid"})) return any_of(before, "rltnd");
  return starts_with_any(rest, {"uou", "uity", "uici", "uel", "uen"});
}

/// Whether the vowels at `i` and `i + 1`, neighbours in one group, are spoken apart. `begun`: a vowel stands before
/// `i`.
bool apart(Letters word, std::size_t i, bool begun) {
  const char before = i == 0 ? '\0' : word[i - 1];
  const Letters rest = word.substr(i);
  switch (word[i]) {
    case 'i':
      return apart_after_i(rest, before, begun);
    case 'u':
      return apart_after_u(rest, before);
    case 'e':
      if (rest.starts_with("eon")) return !any_of(before, "gh");
      if (rest.starts_with("eo")) return before != 'g' || any_of(at(rest, 2), "gm");
      return rest.starts_with("eing") || (is_any(rest, {"ea", "eas"}) && begun);
    case 'o':
      return starts_with_any(rest, {"oing", "oet"}) || is_any(rest, {"oic"}) || (rest == "oa" && begun);
    case 'a':
      return rest.starts_with("ao") || rest == "aic";
    case 'y':
      return rest.starts_with("ying") || (is_any(rest, {"yer", "yers"}) && before != 'w');
    default:
      return false;
  }
}

std::uint32_t groups(Letters word) {
  std::uint32_t count = 0;
  std::size_t first = word.size();
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (!sounds(word, i)) continue;
    first = std::min(first, i);
    if (i == 0 || !sounds(word, i - 1) || apart(word, i - 1, first + 1 < i)) ++count;
  }
  return count;
}

/// Whether the e of a final -e, -es or -ed is silent, if it is not the only vowel.
bool silent_end(Letters word) {
  const bool plain = word.ends_with('e');
  const bool plural = word.ends_with("es");
  const bool past = word.ends_with("ed");
  if (word.size() < 3 || !(plain || plural || past)) return false;
  const Letters stem = word.substr(0, word.size() - (plain ? 1 : 2));
  const char before = stem.back();
  const char second = at(stem, stem.size() - 2);
  if (stem.ends_with("gu")) return true;                                                // league
  if (sounds(word, stem.size() - 1)) return false;                                      // agree
  if (any_of(before, "lr") && !vowel(second) && !any_of(second, "lrwh")) return false;  // ta-ble, han-dled, hun-dred
  if (past) return !any_of(before, "td");
  if (plural) return !any_of(before, "szxcg") && !(before == 'h' && any_of(second, "cs"));
  return true;
}

/// 0 where `word` is none.
std::uint32_t exception(Letters word) {
  const auto known = std::lower_bound(exceptions.begin(), exceptions.end(), word,
                                      [](const auto& entry, Letters w) { return entry.first < w; });
  return known != exceptions.end() && known->first == word ? known->second : 0;
}

/// Where the second part of a compound begins whose first part ends in a silent e (or in -es: states-man); 0 if
/// nowhere.
std::size_t second_part(Letters word) {
  for (const Letters second : second_parts) {
    const bool plural = word.ends_with('s') && !second.ends_with('s');
    const std::size_t length = second.size() + (plural ? 1 : 0);
    if (word.size() <= length || word.substr(word.size() - length, second.size()) != second) continue;
    const Letters first = word.substr(0, word.size() - length);
    const bool e = first.ends_with('e') || (first.ends_with("es") && is_any(second, {"man", "men"}));
    if (e && silent_end(first) && groups(first) > 1) return first.size();
  }
  return 0;
}

/// The first part of some-thing, there-fore, where-as; empty where there is none.
Letters first_part(Letters word) {
  for (const Letters first : {Letters("some"), Letters("there"), Letters("where")}) {
    const Letters rest = word.substr(std::min(first.size(), word.size()));
    if (word.starts_with(first) && rest.size() > 1 && rest.front() != 'r' && any_sounds(rest)) return first;
  }
  return {};
}

std::uint32_t corrected(Letters word) {
  int count = static_cast<int>(groups(word));
  if (count > 1 && silent_end(word)) --count;
  for (const auto& [letters, change] : corrections) {
    if (word.find(letters) != word.npos) count += change;
  }
  for (const Letters ending : {Letters("sm"), Letters("sms"), Letters("thm"), Letters("thms")}) {
    if (word.ends_with(ending)) ++count;  // pris-m, rhyth-m
  }
  if (word.ends_with("ically")) --count;
  return static_cast<std::uint32_t>(std::max(count, 0));
}

std::uint32_t word_of_letters(Letters word) {
  if (const std::uint32_t count = exception(word); count != 0) return count;
  if (const Letters first = first_part(word); !first.empty()) return 1 + word_of_letters(word.substr(first.size()));
  if (const std::size_t second = second_part(word); second != 0) {
    return word_of_letters(word.substr(0, second)) + word_of_letters(word.substr(second));
  }
  return corrected(word);
}

/// What 's, n't, 'll and their like add to the word before them, if they are one of these.
bool contraction(Letters ending) { return is_any(ending, {"", "s", "t", "d", "m", "ll", "ve", "re"}); }

std::uint32_t added_by(Letters ending, Letters stem) {
  if (stem.empty()) return 0;
  const char last = stem.back();
  const char second = at(stem, stem.size() - 2);
  if (ending == "s") {
    const bool hiss =
        any_of(last, "sxz") || (last == 'h' && any_of(second, "cs")) || (last == 'e' && any_of(second, "cgsz"));
    return hiss ? 1 : 0;  // James's
  }
  if (ending == "t") return last == 'n' && !vowel(second) ? 1 : 0;  // did-n't
  if (ending == "d") return any_of(last, "td") ? 1 : 0;             // it'd
  if (is_any(ending, {"ll", "ve", "re"})) return vowel(last) || last == 'w' ? 0 : 1;
  return 0;
}

/// ASCII without accents. What an accent says of the sound is spelled out: a diaeresis sets its vowel off from the one
/// before (na-ïve becomes nahive), and é is never silent (ca-fé becomes cafey).
std::string plain(std::u32string_view word) {
  constexpr std::u32string_view accented = U"àáâãäåæçèéêëìíîïñòóôõöøœùúûüýÿ’";
  constexpr Letters bases = "aaaaaaeceeeeiiiinooooooeuuuuyy'";
  static_assert(accented.size() == bases.size());
  std::string letters;
  for (const char32_t point : word) {
    const std::size_t found = accented.find(point);
    if (found == accented.npos) {
      letters.push_back(point < 0x80 ? static_cast<char>(point) : '-');
      continue;
    }
    const bool diaeresis = point == U'ë' || point == U'ï';
    if (diaeresis && !letters.empty() && vowel(letters.back())) letters.push_back('h');
    letters.push_back(bases[found]);
    if (point == U'é') letters.push_back('y');
  }
  return letters;
}

std::uint32_t parts(Letters word) {
  if (const std::uint32_t count = exception(word); count != 0) return count;
  const std::size_t joint = word.find_last_of("'-._");
  if (joint == word.npos) return word_of_letters(word);
  const Letters first = word.substr(0, joint);
  const Letters last = word.substr(joint + 1);
  if (contraction(last) && joint > 0) return parts(first) + added_by(last, first);
  return parts(first) + word_of_letters(last);
}

}  // namespace

std::uint32_t english_syllables(std::u32string_view word) { return parts(plain(word)); }

}  // namespace corpus::stats
