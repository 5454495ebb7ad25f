// SPDX-License-Identifier: MIT
// What probability.hpp takes from Boost.Math; no other source includes it, for it takes seconds to compile.
#define BOOST_DISABLE_ASSERTS  // a library does not end the program

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>

#include "corpus/stats/probability.hpp"

namespace corpus::stats {
namespace {

namespace policies = boost::math::policies;

/// Doubles all through, so that machines with another long double agree; no exceptions.
using Policy = policies::policy<policies::promote_double<false>, policies::domain_error<policies::ignore_error>,
                                policies::overflow_error<policies::ignore_error>,
                                policies::evaluation_error<policies::ignore_error>>;

constexpr double sqrt_of_two = 1.41421356237309504880;

/// ln of both tails of t where no double holds them: I_x(a, 1/2) as a power series in x = df / (df + t^2), a = df / 2.
double log_student_series(double t, double degrees) {
  constexpr double log_sqrt_pi = 0.57236494292470008707;
  const double a = degrees / 2;
  const double x = degrees / (degrees + t * t);
  double term = 1;
  double sum = 1;
  for (double n = 0; term > sum * 1e-17; ++n) {
    term *= (a + 0.5 + n) / (a + 1 + n) * x;
    sum += term;
  }
  const double log_beta = std::lgamma(a) + log_sqrt_pi - std::lgamma(a + 0.5);
  return -a * std::log1p(t * t / degrees) - std::log1p(degrees / (t * t)) / 2 - std::log(a) - log_beta + std::log(sum);
}

}  // namespace

double normal_quantile(double tail) { return sqrt_of_two * boost::math::erfc_inv(2 * tail, Policy()); }

PValue student_tails(double t, double degrees) {
  const double squared = t * t;
  // the first argument that is not near 1 keeps its digits
  const double p = squared < degrees ? boost::math::ibetac(0.5, degrees / 2, squared / (degrees + squared), Policy())
                                     : boost::math::ibeta(degrees / 2, 0.5, degrees / (degrees + squared), Policy());
  if (p > 1e-290) return {.log = std::log(p)};
  return {.log = log_student_series(t, degrees)};
}

double beta_quantile_logit(double a, double b, double tail) {
  double complement = 0;
  const double x = boost::math::ibeta_inv(a, b, tail, &complement, Policy());
  return std::log(x / complement);
}

}  // namespace corpus::stats
