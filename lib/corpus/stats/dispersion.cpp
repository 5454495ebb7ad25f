// SPDX-License-Identifier: MIT
// Dispersion over parts. Over positions, and both in a stream: dispersion_positions.cpp.
#include "corpus/stats/dispersion.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <range/v3/view/zip.hpp>
#include <vector>

namespace corpus::stats {
namespace {

using ranges::views::zip;

double total(Counts values) {
  return static_cast<double>(std::accumulate(values.begin(), values.end(), std::uint64_t{0}));
}

std::vector<double> as_rates(Counts hits) { return {hits.begin(), hits.end()}; }

/// hits per token of each part; a part of no tokens has no hits and rate 0.
std::vector<double> as_rates(Counts hits, Counts parts) {
  std::vector<double> rates = as_rates(hits);
  for (auto&& [rate, size] : zip(rates, parts)) {
    if (size != 0) rate /= static_cast<double>(size);
  }
  return rates;
}

double sum_of(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

std::optional<double> juilland_of_rates(const std::vector<double>& rates) {
  const auto n = static_cast<double>(rates.size());
  const double mean = sum_of(rates) / n;
  if (rates.size() < 2 || !(mean > 0)) return std::nullopt;
  double squares = 0;
  for (const double rate : rates) squares += (rate - mean) * (rate - mean);
  return 1 - std::sqrt(squares / n) / mean / std::sqrt(n - 1);
}

std::optional<double> carroll_of_rates(const std::vector<double>& rates) {
  const double sum = sum_of(rates);
  if (rates.size() < 2 || !(sum > 0)) return std::nullopt;
  double entropy = 0;
  for (const double rate : rates) {
    if (rate > 0) entropy += rate / sum * std::log(sum / rate);
  }
  return entropy / std::log(static_cast<double>(rates.size()));
}

/// DP / (1 - least), `least` the smallest share of a part that counts.
std::optional<double> scaled(std::optional<double> dp, double least) {
  if (!dp || !(least < 1)) return std::nullopt;
  return *dp / (1 - least);
}

}  // namespace

std::uint64_t range(Counts hits) {
  return static_cast<std::uint64_t>(std::count_if(hits.begin(), hits.end(), [](std::uint64_t h) { return h != 0; }));
}

std::optional<double> deviation_of_proportions(Counts hits, Counts parts) {
  const double f = total(hits);
  const double n = total(parts);
  if (f == 0) return std::nullopt;
  double sum = 0;
  for (const auto [h, size] : zip(hits, parts)) {
    sum += std::abs(static_cast<double>(h) / f - static_cast<double>(size) / n);
  }
  return sum / 2;
}

std::optional<double> deviation_of_proportions_norm(Counts hits, Counts parts) {
  if (parts.size() < 2) return std::nullopt;
  const auto least = static_cast<double>(*std::min_element(parts.begin(), parts.end()));
  return scaled(deviation_of_proportions(hits, parts), least / total(parts));
}

std::optional<double> deviation_of_proportions_egbert(Counts hits, Counts parts) {
  if (parts.size() < 2) return std::nullopt;
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  for (const auto [h, size] : zip(hits, parts)) {
    if (h != 0) least = std::min<std::uint64_t>(least, size);
  }
  return scaled(deviation_of_proportions(hits, parts), static_cast<double>(least) / total(parts));
}

std::optional<double> kullback_leibler(Counts hits, Counts parts) {
  const double f = total(hits);
  const double n = total(parts);
  if (f == 0) return std::nullopt;
  double bits = 0;
  for (const auto [h, size] : zip(hits, parts)) {
    if (h == 0) continue;
    const double share = static_cast<double>(h) / f;
    bits += share * std::log2(share / (static_cast<double>(size) / n));
  }
  return bits;
}

std::optional<double> juilland_d(Counts hits, Counts parts) { return juilland_of_rates(as_rates(hits, parts)); }

std::optional<double> juilland_d(Counts hits) { return juilland_of_rates(as_rates(hits)); }

std::optional<double> juilland_u(Counts hits) {
  const std::optional<double> d = juilland_d(hits);
  if (!d) return std::nullopt;
  return total(hits) * *d;
}

std::optional<double> carroll_d2(Counts hits, Counts parts) { return carroll_of_rates(as_rates(hits, parts)); }

std::optional<double> carroll_d2(Counts hits) { return carroll_of_rates(as_rates(hits)); }

std::optional<double> carroll_um(Counts hits) {
  const std::optional<double> d2 = carroll_d2(hits);
  if (!d2) return std::nullopt;
  return total(hits) * (*d2 + (1 - *d2) / static_cast<double>(hits.size()));
}

std::optional<double> rosengren_s(Counts hits, Counts parts) {
  const double f = total(hits);
  const double n = total(parts);
  if (f == 0) return std::nullopt;
  double roots = 0;
  for (const auto [h, size] : zip(hits, parts)) {
    roots += std::sqrt(static_cast<double>(size) / n * static_cast<double>(h));
  }
  return roots * roots / f;
}

std::optional<double> rosengren_kf(Counts hits) {
  if (total(hits) == 0) return std::nullopt;
  double roots = 0;
  for (const std::uint64_t h : hits) roots += std::sqrt(static_cast<double>(h));
  return roots * roots / static_cast<double>(hits.size());
}

std::optional<double> rosengren_s(Counts hits) {
  const std::optional<double> kf = rosengren_kf(hits);
  if (!kf) return std::nullopt;
  return *kf / total(hits);
}

std::optional<double> lyne_d3(Counts hits) {
  const double f = total(hits);
  if (f == 0) return std::nullopt;
  const double expected = f / static_cast<double>(hits.size());
  double chi_squared = 0;
  for (const std::uint64_t h : hits) {
    const double distance = static_cast<double>(h) - expected;
    chi_squared += distance * distance / expected;
  }
  return 1 - chi_squared / (4 * f);
}

std::optional<double> dispersion_da(Counts hits, Counts parts) {
  std::vector<double> rates = as_rates(hits, parts);
  const double sum = sum_of(rates);
  if (rates.size() < 2 || !(sum > 0)) return std::nullopt;
  // In ascending order the k-th rate (from 0) is the greater of k pairs and the lesser of n - 1 - k.
  std::sort(rates.begin(), rates.end());
  const auto n = static_cast<double>(rates.size());
  double pairs = 0;
  for (std::size_t k = 0; k < rates.size(); ++k) pairs += (2 * static_cast<double>(k) - (n - 1)) * rates[k];
  return 1 - pairs / sum / (n - 1);
}

std::optional<double> idf(std::uint64_t range, std::uint64_t parts) {
  if (range == 0) return std::nullopt;
  return std::log2(static_cast<double>(parts) / static_cast<double>(range));
}

}  // namespace corpus::stats
