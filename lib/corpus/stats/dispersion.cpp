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

/// Rates of the parts that are listed; `parts` counts those that are not too, whose rate is 0.
struct Rates {
  std::vector<double> listed;
  std::uint64_t parts = 0;

  [[nodiscard]] double number() const { return static_cast<double>(parts); }
  [[nodiscard]] double sum() const { return std::accumulate(listed.begin(), listed.end(), 0.0); }
  [[nodiscard]] double unlisted() const { return static_cast<double>(parts - listed.size()); }
};

Rates as_rates(Counts hits) { return {.listed = {hits.begin(), hits.end()}, .parts = hits.size()}; }

/// Hits per token; a part of no tokens has no hits and rate 0.
Rates as_rates(const HitsInParts& word) {
  Rates rates = {.listed = {word.hits.begin(), word.hits.end()}, .parts = word.parts};
  for (auto&& [rate, size] : zip(rates.listed, word.sizes)) {
    if (size != 0) rate /= static_cast<double>(size);
  }
  return rates;
}

/// All parts are listed.
HitsInParts listed(Counts hits, Counts parts) {
  return {.hits = hits,
          .sizes = parts,
          .parts = parts.size(),
          .tokens = std::accumulate(parts.begin(), parts.end(), std::uint64_t{0}),
          .smallest = parts.empty() ? 0 : *std::min_element(parts.begin(), parts.end())};
}

/// At the end of a scale that begins with 0, rounding can go below.
double not_negative(double value) { return std::max(0.0, value); }

std::optional<double> juilland_of_rates(const Rates& rates) {
  const double n = rates.number();
  const double mean = rates.sum() / n;
  if (rates.parts < 2 || !(mean > 0)) return std::nullopt;
  double squares = rates.unlisted() * mean * mean;
  for (const double rate : rates.listed) squares += (rate - mean) * (rate - mean);
  return not_negative(1 - std::sqrt(squares / n) / mean / std::sqrt(n - 1));
}

std::optional<double> carroll_of_rates(const Rates& rates) {
  const double sum = rates.sum();
  if (rates.parts < 2 || !(sum > 0)) return std::nullopt;
  double entropy = 0;
  for (const double rate : rates.listed) {
    if (rate > 0) entropy += rate / sum * std::log(sum / rate);
  }
  return entropy / std::log(rates.number());
}

/// DP / (1 - share of the smallest part that counts).
std::optional<double> scaled(const HitsInParts& word, std::uint64_t smallest) {
  const std::optional<double> dp = deviation_of_proportions(word);
  const double least = static_cast<double>(smallest) / static_cast<double>(word.tokens);
  if (!dp || word.parts < 2 || !(least < 1)) return std::nullopt;
  return *dp / (1 - least);
}

}  // namespace

std::uint64_t range(Counts hits) {
  return static_cast<std::uint64_t>(std::count_if(hits.begin(), hits.end(), [](std::uint64_t h) { return h != 0; }));
}

std::optional<double> deviation_of_proportions(const HitsInParts& word) {
  const WordInCorpus in_corpus = {.frequency = std::accumulate(word.hits.begin(), word.hits.end(), std::uint64_t{0}),
                                  .tokens = word.tokens};
  PartsSum sum;
  for (const auto [h, size] : zip(word.hits, word.sizes)) sum.add(h, size, in_corpus);
  return sum.deviation_of_proportions(in_corpus);
}

std::optional<double> deviation_of_proportions_norm(const HitsInParts& word) { return scaled(word, word.smallest); }

std::optional<double> deviation_of_proportions_egbert(const HitsInParts& word) {
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  for (const auto [h, size] : zip(word.hits, word.sizes)) {
    if (h != 0) least = std::min<std::uint64_t>(least, size);
  }
  return scaled(word, least);
}

