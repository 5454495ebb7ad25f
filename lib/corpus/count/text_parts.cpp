// SPDX-License-Identifier: MIT
#include "corpus/count/text_parts.hpp"

#include <algorithm>
#include <utility>

namespace corpus::count {
namespace {

/// Hits in a part.
using Found = std::pair<std::uint64_t, std::uint64_t>;

/// Parts in order, each once.
void unite(std::vector<Found>& found) {
  const auto by_part = [](const Found& a, const Found& b) { return a.first < b.first; };
  if (!std::is_sorted(found.begin(), found.end(), by_part)) std::sort(found.begin(), found.end(), by_part);
  std::size_t last = 0;
  for (std::size_t i = 1; i < found.size(); ++i) {
    if (found[i].first == found[last].first) {
      found[last].second += found[i].second;
    } else {
      found[++last] = found[i];
    }
  }
  if (!found.empty()) found.resize(last + 1);
}

}  // namespace

TextParts::TextParts(std::span<const Piece> pieces) {
  std::uint64_t token = 0;
  for (const Piece& piece : pieces) {
    if (sizes_.size() <= piece.part) sizes_.resize(piece.part + 1);
    sizes_[piece.part] += piece.tokens;
    if (piece.tokens == 0) continue;
    token += piece.tokens;
    if (ends_.empty() || ends_.back().part != piece.part) ends_.push_back({.part = piece.part});
    ends_.back().token = token;
  }
  for (const std::uint64_t size : sizes_) {
    if (size == 0) {
      ++empty_;
    } else {
      smallest_ = smallest_ == 0 ? size : std::min(smallest_, size);
    }
  }
}

TextParts TextParts::equal(std::uint64_t tokens, std::uint64_t parts) {
  const std::uint64_t size = parts == 0 ? 0 : tokens / parts;
  const std::uint64_t longer = parts == 0 ? 0 : tokens % parts;
  std::vector<Piece> pieces;
  for (std::uint64_t part = 0; part < std::min(tokens, parts); ++part) {
    pieces.push_back({.part = part, .tokens = size + (part < longer ? 1 : 0)});
  }
  TextParts result{pieces};
  result.unlisted_ = parts - pieces.size();
  return result;
}

HoldingParts TextParts::holding(stats::Counts positions) const {
  std::vector<Found> found;
  auto piece = ends_.begin();
  for (std::size_t i = 0; i < positions.size();) {
    if (piece->token <= positions[i]) {
      piece = std::upper_bound(piece, ends_.end(), positions[i],
                               [](std::uint64_t position, const End& end) { return position < end.token; });
    }
    const std::size_t first = i;
    while (i < positions.size() && positions[i] < piece->token) ++i;
    found.emplace_back(piece->part, i - first);
  }
  unite(found);
  HoldingParts word;
  for (const auto& [part, hits] : found) {
    word.hits.push_back(hits);
    word.sizes.push_back(sizes_[part]);
  }
  return word;
}

stats::HitsInParts TextParts::hits(const HoldingParts& word) const {
  return {.hits = word.hits, .sizes = word.sizes, .parts = parts(), .tokens = tokens(), .smallest = smallest_};
}

}  // namespace corpus::count
