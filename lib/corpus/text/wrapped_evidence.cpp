// SPDX-License-Identifier: MIT
#include "corpus/text/hyphenation_words.hpp"
#include "corpus/text/running_lines_mark.hpp"
#include "corpus/text/wrapped.hpp"

namespace corpus::text {
namespace {

/// Lines of a footer and a header that may stand between the halves of a word.
constexpr std::size_t most_between = 4;

}  // namespace

WrappedEvidence::WrappedEvidence(const LayoutOptions& options)
    : hyphens_wanted_(options.dehyphenate == Dehyphenate::automatic),
      running_lines_wanted_(options.running_lines == RunningLines::drop) {}

void WrappedEvidence::start(const Block& block) {
  if (hyphens_wanted_) hyphens_.start(block.text);
}

void WrappedEvidence::add(const Line& line, std::string_view shown) {
  const bool closes = closes_sentence(shown);
  indents_.add(line, closes);
  if (running_lines_wanted_) running_lines_.add(line, shown, closes);
  if (!line.blank()) {
    if (hyphens_wanted_) add_split(shown);
    if (last_width_ > 0) {
      width_ += last_width_;
      ++lines_;
    }
  }
  last_width_ = closes ? 0 : shown.size();
}

/// Notes which words a hyphen parts. The other half may stand behind lines that belong to the page; what does not begin
/// with a small letter needs no evidence.
void WrappedEvidence::add_split(std::string_view shown) {
  if (!split_.empty()) {
    const bool here = starts_small(shown) && page_mark(shown) == PageMark::none;
    if (here) hyphens_.add_split(split_, word_at_begin(shown));
    if (here || ++split_lines_ > most_between) split_.clear();
  }
  const auto hyphen = line_end_hyphen(shown);
  if (!hyphen) return;
  split_ = word_at_end(shown.substr(0, hyphen->at));
  split_lines_ = 0;
  hyphens_.add_left(split_);
}

}  // namespace corpus::text
