// SPDX-License-Identifier: MIT
#include "corpus/text/wrapped.hpp"

#include <algorithm>
#include <string>

#include "corpus/text/hyphenation_words.hpp"
#include "corpus/text/safe_break.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::text {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 16;

/// Bytes of blank and running lines after which no paragraph goes on.
constexpr std::size_t longest_gap = std::size_t{1} << 16;

/// Lines that may stand between the halves of a sentence: a caption, a footer, a header, and blank ones around them.
constexpr std::size_t most_between = 24;
constexpr std::size_t most_captions = 4;

/// `1990-`: what follows may be the rest of a range.
bool ends_in_number(std::string_view before_hyphen) {
  return before_hyphen.find_last_of("0123456789") + 2 == before_hyphen.size();
}

bool starts_with_number(std::string_view shown) {
  return !shown.empty() && shown.front() >= '0' && shown.front() <= '9';
}

/// So much of the end of `text`, but for its last `without` bytes, as the longest word may take.
std::string_view last_of(std::string_view text, std::size_t without) {
  constexpr std::size_t longest_word = 200;
  text.remove_suffix(without);
  std::size_t begin = text.size() < longest_word ? 0 : text.size() - longest_word;
  while (begin < text.size() && unicode::continues(text[begin])) ++begin;
  return text.substr(begin);
}

bool ends_in_lower(std::string_view shown) {
  return !shown.empty() && unicode::lowercase(unicode::decode_before(shown, shown.size()).value);
}

}  // namespace

WrappedReader::WrappedReader(BlockReader& blocks, const LayoutOptions& options, const WrappedEvidence& evidence,
                             const TurnMarker& marker)
    : source_(blocks),
      options_(options),
      marker_(marker),
      hyphenation_(options, evidence.hyphens_),
      running_lines_(evidence.running_lines_),
      indents_(evidence.indents_.of_paragraphs()),
      width_(evidence.lines_ == 0 ? 0 : evidence.width_ / evidence.lines_) {}

std::optional<Block> WrappedReader::next() {
  forget_delivered();
  while (true) {
    if (text_.size() >= block_size || gap_.size >= longest_gap) {
      if (const auto size = deliverable()) return deliver(*size);
    }
    const Line* line = source_.line(0);
    if (line == nullptr) {
      close_paragraph();
      if (text_.size() == 0) return std::nullopt;
      return deliver(text_.size());
    }
    step(Line{*line});
  }
}

void WrappedReader::step(const Line& line) {
  if (!line.begins) {
    text_.append(source_.shown(line), line.shows);
    last_ = line;
    return source_.pop();
  }
  if (line.blank()) return pass_over(line);
  if (options_.running_lines == RunningLines::drop) {
    const std::string_view shown = source_.shown(line);
    const PageMark mark = page_mark(shown);
    const bool runs = running_lines_.recurs(shown);
    // What begins an interruption is a mark, or is set off from what stands before it.
    const bool set_off = gap_.blank || gap_.page || line.feed_before;
    std::size_t lines = runs || marks_page(mark) ? 1 : mark != PageMark::none || set_off ? interruption() : 0;
    if (lines > 0) {
      gap_.page = true;
      for (; lines > 0; --lines) pass_over(Line{*source_.line(0)});
      return;
    }
  }
  keep(line);
}

/// A line that is blank or not kept.
void WrappedReader::pass_over(const Line& line) {
  gap_.blank = gap_.blank || line.blank();
  gap_.page = gap_.page || line.feed_before || line.feed_after;
  gap_.size += line.next - line.begin;
  if (gap_.size > longest_gap) {
    close_paragraph();
    if (text_.size() == 0) {
      last_.reset();
      source_.drop(line.begin);
    }
  }
  source_.pop();
}

/// Whether nothing shows between a line that is so far ahead and a form feed or a blank line.
bool WrappedReader::set_off_after(std::size_t ahead) {
  const Line* line = source_.line(ahead);
  if (line->feed_after) return true;
  line = source_.line(ahead + 1);
  return line == nullptr || line->blank() || line->feed_before;
}

/// Whether the line at hand, which looks like `mark`, is a page's mark, whatever stands around it: it says so, or it is
/// the last that shows of its page.
bool WrappedReader::marks_page(PageMark mark) {
  if (mark == PageMark::none) return false;
  if (mark == PageMark::label) return true;
  for (std::size_t ahead = 0; ahead < most_between; ++ahead) {
    const Line* line = source_.line(ahead);
    if (line == nullptr) return false;
    if (ahead > 0 && line->feed_before) return true;
    if (ahead > 0 && !line->blank()) return false;
    if (line->feed_after) return true;
  }
  return false;
}

