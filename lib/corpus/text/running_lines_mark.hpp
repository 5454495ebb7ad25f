// SPDX-License-Identifier: MIT
/// \file
/// What a page is marked with: its number, or the address of who published it.
///
///     page_mark("- 12 -");               // number
///     page_mark("Page 12 of 30");        // label
///     page_mark("www.example.org 17");   // label
///     page_mark("www.example.org");      // address
///     page_mark("12 men");               // none
#pragma once

#include <cstdint>
#include <string_view>

namespace corpus::text {

inline constexpr std::string_view roman_digits = "ivxlcdmIVXLCDM";

constexpr bool is_roman_digit(char c) {
  switch (static_cast<char>(c | 0x20)) {
    case 'i':
    case 'v':
    case 'x':
    case 'l':
    case 'c':
    case 'd':
    case 'm':
      return true;
    default:
      return false;
  }
}

/// Written in small or capital letters throughout, and below four thousand.
bool is_roman_number(std::string_view word);

/// What a line holds, if it holds nothing else.
enum class PageMark : std::uint8_t {
  none,
  number,   ///< a number, Roman or not: a page's most likely
  address,  ///< which may also stand alone in a line of text, being long
  label,    ///< a number with the word for page, or with an address: a page's, certainly
};

/// The same for lines that may hold one.
PageMark find_page_mark(std::string_view shown);

inline PageMark page_mark(std::string_view shown) {
  constexpr std::size_t longest = 100;
  constexpr std::size_t longest_label = 32;  // without an address
  if (shown.empty() || shown.size() > longest) return PageMark::none;
  const auto letter = static_cast<char>(shown.front() | 0x20);
  const bool may_be_address = shown.front() == 'h' || shown.front() == 'w';
  const bool is_letter = letter >= 'a' && letter <= 'z';
  return shown.size() > longest_label && is_letter && !may_be_address ? PageMark::none : find_page_mark(shown);
}

}  // namespace corpus::text
