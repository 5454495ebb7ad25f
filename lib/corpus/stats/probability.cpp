// SPDX-License-Identifier: MIT
// Tails that the standard library or a few lines give, and adjustment. What needs Boost: quantiles.cpp.
#include "corpus/stats/probability.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "corpus/stats/log_mass.hpp"

namespace corpus::stats {
namespace {

constexpr double log_of_ten = 2.302585092994045684;
constexpr double half_log_pi = 0.57236494292470008707;

/// ln of the chance that a Poisson variable of mean m is count or more; count above m.
double log_poisson_up(double count, double m) {
  const auto log_mass = [&](double t) {
    return -unit_deviance(count + t, m, count - m + t) - stirling_rest(count + t);
  };
  const auto ratio = [&](double t) { return m / (count + t + 1); };
  const Tail tail = {.log_first = log_mass(0), .further = 1e300, .variance = count, .first_ratio = ratio(0)};
  return log_sum(tail, ratio, log_mass);
}

/// ln of the chance that it is count or less; count below m.
double log_poisson_down(double count, double m) {
  const auto log_mass = [&](double t) {
    return -unit_deviance(count - t, m, count - m - t) - stirling_rest(count - t);
  };
  const auto ratio = [&](double t) { return (count - t) / m; };
  const Tail tail = {.log_first = log_mass(0), .further = count, .variance = m, .first_ratio = ratio(0)};
  return log_sum(tail, ratio, log_mass);
}

/// p scaled by a whole factor, at most 1.
PValue times(PValue p, std::size_t factor) {
  return {.log = std::min(0.0, p.log + std::log(static_cast<double>(factor)))};
}

}  // namespace

double PValue::value() const { return std::exp(log); }

double PValue::log10() const { return log / log_of_ten; }

PValue chi_squared_tail(double x) {
  const double z = std::sqrt(x / 2);
  if (z < 0.5) return {.log = std::log1p(-std::erf(z))};
  if (z < 10) return {.log = std::log(std::erfc(z))};
  // erfc(z) = e^(-z^2) / (z sqrt pi) (1 - 1/(2 z^2) + 1 3/(2 z^2)^2 - ...)
  double term = 1;
  double sum = 0;
  for (int odd = 1; odd < 24; odd += 2) {
    term *= -odd / x;
    sum += term;
  }
  return {.log = -x / 2 - std::log(z) - half_log_pi + std::log1p(sum)};
}

PValue normal_tails(double z) { return chi_squared_tail(z * z); }

PValue poisson_at_least(std::uint64_t count, double mean) {
  const auto k = static_cast<double>(count);
  if (count == 0) return {.log = 0};
  if (k > mean) return {.log = log_poisson_up(k, mean)};
  return {.log = log_one_minus_exp(log_poisson_down(k - 1, mean))};
}

std::vector<PValue> adjusted(std::span<const PValue> p, Adjustment adjustment) {
  std::vector<PValue> result(p.begin(), p.end());
  const std::size_t m = p.size();
  if (adjustment == Adjustment::none) return result;
  if (adjustment == Adjustment::bonferroni) {
    for (PValue& one : result) one = times(one, m);
    return result;
  }
  std::vector<std::size_t> order(m);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [p](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  if (adjustment == Adjustment::holm) {
    PValue greatest = {.log = -HUGE_VAL};
    for (std::size_t i = 0; i < m; ++i) {
      greatest = std::max(greatest, times(p[order[i]], m - i));
      result[order[i]] = greatest;
    }
    return result;
  }
  PValue least = {.log = 0};
  for (std::size_t i = m; i-- > 0;) {
    const double factor = std::log(static_cast<double>(m)) - std::log(static_cast<double>(i + 1));
    least = std::min(least, PValue{.log = p[order[i]].log + factor});
    result[order[i]] = least;
  }
  return result;
}

}  // namespace corpus::stats
