// SPDX-License-Identifier: MIT
/// \file
/// Lines and columns. A line ends with LF, CR LF or CR; a column is a code point.
#pragma once

#include <cstdint>
#include <string_view>

#include "corpus/document.hpp"
#include "corpus/text/block.hpp"

namespace corpus::text {

/// How many lines end in `text`, which does not break off between CR and LF.
std::uint64_t count_line_ends(std::string_view text);

/// The place after `text`, which is well-formed UTF-8, begins at `from`, and does not break off between CR and LF.
Place advance(Place from, std::string_view text);
/// The same where it is known how many lines end in `text`.
Place advance(Place from, std::string_view text, std::uint64_t line_ends);

/// Turns offsets in a block's text into places in its source, each asked at or after the one before. Linear in the
/// text over all calls.
class PlaceFinder {
 public:
  explicit PlaceFinder(const Block& block) : block_(block), place_(block.place) {}

  Place at(std::uint32_t offset) { return at_raw(block_.raw_begin(offset)); }

  Place at_raw(std::uint32_t offset) {
    place_ = advance(place_, block_.raw.substr(offset_, offset - offset_));
    offset_ = offset;
    return place_;
  }

 private:
  const Block& block_;
  Place place_;
  std::uint32_t offset_ = 0;
};

}  // namespace corpus::text
