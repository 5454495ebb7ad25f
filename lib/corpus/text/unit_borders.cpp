// SPDX-License-Identifier: MIT
#include "corpus/text/unit_borders.hpp"

#include <utility>

#include "corpus/text/lines.hpp"
#include "corpus/text/units.hpp"
#include "corpus/unicode/sentence.hpp"

namespace corpus::text {

void UnitBorders::start_document() {
  last_turn_.reset();
  sentence_open_ = false;
  after_blank_ = true;
  line_open_ = false;
}

std::span<const std::uint32_t> UnitBorders::add(const Block& block, Paragraphs paragraphs) {
  borders_.clear();
  if (within_ == Within::document) return borders_;
  if (block.begins_turn || last_turn_ != block.turn) add_border(0);
  last_turn_ = block.turn;
  if (within_ == Within::sentence) {
    add_sentences(block);
  } else {
    add_paragraphs(block, paragraphs);
  }
  return borders_;
}

void UnitBorders::add_sentences(const Block& block) {
  const auto found =
      block.pretokenized ? std::vector<std::uint32_t>{} : unicode::sentence_ends(block.text, abbreviations_);
  std::uint32_t begin = 0;
  for (const std::uint32_t end : block.pretokenized ? block.sentence_ends : std::span<const std::uint32_t>(found)) {
    const bool had_word = std::exchange(sentence_open_, false);
    const bool word = had_word || has_word(block.text.substr(begin, end - begin));
    if (word && !had_word) add_border(begin);
    sentence_open_ = word && block.line_goes_on && end == block.text.size();
    begin = end;
  }
}

void UnitBorders::add_paragraphs(const Block& block, Paragraphs paragraphs) {
  const bool whole = within_ == Within::turn && block.turn != 0;
  LineScanner lines(block.text);
  while (const auto line = lines.next()) {
    const bool ended_before = paragraphs == Paragraphs::line_ends || after_blank_;
    if (!whole && !line_open_ && !line->blank() && ended_before) add_border(line->begin);
    after_blank_ = line->blank() && (!line_open_ || after_blank_);
    line_open_ = !line->ended();
  }
  if (!block.line_goes_on) line_open_ = false;
}

void UnitBorders::add_border(std::size_t at) {
  if (!borders_.empty() && borders_.back() == at) return;  // a turn begins there, too
  borders_.push_back(static_cast<std::uint32_t>(at));
}

}  // namespace corpus::text
