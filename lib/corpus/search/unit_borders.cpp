// SPDX-License-Identifier: MIT
#include "corpus/search/unit_borders.hpp"

#include <algorithm>

#include "corpus/text/lines.hpp"

namespace corpus::search {

void UnitBorders::start() { *this = {}; }

void UnitBorders::add_sentences(std::uint64_t begin, std::span<const text::Sentence> sentences) {
  for (const text::Sentence& sentence : sentences) {
    if (sentence.number != last_sentence_) begins_.push_back(begin + sentence.begin);
    last_sentence_ = sentence.number;
  }
}

void UnitBorders::add_turns(std::uint64_t begin, const text::Block& part, Paragraphs paragraphs) {
  const bool changes = part.begins_turn || last_turn_ != part.turn;
  if (changes) begins_.push_back(begin);
  last_turn_ = part.turn;
  text::LineScanner lines(part.text);
  while (const auto line = lines.next()) {
    const bool ended_before = paragraphs == Paragraphs::line_ends || after_blank_;
    const bool first = changes && line->begin == 0;
    if (part.turn == 0 && !line_open_ && !line->blank() && ended_before && !first) {
      begins_.push_back(begin + line->begin);
    }
    after_blank_ = line->blank() && (!line_open_ || after_blank_);
    line_open_ = !line->ended();
  }
  if (!part.line_goes_on) line_open_ = false;
}

std::uint64_t UnitBorders::begin(std::uint64_t place, std::size_t units) const {
  const auto after = std::upper_bound(begins_.begin(), begins_.end(), place);
  const auto before = static_cast<std::size_t>(after - begins_.begin());
  return before < units ? 0 : begins_[before - units];
}

std::optional<std::uint64_t> UnitBorders::end(std::uint64_t place, std::size_t units) const {
  const auto after = std::upper_bound(begins_.begin(), begins_.end(), place);
  if (static_cast<std::size_t>(begins_.end() - after) < units) return std::nullopt;
  return *(after + static_cast<std::ptrdiff_t>(units) - 1);
}

void UnitBorders::drop_before(std::uint64_t place, std::size_t units) {
  while (begins_.size() > units && begins_[units] <= place) begins_.pop_front();
}

}  // namespace corpus::search
