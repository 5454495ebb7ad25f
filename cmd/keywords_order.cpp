// SPDX-License-Identifier: MIT
#include "cmd/keywords_order.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace corpus::cmd {

std::vector<std::uint32_t> places_of(std::span<const Strength> strengths) {
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    if (strengths[a].leaning != strengths[b].leaning) return strengths[a].leaning < strengths[b].leaning;
    if (strengths[a].value != strengths[b].value) return strengths[a].value > strengths[b].value;
    return strengths[a].evidence > strengths[b].evidence;
  };
  std::vector<std::uint32_t> order(strengths.size());
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  std::sort(order.begin(), order.end(), before);
  std::vector<std::uint32_t> places(order.size());
  for (std::size_t i = 1; i < order.size(); ++i) {
    places[order[i]] = places[order[i - 1]] + (before(order[i - 1], order[i]) ? 1 : 0);
  }
  return places;
}

Keywords choose(const KeywordComparison& comparison, std::span<const std::uint32_t> places,
                const KeywordsOptions& options) {
  const auto wanted = [&](Leaning leaning) {
    return options.direction == Direction::both ||
           leaning == (options.direction == Direction::positive ? Leaning::target : Leaning::reference);
  };
  // Dealt out by their places, which are few beside the candidates, and dense.
  std::vector<std::size_t> next(comparison.candidates.size() + 1);
  for (const std::uint32_t place : places) ++next[place + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  std::vector<std::uint32_t> order(comparison.candidates.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[next[places[i]]++] = i;

  Keywords keywords;
  std::uint64_t shown[3] = {};
  for (const std::uint32_t i : order) {
    const Candidate& candidate = comparison.candidates[i];
    const Leaning leaning = comparison.leanings[candidate.pair];
    if (!wanted(leaning)) continue;
    ++keywords.matching;
    if (options.top && (leaning == Leaning::neither || shown[static_cast<int>(leaning)]++ >= *options.top)) continue;
    keywords.chosen.push_back(candidate);
  }
  return keywords;
}

}  // namespace corpus::cmd
