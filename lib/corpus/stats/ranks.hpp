// SPDX-License-Identifier: MIT
/// \file
/// Ranks with ties: what rank tests and rank correlations are made of.
///
///     mid_ranks(std::vector<double>{10, 30, 10}).ranks;       // 1.5, 3, 1.5
///
/// O(n log n).
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace corpus::stats {

struct Ranks {
  std::vector<double> ranks;  ///< from 1, the least first; equal values share the mean of their places
  double ties = 0;            ///< sum of t^3 - t over groups of t equal values
};

template <typename Number>
[[nodiscard]] Ranks mid_ranks(std::span<const Number> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [values](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  Ranks result = {.ranks = std::vector<double>(values.size())};
  for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    while (end < order.size() && !(values[order[begin]] < values[order[end]])) ++end;
    const double middle = (static_cast<double>(begin + 1) + static_cast<double>(end)) / 2;
    for (std::size_t i = begin; i < end; ++i) result.ranks[order[i]] = middle;
    const auto tied = static_cast<double>(end - begin);
    result.ties += tied * (tied * tied - 1);
  }
  return result;
}

}  // namespace corpus::stats
