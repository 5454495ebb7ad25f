// SPDX-License-Identifier: MIT
#include "corpus/text/running_lines_mark.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace corpus::text {
bool is_roman_number(std::string_view word) {
  if (word.empty() || word.size() > 9 || !is_roman_digit(word.front()) || !is_roman_digit(word.back())) return false;
  const bool small = word.front() >= 'a';
  const std::string_view digits = roman_digits.substr(small ? 0 : 7, 7);
  // Hundreds, tens and ones have the same shape, each with its own digits.
  std::size_t at = 0;
  const auto take = [&](char c, std::size_t most) {
    std::size_t taken = 0;
    while (taken < most && at < word.size() && word[at] == c) {
      ++at;
      ++taken;
    }
    return taken;
  };
  take(digits[6], 3);
  for (const std::size_t one : {std::size_t{4}, std::size_t{2}, std::size_t{0}}) {
    const char unit = digits[one];
    const char five = digits[one + 1];
    const char ten = digits[one + 2];
    const std::string_view rest = word.substr(at);
    if (rest.size() > 1 && rest[0] == unit && (rest[1] == five || rest[1] == ten)) {
      at += 2;
    } else {
      take(five, 1);
      take(unit, 4);
    }
  }
  return at == word.size();
}

namespace {

constexpr std::size_t longest_number = 5;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

bool is_ascii_letter(char c) { return is_small(c) || (c >= 'A' && c <= 'Z'); }

/// A table to look bytes up in.
constexpr std::array<bool, 256> set_of(std::string_view bytes) {
  std::array<bool, 256> set{};
  for (const char byte : bytes) set[static_cast<unsigned char>(byte)] = true;
  return set;
}

bool holds(const std::array<bool, 256>& set, char byte) { return set[static_cast<unsigned char>(byte)]; }

/// Signs that stand around page numbers: `- 12 -`, `[12]`, `12/30`.
bool is_ornament(char c) {
  static constexpr auto set = set_of("-[](){}<>|*~/=");
  return holds(set, c);
}

constexpr std::array<std::string_view, 5> wide_ornaments = {"–", "—", "·", "•", "−"};

std::string_view without_ornaments(std::string_view word) {
  for (bool changed = true; changed && !word.empty();) {
    changed = false;
    for (const std::string_view sign : wide_ornaments) {
      if (word.starts_with(sign)) {
        word.remove_prefix(sign.size());
        changed = true;
      }
      if (word.ends_with(sign)) {
        word.remove_suffix(sign.size());
        changed = true;
      }
    }
    while (!word.empty() && is_ornament(word.front())) {
      word.remove_prefix(1);
      changed = true;
    }
    while (!word.empty() && is_ornament(word.back())) {
      word.remove_suffix(1);
      changed = true;
    }
  }
  return word;
}

/// `12`, `xii`, `12/30`, `12-13`.
bool is_number(std::string_view word) {
  while (!word.empty()) {
    const auto sign = std::find_if(word.begin(), word.end(), [](char c) { return c == '/' || c == '-'; });
    const auto end = static_cast<std::size_t>(sign - word.begin());
    const std::string_view number = word.substr(0, end);
    const bool digits = std::all_of(number.begin(), number.end(), is_digit);
    if (number.empty() || (digits && number.size() > longest_number)) return false;
    if (!digits && !(is_small(number.front()) && is_roman_number(number))) return false;
    if (end == word.size()) return true;
    word.remove_prefix(end + 1);
  }
  return false;
}

/// In the languages of the larger corpora.
bool is_page_word(std::string_view word) {
  static constexpr std::array<std::string_view, 40> words = {
      "page",  "Page",  "PAGE", "p.",     "P.",    "pg.",   "Pg.",    "pag.",   "Pag.",     "pág.",
      "Pág.",  "S.",    "s.",   "Seite",  "seite", "SEITE", "Página", "página", "Pagina",   "pagina",
      "Sida",  "Side",  "Sivu", "Strona", "str.",  "Str.",  "Стр.",   "стр.",   "Страница", "страница",
      "Sayfa", "Oldal", "of",   "von",    "de",    "sur",   "di",     "av",     "z",        "из"};
  static constexpr auto firsts = set_of("pPsSOovdaz\xD0\xD1");
  if (word.size() > 16 || !holds(firsts, word.front())) return false;
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// `www.example.org/x`, `https://example.org`, `a@example.org`.
bool is_address(std::string_view word) {
  const bool named = word.starts_with("www.") || word.starts_with("http://") || word.starts_with("https://");
  if (!named && word.find('@') == std::string_view::npos) return false;
  const std::size_t stop = word.find('.');
  const char last = word.back();
  return stop != std::string_view::npos && stop > 0 && stop + 2 < word.size() &&
         (is_ascii_letter(last) || is_digit(last) || last == '/');
}

/// Whether a mark that holds no address may begin so: with a number, the word for page or an ornament.
bool begins_mark(std::string_view shown) {
  static constexpr auto bytes = set_of(" 0123456789ivxlcdmpPsSOovdaz-[](){}<>|*~/=\xD0\xD1");
  if (holds(bytes, shown.front())) return true;
  if (static_cast<unsigned char>(shown.front()) < 0x80) return false;
  return std::any_of(wide_ornaments.begin(), wide_ornaments.end(),
                     [&](std::string_view sign) { return shown.starts_with(sign); });
}

}  // namespace

PageMark find_page_mark(std::string_view shown) {
  const char first = shown.front();
  const bool may_be_address = first == 'h' || first == 'w';
  if (!begins_mark(shown) && shown.find('@') == std::string_view::npos) {
    const bool named = may_be_address && (shown.starts_with("http") || shown.starts_with("www."));
    if (!named) return PageMark::none;
  }
  std::size_t numbers = 0;
  bool label = false;
  bool address = false;
  while (!shown.empty()) {
    const std::size_t space = shown.find(' ');
    const std::string_view whole = shown.substr(0, space);
    shown.remove_prefix(space == std::string_view::npos ? shown.size() : space + 1);
    const bool plain = !whole.empty() && is_ascii_letter(whole.front()) && is_ascii_letter(whole.back());
    const std::string_view word = plain ? whole : without_ornaments(whole);
    if (word.empty()) continue;
    if (is_page_word(word)) {
      label = true;
    } else if (is_number(word)) {
      ++numbers;
    } else if (is_address(whole)) {
      address = true;
    } else {
      return PageMark::none;
    }
  }
  if (numbers > 0 && (label || address)) return PageMark::label;
  if (numbers > 0) return numbers == 1 ? PageMark::number : PageMark::none;
  return address ? PageMark::address : PageMark::none;
}

}  // namespace corpus::text
