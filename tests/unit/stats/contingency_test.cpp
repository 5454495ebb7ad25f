// SPDX-License-Identifier: MIT
#include "corpus/stats/contingency.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "corpus/stats/log_mass.hpp"

namespace corpus::stats {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::uint64_t largest = std::uint64_t{1} << 53;

Contingency of_cells(std::uint64_t o11, std::uint64_t o12, std::uint64_t o21, std::uint64_t o22) {
  return {.o11 = o11, .r1 = o11 + o12, .c1 = o11 + o21, .n = o11 + o12 + o21 + o22};
}

Contingency rows_swapped(const Contingency& t) { return of_cells(t.o21(), t.o22(), t.o11, t.o12()); }
Contingency columns_swapped(const Contingency& t) { return of_cells(t.o12(), t.o11, t.o22(), t.o21()); }
Contingency transposed(const Contingency& t) { return of_cells(t.o11, t.o21(), t.o12(), t.o22()); }

TEST(Contingency, ByHand) {
  const Contingency t = of_cells(3, 7, 2, 28);
  EXPECT_EQ(t.r2(), 30u);
  EXPECT_EQ(t.c2(), 35u);
  EXPECT_EQ(t.o22(), 28u);
  EXPECT_DOUBLE_EQ(t.expected(), 1.25);
  EXPECT_DOUBLE_EQ(t.excess(), 1.75);
  EXPECT_TRUE(t.is_possible());
  EXPECT_FALSE((Contingency{.o11 = 3, .r1 = 2, .c1 = 5, .n = 10}).is_possible());
  EXPECT_FALSE((Contingency{.o11 = 3, .r1 = 5, .c1 = 2, .n = 10}).is_possible());
  EXPECT_FALSE((Contingency{.o11 = 0, .r1 = 6, .c1 = 6, .n = 10}).is_possible());
  EXPECT_FALSE((Contingency{.o11 = 0, .r1 = 11, .c1 = 0, .n = 10}).is_possible());
  EXPECT_FALSE(Contingency{}.is_possible());
}

TEST(Contingency, ImpossibleTablesHaveNoMeasures) {
  const Contingency impossible = {.o11 = 3, .r1 = 2, .c1 = 5, .n = 10};
  for (const Contingency& t : {impossible, Contingency{}}) {
    EXPECT_FALSE(g_squared(t));
    EXPECT_FALSE(chi_squared(t));
    EXPECT_FALSE(odds_ratio(t));
    EXPECT_FALSE(fisher_exact(t));
  }
}

TEST(GSquared, MeetsDunning) {  // (1993), p. 72, as printed
  EXPECT_NEAR(g_squared(of_cells(110, 2442, 111, 29114)).value(), 270.72, 0.005);
  EXPECT_NEAR(g_squared(of_cells(8, 5, 24, 31740)).value(), 95.29, 0.005);
}

TEST(GSquared, KeepsDigitsThatPlainSumsLose) {  // by mpmath with 40 digits
  EXPECT_NEAR(g_squared({1, 15'334, 2, 191'998}).value(), 2.4487567246896, 1e-13);
  EXPECT_NEAR(g_squared({7, 15'334, 120, 191'998}).value(), -0.8298024889585777, 1e-15);
  EXPECT_NEAR(g_squared({2, 1177, 3, 342'982}).value(), 18.89000376740916, 1e-13);
}

TEST(ChiSquared, MeetsTheBooks) {
  EXPECT_NEAR(chi_squared(of_cells(8, 15820, 4667, 14287173)).value(), 1.55,
              0.005);                                                       // Manning & Schuetze (1999), ch. 5
  EXPECT_NEAR(chi_squared(of_cells(3, 0, 0, 31774)).value(), 31777, 1e-6);  // Dunning (1993), p. 73
  EXPECT_EQ(chi_squared(of_cells(3, 14, 2, 10), Yates::on).value(), 0);     // R clamps the correction
  EXPECT_NEAR(chi_squared(of_cells(120, 880, 60, 1940), Yates::on).value(), 94.15558510638297, 1e-9);
}

TEST(OddsRatio, ByHand) {
  EXPECT_DOUBLE_EQ(odds_ratio(of_cells(3, 7, 2, 28)).value(), 3.0 * 28 / (7 * 2));
  EXPECT_DOUBLE_EQ(odds_ratio(of_cells(3, 7, 2, 28), Halves::always).value(), 3.5 * 28.5 / (7.5 * 2.5));
  EXPECT_DOUBLE_EQ(odds_ratio(of_cells(0, 7, 2, 28)).value(), 0.5 * 28.5 / (7.5 * 2.5));
  EXPECT_DOUBLE_EQ(odds_ratio(of_cells(3, 7, 0, 28)).value(), 3.5 * 28.5 / (7.5 * 0.5));
}

TEST(Tables, WhereAMarginIsZero) {
  const Contingency no_node = of_cells(0, 0, 5, 10);
  EXPECT_EQ(g_squared(no_node), 0.0);
  EXPECT_FALSE(chi_squared(no_node));
  EXPECT_EQ(fisher_exact(no_node)->value(), 1);
  EXPECT_EQ(fisher_exact(no_node, Sides::greater)->value(), 1);
  EXPECT_EQ(fisher_exact(no_node, Sides::less)->value(), 1);
}

TEST(Tables, IndependenceIsZero) {
  const Contingency even = of_cells(10, 20, 30, 60);
  EXPECT_EQ(g_squared(even), 0.0);
  EXPECT_EQ(chi_squared(even), 0.0);
  EXPECT_EQ(odds_ratio(even), 1.0);
  EXPECT_EQ(fisher_exact(even)->value(), 1);
}

/// Turning a table changes nothing but the sign, to the last bit.
TEST(Tables, TurnedAround) {
  std::mt19937_64 random(3);
  for (int round = 0; round < 2000; ++round) {
    const auto cell = [&random] { return random() % (std::uint64_t{1} << (random() % 30)); };
    const Contingency t = of_cells(cell(), cell(), cell(), cell() + 1);
    ASSERT_EQ(g_squared(t), g_squared(transposed(t)));
    ASSERT_EQ(chi_squared(t), chi_squared(transposed(t)));
    ASSERT_EQ(g_squared(t).value(), -g_squared(rows_swapped(t)).value());
    ASSERT_EQ(g_squared(t).value(), -g_squared(columns_swapped(t)).value());
    if (chi_squared(t)) {
      ASSERT_NEAR(*chi_squared(t), -*chi_squared(rows_swapped(t)), 1e-12 * std::abs(*chi_squared(t)));
    }
    ASSERT_EQ(fisher_exact(t), fisher_exact(transposed(t)));
    const double both = fisher_exact(t)->log;
    ASSERT_NEAR(both, fisher_exact(rows_swapped(t))->log, 1e-12 * (1 - both));
    const double greater = fisher_exact(t, Sides::greater)->log;
    ASSERT_NEAR(greater, fisher_exact(rows_swapped(t), Sides::less)->log, 1e-12 * (1 - greater));
  }
}

/// G2 and chi-squared by their formulas, cell by cell, in long double.
TEST(Tables, MeetThePlainFormulas) {
  std::mt19937_64 random(4);
  for (int round = 0; round < 1000; ++round) {
    const Contingency t = of_cells(random() % 300, random() % 3000, random() % 3000, 1 + random() % 30000);
    if (t.r1 == 0 || t.c1 == 0 || t.c2() == 0) continue;
    long double g2 = 0;
    long double x2 = 0;
    const auto add = [&](std::uint64_t o, std::uint64_t r, std::uint64_t c) {
      const long double e = static_cast<long double>(r) * static_cast<long double>(c) / static_cast<long double>(t.n);
      const auto observed = static_cast<long double>(o);
      if (o != 0) g2 += 2 * observed * std::log(observed / e);
      x2 += (observed - e) * (observed - e) / e;
    };
    add(t.o11, t.r1, t.c1);
    add(t.o12(), t.r1, t.c2());
    add(t.o21(), t.r2(), t.c1);
    add(t.o22(), t.r2(), t.c2());
    ASSERT_NEAR(std::abs(*g_squared(t)), static_cast<double>(g2), 1e-11 * static_cast<double>(g2) + 1e-12);
    ASSERT_NEAR(std::abs(*chi_squared(t)), static_cast<double>(x2), 1e-11 * static_cast<double>(x2) + 1e-12);
    ASSERT_EQ(*g_squared(t) < 0, static_cast<double>(t.o11) < t.expected());
  }
}

TEST(Tables, ExcessIsExactForLargeCounts) {
  // N = 2^53, R1 = C1 = 2^52: E = 2^51; one more than that
  const Contingency t = {.o11 = (largest >> 2) + 1, .r1 = largest >> 1, .c1 = largest >> 1, .n = largest};
  EXPECT_EQ(t.excess(), 1);
  // all four expected values are 2^51, so X2 = 4 / 2^51, and G2 is the same up to terms of (1 / 2^51)^3
  EXPECT_DOUBLE_EQ(chi_squared(t).value(), std::ldexp(1, -49));
  EXPECT_NEAR(g_squared(t).value(), std::ldexp(1, -49), std::ldexp(1, -95));
  EXPECT_NEAR(fisher_exact(t, Sides::greater)->value(), 0.5, 1e-6);
}

// ---- Fisher ------------------------------------------------------------------------------------------------------

TEST(Fisher, MeetsPedersen) {  // (1996), p. 10: a cup of tea
  const Contingency tea = of_cells(3, 1, 1, 3);
  EXPECT_NEAR(fisher_exact(tea)->value(), 34.0 / 70, 1e-15);
  EXPECT_NEAR(fisher_exact(tea, Sides::greater)->value(), 17.0 / 70, 1e-15);
  EXPECT_NEAR(fisher_exact(of_cells(1, 3, 3, 1), Sides::greater)->value(), 69.0 / 70, 1e-15);
  EXPECT_NEAR(fisher_exact(of_cells(15, 120, 4, 210))->value(), 0.00036074736551360297, 1e-15);
}

/// Binomial coefficients as whole numbers.
Wide binomial(std::uint64_t n, std::uint64_t k) {
  Wide result = 1;
  for (std::uint64_t i = 1; i <= k; ++i) result = result * (n - k + i) / i;
  return result;
}

struct Exact {
  double both = 0;
  double greater = 0;
  double less = 0;
};

/// By counting: all whole numbers, N below 60.
Exact counted(const Contingency& t) {
  const std::uint64_t fewest = t.r1 + t.c1 > t.n ? t.r1 + t.c1 - t.n : 0;
  const auto ways = [&t](std::uint64_t o) { return binomial(t.r1, o) * binomial(t.r2(), t.c1 - o); };
  const Wide here = ways(t.o11);
  Wide both = 0;
  Wide greater = 0;
  Wide less = 0;
  for (std::uint64_t o = fewest; o <= std::min(t.r1, t.c1); ++o) {
    const Wide w = ways(o);
    if (w <= here) both += w;
    if (o >= t.o11) greater += w;
    if (o <= t.o11) less += w;
  }
  const auto all = static_cast<double>(binomial(t.n, t.c1));
  return {static_cast<double>(both) / all, static_cast<double>(greater) / all, static_cast<double>(less) / all};
}

TEST(Fisher, IsTheCountOfAllTables) {
  std::mt19937_64 random(5);
  for (int round = 0; round < 20'000; ++round) {
    const std::uint64_t n = 1 + random() % 59;
    const std::uint64_t r1 = random() % (n + 1);
    const std::uint64_t c1 = random() % (n + 1);
    const std::uint64_t fewest = r1 + c1 > n ? r1 + c1 - n : 0;
    const Contingency t = {fewest + random() % (std::min(r1, c1) - fewest + 1), r1, c1, n};
    const Exact exact = counted(t);
    ASSERT_NEAR(fisher_exact(t)->value(), exact.both, 1e-12 * exact.both)
        << t.o11 << ' ' << r1 << ' ' << c1 << ' ' << n;
    ASSERT_NEAR(fisher_exact(t, Sides::greater)->value(), exact.greater, 1e-12 * exact.greater);
    ASSERT_NEAR(fisher_exact(t, Sides::less)->value(), exact.less, 1e-12 * exact.less);
  }
}

/// By summing up to a million terms of ratios in long double, from the mode outwards, with no factorial at all. The last
/// two are integrated.
TEST(Fisher, IsTheSumForLargeTables) {
  const std::vector<Contingency> tables = {{10'200, 1'000'000, 1'000'000, 100'000'000},
                                           {9'990, 1'000'000, 1'000'000, 100'000'000},
                                           {150, 168'329, 349, 19'720'567},
                                           {250'030'000, 500'000'000, 500'000'000, 1'000'000'000},
                                           {25'000'000'000, 50'000'000'000, 50'000'000'000, 100'000'000'000},
                                           {25'000'300'000, 50'000'000'000, 50'000'000'000, 100'000'000'000}};
  for (const Contingency& t : tables) {
    const auto mode = static_cast<std::uint64_t>(t.expected());
    const auto real = [](std::uint64_t count) { return static_cast<long double>(count); };
    long double all = 0;
    long double greater = 0;
    long double term = 1;
    const std::uint64_t base = t.n - t.r1 - t.c1;
    for (std::uint64_t o = mode; o < mode + 1'000'000 && o <= t.c1 && term > 1e-40L; ++o) {
      all += term;
      if (o >= t.o11) greater += term;
      term *= real(t.r1 - o) * real(t.c1 - o) / (real(o + 1) * real(base + o + 1));
    }
    term = 1;
    for (std::uint64_t o = mode; o > 0 && mode - o < 1'000'000 && term > 1e-40L; --o) {
      term *= real(o) * real(base + o) / (real(t.r1 - o + 1) * real(t.c1 - o + 1));
      all += term;
      if (o - 1 >= t.o11) greater += term;
    }
    if (greater == 0) continue;  // below what the sum from the mode can hold
    const auto expected = static_cast<double>(greater / all);
    EXPECT_NEAR(fisher_exact(t, Sides::greater)->value(), expected, 1e-11 * expected) << t.o11;
  }
}

TEST(Fisher, IntegratesWhereTermsAreMany) {  // Euler and Maclaurin's sum by mpmath with 60 digits
  const Contingency half = {10'000'030'000, 100'000'000'000, 100'000'000'000, 1'000'000'000'000};
  EXPECT_NEAR(fisher_exact(half, Sides::greater)->log, -0.9957587069516775, 1e-12);
  const Contingency wide = {1'000'001'000'000, 10'000'000'000'000, 100'000'000'000'000, 1'000'000'000'000'000};
  EXPECT_NEAR(fisher_exact(wide, Sides::greater)->log, -1.933035325385669, 1e-12);
  const Contingency tail = {100'000'050'000'000, 1'000'000'000'000'000, 800'000'000'000'000, 8'000'000'000'000'000};
  EXPECT_NEAR(fisher_exact(tail, Sides::greater)->log, -18.55017280750324, 1e-12);
}

TEST(Fisher, SidesOverlapInTheTableItself) {
  std::mt19937_64 random(6);
  for (int round = 0; round < 500; ++round) {
    const Contingency t = of_cells(random() % 2000, random() % 2000, random() % 2000, 1 + random() % 2000);
    const double greater = fisher_exact(t, Sides::greater)->value();
    const double less = fisher_exact(t, Sides::less)->value();
    ASSERT_GE(greater + less, 1 - 1e-12);
    ASSERT_GE(fisher_exact(t)->value(), std::min(greater, less) * (1 - 1e-12));
    ASSERT_LE(fisher_exact(t)->value(), 1);
  }
}

TEST(Fisher, TinyChancesKeepTheirOrder) {
  PValue before = {.log = 0};
  for (std::uint64_t o = 1'100; o <= 100'000; o += 900) {
    const PValue p = fisher_exact({o, 100'000, 100'000, 10'000'000}, Sides::greater).value();
    ASSERT_LT(p, before) << o;
    before = p;
  }
  EXPECT_LT(before.log, -100'000);
}

TEST(Fisher, AtTheLargestCounts) {
  // a word that is always next to the node: one table only is as extreme, 1 / binomial(N, R1); its logarithm by Stirling
  const Contingency always = {.o11 = largest / 2, .r1 = largest / 2, .c1 = largest / 2, .n = largest};
  const double log = fisher_exact(always)->log;
  EXPECT_NEAR(log / (-static_cast<double>(largest) * std::log(2)), 1, 1e-12);
  EXPECT_EQ(fisher_exact({0, 1, 1, largest}, Sides::greater)->value(), 1);
  EXPECT_NEAR(fisher_exact({1, 1, 1, largest}, Sides::greater)->value() * static_cast<double>(largest), 1, 1e-12);
  EXPECT_NEAR(fisher_exact({2, 2, 2, largest})->value() * std::ldexp(1, 105), 1, 1e-12);
}

TEST(LogMass, UnitDevianceIsContinuousAndPositive) {
  EXPECT_EQ(unit_deviance(0, 0, 0), 0);
  EXPECT_EQ(unit_deviance(0, 3, -3), 3);
  EXPECT_EQ(unit_deviance(5, 5, 0), 0);
  EXPECT_NEAR(unit_deviance(5, 2, 3), 5 * std::log(2.5) - 3, 1e-15);
  EXPECT_NEAR(unit_deviance(1'000'000, 1'000'001, -1), 5e-7, 1e-12);  // d^2 / (2 m)
  for (const double m : {0.5, 3.0, 1000.0}) {
    for (double x = m * 0.7; x < m * 1.4; x += m / 1000) {
      const long double lx = x;
      const long double lm = m;
      ASSERT_NEAR(unit_deviance(x, m, x - m), static_cast<double>(lx * std::log(lx / lm) - (lx - lm)), 2e-15 * m);
    }
  }
}

TEST(LogMass, StirlingRestIsTheFactorials) {
  long double factorial = 0;
  EXPECT_EQ(stirling_rest(0), 0);
  for (int x = 1; x < 150; ++x) {
    factorial += std::log(static_cast<long double>(x));
    const long double plain = factorial - x * std::log(static_cast<long double>(x)) + x;
    EXPECT_NEAR(stirling_rest(x), static_cast<double>(plain), 3e-15 * (1 + static_cast<double>(plain))) << x;
  }
}

}  // namespace
}  // namespace corpus::stats
