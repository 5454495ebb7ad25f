// SPDX-License-Identifier: MIT
#include "corpus/stats/keyness_documents.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <random>
#include <vector>

#include "corpus/stats/ranks.hpp"

namespace corpus::stats {
namespace {

using Rates = std::span<const double>;
__extension__ using Wide = unsigned __int128;

double mean_of(Rates values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Sample variance over the number of values: the variance of their mean.
double variance_of_mean(Rates values) {
  const double mean = mean_of(values);
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const auto n = static_cast<double>(values.size());
  return squares / (n - 1) / n;
}

bool all_equal(Rates values) {
  return std::all_of(values.begin(), values.end(), [values](double value) { return value == values.front(); });
}

std::vector<double> together(Rates x, Rates y) {
  std::vector<double> all(x.begin(), x.end());
  all.insert(all.end(), y.begin(), y.end());
  return all;
}

/// From 0 to below `bound`, the same on every machine: standard distributions are not.
std::size_t draw(std::mt19937_64& random, std::size_t bound) {
  return static_cast<std::size_t>((Wide{random()} * Wide{bound}) >> 64);
}

/// Ways to choose k of n, or `limit` + 1 if there are more.
std::uint64_t choices(std::size_t n, std::size_t k, std::uint64_t limit) {
  Wide ways = 1;
  for (std::size_t i = 1; i <= std::min(k, n - k); ++i) {
    ways = ways * (n - i + 1) / i;
    if (ways > limit) return limit + 1;
  }
  return static_cast<std::uint64_t>(ways);
}

/// The sum of x's group says all about the difference of the means. Distances of the values from their common mean.
struct Dealing {
  std::vector<double> distances;
  std::size_t size = 0;  ///< of x's group
  double bar = 0;        ///< a sum at least as far from 0 as the one seen, with some room for rounding

  [[nodiscard]] bool is_extreme(double sum) const { return std::abs(sum) >= bar; }
};

Dealing dealing(Rates x, Rates y) {
  Dealing result = {.distances = together(x, y), .size = x.size()};
  const double mean = mean_of(result.distances);
  double seen = 0;
  double spread = 0;
  for (std::size_t i = 0; i < result.distances.size(); ++i) {
    double& distance = result.distances[i];
    distance -= mean;
    spread += std::abs(distance);
    if (i < x.size()) seen += distance;
  }
  result.bar = std::abs(seen) - 1e-12 * spread;
  return result;
}

double share_of_all(const Dealing& dealing) {
  std::vector<std::size_t> chosen(dealing.size);
  std::iota(chosen.begin(), chosen.end(), std::size_t{0});
  const std::size_t n = dealing.distances.size();
  double extreme = 0;
  for (double ways = 1;; ++ways) {
    double sum = 0;
    for (const std::size_t i : chosen) sum += dealing.distances[i];
    if (dealing.is_extreme(sum)) ++extreme;
    // the next choice in the order of a dictionary: the last index that can move on does
    std::size_t last = chosen.size();
    while (last > 0 && chosen[last - 1] == n - chosen.size() + last - 1) --last;
    if (last == 0) return extreme / ways;
    std::iota(chosen.begin() + static_cast<std::ptrdiff_t>(last - 1), chosen.end(), chosen[last - 1] + 1);
  }
}

double share_of_random(Dealing dealing, const ResamplingOptions& options) {
  std::mt19937_64 random(options.seed);
  std::uint64_t extreme = 0;
  for (std::uint64_t round = 0; round < options.rounds; ++round) {
    double sum = 0;
    for (std::size_t i = 0; i < dealing.size; ++i) {
      std::swap(dealing.distances[i], dealing.distances[i + draw(random, dealing.distances.size() - i)]);
      sum += dealing.distances[i];
    }
    if (dealing.is_extreme(sum)) ++extreme;
  }
  return (static_cast<double>(extreme) + 1) / (static_cast<double>(options.rounds) + 1);
}

double resampled_mean(Rates values, std::mt19937_64& random) {
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) sum += values[draw(random, values.size())];
  return sum / static_cast<double>(values.size());
}

}  // namespace

std::optional<RankSum> rank_sum_test(Rates x, Rates y, Continuity continuity) {
  if (x.empty() || y.empty()) return std::nullopt;
  const std::vector<double> all = together(x, y);
  const Ranks ranks = mid_ranks(std::span<const double>(all));
  RankSum result;
  for (std::size_t i = 0; i < x.size(); ++i) result.w += ranks.ranks[i];
  const auto nx = static_cast<double>(x.size());
  const auto ny = static_cast<double>(y.size());
  const double n = nx + ny;
  result.u = result.w - nx * (nx + 1) / 2;
  const double variance = nx * ny / 12 * (n + 1 - ranks.ties / (n * (n - 1)));
  if (!(variance > 0) || all_equal(all)) return std::nullopt;
  const double half = continuity == Continuity::on ? 0.5 : 0;
  const double distance = std::max(0.0, std::abs(result.u - nx * ny / 2) - half);
  result.p = normal_tails(distance / std::sqrt(variance));
  return result;
}

std::optional<WelchT> welch_test(Rates x, Rates y) {
  if (x.size() < 2 || y.size() < 2 || (all_equal(x) && all_equal(y))) return std::nullopt;
  const double of_x = variance_of_mean(x);
  const double of_y = variance_of_mean(y);
  const double both = of_x + of_y;
  if (!(both > 0)) return std::nullopt;
  const double t = (mean_of(x) - mean_of(y)) / std::sqrt(both);
  const double degrees =
      both * both /
      (of_x * of_x / (static_cast<double>(x.size()) - 1) + of_y * of_y / (static_cast<double>(y.size()) - 1));
  return WelchT{.t = t, .degrees = degrees, .p = student_tails(t, degrees)};
}

std::optional<PValue> permutation_test(Rates x, Rates y, ResamplingOptions options) {
  if (x.empty() || y.empty()) return std::nullopt;
  const Dealing seen = dealing(x, y);
  const bool few = choices(x.size() + y.size(), x.size(), options.rounds) <= options.rounds;
  return PValue{.log = std::log(few ? share_of_all(seen) : share_of_random(seen, options))};
}

PValue bootstrap_p(double p1, std::uint64_t rounds) {
  const auto b = static_cast<double>(rounds);
  return {.log = std::log(std::min(1.0, (1 + 2 * b * std::min(p1, 1 - p1)) / (1 + b)))};
}

std::optional<PValue> bootstrap_test(Rates x, Rates y, ResamplingOptions options) {
  if (x.empty() || y.empty() || options.rounds == 0) return std::nullopt;
  std::mt19937_64 random(options.seed);
  double lower = 0;
  for (std::uint64_t round = 0; round < options.rounds; ++round) {
    const double of_x = resampled_mean(x, random);
    const double of_y = resampled_mean(y, random);
    lower += of_x < of_y ? 1 : of_x > of_y ? 0 : 0.5;
  }
  return bootstrap_p(lower / static_cast<double>(options.rounds), options.rounds);
}

}  // namespace corpus::stats
