// SPDX-License-Identifier: MIT
/// \file
/// Questions about the beginning and the end of a line, well-formed UTF-8, that decide whether a turn begins there.
/// Private to this folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace corpus::text {

/// Without the white space at its ends.
std::string_view trimmed(std::string_view text);

/// Where the white space at the beginning of `line` ends: its size if it is blank.
std::uint32_t first_visible(std::string_view line);
/// The same, from `at` on.
std::uint32_t skip_white_space(std::string_view line, std::size_t at);

/// Whether the text ends as a sentence does, white space, closing quotes and brackets aside.
namespace detail {
bool ends_sentence(std::string_view text);
}
inline bool ends_sentence(std::string_view text) {
  const char last = text.empty() ? ',' : text.back();
  return !((last >= 'a' && last <= 'z') || last == ',') && detail::ends_sentence(text);  // as most lines end
}
/// Whether it ends in a dash, as speech that is interrupted; a single hyphen splits a word.
bool ends_in_dash(std::string_view text);
/// Whether another speaker may come next: after a sentence, an interruption, a stage direction.
bool is_complete(std::string_view text);
/// Whether there is a question mark in it.
bool asks(std::string_view text);
/// Whether a small letter comes next.
bool goes_on_small(std::string_view text);

}  // namespace corpus::text
