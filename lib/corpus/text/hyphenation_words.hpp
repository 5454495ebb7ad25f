// SPDX-License-Identifier: MIT
/// \file
/// The words around a hyphen.
///
///     line_end_hyphen("the surrounding seven ter-");          // at 25
///     word_at_end("the surrounding seven ter");               // "ter"
///     word_at_begin("gorno-Karabakh by force");               // "gorno-Karabakh"
///     last_part("Nagorno-Kara"), first_part("one-to-one");    // "Kara", "one"
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace corpus::text {

/// A hyphen that ends a line, with a letter or digit before it.
struct LineEndHyphen {
  std::size_t at = 0;  ///< offset in what shows of the line
  char32_t sign = U'-';
};

std::optional<LineEndHyphen> find_line_end_hyphen(std::string_view shown);

inline std::optional<LineEndHyphen> line_end_hyphen(std::string_view shown) {
  // Most lines end in another ASCII character.
  if (shown.empty() || (shown.back() != '-' && static_cast<unsigned char>(shown.back()) < 0x80)) return std::nullopt;
  return find_line_end_hyphen(shown);
}

bool is_hyphen(char32_t c);

/// Signs that do nothing but split words: the soft hyphen, the not sign that transcribers write for it, and the Armenian
/// hyphen.
bool only_splits(char32_t c);

/// A letter, or a mark on one.
bool in_letters(char32_t c);

/// The word that ends where `text` does, and the one that begins where it does: letters, digits and marks, apostrophes
/// and single hyphens within. Empty where there is none.
std::string_view word_at_end(std::string_view text);
std::string_view word_at_begin(std::string_view text);

/// Of a word that may hold hyphens.
std::string_view last_part(std::string_view word);
std::string_view first_part(std::string_view word);

/// As types are made, with hyphens left where they are.
std::string folded(std::string_view word);

}  // namespace corpus::text
