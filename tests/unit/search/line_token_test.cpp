// SPDX-License-Identifier: MIT
// Which of the document's tokens a hit begins with.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "corpus/search/concordance.hpp"
#include "reference/dice.hpp"
#include "unit/search/made_text.hpp"

namespace corpus::search {
namespace {

struct Found {
  std::size_t query = 0;
  std::uint64_t token = 0;

  bool operator==(const Found&) const = default;
};

std::vector<Query> some_queries(reference::Dice& dice) {
  static constexpr std::array words{"time", "of course", "the", "the the", "t*|o*", "so it", "1"};
  std::vector<Query> queries;
  for (std::size_t left = dice.between(1, 3); left > 0; --left) queries.push_back(parse_words(dice.pick(words), {}));
  return queries;
}

/// Each hit with a number that `number_of` gives its line.
template <typename NumberOf>
std::vector<Found> found_in(Concordance& concordance, const std::vector<text::Block>& blocks,
                            const std::vector<bool>& searched, NumberOf number_of) {
  std::vector<Found> found;
  const auto take = [&] {
    while (const auto line = concordance.next()) found.push_back({line->query, number_of(*line)});
  };
  concordance.start_document();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (searched[i]) {
      concordance.add(blocks[i], Paragraphs::blank_lines);
    } else {
      concordance.pass_over(blocks[i], Paragraphs::blank_lines);
    }
    take();
  }
  concordance.end_document();
  take();
  return found;
}

/// By the numbers that the hits have.
std::vector<Found> by_number(const std::vector<text::Block>& blocks, const std::vector<bool>& searched,
                             std::span<const Query> queries) {
  Concordance concordance{queries, {.parts = LineParts::nothing, .shortcut = Shortcut::unused}};
  return found_in(concordance, blocks, searched, [](const Line& line) { return line.token; });
}

/// By where the hits begin, and the tokens that were counted up to there.
std::vector<Found> by_place(const std::vector<text::Block>& blocks, const std::vector<bool>& searched,
                            std::span<const Query> queries) {
  std::map<std::uint64_t, std::uint64_t> numbers;
  text::Tokenizer tokenizer;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!searched[i]) continue;
    tokenizer.start(blocks[i]);
    for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
      for (const text::Token& token : batch) {
        const std::uint64_t number = numbers.size();
        numbers.emplace(blocks[i].offset + token.begin, number);
      }
    }
  }
  Concordance concordance{queries, {.parts = LineParts::context}};
  return found_in(concordance, blocks, searched, [&](const Line& line) { return numbers.at(line.span.begin); });
}

TEST(LineToken, IsTheNumberOfTheHitsFirstToken) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(seed);
    reference::Dice dice{seed};
    const auto parts = testing::made_parts(testing::made_text(dice, 80), dice);
    std::vector<text::Block> blocks;
    std::vector<bool> searched;
    std::uint64_t offset = 0;
    for (const reference::Part& part : parts) {
      text::Block block = text::Block::of(part.text);
      block.offset = offset;
      block.line_goes_on = part.line_goes_on;
      block.turn = part.turn;
      block.begins_turn = part.begins_turn;
      block.speaker = part.speaker;
      offset += part.text.size();
      blocks.push_back(block);
      searched.push_back(part.searched);
    }
    const std::vector<Query> queries = some_queries(dice);
    EXPECT_EQ(by_number(blocks, searched, queries), by_place(blocks, searched, queries));
  }
}

/// A concordance goes on to the next document.
TEST(LineToken, BeginsAnewWithEachDocument) {
  const std::vector<Query> queries = [] {
    std::vector<Query> one;
    one.push_back(parse_words("b", {}));
    return one;
  }();
  Concordance concordance{queries, {.parts = LineParts::nothing, .shortcut = Shortcut::unused}};
  for (int document = 0; document < 2; ++document) {
    concordance.start_document();
    concordance.add(text::Block::of("a a b"), Paragraphs::blank_lines);
    concordance.end_document();
    EXPECT_EQ(concordance.next().value().token, 2u);
    EXPECT_FALSE(concordance.next());
  }
}

}  // namespace
}  // namespace corpus::search
