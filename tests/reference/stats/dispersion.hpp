// SPDX-License-Identifier: MIT
/// \file
/// Measures of dispersion as their authors write them down: over all parts, and over all gaps, one after the other.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <map>
#include <numeric>
#include <string>
#include <vector>

namespace corpus::reference {

/// A word in parts that all hold something, and the places where it stands in the text; it occurs somewhere.
struct Word {
  std::vector<double> hits;
  std::vector<double> sizes;
  std::vector<double> positions;

  [[nodiscard]] double f() const { return sum(hits); }
  [[nodiscard]] double n() const { return static_cast<double>(hits.size()); }
  [[nodiscard]] double tokens() const { return sum(sizes); }
  [[nodiscard]] double w(std::size_t i) const { return sizes[i] / tokens(); }
  [[nodiscard]] double v(std::size_t i) const { return hits[i] / f(); }
  static double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

  template <typename Term>
  [[nodiscard]] double over_parts(Term term) const {
    double sum = 0;
    for (std::size_t i = 0; i < hits.size(); ++i) sum += term(i);
    return sum;
  }
  template <typename Term>
  [[nodiscard]] double over_gaps(Term term) const {
    double sum = 0;
    for (std::size_t i = 0; i < positions.size(); ++i) {
      sum += term(i == 0 ? positions[0] + tokens() - positions.back() : positions[i] - positions[i - 1]);
    }
    return sum;
  }
  [[nodiscard]] std::vector<double> rates() const {
    std::vector<double> rates;
    for (std::size_t i = 0; i < hits.size(); ++i) rates.push_back(hits[i] / sizes[i]);
    return rates;
  }
};

inline double dp(const Word& word) {
  return word.over_parts([&](std::size_t i) { return std::abs(word.v(i) - word.w(i)); }) / 2;
}

inline double d_kl(const Word& word) {
  return word.over_parts(
      [&](std::size_t i) { return word.v(i) > 0 ? word.v(i) * std::log2(word.v(i) / word.w(i)) : 0; });
}

inline double smallest_share(const Word& word, double least_hits) {
  double smallest = 1;
  for (std::size_t i = 0; i < word.hits.size(); ++i) {
    if (word.hits[i] >= least_hits) smallest = std::min(smallest, word.w(i));
  }
  return smallest;
}

inline double juilland_d(const Word& word) {
  const auto rates = word.rates();
  const double mean = Word::sum(rates) / word.n();
  double squares = 0;
  for (const double rate : rates) squares += (rate - mean) * (rate - mean);
  return 1 - std::sqrt(squares / word.n()) / mean / std::sqrt(word.n() - 1);
}

inline double carroll_d2(const Word& word) {
  const auto rates = word.rates();
  double entropy = 0;
  for (const double rate : rates) {
    const double p = rate / Word::sum(rates);
    if (p > 0) entropy -= p * std::log2(p);
  }
  return entropy / std::log2(word.n());
}

inline double da(const Word& word) {
  const auto rates = word.rates();
  const double mean = Word::sum(rates) / word.n();
  double differences = 0;
  for (std::size_t i = 0; i < rates.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) differences += std::abs(rates[i] - rates[j]);
  }
  return 1 - differences / (word.n() * (word.n() - 1) / 2) / (2 * mean);
}

inline double rosengren_s(const Word& word) {
  const double roots = word.over_parts([&](std::size_t i) { return std::sqrt(word.w(i) * word.hits[i]); });
  return roots * roots / word.f();
}

inline double range(const Word& word) {
  return word.over_parts([&](std::size_t i) { return word.hits[i] > 0 ? 1 : 0; });
}

inline double ald(const Word& word) {
  return word.over_gaps([](double gap) { return gap * std::log10(gap); }) / word.tokens();
}

inline double squared_gaps(const Word& word) {
  return word.over_gaps([](double gap) { return gap * gap; });
}

inline double arf(const Word& word) {
  const double v = word.tokens() / word.f();
  return word.over_gaps([v](double gap) { return std::min(gap, v); }) / v;
}

/// By the names that the table of measures gives them. Those that take two parts at least are asked for no less.
inline const std::map<std::string, std::function<double(const Word&)>>& dispersion_measures() {
  static const std::map<std::string, std::function<double(const Word&)>> measures{
      {"range", range},
      {"dp", dp},
      {"dp_norm", [](const Word& word) { return dp(word) / (1 - smallest_share(word, 0)); }},
      {"dp_egbert", [](const Word& word) { return dp(word) / (1 - smallest_share(word, 1)); }},
      {"juilland_d", juilland_d},
      {"carroll_d2", carroll_d2},
      {"rosengren_s", rosengren_s},
      {"d_kl", d_kl},
      {"d_kl_norm", [](const Word& word) { return d_kl(word) / (1 + d_kl(word)); }},
      {"da", da},
      {"arf", arf},
      {"awt", [](const Word& word) { return (1 + squared_gaps(word) / word.tokens()) / 2; }},
      {"fawt", [](const Word& word) { return word.tokens() * word.tokens() / squared_gaps(word); }},
      {"ald", ald},
      {"fald", [](const Word& word) { return word.tokens() * std::pow(10, -ald(word)); }},
      {"idf", [](const Word& word) { return std::log2(word.n() / range(word)); }},
  };
  return measures;
}

}  // namespace corpus::reference
