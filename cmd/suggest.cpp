// SPDX-License-Identifier: MIT
#include "cmd/suggest.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace corpus::cmd {

std::size_t edit_distance(std::string_view left, std::string_view right) {
  // Three rows of the table are enough: a swap looks two rows back.
  std::vector<std::size_t> before(right.size() + 1);
  std::vector<std::size_t> previous(right.size() + 1);
  std::vector<std::size_t> current(right.size() + 1);
  for (std::size_t j = 0; j <= right.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t change = left[i - 1] == right[j - 1] ? 0 : 1;
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (swapped) current[j] = std::min(current[j], before[j - 2] + 1);
    }
    std::swap(before, previous);
    std::swap(previous, current);
  }
  return previous[right.size()];
}

std::optional<std::string_view> nearest(std::string_view typed, std::span<const std::string_view> known) {
  // Leading hyphens are given, not typed in error: with them `-x` would be near to everything.
  const auto bare = [](std::string_view word) {
    return word.substr(std::min(word.find_first_not_of('-'), word.size()));
  };
  const std::string_view target = bare(typed);
  if (target.size() > 100) return std::nullopt;
  std::optional<std::string_view> best;
  std::size_t best_distance = std::max<std::size_t>(1, target.size() / 3) + 1;
  for (const std::string_view word : known) {
    const bool begun = target.size() >= 2 && bare(word).starts_with(target);
    const std::size_t distance = begun ? 0 : edit_distance(target, bare(word));
    if (distance < best_distance && distance < std::max<std::size_t>(bare(word).size(), 2)) {
      best = word;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace corpus::cmd
