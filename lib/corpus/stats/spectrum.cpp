// SPDX-License-Identifier: MIT
#include "corpus/stats/spectrum.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace corpus::stats {

FrequencySpectrum::FrequencySpectrum(std::span<const std::uint64_t> frequencies) {
  // Most types are rare: these are counted in place, and only the few frequent ones are sorted.
  constexpr std::size_t counted_in_place = 1024;
  std::array<std::uint64_t, counted_in_place> rare{};
  std::vector<std::uint64_t> frequent;
  for (const std::uint64_t frequency : frequencies) {
    if (frequency < counted_in_place) {
      ++rare[frequency];
    } else {
      frequent.push_back(frequency);
    }
  }
  std::sort(frequent.begin(), frequent.end());
  for (std::size_t m = 1; m < counted_in_place; ++m) {
    if (rare[m] != 0) classes_.push_back({.frequency = m, .types = rare[m]});
  }
  for (const std::uint64_t frequency : frequent) classes_.push_back({.frequency = frequency, .types = 1});
  finish();
}

FrequencySpectrum::FrequencySpectrum(std::span<const FrequencyClass> classes)
    : classes_(classes.begin(), classes.end()) {
  std::sort(classes_.begin(), classes_.end(),
            [](const FrequencyClass& a, const FrequencyClass& b) { return a.frequency < b.frequency; });
  finish();
}

FrequencySpectrum FrequencySpectrum::of_tokens(std::span<const std::uint32_t> tokens) {
  if (tokens.empty()) return {};
  std::vector<std::uint64_t> frequencies(std::size_t{*std::max_element(tokens.begin(), tokens.end())} + 1);
  for (const std::uint32_t type : tokens) ++frequencies[type];
  return FrequencySpectrum{frequencies};
}

/// Joins neighbours of one frequency, drops what counts nothing, and takes the size. `classes_` is sorted.
void FrequencySpectrum::finish() {
  std::vector<FrequencyClass> joined;
  joined.reserve(classes_.size());
  for (const FrequencyClass& next : classes_) {
    if (next.frequency == 0 || next.types == 0) continue;
    if (!joined.empty() && joined.back().frequency == next.frequency) {
      joined.back().types += next.types;
    } else {
      joined.push_back(next);
    }
    size_.types += next.types;
    size_.tokens += next.frequency * next.types;
  }
  classes_ = std::move(joined);
}

std::uint64_t FrequencySpectrum::types_with(std::uint64_t frequency) const noexcept {
  const auto found = std::lower_bound(classes_.begin(), classes_.end(), frequency,
                                      [](const FrequencyClass& c, std::uint64_t m) { return c.frequency < m; });
  return found != classes_.end() && found->frequency == frequency ? found->types : 0;
}

double FrequencySpectrum::sum_of_squares() const noexcept {
  double sum = 0;
  for (const FrequencyClass& c : classes_) {
    const auto m = static_cast<double>(c.frequency);
    sum += m * m * static_cast<double>(c.types);
  }
  return sum;
}

}  // namespace corpus::stats
