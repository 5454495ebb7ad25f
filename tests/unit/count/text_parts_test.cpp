// SPDX-License-Identifier: MIT
#include "corpus/count/text_parts.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "corpus/stats/dispersion_measures.hpp"
#include "reference/stats/dispersion.hpp"

namespace corpus::count {
namespace {

using List = std::vector<std::uint64_t>;

TEST(TextParts, HoldsWhatAPartHoldsInAllItsPieces) {
  const TextParts parts{{.part = 0, .tokens = 120}, {.part = 1, .tokens = 80}, {.part = 0, .tokens = 40}};
  EXPECT_EQ(parts.tokens(), 240u);
  EXPECT_EQ(parts.parts(), 2u);
  EXPECT_EQ(parts.empty_parts(), 0u);
  const HoldingParts word = parts.holding(List{0, 119, 120, 200, 239});
  EXPECT_EQ(word.hits, (List{4, 1}));
  EXPECT_EQ(word.sizes, (List{160, 80}));
  const stats::HitsInParts hits = parts.hits(word);
  EXPECT_EQ(hits.parts, 2u);
  EXPECT_EQ(hits.tokens, 240u);
  EXPECT_EQ(hits.smallest, 80u);
  EXPECT_TRUE(parts.holding({}).hits.empty());
}

TEST(TextParts, CountsThoseWithoutTokensApart) {
  const TextParts parts{
      {.part = 0, .tokens = 0}, {.part = 3, .tokens = 5}, {.part = 1, .tokens = 0}, {.part = 0, .tokens = 2}};
  EXPECT_EQ(parts.parts(), 2u);
  EXPECT_EQ(parts.empty_parts(), 2u);
  EXPECT_EQ(parts.hits({}).smallest, 2u);
  EXPECT_EQ(parts.holding(List{6}).sizes, (List{2}));
  const TextParts nothing{std::span<const Piece>{}};
  EXPECT_EQ(nothing.parts(), 0u);
  EXPECT_EQ(nothing.tokens(), 0u);
  EXPECT_EQ(nothing.hits({}).smallest, 0u);
}

TEST(TextParts, EqualOnesDifferByATokenAtMost) {
  for (std::uint64_t tokens = 0; tokens < 40; ++tokens) {
    for (std::uint64_t n = 1; n < 50; ++n) {
      const TextParts parts = TextParts::equal(tokens, n);
      ASSERT_EQ(parts.tokens(), tokens);
      ASSERT_EQ(parts.parts(), std::min(n, tokens));
      ASSERT_EQ(parts.empty_parts(), n - parts.parts());
      List all(tokens);
      for (std::uint64_t i = 0; i < tokens; ++i) all[i] = i;
      const HoldingParts sizes = parts.holding(all);
      ASSERT_EQ(sizes.hits, sizes.sizes);
      for (const std::uint64_t size : sizes.sizes) {
        ASSERT_GE(size, parts.hits({}).smallest);
        ASSERT_LE(size, parts.hits({}).smallest + 1);
      }
      ASSERT_TRUE(std::is_sorted(sizes.sizes.rbegin(), sizes.sizes.rend()));
    }
  }
  const TextParts huge = TextParts::equal(3, UINT64_MAX);
  EXPECT_EQ(huge.parts(), 3u);
  EXPECT_EQ(huge.empty_parts(), UINT64_MAX - 3);
}

/// Text by text: token by token, each is a hit or not, and belongs to a part.
TEST(TextParts, MeasuresAreThoseOfTheTwin) {
  std::mt19937 random(8);
  for (int round = 0; round < 500; ++round) {
    const std::size_t n = 2 + random() % 6;
    const unsigned rarity = 1 + random() % 8;
    reference::Word dense{std::vector<double>(n), std::vector<double>(n), {}};
    std::vector<Piece> pieces;
    List positions;
    std::uint64_t token = 0;
    for (std::size_t i = 0; i < n || random() % 8 != 0; ++i) {
      const Piece piece{.part = i < n ? i : random() % n, .tokens = (i < n ? 1U : 0U) + random() % 30};
      pieces.push_back(piece);
      for (std::uint64_t end = token + piece.tokens; token < end; ++token) {
        ++dense.sizes[piece.part];
        if (random() % rarity != 0) continue;
        ++dense.hits[piece.part];
        positions.push_back(token);
        dense.positions.push_back(static_cast<double>(token));
      }
    }
    if (positions.empty()) continue;
    const TextParts parts{pieces};
    const HoldingParts word = parts.holding(positions);
    const stats::Spread spread{.parts = parts.hits(word), .positions = positions, .tokens = parts.tokens()};
    for (const stats::DispersionMeasure& measure : stats::dispersion_measures()) {
      SCOPED_TRACE(measure.name);
      const double twin = reference::dispersion_measures().at(std::string(measure.name))(dense);
      ASSERT_NEAR(measure.of(spread).value(), twin, 1e-9 * std::max(1.0, std::abs(twin)));
    }
  }
}

}  // namespace
}  // namespace corpus::count
