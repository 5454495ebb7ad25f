// SPDX-License-Identifier: MIT
/// \file
/// Which n-grams may be frequent enough, as a set of hashes: those that are, and a few others by chance.
///
///     NgramFilter filter{expected};
///     filter.add(hash);       // by any thread
///     filter.holds(hash);     // true
///
/// One bit for two windows, so that it stays near the processor.
#pragma once

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace corpus::count {

class NgramFilter {
 public:
  NgramFilter(std::uint64_t windows, std::uint64_t memory)
      : words_(std::bit_floor(std::clamp<std::uint64_t>(windows / 128, 16, std::max<std::uint64_t>(memory / 8, 16)))),
        shift_(64 - static_cast<unsigned>(std::countr_zero(words_.size()))) {}

  void add(std::uint64_t hash) {
    std::atomic_ref(words_[hash >> shift_]).fetch_or(bit_of(hash), std::memory_order_relaxed);
  }
  [[nodiscard]] bool holds(std::uint64_t hash) const { return (words_[hash >> shift_] & bit_of(hash)) != 0; }

 private:
  static std::uint64_t bit_of(std::uint64_t hash) { return std::uint64_t{1} << (hash % 64); }

  std::vector<std::uint64_t> words_;
  unsigned shift_;
};

}  // namespace corpus::count
