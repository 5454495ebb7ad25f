// SPDX-License-Identifier: MIT
#include "corpus/stats/probability.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace corpus::stats {
namespace {

/// Relative error of a logarithm that was computed with 40 digits.
void expect_digits(double got, double expected, double digits = 1e-12) {
  EXPECT_NEAR(got, expected, digits * std::abs(expected));
}

TEST(ChiSquaredTail, MeetsTheTables) {  // critical values of one degree of freedom
  EXPECT_NEAR(chi_squared_tail(3.841458820694124).value(), 0.05, 1e-15);
  EXPECT_NEAR(chi_squared_tail(6.634896601021213).value(), 0.01, 1e-15);
  EXPECT_NEAR(chi_squared_tail(10.827566170662733).value(), 0.001, 1e-16);
  EXPECT_EQ(chi_squared_tail(0).value(), 1);
}

TEST(ChiSquaredTail, HoldsWhereNoDoubleDoes) {  // ln erfc(sqrt(x / 2)), by mpmath with 40 digits
  expect_digits(chi_squared_tail(1e-10).log, -7.97887743905360764e-6);
  expect_digits(chi_squared_tail(60).log, -32.2889870327047418);
  expect_digits(chi_squared_tail(199.99).log, -102.874864268202742);
  expect_digits(chi_squared_tail(200.01).log, -102.884913780261141);
  expect_digits(chi_squared_tail(13320).log, -6664.97437738568154);
  expect_digits(chi_squared_tail(1e12).log, -500000000014.041302);
  EXPECT_EQ(chi_squared_tail(13320).value(), 0);
  EXPECT_LT(chi_squared_tail(13320.5), chi_squared_tail(13320));
  expect_digits(chi_squared_tail(13320).log10(), -2894.56159412516299);
}

TEST(ChiSquaredTail, FallsWithoutAStep) {
  for (double x = 0; x < 400; x += 0.01) ASSERT_LT(chi_squared_tail(x + 0.01), chi_squared_tail(x)) << x;
}

TEST(NormalTails, AreBothTails) {
  EXPECT_NEAR(normal_tails(-1.959963984540054).value(), 0.05, 1e-15);
  EXPECT_NEAR(normal_tails(1.959963984540054).value(), 0.05, 1e-15);
}

TEST(NormalQuantile, IsTheInverse) {
  EXPECT_NEAR(normal_quantile(0.025), 1.959963984540054, 1e-14);
  EXPECT_NEAR(normal_quantile(1e-10), 6.361340902404056, 1e-13);
  EXPECT_EQ(normal_quantile(0.5), 0);
  EXPECT_NEAR(normal_quantile(0.9), -1.2815515655446004, 1e-14);
}

TEST(StudentTails, MeetTheTables) {
  EXPECT_NEAR(student_tails(12.706204736174704646, 1).value(), 0.05, 1e-14);  // Cauchy
  EXPECT_NEAR(student_tails(-2.2281388519862747484, 10).value(), 0.05, 1e-14);
  EXPECT_NEAR(student_tails(1.0, 1).value(), 0.5, 1e-15);
  EXPECT_EQ(student_tails(0, 7).value(), 1);
}

TEST(StudentTails, HoldWhereNoDoubleDoes) {  // by mpmath with 40 digits
  expect_digits(student_tails(40, 1000).log, -481.19351038303336);
  expect_digits(student_tails(100, 1000).log, -1202.5800000769478);
  expect_digits(student_tails(100, 5000).log, -2750.8125269996329);
}

/// The chance of at least one success in b trials is known in closed form: Beta(1, b).
TEST(BetaQuantile, ClosedForms) {
  for (const double tail : {0.5, 0.025, 1e-6, 1e-12}) {
    const double x = -std::expm1(std::log1p(-tail) / 7);
    expect_digits(beta_quantile_logit(1, 7, tail), std::log(x / (1 - x)), 1e-11);
    const double root = std::pow(tail, 1.0 / 9);  // Beta(9, 1): x^9
    expect_digits(beta_quantile_logit(9, 1, tail), std::log(root / (1 - root)), 1e-11);
  }
  const double below_one = -std::expm1(std::log(0.025) / 1e10);  // Beta(10^10, 1): x is next to 1
  expect_digits(beta_quantile_logit(1e10, 1, 0.025), std::log1p(-below_one) - std::log(below_one));
  EXPECT_NEAR(beta_quantile_logit(1e9, 1e9, 0.5), 0, 1e-11);
}

double slow_poisson(std::uint64_t count, double mean) {
  long double term = std::exp(-static_cast<long double>(mean));
  long double less = 0;
  for (std::uint64_t k = 0; k < count; ++k) {
    less += term;
    term *= mean / static_cast<long double>(k + 1);
  }
  long double more = 0;
  for (std::uint64_t k = count; k < count + 2000; ++k) {
    more += term;
    term *= mean / static_cast<long double>(k + 1);
  }
  return static_cast<double>(more < less ? more : 1 - less);
}

TEST(Poisson, IsTheSum) {
  for (const double mean : {1e-5, 0.1597, 1.0, 9.58, 250.0}) {
    for (const std::uint64_t count : {0u, 1u, 2u, 7u, 20u, 260u}) {
      const double slow = slow_poisson(count, mean);
      EXPECT_NEAR(poisson_at_least(count, mean).value(), slow, 1e-12 * slow) << count << " of " << mean;
    }
  }
}

TEST(Poisson, HoldsForManyTerms) {  // by SciPy's incomplete gamma function
  EXPECT_NEAR(poisson_at_least(1'000'000, 999'000).log, -1.8410218993794, 1e-12);
  EXPECT_NEAR(poisson_at_least(1'000'000'000, 999'900'000).log, -7.153085468637395, 1e-11);
  EXPECT_NEAR(poisson_at_least(1'000'000'000'000, 1'000'003'000'000).log, -0.0013508217990101, 1e-14);
  EXPECT_NEAR(poisson_at_least(5000, 1).log10(), -37592.14330889678 / std::log(10), 1e-8);
}

TEST(Adjusted, ByHand) {
  const std::vector<PValue> p = {{std::log(0.03)}, {std::log(0.01)}, {std::log(0.5)}, {std::log(0.02)}};
  const auto expect = [&p](Adjustment adjustment, const std::vector<double>& values) {
    const std::vector<PValue> result = adjusted(p, adjustment);
    ASSERT_EQ(result.size(), 4u);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(result[i].value(), values[i], 1e-14);
  };
  expect(Adjustment::none, {0.03, 0.01, 0.5, 0.02});
  expect(Adjustment::bonferroni, {0.12, 0.04, 1, 0.08});
  expect(Adjustment::holm, {0.06, 0.04, 0.5, 0.06});
  expect(Adjustment::benjamini_hochberg, {0.04, 0.04, 0.5, 0.04});
}

TEST(Adjusted, MeetsBenjaminiAndHochberg) {  // (1995), section 3; R 4.2.2's p.adjust
  const std::vector<double> p = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                 0.0459, 0.324,  0.4262, 0.5719, 0.6528, 0.759,  1.0};
  const std::vector<double> bh = {0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286,
                                  0.0645};
  const std::vector<double> holm = {0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1};
  std::vector<PValue> logs;
  for (const double one : p) logs.push_back({.log = std::log(one)});
  for (std::size_t i = 0; i < bh.size(); ++i) {
    EXPECT_NEAR(adjusted(logs, Adjustment::benjamini_hochberg)[i].value(), bh[i], 1e-12);
  }
  for (std::size_t i = 0; i < holm.size(); ++i) {
    EXPECT_NEAR(adjusted(logs, Adjustment::holm)[i].value(), holm[i], 1e-12);
  }
}

TEST(Adjusted, IsMonotoneAndOrderedFromNoneToBonferroni) {
  std::mt19937 random(7);
  for (int round = 0; round < 100; ++round) {
    std::vector<PValue> p(1 + random() % 30);
    for (PValue& one : p) one.log = -static_cast<double>(random() % 20);  // ties, and 1
    const auto bonferroni = adjusted(p, Adjustment::bonferroni);
    const auto holm = adjusted(p, Adjustment::holm);
    const auto bh = adjusted(p, Adjustment::benjamini_hochberg);
    for (std::size_t i = 0; i < p.size(); ++i) {
      ASSERT_LE(p[i].log, bh[i].log + 1e-12);
      ASSERT_LE(bh[i].log, holm[i].log + 1e-12);
      ASSERT_LE(holm[i].log, bonferroni[i].log + 1e-12);
      ASSERT_LE(bonferroni[i].log, 0);
      for (std::size_t j = 0; j < p.size(); ++j) {
        if (p[i] < p[j]) {
          ASSERT_FALSE(holm[j] < holm[i]);
          ASSERT_FALSE(bh[j] < bh[i]);
        }
      }
    }
  }
  EXPECT_TRUE(adjusted({}, Adjustment::holm).empty());
}

TEST(Adjusted, KeepsWhatNoDoubleHolds) {
  const std::vector<PValue> p = {{.log = -5000}, {.log = -4000}};
  EXPECT_NEAR(adjusted(p, Adjustment::holm)[0].log, -5000 + std::log(2), 1e-9);
}

}  // namespace
}  // namespace corpus::stats
