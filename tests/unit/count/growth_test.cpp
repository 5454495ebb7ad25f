// SPDX-License-Identifier: MIT
#include "corpus/count/growth.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <vector>

namespace corpus::count {
namespace {

/// The first `tokens` of the text, counted anew.
GrowthPoint point_at(const std::vector<std::uint32_t>& text, std::uint64_t tokens) {
  std::map<std::uint32_t, std::uint64_t> freq;
  for (std::uint64_t i = 0; i < tokens; ++i) ++freq[text[i]];
  GrowthPoint point{.tokens = tokens, .types = freq.size()};
  for (const auto& [type, count] : freq) point.hapaxes += count == 1 ? 1 : 0;
  return point;
}

TEST(VocabularyGrowth, ByHand) {
  const std::vector<std::uint32_t> text = {0, 1, 0, 2, 2, 3};
  const auto curve = growth(text, 3);
  ASSERT_EQ(curve.size(), 3U);
  EXPECT_EQ(std::tuple(curve[0].tokens, curve[0].types, curve[0].hapaxes), std::tuple(2U, 2U, 2U));
  EXPECT_EQ(std::tuple(curve[1].tokens, curve[1].types, curve[1].hapaxes), std::tuple(4U, 3U, 2U));
  EXPECT_EQ(std::tuple(curve[2].tokens, curve[2].types, curve[2].hapaxes), std::tuple(6U, 4U, 2U));
}

TEST(VocabularyGrowth, FewTokensAndNone) {
  EXPECT_TRUE(growth({}, 10).empty());
  const std::vector<std::uint32_t> two = {0, 0};
  EXPECT_TRUE(growth(two, 0).empty());
  const auto curve = growth(two, 10);
  ASSERT_EQ(curve.size(), 2U);
  EXPECT_EQ(curve[0].tokens, 1U);
  EXPECT_EQ(curve[1].hapaxes, 0U);
}

TEST(VocabularyGrowth, AgreesWithCountingAnew) {
  std::mt19937 random(35);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::uint32_t> text(1 + random() % 300);
    const std::size_t types = 1 + random() % 100;
    for (std::uint32_t& token : text) token = static_cast<std::uint32_t>(random() % types);
    const std::uint64_t points = 1 + random() % 40;
    const auto curve = growth(text, points);
    ASSERT_EQ(curve.size(), std::min<std::uint64_t>(points, text.size()));
    for (std::size_t i = 0; i < curve.size(); ++i) {
      ASSERT_EQ(curve[i].tokens, (i + 1) * text.size() / curve.size());  // at equal distances, rounded down
      const GrowthPoint expected = point_at(text, curve[i].tokens);
      ASSERT_EQ(curve[i].types, expected.types);
      ASSERT_EQ(curve[i].hapaxes, expected.hapaxes);
    }
    ASSERT_EQ(curve.back().tokens, text.size());
  }
}

}  // namespace
}  // namespace corpus::count
