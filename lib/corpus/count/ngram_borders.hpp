// SPDX-License-Identifier: MIT
/// \file
/// Where n-grams must not reach across: the ends of sentences, turns or paragraphs in the blocks of a document.
///
///     NgramBorders borders{Within::sentence, abbreviations};
///     borders.start_document();
///     borders.add(block, paragraphs);   // {0, 57}: one before what begins at the byte 57 or later
///
/// Nothing is looked at where n-grams may cross everything. Sentences cost what UnitCounter does, paragraphs a scan for
/// line ends.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "corpus/count/ngrams.hpp"
#include "corpus/text/units.hpp"

namespace corpus::count {

class NgramBorders {
 public:
  /// `abbreviations` must outlive the borders.
  NgramBorders(Within within, const unicode::Abbreviations& abbreviations) : within_(within), units_(abbreviations) {}

  void start_document();
  /// Offsets in the text of the block, ascending: a unit ends before the first token that does not begin before the
  /// offset. Valid until the next call.
  std::span<const std::uint32_t> add(const text::Block& block, ParagraphEnds paragraphs);

 private:
  void add_sentences(const text::Block& block);
  void add_paragraphs(const text::Block& block, ParagraphEnds paragraphs);

  Within within_;
  text::UnitCounter units_;
  std::vector<std::uint32_t> borders_;
  std::uint64_t last_sentence_ = 0;
  std::optional<std::uint64_t> last_turn_;
  bool after_blank_ = true;
  bool line_open_ = false;
};

}  // namespace corpus::count
