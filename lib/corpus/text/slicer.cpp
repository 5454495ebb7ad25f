// SPDX-License-Identifier: MIT
#include "corpus/text/slicer.hpp"

#include "corpus/text/lines.hpp"
#include "corpus/text/units.hpp"

namespace corpus::text {

void Slicer::start(const Block& block) {
  block_ = block;
  places_.emplace(block_);
  at_ = 0;
  marks_ = 0;
}

std::optional<Block> Slicer::next() {
  const auto size = static_cast<std::uint32_t>(block_.text.size());
  const bool turn_begins = marks_ < block_.turns.size() && block_.turns[marks_].begin == at_;
  if (turn_begins && !begins_turn_) begin_turn(block_.turns[marks_++]);
  if (at_ == size && !begins_turn_) return std::nullopt;
  if (block_.pretokenized) {
    at_ = size;
    return block_;
  }
  const std::uint32_t begin = at_;
  at_ = end_of_part(begin);
  return part(begin, at_);
}

void Slicer::begin_turn(const TurnMark& mark) {
  if (!mark.opens) {
    turn_ = 0;
    speaker_.clear();
    return;
  }
  turn_ = ++begun_;
  begins_turn_ = true;
  speaker_ = speakers_.empty() ? std::string(mark.speaker) : speakers_[(turn_ - 1) % speakers_.size()];
  if (turns_ == Turns::without_labels) at_ = mark.speech;
  label_end_ = mark.speech;
}

/// Where the next turn begins, or the paragraph that begins here has ended and the next one begins.
std::uint32_t Slicer::end_of_part(std::uint32_t begin) const {
  const auto size = static_cast<std::uint32_t>(block_.text.size());
  std::uint32_t end = marks_ < block_.turns.size() ? block_.turns[marks_].begin : size;
  if (grain_ != Grain::paragraph) return end;
  bool met = false;
  LineScanner lines(block_.text.substr(0, end), begin);
  while (const auto line = lines.next()) {
    if (met && !line->blank()) return static_cast<std::uint32_t>(line->begin);
    met = met || !line->blank();
  }
  return end;
}

Block Slicer::part(std::uint32_t begin, std::uint32_t end) {
  Block part = block_.slice(begin, end, places_->at_raw(block_.raw_slice(begin)));
  part.turn = turn_;
  part.speaker = speaker_;
  part.begins_turn = begins_turn_;
  if (begins_turn_ && turns_ == Turns::found) part.speech = std::min(label_end_, end) - begin;
  begins_turn_ = false;
  if (!paragraph_open_ && !is_blank(part.text)) ++paragraph_;
  part.paragraph = paragraph_;
  paragraph_open_ = part.line_goes_on;
  return part;
}

}  // namespace corpus::text
