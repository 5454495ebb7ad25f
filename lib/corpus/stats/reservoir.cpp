// SPDX-License-Identifier: MIT
#include "corpus/stats/reservoir.hpp"

namespace corpus::stats {

std::optional<std::uint64_t> Reservoir::next() {
  const std::uint64_t item = items_++;
  if (item < size_) return item;
  const std::uint64_t slot = below(items_);
  return slot < size_ ? std::optional(slot) : std::nullopt;
}

/// Each number from 0 up to `bound` equally often: of the 2^64 those at the end are rejected that would be too many.
std::uint64_t Reservoir::below(std::uint64_t bound) {
  const std::uint64_t excess = (UINT64_MAX % bound + 1) % bound;
  while (true) {
    const std::uint64_t number = random_();
    if (number <= UINT64_MAX - excess) return number % bound;
  }
}

}  // namespace corpus::stats
