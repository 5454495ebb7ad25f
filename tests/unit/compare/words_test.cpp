// SPDX-License-Identifier: MIT
#include "corpus/compare/words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace corpus::compare {
namespace {

using similarity::Change;
using similarity::Range;

WordedText worded(text::Vocabulary& types, std::string_view text) {
  WordedText worded;
  text::Tokenizer tokenizer;
  worded.add(text::Block::of(text), tokenizer, types);
  return worded;
}

TEST(WordedText, LinesHoldWhatStandsAroundTokens) {
  text::Vocabulary types;
  const WordedText text = worded(types, "“Snow until noon.  Radio\n dead,” he (the keeper) wrote — well-nigh.\n");
  ASSERT_EQ(text.size(), 11U);
  EXPECT_EQ(text.line({0, 3}), "“Snow until noon.");
  EXPECT_EQ(text.line({3, 5}), "Radio dead,”");
  EXPECT_EQ(text.line({5, 8}), "he (the keeper)");
  EXPECT_EQ(text.line({6, 7}), "(the");
  EXPECT_EQ(text.line({8, 9}), "wrote —");
  EXPECT_EQ(text.line({9, 10}), "well-");
  EXPECT_EQ(text.line({9, 11}), "well-nigh.");
  EXPECT_EQ(text.line({4, 4}), "");
}

TEST(WordedText, ADashThatBeginsALineBelongsToIt) {
  text::Vocabulary types;
  const WordedText text = worded(types, "The whole candle. …\n\n – He slept – and you?\n- I –");
  EXPECT_EQ(text.line({0, 3}), "The whole candle. …");
  EXPECT_EQ(text.line({3, 5}), "– He slept –");
  EXPECT_EQ(text.line({5, 7}), "and you?");
  EXPECT_EQ(text.line({7, 8}), "- I –");
}

TEST(WordedText, LineEndsAreSpaces) {
  text::Vocabulary types;
  const WordedText text = worded(types, "one\r\ntwo\r\n\r\n  three\tfour");
  EXPECT_EQ(text.line({0, 4}), "one two three four");
  EXPECT_EQ(text.line({1, 3}), "two three");
  EXPECT_EQ(text.line({2, 3}), "three");
}

TEST(WordedText, EveryLineTogetherIsTheText) {
  text::Vocabulary types;
  const std::string text = "One “two”, three: (four) five-six — 'seven' eight!";
  const WordedText words = worded(types, text);
  for (std::size_t cut = 1; cut < words.size(); ++cut) {
    const std::string left = words.line({0, cut});
    const std::string right = words.line({cut, words.size()});
    EXPECT_TRUE(left + " " + right == text || left + right == text) << left << "|" << right;
  }
}

TEST(WordedText, PlacesAreThoseOfTheSource) {
  text::Vocabulary types;
  WordedText text;
  text::Tokenizer tokenizer;
  text.add(text::Block::of("één twee\n"), tokenizer, types);
  text.add(text::Block::of("drie\r\nvier", {2, 1}), tokenizer, types);
  EXPECT_EQ(text.place(0), (Place{1, 1}));
  EXPECT_EQ(text.place(1), (Place{1, 5}));
  EXPECT_EQ(text.place(2), (Place{2, 1}));
  EXPECT_EQ(text.place(3), (Place{3, 1}));
}

TEST(WordedText, WithoutTokens) {
  text::Vocabulary types;
  const WordedText text = worded(types, " … ");
  EXPECT_EQ(text.size(), 0U);
  EXPECT_EQ(text.place(0), (Place{1, 1}));
  EXPECT_EQ(text.line({0, 0}), "");
}

TEST(Hunks, HoldChangesThatStandNearEachOther) {
  const std::vector<Change> changes{{{10, 11}, {10, 12}}, {{15, 15}, {16, 17}}, {{30, 32}, {32, 32}}};
  const auto near = hunks(changes, 40, 40, {.context = 2});
  ASSERT_EQ(near.size(), 2U);
  EXPECT_EQ(near[0].in_old, (Range{8, 17}));
  EXPECT_EQ(near[0].in_new, (Range{8, 19}));
  EXPECT_EQ(near[0].changes.size(), 2U);
  EXPECT_EQ(near[1].in_old, (Range{28, 34}));
  EXPECT_EQ(near[1].in_new, (Range{30, 34}));
  // Four common tokens lie between the first two: with one on each side they do not meet.
  EXPECT_EQ(hunks(changes, 40, 40, {.context = 1}).size(), 3U);
  EXPECT_EQ(hunks(changes, 40, 40, {.context = 100}).size(), 1U);
}

TEST(Hunks, EndWhereTheTextDoes) {
  const std::vector<Change> changes{{{0, 1}, {0, 0}}, {{9, 9}, {8, 9}}};
  const auto all = hunks(changes, 9, 9, {.context = 3});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].in_old, (Range{0, 4}));
  EXPECT_EQ(all[0].in_new, (Range{0, 3}));
  EXPECT_EQ(all[1].in_old, (Range{6, 9}));
  EXPECT_EQ(all[1].in_new, (Range{5, 9}));
}

TEST(Hunks, NoneWithoutChanges) { EXPECT_TRUE(hunks({}, 5, 5).empty()); }

}  // namespace
}  // namespace corpus::compare
