// SPDX-License-Identifier: MIT
#include "corpus/stats/reservoir.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <set>
#include <vector>

namespace corpus::stats {
namespace {

std::vector<std::uint64_t> sample(std::uint64_t size, std::uint64_t items, std::uint64_t seed) {
  Reservoir reservoir{size, seed};
  std::vector<std::uint64_t> slots;
  for (std::uint64_t item = 0; item < items; ++item) {
    const auto slot = reservoir.next();
    if (!slot) continue;
    if (*slot == slots.size()) slots.push_back(0);
    slots.at(*slot) = item;
  }
  return slots;
}

TEST(Reservoir, HoldsAllWhereThereAreFewerItems) {
  EXPECT_EQ(sample(5, 3, 1), (std::vector<std::uint64_t>{0, 1, 2}));
  EXPECT_EQ(sample(3, 3, 1), (std::vector<std::uint64_t>{0, 1, 2}));
  EXPECT_TRUE(sample(5, 0, 1).empty());
  EXPECT_TRUE(sample(0, 5, 1).empty());
}

TEST(Reservoir, HoldsEachItemOnce) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const auto slots = sample(20, 1000, seed);
    EXPECT_EQ(std::set<std::uint64_t>(slots.begin(), slots.end()).size(), 20U) << seed;
  }
}

// Algorithm R by hand, with the numbers that the standard defines: [rand.predef] gives the 10,000th of the generator with
// its default seed, so the numbers are those of every machine; what is done with them is a division and its remainder.
TEST(Reservoir, IsAlgorithmR) {
  std::mt19937_64 first;
  first.discard(9999);
  ASSERT_EQ(first(), 9981545732273789042U);

  constexpr std::uint64_t seed = 42;
  std::mt19937_64 random{seed};
  std::vector<std::uint64_t> expected{0, 1, 2, 3};
  for (std::uint64_t item = 4; item < 500; ++item) {
    // Of 2^64 numbers fewer than 500 are rejected: none of these 496 is.
    const std::uint64_t slot = random() % (item + 1);
    if (slot < expected.size()) expected[slot] = item;
  }
  EXPECT_EQ(sample(4, 500, seed), expected);
}

// Of 4,000 samples of 5 out of 50 items, each item is in a tenth: 400, with a standard deviation of 19.
TEST(Reservoir, TakesEachItemAsOftenAsAnyOther) {
  std::vector<double> taken(50);
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    for (const std::uint64_t item : sample(5, 50, seed)) ++taken.at(item);
  }
  double chi_square = 0;
  for (const double count : taken) chi_square += (count - 400) * (count - 400) / 400;
  // 49 degrees of freedom, thinned by sampling without replacement: 99.9 % of such sums lie below 86.
  EXPECT_LT(chi_square, 86);
  EXPECT_EQ(std::accumulate(taken.begin(), taken.end(), 0.0), 4000 * 5);
}

}  // namespace
}  // namespace corpus::stats
