// SPDX-License-Identifier: MIT
/// \file
/// Line and column, one character after another.
#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/document.hpp"

namespace corpus::reference {

/// The place of byte `offset` of `text`, which is UTF-8.
inline Place place_of(std::string_view text, std::size_t offset) {
  Place place;
  for (std::size_t at = 0; at < offset; ++at) {
    const bool line_ends = text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'));
    if (line_ends) {
      place = {place.line + 1, 1};
    } else if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) {
      ++place.column;
    }
  }
  return place;
}

}  // namespace corpus::reference
