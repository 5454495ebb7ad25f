// SPDX-License-Identifier: MIT
#include "cmd/keywords_comparison.hpp"

#include <gtest/gtest.h>

#include <map>
#include <utility>

#include "cmd/keywords_order.hpp"
#include "reference/dice.hpp"

namespace corpus::cmd {
namespace {

TEST(FrequencyPairs, NumbersPairsAsTheyAreMet) {
  FrequencyPairs pairs;
  EXPECT_EQ(pairs.number_of({3, 0}), 0U);
  EXPECT_EQ(pairs.number_of({0, 3}), 1U);
  EXPECT_EQ(pairs.number_of({3, 0}), 0U);
  EXPECT_EQ(pairs.size(), 2U);
  EXPECT_EQ(pairs[1].reference, 3U);
}

TEST(FrequencyPairs, AgreesWithAMap) {
  reference::Dice dice{5};
  FrequencyPairs pairs;
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::uint32_t> expected;
  for (int i = 0; i < 200'000; ++i) {
    // Few values on one side, so that many pairs are equal there, and some huge ones.
    const std::pair<std::uint64_t, std::uint64_t> pair{dice.below(4), dice.below(60'000) << dice.below(40)};
    const auto [known, fresh] = expected.try_emplace(pair, expected.size());
    ASSERT_EQ(pairs.number_of({pair.first, pair.second}), known->second);
  }
  ASSERT_EQ(pairs.size(), expected.size());
  for (const auto& [pair, number] : expected) {
    EXPECT_EQ(pairs[number], (FrequencyPairs::Pair{pair.first, pair.second}));
  }
}

TEST(Leaning, ComparesSharesExactly) {
  EXPECT_EQ(leaning_of({{2, 6}, {1, 3}}), Leaning::neither);
  EXPECT_EQ(leaning_of({{0, 6}, {0, 3}}), Leaning::neither);
  EXPECT_EQ(leaning_of({{0, 6}, {1, 3}}), Leaning::reference);
  // 2^53 tokens: in doubles both shares would be 1/2.
  const std::uint64_t many = std::uint64_t{1} << 53U;
  EXPECT_EQ(leaning_of({{many / 2 + 1, many}, {many / 2, many}}), Leaning::target);
  EXPECT_EQ(leaning_of({{many / 2, many}, {many / 2 + 1, many}}), Leaning::reference);
}

TEST(KeywordOrder, PutsTheTargetFirstAndTheStrongestInEachPart) {
  const std::vector<Strength> strengths{{Leaning::reference, 9, 1}, {Leaning::target, 2, 1},   {Leaning::neither, 5, 0},
                                        {Leaning::target, 2, 3},    {Leaning::target},  // not defined
                                        {Leaning::target, 2, 1},    {Leaning::reference, 8, 7}};
  EXPECT_EQ(places_of(strengths), (std::vector<std::uint32_t>{4, 1, 3, 0, 2, 1, 5}));
  EXPECT_TRUE(places_of({}).empty());
}

}  // namespace
}  // namespace corpus::cmd
