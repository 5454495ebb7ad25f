// SPDX-License-Identifier: MIT
/// \file
/// A random sample of items that come one by one, nobody knows how many: each is as likely to be in it as any other.
///
///     Reservoir reservoir{100, seed};
///     for (each item) {
///       if (const auto slot = reservoir.next()) sample[*slot] = item;   // the first 100 fill slots 0, 1, 2 …
///     }
///
/// Algorithm R, Vitter (1985), ACM Transactions on Mathematical Software 11(1). The numbers are those of std::mt19937_64,
/// which the standard defines, and are brought into range by rejection: one seed gives one sample on every machine.
/// A random number for each item.
#pragma once

#include <cstdint>
#include <optional>
#include <random>

namespace corpus::stats {

class Reservoir {
 public:
  Reservoir(std::uint64_t size, std::uint64_t seed) : size_(size), random_(seed) {}

  /// Where the next item goes, whatever is there now; nothing if it is not in the sample.
  std::optional<std::uint64_t> next();

 private:
  std::uint64_t below(std::uint64_t bound);

  std::uint64_t size_;
  std::uint64_t items_ = 0;
  std::mt19937_64 random_;
};

}  // namespace corpus::stats
