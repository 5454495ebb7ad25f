// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>

#include "corpus/similarity/alignment_middle.hpp"

namespace corpus::similarity {
namespace {

constexpr std::int64_t nowhere_yet = -1;
constexpr std::int64_t beyond_all = std::numeric_limits<std::int64_t>::max();

}  // namespace

MiddleOfPaths::MiddleOfPaths(std::size_t old_size, std::size_t new_size)
    : forward_(old_size + new_size + 3),
      backward_(old_size + new_size + 3),
      origin_(static_cast<std::int64_t>(new_size) + 1) {}

std::optional<Point> MiddleOfPaths::middle(Types old_types, Types new_types, std::int64_t most_changes) {
  const auto old_size = static_cast<std::int64_t>(old_types.size());
  const auto new_size = static_cast<std::int64_t>(new_types.size());
  const std::int64_t lowest = -new_size;
  const std::int64_t highest = old_size;
  const std::int64_t end = old_size - new_size;  // the diagonal that both sequences end on
  const bool odd = end % 2 != 0;
  const auto same = [&](std::int64_t x, std::int64_t y) {
    return old_types[static_cast<std::size_t>(x)] == new_types[static_cast<std::size_t>(y)];
  };
  const auto point = [](std::int64_t x, std::int64_t diagonal) {
    return Point{static_cast<std::size_t>(x), static_cast<std::size_t>(x - diagonal)};
  };
  // A front grows by a diagonal at each end, or shrinks by one where the sequences have none there. A path comes to a
  // diagonal from one of its neighbours, so those beyond the front's ends are made to lose.
  const auto widen = [&](Front& front, auto value, std::int64_t loser) {
    if (front.first > lowest) {
      value(--front.first - 1) = loser;
    } else {
      ++front.first;
    }
    if (front.last < highest) {
      value(++front.last + 1) = loser;
    } else {
      --front.last;
    }
  };

  Front ahead{0, 0};
  Front behind{end, end};
  forward(0) = 0;
  backward(end) = old_size;
  for (std::int64_t changes = 2; changes <= most_changes; changes += 2) {
    widen(
        ahead, [&](std::int64_t diagonal) -> std::int64_t& { return forward(diagonal); }, nowhere_yet);
    for (std::int64_t diagonal = ahead.last; diagonal >= ahead.first; diagonal -= 2) {
      std::int64_t x = std::max(forward(diagonal - 1) + 1, forward(diagonal + 1));
      while (x < old_size && x - diagonal < new_size && same(x, x - diagonal)) ++x;
      forward(diagonal) = x;
      if (odd && behind.holds(diagonal) && backward(diagonal) <= x) return point(x, diagonal);
    }
    widen(
        behind, [&](std::int64_t diagonal) -> std::int64_t& { return backward(diagonal); }, beyond_all);
    for (std::int64_t diagonal = behind.last; diagonal >= behind.first; diagonal -= 2) {
      std::int64_t x = std::min(backward(diagonal - 1), backward(diagonal + 1) - 1);
      while (x > 0 && x - diagonal > 0 && same(x - 1, x - 1 - diagonal)) --x;
      backward(diagonal) = x;
      if (!odd && ahead.holds(diagonal) && x <= forward(diagonal)) return point(x, diagonal);
    }
  }
  return std::nullopt;
}

}  // namespace corpus::similarity