/// How many lines from the one at hand on stand between the halves of a sentence and do not belong to it: page numbers,
/// addresses and running lines, and a caption at the foot of the page, set off by blank lines and of another width than
/// the text.
std::size_t WrappedReader::interruption() {
  if (!open_) return 0;
  const std::string_view before = source_.shown(*last_);
  const bool split = line_end_hyphen(before).has_value();
  if (!split && closes_sentence(before)) return 0;
  if (split && ends_in_number(before) && starts_with_number(source_.shown(*source_.line(0)))) return 0;
  const bool broken_off = split || full(before);
  bool set_off = gap_.blank || gap_.page;  // from what stands before it
  bool page = gap_.page;                   // a page ended, or its mark stands …
  bool page_after = false;                 // … behind a caption
  std::size_t captions = 0;
  std::size_t caption_size = 0;
  std::size_t marks = 0;  // lines from the one at hand on that are marks without doubt
  for (std::size_t ahead = 0; ahead < most_between; ++ahead) {
    source_.line(ahead + 1);  // so that what is looked at does not move
    const Line* line = source_.line(ahead);
    if (line == nullptr) return 0;
    set_off = set_off || line->blank() || line->feed_before;
    bool& ended = captions == 0 ? page : page_after;
    ended = ended || line->feed_before;
    if (line->blank()) continue;
    const std::string_view shown = source_.shown(*line);
    if (belongs_to_page(ahead, set_off)) {
      ended = set_off = true;
      if (captions == 0 && broken_off) marks = ahead + 1;
      continue;
    }
    if (starts_small(shown)) {
      // Nothing of the text stands on a line into which its next word would have gone.
      const std::size_t with_word = caption_size + 1 + std::min(shown.find(' '), shown.size());
      const bool header = captions == 1 && page && with_word * 4 <= width_ * 3;
      if (captions == 0 || header) return ahead;
      if (set_off) return page || page_after ? ahead : marks;
    }
    // A header is one line; a caption, which stands at the foot, some that follow each other.
    if (captions > 0 && (page || set_off)) return marks;
    if (captions == 0 && !(broken_off && set_off && may_be_caption(shown))) return marks;
    if (++captions > most_captions) return marks;
    caption_size = shown.size();
    set_off = false;
  }
  return 0;
}

/// Whether the line so far ahead is a running line or a page's mark; an address may also fill a line of the text.
bool WrappedReader::belongs_to_page(std::size_t ahead, bool set_off) {
  const std::string_view shown = source_.shown(*source_.line(ahead));
  const PageMark mark = page_mark(shown);
  if (mark == PageMark::address && (set_off || set_off_after(ahead))) return true;
  return mark == PageMark::number || mark == PageMark::label || running_lines_.recurs(shown);
}

/// Whether a line is of another width than the text, and does not end a sentence.
bool WrappedReader::may_be_caption(std::string_view shown) const {
  const bool fits = full(shown) && shown.size() * 5 <= width_ * 6;
  return !fits && !closes_sentence(shown);
}

void WrappedReader::keep(const Line& line) {
  const std::string_view shown = source_.shown(line);
  std::optional<TurnStart> turn;
  if (marker_.found()) {
    turn = marker_.match({.line = shown,
                          .before = last_ ? source_.shown(*last_) : std::string_view{},
                          .after_blank = gap_.blank || !last_,
                          .place = source_.line_place(line)});
  }
  gap_.page = gap_.page || line.feed_before;
  const Join joined = turn ? Join::paragraph : join(line);
  if (joined == Join::paragraph) close_paragraph();
  if (joined == Join::space) text_.append_space(last_->end);
  if (turn) {
    const std::size_t at = text_.size();
    const std::size_t name = turn->speaker.empty() ? 0 : static_cast<std::size_t>(turn->speaker.data() - shown.data());
    turns_.push_back({at + turn->begin, at + turn->speech, line.shows + name, turn->speaker.size()});
  }
  text_.append(source_.shown(line), line.shows);
  paragraph_lines_ = joined == Join::paragraph ? 1 : paragraph_lines_ + 1;
  last_ = line;
  open_ = true;
  gap_ = {.page = line.feed_after};
  source_.pop();
}

