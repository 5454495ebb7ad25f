// SPDX-License-Identifier: MIT
#include "corpus/stats/log_mass.hpp"

namespace corpus::stats {
namespace {

constexpr double half_log_two_pi = 0.91893853320467274178;

/// ln x! - (x + 1/2) ln x + x - ln sqrt(2 pi).
double stirling_error(double x) {
  constexpr double small[] = {0.0,
                              0.08106146679532725822,
                              0.041340695955409294094,
                              0.027677925684998339149,
                              0.020790672103765093112,
                              0.016644691189821192163,
                              0.013876128823070747999,
                              0.011896709945891770095,
                              0.010411265261972096497,
                              0.0092554621827127329177,
                              0.0083305634333628712565,
                              0.007573675487951840795,
                              0.0069428401072095298657,
                              0.0064089941880042070684,
                              0.0059513701127588477356,
                              0.005554733551962801371};
  if (x < 16) return small[static_cast<int>(x)];
  const double s = 1 / (x * x);
  return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - s / 1188) * s) * s) * s) / x;
}

}  // namespace

double unit_deviance(double x, double m, double difference) {
  if (m == 0) return 0;
  if (x == 0) return m;
  if (std::abs(difference) >= 0.1 * (x + m)) return x * std::log(x / m) - difference;
  // with v = (x - m) / (x + m), ln(x / m) = 2 (v + v^3/3 + v^5/5 + ...), and the first terms cancel exactly
  const double v = difference / (x + m);
  double sum = difference * v;
  double power = 2 * x * v;
  for (int odd = 3;; odd += 2) {
    power *= v * v;
    const double next = sum + power / odd;
    if (next == sum) return sum;
    sum = next;
  }
}

double stirling_rest(double x) {
  if (x == 0) return 0;
  return half_log_two_pi + std::log(x) / 2 + stirling_error(x);
}

double log_one_minus_exp(double x) {
  constexpr double log_two = 0.693147180559945309417;
  return x > -log_two ? std::log(-std::expm1(x)) : std::log1p(-std::exp(x));
}

double log_add(double a, double b) {
  const auto [less, more] = std::minmax(a, b);
  return more + std::log1p(std::exp(less - more));
}

double terms_that_count(const Tail& tail) {
  if (tail.further == 0 || tail.first_ratio <= 0) return 0;
  constexpr double depth = 42;
  const double steepness = -std::log(tail.first_ratio);
  const double root = std::sqrt(steepness * steepness + 2 * depth / tail.variance);
  return steepness > 0 ? 2 * depth / (steepness + root) : tail.variance * (root - steepness);
}

}  // namespace corpus::stats
