// SPDX-License-Identifier: MIT
#include "corpus/stats/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "corpus/stats/ranks.hpp"

namespace corpus::stats {
namespace {

using Counts = std::span<const std::uint64_t>;

double real(std::uint64_t count) { return static_cast<double>(count); }

double total(Counts counts) { return real(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0})); }

/// p log2(p / m), 0 for p = 0.
double information(double p, double m) { return p > 0 ? p * std::log2(p / m) : 0; }

/// Indices of the types that are most frequent in both together, at most `words`.
std::vector<std::size_t> most_frequent(Counts x, Counts y, std::uint64_t words) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] != 0 || y[i] != 0) order.push_back(i);
  }
  const auto before = [x, y](std::size_t a, std::size_t b) {
    const std::uint64_t of_a = x[a] + y[a];
    const std::uint64_t of_b = x[b] + y[b];
    return of_a != of_b ? of_a > of_b : a < b;
  };
  const auto kept = static_cast<std::size_t>(std::min<std::uint64_t>(words, order.size()));
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(), before);
  order.resize(kept);
  return order;
}

}  // namespace

std::optional<double> jensen_shannon(Counts x, Counts y) {
  const double of_x = total(x);
  const double of_y = total(y);
  if (of_x == 0 || of_y == 0) return std::nullopt;
  double bits = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double p = real(x[i]) / of_x;
    const double q = real(y[i]) / of_y;
    const double m = (p + q) / 2;
    bits += information(p, m) + information(q, m);
  }
  return std::clamp(bits / 2, 0.0, 1.0);
}

std::optional<double> jensen_shannon_distance(Counts x, Counts y) {
  const std::optional<double> divergence = jensen_shannon(x, y);
  if (!divergence) return std::nullopt;
  return std::sqrt(*divergence);
}

std::optional<double> cosine(Counts x, Counts y) {
  double xy = 0;
  double xx = 0;
  double yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += real(x[i]) * real(y[i]);
    xx += real(x[i]) * real(x[i]);
    yy += real(y[i]) * real(y[i]);
  }
  if (xx == 0 || yy == 0) return std::nullopt;
  return std::min(1.0, xy / std::sqrt(xx * yy));
}

std::optional<double> spearman(Counts x, Counts y) {
  const std::vector<double> ranks_x = mid_ranks(x).ranks;
  const std::vector<double> ranks_y = mid_ranks(y).ranks;
  const double middle = (real(x.size()) + 1) / 2;
  double xy = 0;
  double xx = 0;
  double yy = 0;
  for (std::size_t i = 0; i < ranks_x.size(); ++i) {
    const double dx = ranks_x[i] - middle;
    const double dy = ranks_y[i] - middle;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  if (xx == 0 || yy == 0) return std::nullopt;
  return std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
}

std::optional<double> chi_by_degrees(Counts x, Counts y, ChiByDegreesOptions options) {
  const std::vector<std::size_t> words = most_frequent(x, y, options.words);
  double of_x = 0;
  double of_y = 0;
  for (const std::size_t i : words) {
    of_x += real(x[i]);
    of_y += real(y[i]);
  }
  if (words.size() < 2 || of_x == 0 || of_y == 0) return std::nullopt;
  double sum = 0;
  for (const std::size_t i : words) {
    // (O - E)^2 is the same in both rows, and 1/E1 + 1/E2 = N^2 / (n1 n2 f)
    const double distance = real(x[i]) * of_y - real(y[i]) * of_x;
    sum += distance / of_x * (distance / of_y) / (real(x[i]) + real(y[i]));
  }
  return sum / (real(words.size()) - 1);
}

std::optional<RateScale> rate_scale(std::span<const std::vector<double>> documents) {
  if (documents.size() < 2) return std::nullopt;
  const std::size_t words = documents.front().size();
  const double n = real(documents.size());
  RateScale scale = {.means = std::vector<double>(words), .deviations = std::vector<double>(words)};
  for (std::size_t w = 0; w < words; ++w) {
    double sum = 0;
    for (const std::vector<double>& document : documents) sum += document[w];
    const double mean = sum / n;
    double squares = 0;
    for (const std::vector<double>& document : documents) squares += (document[w] - mean) * (document[w] - mean);
    const auto is_first = [&](const std::vector<double>& document) { return document[w] == documents.front()[w]; };
    scale.means[w] = mean;
    // a mean may miss equal rates by a rounding; the deviation is 0 all the same
    scale.deviations[w] = std::all_of(documents.begin(), documents.end(), is_first) ? 0 : std::sqrt(squares / (n - 1));
  }
  return scale;
}

std::optional<double> burrows_delta(std::span<const double> a, std::span<const double> b, const RateScale& scale) {
  double sum = 0;
  std::uint64_t words = 0;
  for (std::size_t w = 0; w < a.size(); ++w) {
    if (!(scale.deviations[w] > 0)) continue;
    sum += std::abs(a[w] - b[w]) / scale.deviations[w];  // the means cancel
    ++words;
  }
  if (words == 0) return std::nullopt;
  return sum / real(words);
}

}  // namespace corpus::stats
