// SPDX-License-Identifier: MIT
#include "corpus/stats/entropy.hpp"

#include <cmath>
#include <numbers>

namespace corpus::stats {

std::optional<double> shannon_entropy(const FrequencySpectrum& spectrum) {
  if (spectrum.tokens() == 0) return std::nullopt;
  const auto n = static_cast<double>(spectrum.tokens());
  double bits = 0;
  for (const FrequencyClass& c : spectrum.classes()) {
    const double p = static_cast<double>(c.frequency) / n;
    bits += static_cast<double>(c.types) * p * std::log2(1 / p);
  }
  return bits;
}

std::optional<double> entropy_miller_madow(const FrequencySpectrum& spectrum) {
  const std::optional<double> bits = shannon_entropy(spectrum);
  if (!bits) return std::nullopt;
  const auto v = static_cast<double>(spectrum.types());
  return *bits + (v - 1) / (2 * static_cast<double>(spectrum.tokens()) * std::numbers::ln2);
}

std::optional<double> repeat_rate(const FrequencySpectrum& spectrum) {
  if (spectrum.tokens() == 0) return std::nullopt;
  const auto n = static_cast<double>(spectrum.tokens());
  return spectrum.sum_of_squares() / (n * n);
}

std::optional<double> burstiness(std::span<const std::uint64_t> gaps) {
  if (gaps.empty()) return std::nullopt;
  const auto n = static_cast<double>(gaps.size());
  double sum = 0;
  for (const std::uint64_t gap : gaps) sum += static_cast<double>(gap);
  const double mean = sum / n;
  double squares = 0;
  for (const std::uint64_t gap : gaps) {
    const double distance = static_cast<double>(gap) - mean;
    squares += distance * distance;
  }
  const double deviation = std::sqrt(squares / n);
  if (deviation + mean == 0) return std::nullopt;
  return (deviation - mean) / (deviation + mean);
}

}  // namespace corpus::stats
