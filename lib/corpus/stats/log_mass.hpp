// SPDX-License-Identifier: MIT
/// \file
/// Probabilities of counts in logarithms, without the cancellation that factorials of large numbers bring: the parts of
/// Loader's saddle-point expansion, and the sum of a tail.
///
///     -unit_deviance(x, m, x - m) - stirling_rest(x)          // ln of Poisson's e^-m m^x / x!
///
/// Loader (2000), Fast and accurate computation of binomial probabilities. Some logarithms a call; a tail sums at most
/// 200,000 terms.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace corpus::stats {

/// x ln(x / m) - (x - m), exact to the last digits where x is near m. `difference` is x - m, given apart since the
/// caller may know it better. 0 or more; x, m not negative, and x = 0 where m = 0.
[[nodiscard]] double unit_deviance(double x, double m, double difference);

/// What x! is above (x/e)^x, as a logarithm: ln x! - x ln x + x. 0 for x = 0; x whole below 16.
[[nodiscard]] double stirling_rest(double x);

/// ln(1 - e^x), x below 0.
[[nodiscard]] double log_one_minus_exp(double x);

/// ln(e^a + e^b).
[[nodiscard]] double log_add(double a, double b);

/// A tail of a distribution over whole numbers with one peak, seen from its first term outwards.
struct Tail {
  double log_first = 0;    ///< ln of the first term
  double further = 0;      ///< how many terms follow
  double variance = 0;     ///< of the normal curve that fits around the first term
  double first_ratio = 0;  ///< second term to first
};

/// How many terms outwards count: what follows is below e^-42 of the first, were the tail normal.
[[nodiscard]] double terms_that_count(const Tail& tail);

/// The integral of exp(log_mass(t) - log_first) over -1/2 to `terms` + 1/2.
template <typename LogMass>
[[nodiscard]] double integrate(const LogMass& log_mass, double log_first, double terms) {
  // Gauss and Legendre's points in 32 panels, of which the weightiest spans e^3
  constexpr double nodes[] = {0.095012509837637440185, 0.28160355077925891323, 0.45801677765722738634,
                              0.61787624440264374845,  0.7554044083550030339,  0.86563120238783174388,
                              0.94457502307323257608,  0.9894009349916499326};
  constexpr double weights[] = {0.18945061045506849629,  0.18260341504492358887, 0.16915651939500253819,
                                0.14959598881657673208,  0.12462897125553387205, 0.09515851168249278481,
                                0.062253523938647892863, 0.027152459411754094852};
  constexpr int panels = 32;
  const double half = (terms + 1) / panels / 2;
  double sum = 0;
  for (int panel = panels - 1; panel >= 0; --panel) {
    const double middle = (2 * panel + 1) * half - 0.5;
    for (int i = 7; i >= 0; --i) {
      sum += weights[i] * (std::exp(log_mass(middle - half * nodes[i]) - log_first) +
                           std::exp(log_mass(middle + half * nodes[i]) - log_first));
    }
  }
  return sum * half;
}

/// ln of the sum of the tail. `ratio(t)` is term t + 1 over term t; `log_mass(t)` the ln of term t, for any real t from
/// -1 on where the terms are many. Beyond 200,000 terms the sum is an integral with Euler and Maclaurin's first
/// correction; the next one is below 1e-15 of it.
template <typename Ratio, typename LogMass>
[[nodiscard]] double log_sum(const Tail& tail, const Ratio& ratio, const LogMass& log_mass) {
  const double terms = terms_that_count(tail);
  if (terms > 200'000) {
    const double slope = 1 - std::exp(log_mass(-1.0) - tail.log_first);
    return tail.log_first + std::log(integrate(log_mass, tail.log_first, std::min(terms, tail.further)) + slope / 24);
  }
  double term = 1;
  double sum = 1;
  for (double t = 0; t < tail.further && term > sum * 1e-18; ++t) {
    term *= ratio(t);
    sum += term;
  }
  return tail.log_first + std::log(sum);
}

}  // namespace corpus::stats
