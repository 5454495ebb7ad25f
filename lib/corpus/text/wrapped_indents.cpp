// SPDX-License-Identifier: MIT
#include "corpus/text/wrapped_indents.hpp"

#include <algorithm>

namespace corpus::text {
namespace {

/// In columns; what is indented more is a centred heading, or verse.
constexpr std::size_t deepest = 10;

}  // namespace

void Indents::add(const Line& line, bool closes) {
  if (!line.blank()) {
    Column& at = columns_[std::min(column(line), most - 1)];
    ++at.lines;
    if (!after_blank_) {
      ++at.follow;
      at.after += closed_ ? 1 : 0;
    }
    closed_ = closes;
  }
  after_blank_ = line.blank();
}

Indents::Range Indents::of_paragraphs() const {
  const auto fewer = [](const Column& a, const Column& b) { return a.lines < b.lines; };
  const auto margin = std::max_element(columns_.begin(), columns_.end(), fewer);
  const auto first = static_cast<std::size_t>(margin - columns_.begin()) + 1;
  const std::size_t last = std::min(first + deepest, most);
  std::uint64_t follow = 0;
  std::uint64_t after = 0;
  for (std::size_t i = first; i < last; ++i) {
    follow += columns_[i].follow;
    after += columns_[i].after;
  }
  const bool nearly_all = follow >= 3 && after * 10 >= follow * 9;
  return nearly_all ? Range{first, last} : Range{};
}

}  // namespace corpus::text
