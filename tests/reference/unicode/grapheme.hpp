// SPDX-License-Identifier: MIT
/// \file
/// The slow, obvious twin of unicode/grapheme.hpp: the rules of UAX #29 asked at every place, each by looking as far
/// back as its wording says.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::reference {

/// Whether a cluster boundary stands before class `i` of `classes`, 0 < i < size.
inline bool grapheme_boundary(const std::vector<unicode::GraphemeClass>& classes, std::size_t i) {
  using enum unicode::GraphemeClass;
  const auto before = classes[i - 1];
  const auto after = classes[i];
  const auto control_like = [](unicode::GraphemeClass c) { return c == control || c == cr || c == lf; };
  if (before == cr && after == lf) return false;  // GB3
  if (control_like(before)) return true;          // GB4
  if (control_like(after)) return true;           // GB5
  if (before == hangul_l && (after == hangul_l || after == hangul_v || after == hangul_lv || after == hangul_lvt)) {
    return false;  // GB6
  }
  if ((before == hangul_lv || before == hangul_v) && (after == hangul_v || after == hangul_t)) return false;  // GB7
  if ((before == hangul_lvt || before == hangul_t) && after == hangul_t) return false;                        // GB8
  if (after == extend || after == zwj) return false;                                                          // GB9
  if (after == spacing_mark) return false;                                                                    // GB9a
  if (before == prepend) return false;                                                                        // GB9b
  if (before == zwj && after == pictographic) {                                                               // GB11
    std::size_t j = i - 1;
    while (j > 0 && classes[j - 1] == extend) --j;
    if (j > 0 && classes[j - 1] == pictographic) return false;
  }
  if (before == regional_indicator && after == regional_indicator) {  // GB12, GB13
    std::size_t j = i;
    while (j > 0 && classes[j - 1] == regional_indicator) --j;
    if ((i - j) % 2 == 1) return false;
  }
  return true;  // GB999
}

/// The ends of all clusters, in bytes.
inline std::vector<std::size_t> grapheme_ends(std::string_view text) {
  std::vector<unicode::GraphemeClass> classes;
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = unicode::decode(text, at);
    classes.push_back(unicode::grapheme_class(point));
    begins.push_back(at);
    at += length;
  }
  std::vector<std::size_t> ends;
  for (std::size_t i = 1; i < classes.size(); ++i) {
    if (grapheme_boundary(classes, i)) ends.push_back(begins[i]);
  }
  if (!text.empty()) ends.push_back(text.size());
  return ends;
}

}  // namespace corpus::reference