std::optional<double> kullback_leibler(const HitsInParts& word) {
  const double f = total(word.hits);
  const auto n = static_cast<double>(word.tokens);
  if (f == 0) return std::nullopt;
  double bits = 0;
  for (const auto [h, size] : zip(word.hits, word.sizes)) {
    if (h == 0) continue;
    const double share = static_cast<double>(h) / f;
    bits += share * std::log2(share / (static_cast<double>(size) / n));
  }
  return not_negative(bits);
}

std::optional<double> kullback_leibler_norm(const HitsInParts& word) {
  const std::optional<double> bits = kullback_leibler(word);
  if (!bits) return std::nullopt;
  return *bits / (1 + *bits);
}

std::optional<double> juilland_d(const HitsInParts& word) { return juilland_of_rates(as_rates(word)); }

std::optional<double> carroll_d2(const HitsInParts& word) { return carroll_of_rates(as_rates(word)); }

std::optional<double> rosengren_s(const HitsInParts& word) {
  const double f = total(word.hits);
  const auto n = static_cast<double>(word.tokens);
  if (f == 0) return std::nullopt;
  double roots = 0;
  for (const auto [h, size] : zip(word.hits, word.sizes)) {
    roots += std::sqrt(static_cast<double>(size) / n * static_cast<double>(h));
  }
  return roots * roots / f;
}

std::optional<double> dispersion_da(const HitsInParts& word) {
  Rates rates = as_rates(word);
  const double sum = rates.sum();
  if (rates.parts < 2 || !(sum > 0)) return std::nullopt;
  // In ascending order the k-th rate (from 0) is the greater of k pairs and the lesser of n - 1 - k; those of 0 come first.
  std::sort(rates.listed.begin(), rates.listed.end());
  const double n = rates.number();
  double k = rates.unlisted();
  double pairs = 0;
  for (const double rate : rates.listed) pairs += (2 * k++ - (n - 1)) * rate;
  return not_negative(1 - pairs / sum / (n - 1));
}

std::optional<double> deviation_of_proportions(Counts hits, Counts parts) {
  return deviation_of_proportions(listed(hits, parts));
}

std::optional<double> deviation_of_proportions_norm(Counts hits, Counts parts) {
  return deviation_of_proportions_norm(listed(hits, parts));
}

std::optional<double> deviation_of_proportions_egbert(Counts hits, Counts parts) {
  return deviation_of_proportions_egbert(listed(hits, parts));
}

std::optional<double> kullback_leibler(Counts hits, Counts parts) { return kullback_leibler(listed(hits, parts)); }

std::optional<double> kullback_leibler_norm(Counts hits, Counts parts) {
  return kullback_leibler_norm(listed(hits, parts));
}

std::optional<double> juilland_d(Counts hits, Counts parts) { return juilland_d(listed(hits, parts)); }

std::optional<double> carroll_d2(Counts hits, Counts parts) { return carroll_d2(listed(hits, parts)); }

std::optional<double> rosengren_s(Counts hits, Counts parts) { return rosengren_s(listed(hits, parts)); }

std::optional<double> dispersion_da(Counts hits, Counts parts) { return dispersion_da(listed(hits, parts)); }

std::optional<double> juilland_d(Counts hits) { return juilland_of_rates(as_rates(hits)); }

std::optional<double> juilland_u(Counts hits) {
  const std::optional<double> d = juilland_d(hits);
  if (!d) return std::nullopt;
  return total(hits) * *d;
}

std::optional<double> carroll_d2(Counts hits) { return carroll_of_rates(as_rates(hits)); }

std::optional<double> carroll_um(Counts hits) {
  const std::optional<double> d2 = carroll_d2(hits);
  if (!d2) return std::nullopt;
  return total(hits) * (*d2 + (1 - *d2) / static_cast<double>(hits.size()));
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

std::optional<double> idf(std::uint64_t range, std::uint64_t parts) {
  if (range == 0) return std::nullopt;
  return std::log2(static_cast<double>(parts) / static_cast<double>(range));
}

}  // namespace corpus::stats
