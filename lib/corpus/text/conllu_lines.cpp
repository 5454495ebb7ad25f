// SPDX-License-Identifier: MIT
#include "corpus/text/conllu_lines.hpp"

#include <algorithm>

namespace corpus::text {

std::optional<ConlluLines::Line> ConlluLines::peek() {
  if (at_ == text_.size() && !read_more()) return std::nullopt;
  if (line_feed_ < at_) line_feed_ = std::min(text_.find('\n', at_), text_.size());
  const std::string_view rest = std::string_view(text_).substr(at_);
  const std::string_view before = rest.substr(0, line_feed_ - at_);
  const std::string_view line = before.substr(0, before.find('\r'));
  std::size_t size = line.size();
  // The last line of a document may lack its end; one that breaks off at something ill-formed is never given.
  if (size == rest.size() && !cut_off_ && read_more()) return peek();
  const bool whole = size < rest.size() || !cut_off_;
  if (size < rest.size()) size += rest.substr(size).starts_with("\r\n") ? 2 : 1;
  next_ = at_ + size;
  return Line{line, number_, whole, goes_on_};
}

void ConlluLines::pass() {
  const bool ended = text_[next_ - 1] == '\n' || text_[next_ - 1] == '\r';
  if (ended) ++number_;
  goes_on_ = !ended;
  at_ = next_;
}

bool ConlluLines::read_more() {
  const auto block = blocks_.next();
  if (!block) return false;
  const std::size_t gone = needed_ - first_;
  text_.erase(0, gone);
  first_ += gone;
  at_ -= gone;
  next_ = at_;
  if (block->sources.empty()) {
    offset_ = block->offset - text_.size();
  } else {
    sources_.erase(sources_.begin(), sources_.begin() + static_cast<std::ptrdiff_t>(std::min(gone, sources_.size())));
    if (!sources_.empty()) sources_.pop_back();
    const auto fresh = block->sources.first(block->raw.size() + 1);
    sources_.insert(sources_.end(), fresh.begin(), fresh.end());
  }
  if (first_ == 0 && text_.empty()) number_ = block->place.line;
  text_ += block->raw;
  line_feed_ = std::min(text_.find('\n', at_), text_.size());
  cut_off_ = block->line_goes_on;
  return true;
}

std::uint64_t ConlluLines::offset(std::uint64_t begin) const {
  return sources_.empty() ? offset_ + (begin - first_) : sources_[begin - first_];
}

std::span<const std::uint64_t> ConlluLines::sources(std::uint64_t begin, std::uint64_t end) const {
  if (sources_.empty()) return {};
  return std::span(sources_).subspan(begin - first_, end - begin + 1);
}

}  // namespace corpus::text
