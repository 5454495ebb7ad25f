// SPDX-License-Identifier: MIT
#include "corpus/count/ngram_tally.hpp"

#include <algorithm>
#include <numeric>

namespace corpus::count {
namespace {

/// Ways to choose k of n, as far as 64 bits hold them; n is small.
std::uint64_t choose(std::uint64_t n, std::uint64_t k) {
  if (k > n) return 0;
  std::uint64_t ways = 1;
  for (std::uint64_t i = 1; i <= k; ++i) ways = ways * (n - k + i) / i;
  return ways;
}

}  // namespace

NgramTally::NgramTally(const NgramRules& rules, std::size_t types)
    : slots_(rules.slots == Slots::one),
      pairs_(rules.shortest <= 2 && rules.longest >= 2 && !slots_),
      skip_(rules.skip),
      reach_(rules.longest - 1 + rules.skip),
      freqs_(types),
      documents_of_(types),
      at_place_(reach_ + 1),
      lacks_before_(pairs_ ? types : 0),
      lacks_after_(pairs_ ? types : 0),
      recent_(skip_ + 1) {}

/// Its last token begins no window, the one before that one less than others, and so on.
void NgramTally::end_run() {
  for (std::uint64_t back = 0; back < std::min<std::uint64_t>(size_, recent_.size()); ++back) {
    lacks_after_[recent_[(size_ - 1 - back) % recent_.size()]] += skip_ + 1 - back;
  }
}

std::uint64_t NgramTally::tokens() const {
  return std::accumulate(at_place_.begin(), at_place_.end(), std::uint64_t{0});
}

/// A window is known by its last token, and the choice of the others before it.
std::uint64_t NgramTally::windows(unsigned n) const {
  std::uint64_t windows = 0;
  for (std::size_t place = 0; place < at_place_.size(); ++place) {
    windows += at_place_[place] * choose(std::min<std::size_t>(place, n - 1 + skip_), n - 1);
  }
  return slots_ ? windows * (n < 3 ? 0 : n - 2) : windows;
}

NgramTally::margin_type NgramTally::margin(const margin_type& lacks) const {
  margin_type margin(freqs_.size());
  for (std::size_t i = 0; i < margin.size(); ++i) margin[i] = freqs_[i] * (skip_ + 1) - lacks[i];
  return margin;
}

}  // namespace corpus::count
