// SPDX-License-Identifier: MIT
#include "corpus/search/plain_word.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "unit/search/made_text.hpp"
#include "unit/unicode/random_text.hpp"

namespace corpus::search {
namespace {

using text::Hyphens;

std::string word_at(std::string_view text, std::uint32_t at, Hyphens hyphens = Hyphens::split) {
  const auto word = plain_word(text, at, hyphens);
  return word ? std::string(text.substr(word->begin, word->end - word->begin)) : "unclear";
}

TEST(PlainWordTest, TakesAWordBetweenCertainBoundaries) {
  EXPECT_EQ(word_at("So, the end.", 5), "the");
  EXPECT_EQ(word_at("the", 0), "the");
  EXPECT_EQ(word_at("(The)", 2), "The");
  EXPECT_EQ(word_at("so \u201Cthe\u201D", 6), "the");
  EXPECT_EQ(word_at("'the' end", 1), "the");
}

TEST(PlainWordTest, LeavesTheRestToTheTokenizer) {
  EXPECT_EQ(word_at("don't", 1), "unclear");
  EXPECT_EQ(word_at("don\u2019t", 1), "unclear");
  EXPECT_EQ(word_at("_the_", 1), "unclear");
  EXPECT_EQ(word_at("the\u0301", 0), "unclear");
  EXPECT_EQ(word_at("3.14", 0), "unclear");
  EXPECT_EQ(word_at("\u00E9t", 2), "unclear");
  EXPECT_EQ(word_at("the@x", 0), "unclear");
  EXPECT_EQ(word_at(" ", 0), "unclear");
}

TEST(PlainWordTest, MindsHyphensWhereTheyJoin) {
  EXPECT_EQ(word_at("well-known", 0), "well");
  EXPECT_EQ(word_at("well-known", 0, Hyphens::join), "unclear");
  EXPECT_EQ(word_at("well known", 0, Hyphens::join), "well");
}

/// What it says is what the tokenizer says, in every company.
void expect_tokens(const std::string& text, Hyphens hyphens) {
  text::Tokenizer tokenizer{{.hyphens = hyphens}};
  std::vector<text::Stretch> tokens;
  tokenizer.start(text);
  for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
    for (const text::Token& token : batch) tokens.push_back({token.begin, token.end});
  }
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    const auto word = plain_word(text, at, hyphens);
    if (!word) continue;
    const bool is_token = std::any_of(tokens.begin(), tokens.end(), [&](const text::Stretch& token) {
      return token.begin == word->begin && token.end == word->end;
    });
    ASSERT_TRUE(is_token) << ::testing::PrintToString(text) << " at " << at;
  }
}

TEST(PlainWordTest, AgreesWithTheTokenizer) {
  const unicode::testing::RandomText random_text{40};
  std::mt19937 random(4);
  reference::Dice dice{5};
  for (int i = 0; i < 20'000; ++i) {
    const Hyphens hyphens = dice.one_in(3) ? Hyphens::join : Hyphens::split;
    std::string text;
    for (std::size_t words = dice.below(5); words > 0; --words) text += random_text(dice.below(4), random) + "the";
    expect_tokens(text + random_text(dice.below(4), random), hyphens);
    expect_tokens(testing::made_text(dice, 8), hyphens);
  }
}

}  // namespace
}  // namespace corpus::search
