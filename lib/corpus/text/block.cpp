// SPDX-License-Identifier: MIT
#include "corpus/text/block.hpp"

#include <algorithm>

namespace corpus::text {

std::uint32_t Block::raw_begin(std::uint32_t at) const {
  if (cuts.empty()) return at;
  const auto after = std::upper_bound(cuts.begin(), cuts.end(), at + sliced,
                                      [](std::uint32_t wanted, const Cut& cut) { return wanted < cut.at; });
  return at + (after == cuts.begin() ? 0 : std::prev(after)->removed - removed_before);
}

std::uint32_t Block::raw_end(std::uint32_t at) const {
  if (cuts.empty()) return at;
  const auto after = std::lower_bound(cuts.begin(), cuts.end(), at + sliced,
                                      [](const Cut& cut, std::uint32_t wanted) { return cut.at < wanted; });
  return at + (after == cuts.begin() ? 0 : std::prev(after)->removed - removed_before);
}

Span Block::span(std::uint32_t begin, std::uint32_t end) const {
  const std::uint32_t from = raw_begin(begin);
  const std::uint32_t to = raw_end(end);
  if (sources.empty()) return {offset + from, offset + to};
  return {sources[from], sources[to]};
}

std::uint32_t Block::raw_slice(std::uint32_t begin) const {
  if (begin == 0) return 0;
  return begin == text.size() ? static_cast<std::uint32_t>(raw.size()) : raw_begin(begin);
}

Block Block::slice(std::uint32_t begin, std::uint32_t end, Place place_of_raw) const {
  Block part = *this;
  const std::uint32_t from = raw_slice(begin);
  const std::uint32_t to = raw_slice(end);
  part.text = text.substr(begin, end - begin);
  part.raw = raw.substr(from, to - from);
  part.place = place_of_raw;
  part.offset = sources.empty() ? offset + from : sources[from];
  if (!sources.empty()) part.sources = sources.subspan(from, to - from + 1);
  part.line_goes_on = line_goes_on && end == text.size();
  part.turns = {};
  if (cuts.empty()) return part;

  const auto at_or_before = [](std::uint32_t wanted, const Cut& cut) { return wanted < cut.at; };
  part.sliced = sliced + begin;
  part.removed_before = removed_before + (from - begin);
  const auto first = begin == 0 ? cuts.begin() : std::upper_bound(cuts.begin(), cuts.end(), part.sliced, at_or_before);
  part.cuts = {first, std::upper_bound(first, cuts.end(), sliced + end, at_or_before)};
  return part;
}

}  // namespace corpus::text
