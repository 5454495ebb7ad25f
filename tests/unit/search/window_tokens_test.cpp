// SPDX-License-Identifier: MIT
#include "corpus/search/window_tokens.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>

namespace corpus::search {
namespace {

/// The words of "so it is so" that stand at 100, in a unit that begins there and one that begins with the third.
WindowTokens four_tokens() {
  text::Tokenizer tokenizer;
  tokenizer.start("so it is so");
  WindowTokens tokens;
  tokens.add_unit(100);
  tokens.add(tokenizer.next(), 100, std::array<text::TypeId, 4>{7, 8, 9, 7});
  tokens.add_unit(105);
  return tokens;
}

TEST(WindowTokensTest, KnowWhereTheyStand) {
  const WindowTokens tokens = four_tokens();
  EXPECT_EQ(tokens.next(), 4U);
  EXPECT_EQ(tokens.ids()[2], 9U);
  EXPECT_EQ(tokens.begins()[2], 106U);
  EXPECT_EQ(tokens.number_at(100), 0U);
  EXPECT_EQ(tokens.number_at(101), 1U);
  EXPECT_EQ(tokens.number_at(110), 4U);
}

TEST(WindowTokensTest, UnitsBeginWithWhatBeginsThereOrLater) {
  constexpr auto end = std::numeric_limits<std::uint64_t>::max();
  WindowTokens tokens = four_tokens();
  const auto unit = [&](std::uint64_t first, std::uint64_t last) {
    const WindowTokens::Unit found = tokens.unit_of({first, last});
    return std::array{found.begin, found.end};
  };
  EXPECT_EQ(unit(1, 1), (std::array<std::uint64_t, 2>{100, 105}));
  EXPECT_EQ(unit(2, 2), (std::array<std::uint64_t, 2>{105, end}));
  EXPECT_EQ(unit(1, 2), (std::array<std::uint64_t, 2>{100, end})) << "over the border, and back again";
}

TEST(WindowTokensTest, KeepTheirNumbersWhenOthersGo) {
  WindowTokens tokens = four_tokens();
  tokens.marks()[3] = in_node;
  EXPECT_EQ(tokens.unit_of({3, 3}).begin, 105U);
  tokens.drop_before(3, 111);
  tokens.drop_before(1, 111);  // which are gone
  EXPECT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens.next(), 4U);
  EXPECT_EQ(tokens.index(3), 0U);
  EXPECT_EQ(tokens.marks()[0], in_node);
  EXPECT_LE(tokens.unit_of({3, 3}).begin, 109U);
  tokens.clear();
  EXPECT_EQ(tokens.next(), 0U);
}

}  // namespace
}  // namespace corpus::search
