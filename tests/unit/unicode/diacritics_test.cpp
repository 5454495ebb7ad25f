// SPDX-License-Identifier: MIT
#include "corpus/unicode/diacritics.hpp"

#include <gtest/gtest.h>

#include <string>

#include "corpus/unicode/fold.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

TEST(WithoutDiacritics, TakesMarksFromLatinAndGreekLetters) {
  EXPECT_EQ(without_diacritics(""), "");
  EXPECT_EQ(without_diacritics("cafe"), "cafe");
  EXPECT_EQ(without_diacritics("caf\u00E9"), "cafe");
  EXPECT_EQ(without_diacritics("cafe\u0301"), "cafe");
  EXPECT_EQ(without_diacritics("\u00C5ngstr\u00F6m \u212B"), "Angstrom A");
  EXPECT_EQ(without_diacritics("ti\u1EBFng Vi\u1EC7t"), "tieng Viet");
  EXPECT_EQ(without_diacritics("\u1F84"), "\u03B1");  // alpha with breathing, accent and iota below
  EXPECT_EQ(without_diacritics("\u0439\u0451"), "\u0438\u0435");
}

TEST(WithoutDiacritics, LeavesLettersThatHaveNoDecomposition) {
  for (const char* const text :
       {"\u00F8", "\u0142", "\u0111", "\u00DF", "\u00E6", "\u0131", "\uFB01", "\uAC00\uB098", "\u96EA"}) {
    EXPECT_EQ(without_diacritics(text), text);
  }
  EXPECT_EQ(without_diacritics("\u1112\u1161\u11AB"), "\uD55C");  // jamo compose: NFC
}

TEST(WithoutDiacritics, TakesTheSignsOfOtherScriptsThatAreMarks) {
  EXPECT_EQ(without_diacritics("\u0643\u064E\u062A\u064E\u0628\u064E"), "\u0643\u062A\u0628");  // kataba
  EXPECT_EQ(without_diacritics("\u0623\u0622\u0624\u0626"), "\u0627\u0627\u0648\u064A");        // hamza, madda
  EXPECT_EQ(without_diacritics("\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD"), "\u05E9\u05DC\u05D5\u05DD");  // shalom
  EXPECT_EQ(without_diacritics("\u304C\u30D7"), "\u304B\u30D5");                                            // ga pu
  EXPECT_EQ(without_diacritics("\u0915\u0941 \u0915\u0940"), "\u0915 \u0915\u0940");                        // ku kii
}

TEST(WithoutDiacritics, LeavesWhatIsNotAssigned) {
  EXPECT_EQ(without_diacritics("a\U0010FFFF\u0378b\u0301"), "a\U0010FFFF\u0378b");
  EXPECT_EQ(without_diacritics(std::string("\0\u0301", 3)), std::string("\0", 1));
}

/// Of every character: what is left is in NFC, and nothing more can be taken from it.
TEST(WithoutDiacritics, TwiceIsOnce) {
  for (char32_t point = 1; point < 0x110000; ++point) {
    if (point >= 0xD800 && point < 0xE000) continue;
    std::string text = "x";
    append(text, point);
    const std::string once = without_diacritics(text);
    ASSERT_EQ(without_diacritics(once), once) << std::hex << static_cast<std::uint32_t>(point);
    ASSERT_EQ(nfc(once), once) << std::hex << static_cast<std::uint32_t>(point);
    ASSERT_EQ(without_diacritics(nfc(text)), once) << std::hex << static_cast<std::uint32_t>(point);
  }
}

}  // namespace
}  // namespace corpus::unicode
