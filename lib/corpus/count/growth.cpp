// SPDX-License-Identifier: MIT
#include "corpus/count/growth.hpp"

#include <algorithm>

namespace corpus::count {

std::vector<GrowthPoint> growth(std::span<const std::uint32_t> tokens, std::uint64_t points) {
  std::vector<GrowthPoint> curve;
  if (tokens.empty()) return curve;
  points = std::min<std::uint64_t>(points, tokens.size());
  std::vector<std::uint64_t> freq(std::size_t{*std::max_element(tokens.begin(), tokens.end())} + 1);
  GrowthPoint now;
  for (std::uint64_t i = 1; i <= points; ++i) {
    // In two steps, so that no product of two large numbers overflows.
    const std::uint64_t whole = tokens.size() / points * i;
    const std::uint64_t stop = whole + tokens.size() % points * i / points;
    for (; now.tokens < stop; ++now.tokens) {
      const std::uint64_t seen = freq[tokens[now.tokens]]++;
      if (seen == 0) ++now.types;
      if (seen == 0) ++now.hapaxes;
      if (seen == 1) --now.hapaxes;
    }
    curve.push_back(now);
  }
  return curve;
}

}  // namespace corpus::count
