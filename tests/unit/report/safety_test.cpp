// SPDX-License-Identifier: MIT
#include "corpus/report/safety.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace corpus::report {
namespace {

TEST(Visible, LeavesOrdinaryTextOfAnyScript) {
  for (const char* text :
       {"", "plain ~ text\\n", "Schnee", "né", "שלום", "雪", "👩‍🌾", "می‌روم", "a\u200fb", "\ufeff"}) {
    EXPECT_TRUE(is_safe(text)) << text;
    EXPECT_EQ(visible(text), text);
  }
}

TEST(Visible, ShowsControlsOfAscii) {
  EXPECT_EQ(visible("a\x1b[31mred"), "a\\x1b[31mred");
  EXPECT_EQ(visible("a\tb\nc\rd"), "a\\tb\\nc\\rd");
  EXPECT_EQ(visible(std::string_view{"\0\a\b\x7f", 4}), "\\x00\\x07\\x08\\x7f");
}

TEST(Visible, ShowsTheOtherControls) {
  EXPECT_EQ(visible("\u009b31m"), "\\u009b31m");  // CSI in one character
  EXPECT_EQ(visible("\u0080\u0085\u009f\u00a0"), "\\u0080\\u0085\\u009f\u00a0");
  EXPECT_EQ(visible("\u2028\u2029"), "\\u2028\\u2029");
}

TEST(Visible, ShowsWhatReordersALine) {
  EXPECT_EQ(visible("gpj.\u202etxt"), "gpj.\\u202etxt");
  EXPECT_EQ(visible("\u202a\u202b\u202c\u202d"), "\\u202a\\u202b\\u202c\\u202d");
  EXPECT_EQ(visible("\u2066\u2067\u2068\u2069"), "\\u2066\\u2067\\u2068\\u2069");
  EXPECT_EQ(visible("\u2027\u202f\u2065\u2070"), "\u2027\u202f\u2065\u2070");
}

TEST(Visible, ShowsEachByteThatIsNotUtf8) {
  EXPECT_EQ(visible("caf\xe9"), "caf\\xe9");
  EXPECT_EQ(visible("\xc0\xaf"), "\\xc0\\xaf");           // overlong
  EXPECT_EQ(visible("\xe2\x82"), "\\xe2\\x82");           // cut off
  EXPECT_EQ(visible("\xed\xa0\x80"), "\\xed\\xa0\\x80");  // a surrogate
  EXPECT_EQ(visible("\xff é \x9b"), "\\xff é \\x9b");
}

TEST(Visible, IsAlwaysSafeItself) {
  std::mt19937 random{7};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    while (text.size() < 12) text += static_cast<char>(random() % 256);
    EXPECT_TRUE(is_safe(visible(text)));
    EXPECT_EQ(is_safe(text), visible(text) == text);
  }
}

TEST(RightToLeft, IsFoundInTheScriptsThatRunSo) {
  for (const char* text : {"שלום", "a سلام", "ܫܠܡܐ", "ߊ", "𞤀", "ﷺ", "\u200f"}) {
    EXPECT_TRUE(has_right_to_left(text)) << text;
  }
  for (const char* text : {"", "snow", "né", "снег", "雪", "👩‍🌾", "\u200e"})
    EXPECT_FALSE(has_right_to_left(text)) << text;
}

TEST(Isolated, StandsBetweenTheIsolates) { EXPECT_EQ(isolated("שלג"), "\u2068שלג\u2069"); }

}  // namespace
}  // namespace corpus::report
