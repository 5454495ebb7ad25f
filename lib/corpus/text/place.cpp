// SPDX-License-Identifier: MIT
#include "corpus/text/place.hpp"

#include <cstddef>

#include "corpus/unicode/utf8.hpp"

namespace corpus::text {

std::uint64_t count_line_ends(std::string_view text) {
  if (text.empty()) return 0;
  // 255 at a time, so that the inner loop counts in bytes and the compiler can use wide registers.
  std::uint64_t total = 0;
  const std::size_t last = text.size() - 1;
  for (std::size_t begin = 0; begin < last;) {
    const std::size_t stop = last - begin > 255 ? begin + 255 : last;
    std::uint8_t count = 0;
    for (std::size_t i = begin; i < stop; ++i) {
      const bool line_feed = text[i] == '\n';
      const bool lone_return = text[i] == '\r' && text[i + 1] != '\n';
      count = static_cast<std::uint8_t>(count + static_cast<std::uint8_t>(line_feed | lone_return));
    }
    total += count;
    begin = stop;
  }
  return total + (text[last] == '\n' || text[last] == '\r' ? 1 : 0);
}

Place advance(Place from, std::string_view text) {
  const std::uint64_t ends = count_line_ends(text);
  if (ends == 0) return {from.line, from.column + unicode::count_code_points(text)};
  const std::size_t last_end = text.find_last_of("\r\n");
  return {from.line + ends, 1 + unicode::count_code_points(text.substr(last_end + 1))};
}

}  // namespace corpus::text
