// SPDX-License-Identifier: MIT
#include "corpus/report/fit.hpp"

#include <algorithm>

#include "corpus/unicode/grapheme.hpp"

namespace corpus::report {

std::string_view beginning_within(std::string_view text, std::size_t width) noexcept {
  std::size_t end = 0;
  std::size_t drawn = 0;
  while (end < text.size()) {
    const std::size_t next = unicode::next_grapheme(text, end);
    drawn += unicode::display_width(text.substr(end, next - end));
    if (drawn > width) break;
    end = next;
  }
  return text.substr(0, end);
}

std::string_view end_within(std::string_view text, std::size_t width) noexcept {
  std::size_t drawn = unicode::display_width(text);
  std::size_t begin = 0;
  while (drawn > width) {
    const std::size_t next = unicode::next_grapheme(text, begin);
    drawn -= unicode::display_width(text.substr(begin, next - begin));
    begin = next;
  }
  return text.substr(begin);
}

std::string shortened(std::string text, std::size_t width) {
  if (unicode::display_width(text) <= width) return text;
  return std::string{beginning_within(text, width - 1)} + "…";
}

std::string shortened_name(std::string text, std::size_t width) {
  if (unicode::display_width(text) <= width) return text;
  return "…" + std::string{end_within(text, width - 1)};
}

std::string shortened_place(std::string text, std::size_t width) {
  if (unicode::display_width(text) <= width) return text;
  const std::size_t colon = text.rfind(':');
  const std::size_t least = colon == std::string::npos ? 0 : unicode::display_width(text.substr(colon));
  return "…" + std::string{end_within(text, std::max(width - 1, least))};
}

}  // namespace corpus::report
