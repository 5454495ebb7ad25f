// SPDX-License-Identifier: MIT
/// \file
/// A block that outlives what it was read from, for another thread: its text and the tokens that came with it.
///
///     BlockCopy copy;
///     copy.assign(block);        // memory is used again from block to block
///     tokenizer.start(copy.block());
#pragma once

#include <string>
#include <vector>

#include "corpus/text/block.hpp"

namespace corpus::text {

class BlockCopy {
 public:
  BlockCopy() = default;
  BlockCopy(const BlockCopy&) = delete;
  BlockCopy& operator=(const BlockCopy&) = delete;

  void assign(const Block& source);

  /// All that is known of it: text, tokens, their kinds and values. Lemmas, cuts, turns and places are not copied.
  [[nodiscard]] const Block& block() const { return block_; }

 private:
  Block block_;
  std::string text_;
  std::vector<GivenToken> tokens_;
  std::string values_;
};

}  // namespace corpus::text
