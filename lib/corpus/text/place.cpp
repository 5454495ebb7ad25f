// SPDX-License-Identifier: MIT
#include "corpus/text/place.hpp"

#include <cstddef>

#include "corpus/unicode/utf8.hpp"

namespace corpus::text {

std::uint64_t count_line_ends(std::string_view text) {
  std::uint64_t ends = 0;
  // 255 at a time, so that the inner loop counts in bytes and the compiler can use wide registers.
  for (std::size_t begin = 0; begin < text.size(); begin += 255) {
    std::uint8_t feeds = 0;
    for (const char c : text.substr(begin, 255)) feeds = static_cast<std::uint8_t>(feeds + (c == '\n' ? 1 : 0));
    ends += feeds;
  }
  // Few texts have any.
  for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    if (at + 1 == text.size() || text[at + 1] != '\n') ++ends;
  }
  return ends;
}

Place advance(Place from, std::string_view text) {
  const std::uint64_t ends = count_line_ends(text);
  if (ends == 0) return {from.line, from.column + unicode::count_code_points(text)};
  const std::size_t last_end = text.find_last_of("\r\n");
  return {from.line + ends, 1 + unicode::count_code_points(text.substr(last_end + 1))};
}

}  // namespace corpus::text
