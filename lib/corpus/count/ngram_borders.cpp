// SPDX-License-Identifier: MIT
#include "corpus/count/ngram_borders.hpp"

#include "corpus/text/lines.hpp"

namespace corpus::count {

void NgramBorders::start_document() {
  units_.end_document();
  last_sentence_ = 0;
  last_turn_.reset();
  after_blank_ = true;
  line_open_ = false;
}

std::span<const std::uint32_t> NgramBorders::add(const text::Block& block, ParagraphEnds paragraphs) {
  borders_.clear();
  if (within_ == Within::document) return borders_;
  if (block.begins_turn || last_turn_ != block.turn) borders_.push_back(0);
  last_turn_ = block.turn;
  if (within_ == Within::sentence) {
    add_sentences(block);
  } else {
    add_paragraphs(block, block.pretokenized ? ParagraphEnds::line_ends : paragraphs);
  }
  return borders_;
}

void NgramBorders::add_sentences(const text::Block& block) {
  for (const text::Sentence& sentence : units_.add(block)) {
    if (sentence.number != last_sentence_) borders_.push_back(sentence.begin);
    last_sentence_ = sentence.number;
  }
}

void NgramBorders::add_paragraphs(const text::Block& block, ParagraphEnds paragraphs) {
  text::LineScanner lines(block.text);
  while (const auto line = lines.next()) {
    const bool ended_before = paragraphs == ParagraphEnds::line_ends || after_blank_;
    const bool parts = within_ == Within::paragraph || block.turn == 0;
    if (parts && !line_open_ && !line->blank() && ended_before) {
      borders_.push_back(static_cast<std::uint32_t>(line->begin));
    }
    after_blank_ = line->blank() && (!line_open_ || after_blank_);
    line_open_ = !line->ended();
  }
  if (!block.line_goes_on) line_open_ = false;
}

}  // namespace corpus::count
