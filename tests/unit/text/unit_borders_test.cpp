// SPDX-License-Identifier: MIT
#include "corpus/text/unit_borders.hpp"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace corpus::text {
namespace {

using Offsets = std::vector<std::uint32_t>;

Block part(std::string_view text, std::uint64_t turn = 0) {
  Block block = Block::of(text);
  block.turn = turn;
  return block;
}

class Borders {
 public:
  explicit Borders(Within within) : borders_(within, abbreviations_) {}

  void start() { borders_.start_document(); }
  Offsets of(const Block& block, Paragraphs paragraphs = Paragraphs::blank_lines) {
    const auto found = borders_.add(block, paragraphs);
    return {found.begin(), found.end()};
  }

 private:
  unicode::Abbreviations abbreviations_;
  UnitBorders borders_;
};

TEST(UnitBordersTest, ADocumentHasNone) {
  Borders borders{Within::document};
  EXPECT_EQ(borders.of(part("It is. So.\n\nNo.", 1)), Offsets{});
}

TEST(UnitBordersTest, AStretchWithoutAWordBelongsToTheSentenceBefore) {
  Borders borders{Within::sentence};
  EXPECT_EQ(borders.of(part("One.\n***\nTwo.")), (Offsets{0, 9}));
  EXPECT_EQ(borders.of(part("***\nThree.")), (Offsets{4}));
}

TEST(UnitBordersTest, ASentenceGoesOnWithALineThatDoes) {
  Borders borders{Within::sentence};
  Block begun = part("One and");
  begun.line_goes_on = true;
  EXPECT_EQ(borders.of(begun), (Offsets{0}));
  EXPECT_EQ(borders.of(part(" two. Three.")), (Offsets{6}));
  EXPECT_EQ(borders.of(begun), (Offsets{0}));
  borders.start();
  EXPECT_EQ(borders.of(part(" two. Three.")), (Offsets{0, 6}));
}

TEST(UnitBordersTest, ParagraphsEndWhereTheTextHasIt) {
  Borders plain{Within::paragraph};
  EXPECT_EQ(plain.of(part("a\nb\n \nc\r\n\r\nd")), (Offsets{0, 6, 11}));
  Borders undone{Within::paragraph};
  EXPECT_EQ(undone.of(part("a\nb\n \nc"), Paragraphs::line_ends), (Offsets{0, 2, 6}));
}

TEST(UnitBordersTest, ATurnIsWholeAndTextOutsideIsDivided) {
  Borders borders{Within::turn};
  EXPECT_EQ(borders.of(part("a\n\nb\n")), (Offsets{0, 3}));
  EXPECT_EQ(borders.of(part("c\n\nd\n", 1)), (Offsets{0}));
  EXPECT_EQ(borders.of(part("e\n\n", 1)), Offsets{});
  Block next = part("f\n", 1);
  next.begins_turn = true;
  EXPECT_EQ(borders.of(next), (Offsets{0}));
}

TEST(UnitBordersTest, SentencesAndParagraphsEndWithTheTurn) {
  for (const Within within : {Within::sentence, Within::paragraph}) {
    Borders borders{within};
    EXPECT_EQ(borders.of(part("a\n", 1)), (Offsets{0}));
    EXPECT_EQ(borders.of(part("b\n", 2)), (Offsets{0}));
  }
}

}  // namespace
}  // namespace corpus::text
