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
  if (line_ends > 0) {
    from = {from.line + line_ends, 1};
    text.remove_prefix(text.rfind('\n') + 1);
    if (text.find('\r') != std::string_view::npos) text.remove_prefix(text.rfind('\r') + 1);  // there hardly ever is
  }
  from.column += unicode::is_ascii(text) ? text.size() : unicode::count_code_points(text);
  return from;
}

}  // namespace corpus::text
