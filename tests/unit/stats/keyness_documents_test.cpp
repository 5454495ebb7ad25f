// SPDX-License-Identifier: MIT
#include "corpus/stats/keyness_documents.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

namespace corpus::stats {
namespace {

using Rates = std::vector<double>;

/// Kilgarriff (2001), p. 238: a word in five documents of either corpus.
const Rates kilgarriff_x = {12, 15, 18, 24, 88};
const Rates kilgarriff_y = {3, 3, 13, 27, 33};

TEST(RankSumTest, MeetsKilgarriffAndR) {
  const RankSum result = rank_sum_test(kilgarriff_x, kilgarriff_y).value();
  EXPECT_EQ(result.w, 31);                                  // as printed
  EXPECT_EQ(result.u, 16);                                  // R 4.2.2, wilcox.test
  EXPECT_NEAR(result.p.value(), 0.529619299003452, 1e-12);  // exact = FALSE
  const RankSum plain = rank_sum_test(kilgarriff_x, kilgarriff_y, Continuity::off).value();
  EXPECT_NEAR(plain.p.value(), 0.463343882565217, 1e-12);  // correct = FALSE
}

TEST(RankSumTest, CountsPairs) {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    Rates x(1 + random() % 12);
    Rates y(1 + random() % 12);
    for (double& value : x) value = static_cast<double>(random() % 6);
    for (double& value : y) value = static_cast<double>(random() % 6);
    const auto result = rank_sum_test(x, y);
    if (!result) continue;
    double pairs = 0;
    for (const double a : x) {
      for (const double b : y) pairs += a > b ? 1 : a == b ? 0.5 : 0;
    }
    ASSERT_EQ(result->u, pairs);
    const RankSum turned = rank_sum_test(y, x).value();
    ASSERT_EQ(turned.u, static_cast<double>(x.size() * y.size()) - pairs);
    ASSERT_EQ(turned.p, result->p);
    ASSERT_LE(result->p.value(), 1);
  }
}

TEST(RankSumTest, IsUndefinedWhereNothingDiffers) {
  EXPECT_FALSE(rank_sum_test({}, Rates{1}));
  EXPECT_FALSE(rank_sum_test(Rates{1}, {}));
  EXPECT_FALSE(rank_sum_test(Rates{2, 2}, Rates{2, 2, 2}));
  EXPECT_TRUE(rank_sum_test(Rates{1}, Rates{2}));
}

TEST(WelchTest, MeetsR) {  // R 4.2.2, t.test
  const WelchT result = welch_test(kilgarriff_x, kilgarriff_y).value();
  EXPECT_NEAR(result.t, 1.00280598059183, 1e-13);
  EXPECT_NEAR(result.degrees, 5.43351355, 5e-9);
  EXPECT_NEAR(result.p.value(), 0.358500377825513, 1e-13);
  const WelchT turned = welch_test(kilgarriff_y, kilgarriff_x).value();
  EXPECT_EQ(turned.t, -result.t);
  EXPECT_EQ(turned.p, result.p);
}

TEST(WelchTest, ByHand) {  // means 2 and 6, variances of the means 1/3 and 4/3: t = -4 / sqrt(5/3)
  const WelchT result = welch_test(Rates{1, 2, 3}, Rates{4, 6, 8}).value();
  EXPECT_NEAR(result.t, -4 / std::sqrt(5.0 / 3), 1e-14);
  EXPECT_NEAR(result.degrees, (25.0 / 9) / (1.0 / 18 + 16.0 / 18), 1e-13);
}

TEST(WelchTest, IsUndefinedWithoutVariance) {
  EXPECT_FALSE(welch_test(Rates{1}, Rates{1, 2}));
  EXPECT_FALSE(welch_test(Rates{1, 2}, Rates{1}));
  EXPECT_FALSE(welch_test(Rates{0.1, 0.1, 0.1}, Rates{0.3, 0.3, 0.3}));
  EXPECT_TRUE(welch_test(Rates{0.1, 0.1}, Rates{0.3, 0.4}));
  EXPECT_LT(welch_test(Rates{1, 1.0000001}, Rates{1e9, 1e9 + 1e-6})->p.value(), 1e-6);
}

/// All ways to deal out, by bit masks.
double all_ways(const Rates& x, const Rates& y) {
  Rates all(x);
  all.insert(all.end(), y.begin(), y.end());
  const auto mean = [](const Rates& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  };
  const double seen = std::abs(mean(x) - mean(y));
  double extreme = 0;
  double ways = 0;
  for (unsigned mask = 0; mask < (1u << all.size()); ++mask) {
    Rates first;
    Rates second;
    for (std::size_t i = 0; i < all.size(); ++i) ((mask >> i & 1u) != 0 ? first : second).push_back(all[i]);
    if (first.size() != x.size()) continue;
    ++ways;
    if (std::abs(mean(first) - mean(second)) >= seen - 1e-9) ++extreme;
  }
  return extreme / ways;
}

TEST(PermutationTest, TriesAllWaysWhereTheyAreFew) {
  EXPECT_NEAR(permutation_test(Rates{5, 7, 9}, Rates{1, 2, 3})->value(), 0.1, 1e-15);  // 2 of 20
  EXPECT_NEAR(permutation_test(Rates{1}, Rates{2})->value(), 1, 1e-15);
  std::mt19937 random(12);
  for (int round = 0; round < 100; ++round) {
    Rates x(1 + random() % 5);
    Rates y(1 + random() % 6);
    for (double& value : x) value = static_cast<double>(random() % 9) * 0.1;
    for (double& value : y) value = static_cast<double>(random() % 9) * 0.1;
    ASSERT_NEAR(permutation_test(x, y)->value(), all_ways(x, y), 1e-12);
  }
}

TEST(PermutationTest, OfManyIsSeededAndNearTheTruth) {
  const Rates x = {5, 7, 9, 4, 6};
  const Rates y = {1, 2, 3, 5, 4};
  const double truth = all_ways(x, y);  // 252 ways
  const ResamplingOptions few = {.seed = 1, .rounds = 200};
  EXPECT_EQ(permutation_test(x, y, few), permutation_test(x, y, few));
  double sum = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const double p = permutation_test(x, y, {.seed = seed, .rounds = 200})->value();
    EXPECT_GE(p, 1.0 / 201);
    sum += p;
  }
  EXPECT_NEAR(sum / 200, truth, 0.01);  // 40,000 dealings: six standard deviations and the one that is added
  EXPECT_NE(permutation_test(x, y, {.seed = 1, .rounds = 200}), permutation_test(x, y, {.seed = 2, .rounds = 200}));
  EXPECT_EQ(permutation_test(x, x, few)->value(), 1);
  EXPECT_FALSE(permutation_test({}, y));
  EXPECT_FALSE(permutation_test(x, {}));
}