void WrappedReader::close_paragraph() {
  if (!open_) return;
  if (last_->ended()) text_.append(source_.text(last_->end, last_->next), last_->end);
  closed_ = text_.size();
  open_ = false;
}

WrappedReader::Join WrappedReader::join(const Line& line) {
  if (!open_) return Join::paragraph;
  if (const auto word = join_word(line)) return *word;
  const std::string_view before = source_.shown(*last_);
  const std::string_view shown = source_.shown(line);
  if (gap_.blank && !goes_on(before, shown)) return Join::paragraph;
  if (indents_.holds(line) && closes_sentence(before)) return Join::paragraph;
  return joins_without_space(before, shown) ? Join::nothing : Join::space;
}

/// Whether a sentence plainly goes on after a blank line.
bool WrappedReader::goes_on(std::string_view before, std::string_view shown) const {
  if (closes_sentence(before) || !has_lower(before)) return false;
  if (starts_small(shown)) return true;
  return full(before) && (gap_.page || (paragraph_lines_ > 1 && ends_in_lower(before)));
}

/// What becomes of a hyphen at the end of the line before.
std::optional<WrappedReader::Join> WrappedReader::join_word(const Line& line) {
  const std::string_view before = source_.shown(*last_);
  const std::size_t shown_size = before.size();
  const auto hyphen = line_end_hyphen(before);
  if (!hyphen) return std::nullopt;
  if (gap_.blank && !gap_.page && !starts_small(source_.shown(line))) return std::nullopt;
  const std::string right = word_at_line_begin(line);
  if (right.empty()) return std::nullopt;
  const std::size_t sign = shown_size - hyphen->at;
  const std::string_view left = word_at_end(last_of(text_.view(), sign));
  switch (hyphenation_.fate(left, hyphen->sign, right)) {
    case HyphenFate::rejoin:
      text_.take_back(sign);
      return Join::rejoin;
    case HyphenFate::keep:
      return Join::nothing;
    case HyphenFate::apart:
      return Join::space;
  }
  return std::nullopt;
}

/// The word that the line at hand begins with, and where it is split again, with what the next line begins with.
std::string WrappedReader::word_at_line_begin(const Line& line) {
  const std::string_view shown = source_.shown(line);
  std::string word(word_at_begin(shown));
  const auto again = line_end_hyphen(shown);
  if (!again || again->at != word.size()) return word;
  const Line* next = source_.line(1);
  if (next != nullptr) word += word_at_begin(source_.shown(*next));
  return word;
}

/// So much of the text is a block, if it is enough, or a long gap follows it.
std::optional<std::size_t> WrappedReader::deliverable() {
  if (closed_ > 0) return closed_;
  if (text_.size() < block_size) return std::nullopt;
  constexpr std::size_t margin = 12;  // three characters
  const auto at = last_safe_break(text_.view(), std::max(unbroken_, margin) - margin);
  if (!at) unbroken_ = text_.size();
  return at;
}

Block WrappedReader::deliver(std::size_t size) {
  const std::size_t begin = text_.begin();
  const std::size_t end = text_.end_of(text_.size());
  Block whole = text_.block();
  whole.raw = source_.text(begin, end);
  whole.place = source_.place(begin);
  whole.offset = source_.source_offset(begin);
  whole.sources = source_.sources(begin, end);
  Block block = whole.slice(0, static_cast<std::uint32_t>(size), whole.place);
  block.line_goes_on = size > closed_;
  marks_.clear();
  for (const Turn& turn : turns_) {
    if (turn.begin >= size) break;
    std::size_t speech = std::min(turn.speech, size);
    if (speech < size && block.text[speech] == ' ') ++speech;
    marks_.push_back({static_cast<std::uint32_t>(turn.begin), static_cast<std::uint32_t>(speech),
                      source_.text(turn.speaker, turn.speaker + turn.speaker_size)});
  }
  block.turns = marks_;
  delivered_ = size;
  return block;
}

void WrappedReader::forget_delivered() {
  if (delivered_ == 0) return;
  text_.drop(delivered_);
  std::erase_if(turns_, [this](const Turn& turn) { return turn.begin < delivered_; });
  for (Turn& turn : turns_) {
    turn.begin -= delivered_;
    turn.speech -= delivered_;
  }
  closed_ -= std::min(closed_, delivered_);
  unbroken_ = 0;
  delivered_ = 0;
  if (!last_) return;
  source_.drop(text_.size() == 0 ? last_->shows : std::min(text_.begin(), last_->shows));
}

}  // namespace corpus::text
