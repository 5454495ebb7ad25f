// SPDX-License-Identifier: MIT
#include "corpus/stats/similarity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "corpus/stats/ranks.hpp"

namespace corpus::stats {
namespace {

using List = std::vector<std::uint64_t>;
using Value = std::optional<double>;

const List example_x = {120, 80, 80, 40, 35, 20, 11, 11, 3, 1};
const List example_y = {100, 95, 60, 41, 41, 10, 12, 9, 0, 2};

Value chi_of_500(std::span<const std::uint64_t> x, std::span<const std::uint64_t> y) { return chi_by_degrees(x, y); }

TEST(Similarity, MeetsRAndScipy) {
  EXPECT_NEAR(jensen_shannon(example_x, example_y).value(), 0.01258424355612717, 1e-15);
  EXPECT_NEAR(jensen_shannon_distance(example_x, example_y).value(), 0.11217951486847842, 1e-14);
  EXPECT_NEAR(cosine(example_x, example_y).value(), 0.982228049841547, 1e-14);
  EXPECT_NEAR(spearman(example_x, example_y).value(), 0.960249138453476, 1e-14);
  EXPECT_NEAR(chi_by_degrees(example_x, example_y).value(), 1.3478212343532647, 1e-13);
}

TEST(Similarity, ByHand) {
  EXPECT_NEAR(cosine(List{3, 4}, List{4, 3}).value(), 24.0 / 25, 1e-15);
  EXPECT_NEAR(spearman(List{1, 2, 3}, List{1, 3, 2}).value(), 0.5, 1e-15);
  EXPECT_NEAR(spearman(List{1, 1, 2}, List{1, 2, 3}).value(), 1.5 / std::sqrt(1.5 * 2), 1e-15);
  // p = (1/2, 1/2), q = (1, 0), m = (3/4, 1/4)
  EXPECT_NEAR(jensen_shannon(List{1, 1}, List{5, 0}).value(),
              (0.5 * std::log2(2.0 / 3) + 0.5 * std::log2(2.0) + std::log2(4.0 / 3)) / 2, 1e-15);
  // the two-by-two table 10 20 30 60 is even; 10 20 20 10 has X2 = 4 (25 / 15)
  EXPECT_EQ(chi_by_degrees(List{10, 20}, List{30, 60}), 0.0);
  EXPECT_NEAR(chi_by_degrees(List{10, 20}, List{20, 10}).value(), 100.0 / 15, 1e-13);
}

TEST(Similarity, OfAListAndItselfIsExact) {
  std::mt19937 random(13);
  for (int round = 0; round < 200; ++round) {
    List x(2 + random() % 300);
    for (std::uint64_t& count : x) count = random() % (1u << (random() % 20));
    x[0] = 1;
    x[1] = 3;
    EXPECT_EQ(jensen_shannon(x, x), 0.0);
    EXPECT_EQ(jensen_shannon_distance(x, x), 0.0);
    EXPECT_EQ(cosine(x, x), 1.0);
    EXPECT_EQ(spearman(x, x), 1.0);
    EXPECT_EQ(chi_by_degrees(x, x), 0.0);
  }
}

TEST(Similarity, IsSymmetricAndKeepsItsBounds) {
  std::mt19937 random(14);
  for (int round = 0; round < 300; ++round) {
    List x(2 + random() % 40);
    List y(x.size());
    for (std::uint64_t& count : x) count = random() % 3 == 0 ? 0 : random() % 1000;
    for (std::uint64_t& count : y) count = random() % 3 == 0 ? 0 : random() % 1000;
    for (const auto measure : {jensen_shannon, jensen_shannon_distance, cosine, spearman, chi_of_500}) {
      const Value value = measure(x, y);
      ASSERT_EQ(value, measure(y, x));
      if (!value) continue;
      ASSERT_GE(*value, measure == spearman ? -1 : 0);
      if (measure != chi_of_500) {
        ASSERT_LE(*value, 1);
      }
    }
  }
}

TEST(Similarity, WithNothingInCommon) {
  const List x = {5, 3, 0, 0};
  const List y = {0, 0, 2, 7};
  EXPECT_EQ(jensen_shannon(x, y), 1.0);
  EXPECT_EQ(jensen_shannon_distance(x, y), 1.0);
  EXPECT_EQ(cosine(x, y), 0.0);
  EXPECT_EQ(spearman(List{1, 2, 3, 4}, List{9, 8, 7, 6}), -1.0);
}

TEST(Similarity, SeesSharesNotSizes) {
  List tenfold = example_x;
  for (std::uint64_t& count : tenfold) count *= 10;
  EXPECT_NEAR(jensen_shannon(example_x, tenfold).value(), 0, 1e-15);
  EXPECT_NEAR(cosine(example_x, tenfold).value(), 1, 1e-15);
  EXPECT_EQ(spearman(example_x, tenfold), 1.0);
  EXPECT_EQ(chi_by_degrees(example_x, tenfold), 0.0);
}

TEST(Similarity, OfNothingIsUndefined) {
  const List none = {0, 0, 0};
  const List some = {1, 0, 2};
  for (const auto measure : {jensen_shannon, jensen_shannon_distance, cosine, spearman, chi_of_500}) {
    EXPECT_FALSE(measure({}, {}));
    EXPECT_FALSE(measure(none, some));
    EXPECT_FALSE(measure(some, none));
  }
  EXPECT_FALSE(spearman(some, List{4, 4, 4}));
  EXPECT_FALSE(chi_by_degrees(List{5}, List{7}));
}

TEST(Similarity, HoldsForTheLargestCounts) {
  const std::uint64_t large = std::uint64_t{1} << 53;
  const List x = {large, 1, 0};
  const List y = {1, large, 0};
  EXPECT_NEAR(jensen_shannon(x, y).value(), 1, 1e-13);
  EXPECT_NEAR(cosine(x, y).value(), 0, 1e-15);
  EXPECT_NEAR(chi_by_degrees(x, y).value() / (2 * static_cast<double>(large)), 1, 1e-12);
}

TEST(ChiByDegrees, TakesTheMostFrequentOfBothTogether) {
  const List x = {1, 50, 9, 30, 0};
  const List y = {2, 20, 1, 40, 0};
  // the two that lead are 50 20 and 30 40; the third, 9 1, comes in with three
  EXPECT_EQ(chi_by_degrees(x, y, {.words = 2}), chi_by_degrees(List{50, 30}, List{20, 40}));
  EXPECT_EQ(chi_by_degrees(x, y, {.words = 3}), chi_by_degrees(List{50, 30, 9}, List{20, 40, 1}));
  EXPECT_EQ(chi_by_degrees(x, y, {.words = 500}), chi_by_degrees(x, y, {.words = 4}));  // a type of neither is none
  EXPECT_FALSE(chi_by_degrees(x, y, {.words = 1}));
  // equals: the first in the list
  EXPECT_EQ(chi_by_degrees(List{9, 4, 1}, List{1, 1, 4}, {.words = 2}), chi_by_degrees(List{9, 4}, List{1, 1}));
  EXPECT_FALSE(chi_by_degrees(List{0, 0, 1}, List{9, 9, 0}, {.words = 2}));  // one side has neither of them
}

// ---- Burrows's Delta ---------------------------------------------------------------------------------------------

const std::vector<std::vector<double>> candidates = {{60, 30, 25, 12, 8}, {52, 36, 20, 15, 9}, {70, 22, 31, 10, 4}};

TEST(BurrowsDelta, MeetsR) {  // scale(), R 4.2.2
  const RateScale scale = rate_scale(candidates).value();
  const std::vector<double> test = {58, 31, 24, 13, 8};
  EXPECT_NEAR(burrows_delta(candidates[1], test, scale).value(), 0.655224913424861, 1e-13);
  EXPECT_NEAR(burrows_delta(candidates[2], test, scale).value(), 1.31737528279681, 1e-13);
}

TEST(BurrowsDelta, ScalesByTheSample) {
  const RateScale scale = rate_scale(candidates).value();
  EXPECT_NEAR(scale.means[0], 182.0 / 3, 1e-13);
  EXPECT_NEAR(scale.deviations[3],
              std::sqrt(((12 - 37.0 / 3) * (12 - 37.0 / 3) + (15 - 37.0 / 3) * (15 - 37.0 / 3) +
                         (10 - 37.0 / 3) * (10 - 37.0 / 3)) /
                        2),
              1e-13);
  EXPECT_FALSE(rate_scale({}));
  EXPECT_FALSE(rate_scale(std::vector<std::vector<double>>{{1, 2}}));
}

TEST(BurrowsDelta, IsADistance) {
  const RateScale scale = rate_scale(candidates).value();
  EXPECT_EQ(burrows_delta(candidates[0], candidates[0], scale), 0.0);
  EXPECT_EQ(burrows_delta(candidates[0], candidates[1], scale), burrows_delta(candidates[1], candidates[0], scale));
  EXPECT_LE(*burrows_delta(candidates[0], candidates[2], scale),
            *burrows_delta(candidates[0], candidates[1], scale) + *burrows_delta(candidates[1], candidates[2], scale));
}

TEST(BurrowsDelta, LeavesOutWordsThatDoNotVary) {
  const std::vector<std::vector<double>> documents = {{0.1, 1, 0}, {0.1, 2, 0}, {0.1, 4, 0}};
  const RateScale scale = rate_scale(documents).value();
  EXPECT_EQ(scale.deviations[0], 0);
  EXPECT_NEAR(burrows_delta(documents[0], documents[1], scale).value(), 1 / scale.deviations[1], 1e-15);
  const RateScale flat = rate_scale(std::vector<std::vector<double>>{{0.1}, {0.1}, {0.1}}).value();
  EXPECT_FALSE(burrows_delta(documents[0], documents[1], RateScale{flat.means, {0, 0, 0}}));
}

TEST(MidRanks, ShareTheMeanOfTheirPlaces) {
  const Ranks ranks = mid_ranks(std::span<const std::uint64_t>(List{10, 30, 10, 20, 10}));
  EXPECT_EQ(ranks.ranks, (std::vector<double>{2, 5, 2, 4, 2}));
  EXPECT_EQ(ranks.ties, 24);  // 3^3 - 3
  EXPECT_TRUE(mid_ranks(std::span<const double>()).ranks.empty());
}

}  // namespace
}  // namespace corpus::stats
