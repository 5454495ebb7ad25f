// SPDX-License-Identifier: MIT
#include "corpus/search/collocates_clips.hpp"

#include <algorithm>
#include <utility>

#include "corpus/text/lines.hpp"
#include "corpus/text/units.hpp"
#include "corpus/unicode/sentence.hpp"

namespace corpus::search {

void WindowClips::start() {
  begins_ = true;
  borders_ = {none};
  next_border_ = 0;
  turn_.reset();
  sentence_open_ = false;
  after_blank_ = true;
  line_open_ = false;
}

void WindowClips::start_part(const text::Block& part, Paragraphs paragraphs) {
  if (borders_[next_border_] != none) begins_ = true;  // no token has been behind it
  borders_.clear();
  next_border_ = 0;
  if (within_ != Within::nothing && (part.begins_turn || turn_ != part.turn)) begins_ = true;
  turn_ = part.turn;
  if (within_ == Within::sentence) find_sentences(part);
  if (within_ == Within::paragraph || within_ == Within::turn) find_paragraphs(part, paragraphs);
  borders_.push_back(none);
}

/// A stretch without a word belongs to the sentence before it.
void WindowClips::find_sentences(const text::Block& part) {
  const auto found =
      part.pretokenized ? std::vector<std::uint32_t>{} : unicode::sentence_ends(part.text, abbreviations_);
  std::uint32_t begin = 0;
  for (const std::uint32_t end : part.pretokenized ? part.sentence_ends : std::span<const std::uint32_t>(found)) {
    const bool had_word = std::exchange(sentence_open_, false);
    const bool word = had_word || text::has_word(part.text.substr(begin, end - begin));
    if (word && !had_word) borders_.push_back(begin);
    sentence_open_ = word && part.line_goes_on && end == part.text.size();
    begin = end;
  }
}

void WindowClips::find_paragraphs(const text::Block& part, Paragraphs paragraphs) {
  const bool turn = within_ == Within::turn && part.turn != 0;
  text::LineScanner lines(part.text);
  while (const auto line = lines.next()) {
    const bool ended_before = paragraphs == Paragraphs::line_ends || after_blank_;
    if (!turn && !line_open_ && !line->blank() && ended_before) {
      borders_.push_back(static_cast<std::uint32_t>(line->begin));
    }
    after_blank_ = line->blank() && (!line_open_ || after_blank_);
    line_open_ = !line->ended();
  }
  if (!part.line_goes_on) line_open_ = false;
}

void WindowClips::mark(const text::Tokens& tokens, std::uint8_t* marks) {
  std::uint8_t* const first = marks;
  std::uint32_t border = borders_[next_border_];
  if (border == none) {
    std::fill_n(marks, tokens.size(), std::uint8_t{0});
  } else {
    for (const text::Token& token : tokens) {
      const bool anew = token.begin >= border;
      *marks++ = anew ? 1 : 0;
      if (!anew) continue;
      while (borders_[next_border_] <= token.begin) ++next_border_;
      border = borders_[next_border_];
    }
  }
  if (std::exchange(begins_, false)) *first = 1;
}

}  // namespace corpus::search
