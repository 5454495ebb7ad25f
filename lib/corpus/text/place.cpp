// SPDX-License-Identifier: MIT
#include "corpus/text/place.hpp"

#include <cstddef>

#include "corpus/unicode/text_kernels.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::text {

std::uint64_t count_line_ends(std::string_view text) {
  static const unicode::TextKernel& kernel = unicode::text_kernels().front();
  std::uint64_t ends = kernel.count_feeds(text);
  // Few texts have any.
  for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    if (at + 1 == text.size() || text[at + 1] != '\n') ++ends;
  }
  return ends;
}

Place advance(Place from, std::string_view text) { return advance(from, text, count_line_ends(text)); }

Place advance(Place from, std::string_view text, std::uint64_t line_ends) {
  if (line_ends == 0) return {from.line, from.column + unicode::count_code_points(text)};
  const std::size_t last_end = text.find_last_of("\r\n");
  return {from.line + line_ends, 1 + unicode::count_code_points(text.substr(last_end + 1))};
}

}  // namespace corpus::text
