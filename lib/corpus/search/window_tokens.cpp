// SPDX-License-Identifier: MIT
#include "corpus/search/window_tokens.hpp"

#include <algorithm>
#include <limits>

namespace corpus::search {

void WindowTokens::clear() {
  first_ = 0;
  ids_.clear();
  marks_.clear();
  begins_.clear();
  units_.clear();
  unit_ = 0;
}

void WindowTokens::add(const text::Tokens& tokens, std::uint64_t text_begin, std::span<const text::TypeId> types) {
  ids_.insert(ids_.end(), types.begin(), types.end());
  marks_.resize(ids_.size());
  const std::size_t before = begins_.size();
  begins_.resize(ids_.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) begins_[before + i] = text_begin + tokens.begin_of(i);
}

std::uint64_t WindowTokens::number_at(std::uint64_t place) const {
  const auto found = std::lower_bound(begins_.begin(), begins_.end(), place);
  return first_ + static_cast<std::uint64_t>(found - begins_.begin());
}

WindowTokens::Unit WindowTokens::unit_of(const TokenRange& node) {
  const std::uint64_t first = begins_[index(node.first)];
  const std::uint64_t last = begins_[index(node.last)];
  while (unit_ > 0 && !unit_begins_by(unit_, first)) --unit_;
  while (unit_begins_by(unit_ + 1, first)) ++unit_;
  std::size_t next = unit_;
  while (unit_begins_by(next, last)) ++next;
  return {.begin = unit_begins_by(unit_, first) ? units_[unit_] : 0,
          .end = next < units_.size() ? units_[next] : std::numeric_limits<std::uint64_t>::max()};
}

void WindowTokens::drop_before(std::uint64_t number, std::uint64_t text_end) {
  if (number <= first_) return;
  const auto unused = static_cast<std::ptrdiff_t>(number - first_);
  first_ = number;
  ids_.erase(ids_.begin(), ids_.begin() + unused);
  marks_.erase(marks_.begin(), marks_.begin() + unused);
  begins_.erase(begins_.begin(), begins_.begin() + unused);
  const std::uint64_t rest = begins_.empty() ? text_end : begins_.front();
  const auto needed = std::upper_bound(units_.begin(), units_.end(), rest);  // before the first token is no other
  unit_ -= std::min(unit_, static_cast<std::size_t>(needed - units_.begin()));
  units_.erase(units_.begin(), needed);
}

}  // namespace corpus::search
