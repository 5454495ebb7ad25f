// SPDX-License-Identifier: MIT
// Dispersion over positions, and the two streamed sums.
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "corpus/stats/dispersion.hpp"

namespace corpus::stats {
namespace {

/// The sum of `measure(d)` over the gaps, the first of them round the end.
template <typename Measure>
double over_gaps(Counts positions, std::uint64_t tokens, const Measure& measure) {
  double sum = measure(static_cast<double>(tokens - positions.back() + positions.front()));
  for (std::size_t i = 1; i < positions.size(); ++i) {
    sum += measure(static_cast<double>(positions[i] - positions[i - 1]));
  }
  return sum;
}

double squared_gaps(Counts positions, std::uint64_t tokens) {
  return over_gaps(positions, tokens, [](double gap) { return gap * gap; });
}

/// a / b is at most c / d, in numbers whose products may pass 2^64.
bool at_most(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d) {
  return static_cast<double>(a) * static_cast<double>(d) <= static_cast<double>(c) * static_cast<double>(b);
}

}  // namespace

std::optional<double> average_reduced_frequency(Counts positions, std::uint64_t tokens) {
  const WordInCorpus word = {.frequency = positions.size(), .tokens = tokens};
  GapsSum gaps;
  for (const std::uint64_t position : positions) gaps.add(position, word);
  return gaps.average_reduced_frequency(word);
}

std::optional<double> average_waiting_time(Counts positions, std::uint64_t tokens) {
  if (positions.empty()) return std::nullopt;
  return (1 + squared_gaps(positions, tokens) / static_cast<double>(tokens)) / 2;
}

std::optional<double> waiting_time_frequency(Counts positions, std::uint64_t tokens) {
  if (positions.empty()) return std::nullopt;
  const auto n = static_cast<double>(tokens);
  return n * n / squared_gaps(positions, tokens);
}

std::optional<double> average_logarithmic_distance(Counts positions, std::uint64_t tokens) {
  if (positions.empty()) return std::nullopt;
  return over_gaps(positions, tokens, [](double gap) { return gap * std::log10(gap); }) / static_cast<double>(tokens);
}

std::optional<double> logarithmic_distance_frequency(Counts positions, std::uint64_t tokens) {
  const std::optional<double> distance = average_logarithmic_distance(positions, tokens);
  if (!distance) return std::nullopt;
  return static_cast<double>(tokens) * std::pow(10, -*distance);
}

void PartsSum::add(std::uint64_t part_hits, std::uint64_t part_tokens, WordInCorpus word) noexcept {
  if (at_most(part_hits, word.frequency, part_tokens, word.tokens)) {
    hits += part_hits;
  } else {
    size += part_tokens;
  }
}

void PartsSum::add(const PartsSum& other) noexcept {
  hits += other.hits;
  size += other.size;
}

std::optional<double> PartsSum::deviation_of_proportions(WordInCorpus word) const {
  if (word.frequency == 0) return std::nullopt;
  const double shared = static_cast<double>(hits) / static_cast<double>(word.frequency) +
                        static_cast<double>(size) / static_cast<double>(word.tokens);
  return std::max(0.0, 1 - shared);
}

void GapsSum::add(std::uint64_t position, WordInCorpus word) noexcept {
  if (first == nowhere) {
    first = position;
  } else if (const std::uint64_t gap = position - last; at_most(gap, 1, word.tokens, word.frequency)) {
    in_short_gaps += gap;
  } else {
    ++long_gaps;
  }
  last = position;
}

std::optional<double> GapsSum::average_reduced_frequency(WordInCorpus word) const {
  if (first == nowhere) return std::nullopt;
  GapsSum whole = *this;
  whole.add(word.tokens + first, word);  // the first occurrence again, one corpus later
  return static_cast<double>(whole.long_gaps) + static_cast<double>(whole.in_short_gaps) *
                                                    static_cast<double>(word.frequency) /
                                                    static_cast<double>(word.tokens);
}

}  // namespace corpus::stats
