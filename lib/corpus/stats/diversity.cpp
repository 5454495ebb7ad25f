// SPDX-License-Identifier: MIT
// The measures of a size and of a spectrum, closed formulas. Those of token sequences: diversity_sequence.cpp.
#include "corpus/stats/diversity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "corpus/stats/growth.hpp"

namespace corpus::stats {
namespace {

struct Logs {
  double tokens;
  double types;
};

double log_of(double x, Logarithm logarithm) { return logarithm == Logarithm::natural ? std::log(x) : std::log10(x); }

Logs logs(TextSize size, Logarithm logarithm) {
  return {.tokens = log_of(static_cast<double>(size.tokens), logarithm),
          .types = log_of(static_cast<double>(size.types), logarithm)};
}

/// numerator / denominator, where there is something to divide by.
std::optional<double> ratio(double numerator, double denominator) {
  if (!(denominator > 0)) return std::nullopt;
  return numerator / denominator;
}

}  // namespace

std::optional<double> ttr(TextSize size) {
  return ratio(static_cast<double>(size.types), static_cast<double>(size.tokens));
}

std::optional<double> guiraud_r(TextSize size) {
  return ratio(static_cast<double>(size.types), std::sqrt(static_cast<double>(size.tokens)));
}

std::optional<double> cttr(TextSize size) {
  return ratio(static_cast<double>(size.types), std::sqrt(2 * static_cast<double>(size.tokens)));
}

std::optional<double> herdan_c(TextSize size) {
  if (size.tokens < 2) return std::nullopt;
  const Logs log = logs(size, Logarithm::natural);
  return log.types / log.tokens;
}

std::optional<double> summer_s(TextSize size, Logarithm logarithm) {
  if (size.types < 2) return std::nullopt;
  const Logs log = logs(size, logarithm);
  const double lower = log_of(log.tokens, logarithm);
  if (lower == 0) return std::nullopt;
  return log_of(log.types, logarithm) / lower;
}

std::optional<double> dugast_u(TextSize size, Logarithm logarithm) {
  if (size.tokens < 2 || size.types >= size.tokens) return std::nullopt;
  const Logs log = logs(size, logarithm);
  return log.tokens * log.tokens / (log.tokens - log.types);
}

std::optional<double> maas_a2(TextSize size, Logarithm logarithm) {
  if (size.tokens < 2) return std::nullopt;
  const Logs log = logs(size, logarithm);
  return (log.tokens - log.types) / (log.tokens * log.tokens);
}

std::optional<double> maas_lgv0(TextSize size) {
  if (size.tokens < 2 || size.types >= size.tokens) return std::nullopt;
  const Logs log = logs(size, Logarithm::decimal);
  const double c = log.types / log.tokens;
  return log.types / std::sqrt(1 - c * c);
}

std::optional<double> fisher_alpha(TextSize size) {
  if (size.types == 0 || size.types >= size.tokens) return std::nullopt;
  const auto n = static_cast<double>(size.tokens);
  const auto v = static_cast<double>(size.types);
  // alpha ln(1 + N/alpha) rises from 0 to N; halving the interval of ln alpha needs no derivative and cannot diverge.
  double low = -50;
  double high = 100;
  for (int step = 0; step < 100; ++step) {
    const double middle = (low + high) / 2;
    const double alpha = std::exp(middle);
    (alpha * std::log1p(n / alpha) < v ? low : high) = middle;
  }
  return std::exp((low + high) / 2);
}

std::optional<double> yule_k(const FrequencySpectrum& spectrum) {
  const auto n = static_cast<double>(spectrum.tokens());
  return ratio(1e4 * (spectrum.sum_of_squares() - n), n * n);
}

std::optional<double> yule_i(const FrequencySpectrum& spectrum) {
  const auto v = static_cast<double>(spectrum.types());
  return ratio(v * v, spectrum.sum_of_squares() - v);
}

std::optional<double> simpson_d(const FrequencySpectrum& spectrum) {
  const auto n = static_cast<double>(spectrum.tokens());
  return ratio(spectrum.sum_of_squares() - n, n * (n - 1));
}

std::optional<double> herdan_vm(const FrequencySpectrum& spectrum) {
  if (spectrum.tokens() == 0) return std::nullopt;
  const auto n = static_cast<double>(spectrum.tokens());
  const auto v = static_cast<double>(spectrum.types());
  return std::sqrt(std::max(0.0, spectrum.sum_of_squares() / (n * n) - 1 / v));
}

std::optional<double> honore_h(const FrequencySpectrum& spectrum) {
  const auto hapaxes = spectrum.types_with(1);
  if (hapaxes == spectrum.types()) return std::nullopt;
  const double repeated = 1 - static_cast<double>(hapaxes) / static_cast<double>(spectrum.types());
  return 100 * std::log(static_cast<double>(spectrum.tokens())) / repeated;
}

std::optional<double> sichel_s(const FrequencySpectrum& spectrum) {
  return ratio(static_cast<double>(spectrum.types_with(2)), static_cast<double>(spectrum.types()));
}

std::optional<double> hapaxes_per_token(const FrequencySpectrum& spectrum) {
  return ratio(static_cast<double>(spectrum.types_with(1)), static_cast<double>(spectrum.tokens()));
}

std::optional<double> hapaxes_per_type(const FrequencySpectrum& spectrum) {
  return ratio(static_cast<double>(spectrum.types_with(1)), static_cast<double>(spectrum.types()));
}

std::optional<double> hdd(const FrequencySpectrum& spectrum, HddOptions options) {
  const std::optional<double> types = expected_types_without_replacement(spectrum, options.sample);
  if (!types) return std::nullopt;
  return ratio(*types, static_cast<double>(options.sample));
}

std::optional<double> vocd_d(const FrequencySpectrum& spectrum) {
  constexpr std::uint64_t smallest = 35;
  constexpr std::uint64_t largest = 50;
  std::array<double, largest - smallest + 1> ratios{};
  // Each sample size alone is met by D = n t^2 / (2 (1 - t)): the common D lies between the least and the greatest.
  double low = std::numeric_limits<double>::infinity();
  double high = 0;
  for (std::uint64_t n = smallest; n <= largest; ++n) {
    const std::optional<double> t = hdd(spectrum, {.sample = n});
    if (!t || spectrum.types() == spectrum.tokens()) return std::nullopt;
    ratios[n - smallest] = *t;
    const double d = static_cast<double>(n) * *t * *t / (2 * (1 - *t));
    low = std::min(low, d);
    high = std::max(high, d);
  }
  // There the slope of the squared error has one change of sign, which halving finds.
  for (int step = 0; step < 100 && low < high; ++step) {
    const double d = low + (high - low) / 2;
    double slope = 0;
    for (std::uint64_t n = smallest; n <= largest; ++n) {
      const double x = d / static_cast<double>(n);
      const double root = std::sqrt(x * x + 2 * x);
      const double fitted = 2 * x / (root + x);  // x (sqrt(1 + 2/x) - 1), without its cancellation
      slope += (fitted - ratios[n - smallest]) / (root * (x + 1 + root) * static_cast<double>(n));
    }
    (slope < 0 ? low : high) = d;
  }
  return low + (high - low) / 2;
}

}  // namespace corpus::stats
