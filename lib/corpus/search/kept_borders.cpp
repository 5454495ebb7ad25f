// SPDX-License-Identifier: MIT
#include "corpus/search/kept_borders.hpp"

#include <algorithm>

namespace corpus::search {

void KeptBorders::start() { *this = {}; }

void KeptBorders::add(std::uint64_t begin, std::span<const std::uint32_t> borders) {
  for (const std::uint32_t border : borders) begins_.push_back(begin + border);
}

void KeptBorders::add_sentences(std::uint64_t begin, std::span<const text::Sentence> sentences) {
  for (const text::Sentence& sentence : sentences) {
    if (sentence.number != last_sentence_) begins_.push_back(begin + sentence.begin);
    last_sentence_ = sentence.number;
  }
}

std::uint64_t KeptBorders::begin(std::uint64_t place, std::size_t units) const {
  const auto after = std::upper_bound(begins_.begin(), begins_.end(), place);
  const auto before = static_cast<std::size_t>(after - begins_.begin());
  return before < units ? 0 : begins_[before - units];
}

std::optional<std::uint64_t> KeptBorders::end(std::uint64_t place, std::size_t units) const {
  const auto after = std::upper_bound(begins_.begin(), begins_.end(), place);
  if (static_cast<std::size_t>(begins_.end() - after) < units) return std::nullopt;
  return *(after + static_cast<std::ptrdiff_t>(units) - 1);
}

void KeptBorders::drop_before(std::uint64_t place, std::size_t units) {
  while (begins_.size() > units && begins_[units] <= place) begins_.pop_front();
}

}  // namespace corpus::search
