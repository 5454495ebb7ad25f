// SPDX-License-Identifier: MIT
/// \file
/// Where units of a document begin, which n-grams, windows and contexts do not reach beyond: sentences, turns, paragraphs.
///
///     UnitBorders borders{Within::sentence, abbreviations};
///     borders.start_document();
///     borders.add(block, paragraphs);   // {0, 57}: a unit begins with what begins at the byte 57 or later
///
/// A turn ends with the next, and text outside turns at the ends of paragraphs; a sentence and a paragraph end with the
/// turn. A stretch without a word belongs to the sentence before it. Nothing is looked at where the unit is the document;
/// sentences cost what unicode::sentence_ends does, paragraphs a scan for line ends.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "corpus/text/block.hpp"
#include "corpus/unicode/abbreviations.hpp"

namespace corpus::text {

/// A unit that something does not reach beyond.
enum class Within : std::uint8_t { document, sentence, turn, paragraph };

/// What ends a paragraph.
enum class Paragraphs : std::uint8_t {
  blank_lines,  ///< plain text: a line end is white space like any other
  line_ends,    ///< text whose layout was undone, or given with its paragraphs
};

class UnitBorders {
 public:
  /// `abbreviations` must outlive the borders.
  UnitBorders(Within within, const unicode::Abbreviations& abbreviations)
      : within_(within), abbreviations_(abbreviations) {}

  void start_document();
  /// Offsets in the text of the block, ascending: a unit ends before what does not begin before the offset. Valid until
  /// the next call.
  std::span<const std::uint32_t> add(const Block& block, Paragraphs paragraphs);

 private:
  void add_sentences(const Block& block);
  void add_paragraphs(const Block& block, Paragraphs paragraphs);
  void add_border(std::size_t at);

  Within within_;
  const unicode::Abbreviations& abbreviations_;
  std::vector<std::uint32_t> borders_;
  std::optional<std::uint64_t> last_turn_;
  bool sentence_open_ = false;  ///< the last stretch goes on into the next block, and holds a word
  bool after_blank_ = true;
  bool line_open_ = false;
};

}  // namespace corpus::text
