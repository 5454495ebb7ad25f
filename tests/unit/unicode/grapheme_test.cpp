// SPDX-License-Identifier: MIT
#include "corpus/unicode/grapheme.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "../../reference/unicode/grapheme.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

std::vector<std::size_t> ends_of(std::string_view text) {
  std::vector<std::size_t> ends;
  for (std::size_t at = 0; at < text.size();) ends.push_back(at = next_grapheme(text, at));
  return ends;
}

TEST(Grapheme, RandomTextOverAllClassesIsAsTheRulesSay) {
  // One or two of each class: ASCII, CR, LF, control, Extend, ZWJ, indicator, Prepend, SpacingMark, L, V, T, LV, LVT,
  // pictographs.
  const std::u32string alphabet =
      U"ab \r\n\t\u200B\u0301\U0001F3FB\u200D\U0001F1E6\u0600\u0903\u1100\u1161\u11A8가각\u2764\U0001F600é";
  std::mt19937 random(29);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t length = random() % 40; length > 0; --length) append(text, alphabet[random() % alphabet.size()]);
    const std::vector<std::size_t> expected = reference::grapheme_ends(text);
    ASSERT_EQ(ends_of(text), expected) << testing::PrintToString(text);
    ASSERT_EQ(count_graphemes(text), expected.size()) << testing::PrintToString(text);
  }
}

TEST(Grapheme, Count) {
  EXPECT_EQ(count_graphemes(""), 0U);
  EXPECT_EQ(count_graphemes("plain ASCII"), 11U);
  EXPECT_EQ(count_graphemes("a\r\nb\n\rc"), 6U);
  EXPECT_EQ(count_graphemes("e\u0301te\u0301"), 3U);
  EXPECT_EQ(count_graphemes("🇩🇪🇫🇷🇮"), 3U);
  EXPECT_EQ(count_graphemes("👩‍👩‍👧‍👦x"), 2U);
}

TEST(Grapheme, DisplayWidth) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("plain"), 5U);
  EXPECT_EQ(display_width("e\u0301te\u0301"), 3U);
  EXPECT_EQ(display_width("漢字かな"), 8U);
  EXPECT_EQ(display_width("ﾊﾟ"), 2U) << "one cluster, but the halfwidth voicing mark has a cell of its own";
  EXPECT_EQ(display_width("한국"), 4U);
  EXPECT_EQ(display_width("\u1112\u1161\u11AB"), 2U);
  EXPECT_EQ(display_width("🇩🇪"), 2U);
  EXPECT_EQ(display_width("👩‍👩‍👧‍👦"), 2U);
  EXPECT_EQ(display_width("👍🏽"), 2U);
  EXPECT_EQ(display_width("🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"), 2U);
  EXPECT_EQ(display_width("❤"), 1U);
  EXPECT_EQ(display_width("❤\uFE0F"), 2U);
  EXPECT_EQ(display_width("1\uFE0F\u20E3"), 2U);
  EXPECT_EQ(display_width("a\uFE0F"), 1U);
  EXPECT_EQ(display_width("a\tb\n"), 2U);
  EXPECT_EQ(display_width("\u202Eabc\u202C"), 3U);
}

}  // namespace
}  // namespace corpus::unicode
