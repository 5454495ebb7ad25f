// SPDX-License-Identifier: MIT
#include "corpus/text/wrapped_source.hpp"

#include "corpus/text/place.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::text {
namespace {

/// A line that has not ended when so much of it was read comes in parts.
constexpr std::size_t longest_line = std::size_t{1} << 16;

}  // namespace

void WrappedSource::drop(std::size_t offset) {
  const std::size_t size = offset - base_;
  if (size == 0) return;
  place_ = advance(place_, std::string_view(text_).substr(0, size));
  source_ = source_offset(offset);
  text_.erase(0, size);
  if (!sources_.empty()) sources_.erase(sources_.begin(), sources_.begin() + static_cast<std::ptrdiff_t>(size));
  base_ = offset;
}

Place WrappedSource::place(std::size_t offset) const { return advance(place_, text(base_, offset)); }

Place WrappedSource::line_place(const Line& line) const {
  return {line_number_, 1 + unicode::count_code_points(text(line.begin, line.shows))};
}

std::uint64_t WrappedSource::source_offset(std::size_t offset) const {
  return sources_.empty() ? source_ + (offset - base_) : sources_[offset - base_];
}

std::span<const std::uint64_t> WrappedSource::sources(std::size_t begin, std::size_t end) const {
  if (sources_.empty()) return {};
  return std::span(sources_).subspan(begin - base_, end - begin + 1);
}

void WrappedSource::read() {
  const auto block = blocks_.next();
  if (!block) {
    ended_ = true;
    return scan(false);
  }
  if (text_.empty() && base_ == 0) {
    source_ = block->offset;
    place_ = block->place;
    line_number_ = place_.line;
  }
  text_ += block->text;
  if (!block->sources.empty()) {
    if (!sources_.empty()) sources_.pop_back();
    const auto fresh = block->sources.first(block->raw.size() + 1);
    sources_.insert(sources_.end(), fresh.begin(), fresh.end());
  }
  scan(block->line_goes_on);
}

/// Makes lines of what was read; of an unfinished one only where it is overlong.
void WrappedSource::scan(bool goes_on) {
  lines_.erase(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(at_));
  at_ = 0;
  LineScanner scanner(text_, scanned_ - base_);
  while (auto line = scanner.next()) {
    const bool part = goes_on && !line->ended();
    if (part && line->end - line->begin < longest_line) break;
    line->begins = !within_line_;
    if (within_line_) {
      if (line->blank()) line->shows_end = line->begin;
      line->shows = line->begin;
    }
    if (part) line->shows_end = line->end;
    within_line_ = part;
    // Each by itself: to copy the whole at once has to wait until its parts are written.
    Line& kept = lines_.emplace_back();
    kept.begin = base_ + line->begin;
    kept.shows = base_ + line->shows;
    kept.shows_end = base_ + line->shows_end;
    kept.end = base_ + line->end;
    kept.next = base_ + line->next;
    kept.begins = line->begins;
    kept.feed_before = line->feed_before;
    kept.feed_after = line->feed_after;
    scanned_ = kept.next;
  }
}

}  // namespace corpus::text
