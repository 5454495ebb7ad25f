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

/// Written in small or capital letters throughout, and below four thousand.
bool is_roman_number(std::string_view word);

/// What a line holds, if it holds nothing else.
enum class PageMark : std::uint8_t {
  none,
  number,   ///< a number, Roman or not: a page's most likely
  address,  ///< which may also stand alone in a line of text, being long
  label,    ///< a number with the word for page, or with an address: a page's, certainly
};

PageMark page_mark(std::string_view shown);

}  // namespace corpus::text
