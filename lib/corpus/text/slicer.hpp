// SPDX-License-Identifier: MIT
/// \file
/// Blocks cut into the turns or paragraphs of a document, numbered, each with its speaker.
///
///     Slicer slicer{options};
///     while (auto block = …) {
///       slicer.start(*block);
///       while (auto part = slicer.next()) …
///     }
///
/// Linear in the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/text/block.hpp"
#include "corpus/text/place.hpp"
#include "corpus/text/read_options.hpp"

namespace corpus::text {

class Slicer {
 public:
  explicit Slicer(const ReadOptions& options)
      : grain_(options.grain), turns_(options.turns), speakers_(options.turn_options.speakers) {}

  /// The next block of the document, whose text must outlive the calls to `next`.
  void start(const Block& block);

  /// The next part, valid until the next call. Empty only where a turn has no words.
  std::optional<Block> next();

 private:
  void begin_turn(const TurnMark& mark);
  [[nodiscard]] std::uint32_t end_of_part(std::uint32_t begin) const;
  Block part(std::uint32_t begin, std::uint32_t end);

  Grain grain_;
  Turns turns_;
  std::vector<std::string> speakers_;
  Block block_;
  std::optional<PlaceFinder> places_;
  std::uint32_t at_ = 0;      ///< what of the block stands before was given
  std::size_t marks_ = 0;     ///< as many of its turns have begun
  std::uint64_t begun_ = 0;   ///< turns so far
  std::uint64_t turn_ = 0;    ///< the one at hand, 0 outside …
  std::string speaker_;       ///< … and who speaks
  bool begins_turn_ = false;  ///< nothing of it was given
  std::uint32_t label_end_ = 0;
  std::uint64_t paragraph_ = 0;
  bool paragraph_open_ = false;  ///< the last one goes on in the next part
};

}  // namespace corpus::text
