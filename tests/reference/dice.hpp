// SPDX-License-Identifier: MIT
/// \file
/// Choices at random that are the same on every machine for the same seed.
///
///     Dice dice{7};
///     if (dice.one_in(3)) text += dice.pick(words);
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

namespace corpus::reference {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}

  /// 0 to n - 1.
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  /// `low` to `high`, both included.
  std::size_t between(std::size_t low, std::size_t high) { return low + below(high - low + 1); }
  bool one_in(std::size_t n) { return below(n) == 0; }
  /// True `share` times in a thousand.
  bool per_mille(std::size_t share) { return below(1000) < share; }

  template <typename Range>
  const auto& pick(const Range& range) {
    return range[below(std::size(range))];
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace corpus::reference