TEST(PermutationTest, DealsEveryDocumentAlike) {  // extreme where the 10 is among the five: 5 of 12
  const Rates x = {10, 0, 0, 0, 0};
  const Rates y(7, 0);
  double sum = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed)
    sum += permutation_test(x, y, {.seed = seed, .rounds = 200})->value();
  EXPECT_NEAR(sum / 200, 5.0 / 12, 0.015);
}

TEST(BootstrapTest, FormulaOfLijffijt) {  // (2016)
  EXPECT_NEAR(bootstrap_p(0, 9999).value(), 0.0001, 1e-18);
  EXPECT_NEAR(bootstrap_p(0.02, 9999).value(), 0.040096, 1e-15);
  EXPECT_NEAR(bootstrap_p(0.98, 9999).value(), 0.040096, 1e-12);
  EXPECT_EQ(bootstrap_p(0.5, 9999).value(), 1);
}

TEST(BootstrapTest, TellsTheDifferentFromTheSame) {
  const Rates low = {1, 2, 1, 2, 1, 2, 1};
  const Rates high = {8, 9, 7, 8, 9, 8};
  EXPECT_NEAR(bootstrap_test(low, high, {.seed = 3})->value(), 1e-4, 1e-12);  // never the other way round
  EXPECT_NEAR(bootstrap_test(high, low, {.seed = 3})->value(), 1e-4, 1e-12);
  EXPECT_GT(bootstrap_test(low, low, {.seed = 3})->value(), 0.9);
  EXPECT_EQ(bootstrap_test(Rates{4, 4}, Rates{4}, {.seed = 3})->value(), 1);  // equal ones count half
  EXPECT_EQ(bootstrap_test(low, high, {.seed = 4}), bootstrap_test(low, high, {.seed = 4}));
  EXPECT_FALSE(bootstrap_test({}, high));
  EXPECT_FALSE(bootstrap_test(low, high, {.rounds = 0}));
}

}  // namespace
}  // namespace corpus::stats
