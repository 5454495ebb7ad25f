// SPDX-License-Identifier: MIT
#include "corpus/text/units.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace corpus::text {
namespace {

const unicode::Abbreviations& none() {
  static const auto abbreviations = unicode::Abbreviations::none();
  return abbreviations;
}

UnitCounts count(std::string_view text) {
  UnitCounter units{none()};
  if (!text.empty()) units.add(Block::of(text));
  return units.counts();
}

struct Found {
  std::string text;
  std::uint64_t number = 0;
  bool has_word = false;
  bool goes_on = false;

  bool operator==(const Found&) const = default;
};

std::vector<Found> add(UnitCounter& units, std::string_view text, bool goes_on = false) {
  std::vector<Found> found;
  Block block = Block::of(text);
  block.line_goes_on = goes_on;
  for (const Sentence& sentence : units.add(block)) {
    found.push_back({std::string(text.substr(sentence.begin, sentence.end - sentence.begin)), sentence.number,
                     sentence.has_word, sentence.goes_on});
  }
  return found;
}

TEST(Units, Characters) {
  EXPECT_EQ(count("").characters, 0U);
  EXPECT_EQ(count("aé漢😀\r\n").characters, 6U);
}

TEST(Units, Lines) {
  EXPECT_EQ(count("").lines, 0U);
  EXPECT_EQ(count("a").lines, 1U);
  EXPECT_EQ(count("a\n").lines, 1U);
  EXPECT_EQ(count("a\nb").lines, 2U);
  EXPECT_EQ(count("a\r\nb\r\n").lines, 2U);
  EXPECT_EQ(count("a\rb\r").lines, 2U);
  EXPECT_EQ(count("\n\r\r\n\n").lines, 4U);
  EXPECT_EQ(count("\n\n ").lines, 3U);
}

TEST(Units, ParagraphsAreLinesThatAreNotBlank) {
  EXPECT_EQ(count("").paragraphs, 0U);
  EXPECT_EQ(count("\n \n\t\r\n\u00A0\u3000\n\r").paragraphs, 0U);
  EXPECT_EQ(count("a\n\nb\nc").paragraphs, 3U);
  EXPECT_EQ(count("a\r\n \u00A0 \r\n b\r").paragraphs, 2U);
  EXPECT_EQ(count("***\n").paragraphs, 1U);
  EXPECT_EQ(count("  \u00A0.\n").paragraphs, 1U);
}

TEST(Units, LinesAndParagraphsOverBlocks) {
  UnitCounter units{none()};
  add(units, "a\n");
  add(units, "   ", true);  // an overlong line, in three blocks
  EXPECT_EQ(units.counts().lines, 2U);
  EXPECT_EQ(units.counts().paragraphs, 1U);
  add(units, "b b ", true);
  EXPECT_EQ(units.counts().paragraphs, 2U);
  add(units, "c\r\n");
  add(units, " ");
  EXPECT_EQ(units.counts().lines, 3U);
  EXPECT_EQ(units.counts().paragraphs, 2U);
  EXPECT_EQ(units.counts().characters, 13U);
}

TEST(Units, SentencesAreNumbered) {
  UnitCounter units{none()};
  EXPECT_EQ(add(units, "It snowed. We left!\nNo heading\n"),
            (std::vector<Found>{
                {"It snowed. ", 1, true, false}, {"We left!\n", 2, true, false}, {"No heading\n", 3, true, false}}));
  EXPECT_EQ(add(units, "On. "), (std::vector<Found>{{"On. ", 4, true, false}}));
  EXPECT_EQ(units.counts().sentences, 4U);
}

TEST(Units, AStretchWithoutAWordIsNoSentence) {
  UnitCounter units{none()};
  EXPECT_EQ(add(units, "* * *\nOne.\n\n!?\nTwo"), (std::vector<Found>{{"* * *\n", 0, false, false},
                                                                      {"One.\n", 1, true, false},
                                                                      {"\n", 1, false, false},
                                                                      {"!?\n", 1, false, false},
                                                                      {"Two", 2, true, false}}));
  EXPECT_EQ(units.counts().sentences, 2U);
}

TEST(Units, ASentenceGoesOnInTheNextBlock) {
  UnitCounter units{none()};
  EXPECT_EQ(add(units, "One. and ", true), (std::vector<Found>{{"One. and ", 1, true, true}}));  // SB8: a small letter
  EXPECT_EQ(add(units, "so on ", true), (std::vector<Found>{{"so on ", 1, true, true}}));
  EXPECT_EQ(add(units, "it went. Two.\n"),
            (std::vector<Found>{{"it went. ", 1, true, false}, {"Two.\n", 2, true, false}}));
  EXPECT_EQ(add(units, "Three"), (std::vector<Found>{{"Three", 3, true, false}}));
  EXPECT_EQ(units.counts().sentences, 3U);
}

TEST(Units, TheWordMayComeInTheNextBlock) {
  UnitCounter units{none()};
  EXPECT_EQ(add(units, "… ", true), (std::vector<Found>{{"… ", 0, false, true}}));
  EXPECT_EQ(add(units, "so on\n"), (std::vector<Found>{{"so on\n", 1, true, false}}));
  EXPECT_EQ(add(units, "so ", true), (std::vector<Found>{{"so ", 2, true, true}}));
  EXPECT_EQ(add(units, "…\n"), (std::vector<Found>{{"…\n", 2, true, false}}));
  EXPECT_EQ(units.counts().sentences, 2U);
}

TEST(Units, Abbreviations) {
  const auto english = unicode::Abbreviations::of_language("en");
  UnitCounter units{english};
  EXPECT_EQ(add(units, "Mr. Smith left. He ran."),
            (std::vector<Found>{{"Mr. Smith left. ", 1, true, false}, {"He ran.", 2, true, false}}));
}

TEST(Units, HasWord) {
  EXPECT_TRUE(has_word("… a"));
  EXPECT_TRUE(has_word("5"));
  EXPECT_TRUE(has_word("漢"));
  EXPECT_TRUE(has_word("ก"));
  EXPECT_FALSE(has_word(""));
  EXPECT_FALSE(has_word("*** — … @ 👍\u3164\u0301"));
}

TEST(Units, WithoutOuterWhiteSpace) {
  const std::string text = "\u00A0 \r\na b\u3000\t";
  const auto [begin, end] = without_outer_white_space(text, 0, static_cast<std::uint32_t>(text.size()));
  EXPECT_EQ(text.substr(begin, end - begin), "a b");
  const auto inner = without_outer_white_space(text, 6, 7);  // the space between a and b
  EXPECT_EQ(inner.begin, inner.end);
  const auto nothing = without_outer_white_space("", 0, 0);
  EXPECT_EQ(nothing.begin, nothing.end);
}

}  // namespace
}  // namespace corpus::text
