// SPDX-License-Identifier: MIT
/// \file
/// Lines and columns of places in a block: text::PlaceFinder for many of them, which may be near each other.
///
///     places.start(block);
///     places.at(hit.begin);     // each at or after the one before
///
/// Costs a count of the line ends since the last place, and of the characters of the line. Nothing is looked at before
/// somebody asks.
#pragma once

#include <cstdint>
#include <optional>

#include "corpus/document.hpp"
#include "corpus/text/block.hpp"

namespace corpus::search {

class LinePlaces {
 public:
  /// The block must stay until the last question.
  void start(const text::Block& block) {
    block_ = &block;
    returns_.reset();
    last_ = block.place;
    last_raw_ = 0;
  }
  Place at(std::uint32_t offset);

 private:
  const text::Block* block_ = nullptr;
  std::optional<bool> returns_;  ///< whether there is a CR, once it is known
  Place last_ = {};              ///< the last place …
  std::uint32_t last_raw_ = 0;   ///< … in the source
};

}  // namespace corpus::search
