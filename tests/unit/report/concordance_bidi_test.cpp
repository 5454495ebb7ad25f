// SPDX-License-Identifier: MIT
// What a terminal that knows of directions draws of a concordance: ICU's implementation of UAX #9 puts the characters of
// each line in their visual order, from left to right in a line whose base direction is left to right.
#include <gtest/gtest.h>
#include <unicode/ubidi.h>
#include <unicode/unistr.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "rows.hpp"

namespace corpus::report {
namespace {

constexpr std::size_t window = 60;
constexpr std::size_t node_at = 29;   ///< 5 and 2 for the place, 20 and 2 for the left context
constexpr std::size_t node_end = 38;  ///< of mirrored lines: as far from the right edge as 20 and 2

/// A line without its end; no character of it is wide.
std::string line_of(std::string_view left, std::string_view node, std::string_view right) {
  std::string line = written({.format = Format::table, .header = Header::hidden, .terminal_width = window},
                             {{.name = "place", .kind = Kind::place, .width = 5},
                              {"left", Kind::left},
                              {"node", Kind::node},
                              {"right", Kind::right}},
                             {{"a:1", left, node, right}});
  line.pop_back();
  return line;
}

bool is_drawn(char16_t unit) {
  return unit != 0x200e && unit != 0x200f && !(unit >= 0x2066 && unit <= 0x2069) && !(unit >= 0x591 && unit <= 0x5c7) &&
         !(unit >= 0x64b && unit <= 0x652);
}

/// What stands in the columns of the line, from left to right.
std::u16string drawn(const std::string& line) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(line);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), ubidi_close);
  ubidi_setPara(bidi.get(), text.getBuffer(), text.length(), 0, nullptr, &status);
  std::u16string columns;
  for (int32_t at = 0; at < text.length(); ++at) {
    const char16_t unit = text[ubidi_getLogicalIndex(bidi.get(), at, &status)];
    if (is_drawn(unit)) columns += unit;
  }
  EXPECT_TRUE(U_SUCCESS(status));
  return columns;
}

std::u16string reversed(std::u16string text) { return {text.rbegin(), text.rend()}; }

TEST(ConcordanceBidi, AMirroredLineReadsFromRightToLeft) {
  const std::u16string columns = drawn(line_of("הלילה הראשון הביא ", "שלג", " לבן על ההר"));
  ASSERT_EQ(columns.size(), window);
  EXPECT_TRUE(columns.starts_with(u"a:1  "));
  const std::u16string text = u"הלילה הראשון הביא  שלג  לבן על ההר";  // 17, 2, the node, 2, 10
  EXPECT_EQ(columns.substr(window - text.size() - 3), reversed(text) + u"   ");
  EXPECT_EQ(columns.substr(node_end - 3, 3), reversed(u"שלג"));
}

TEST(ConcordanceBidi, ALineFromLeftToRightKeepsItsOrder) {
  const std::u16string columns = drawn(line_of("the word says ", "שלג", " for snow"));
  EXPECT_EQ(columns, u"a:1           the word says  " + reversed(u"שלג") + u"  for snow");
  EXPECT_EQ(columns.find(u'ג'), node_at);
}

TEST(ConcordanceBidi, NeighboursInHebrewDoNotChangePlaces) {
  // Mostly Latin letters, but without isolates all the Hebrew would be one stretch.
  const std::u16string columns = drawn(line_of("they are reading עולם ", "שלג", " גדול, and so on"));
  EXPECT_EQ(columns.substr(node_at - 6),
            reversed(u"עולם") + u"  " + reversed(u"שלג") + u"  " + reversed(u"גדול") + u", and so on");
}

TEST(ConcordanceBidi, NodesOfRandomTextStandInOneColumn) {
  const std::vector<std::string> words{"שלום", "עולם,", "(גדול)", "سلام",   "١٢٣",           "123",
                                       "snow", "Linux", "-",      "\"הא\"", "\u200fא\u200e", "שָׁ"};
  std::mt19937 random{7};
  const auto text = [&](std::size_t most) {
    std::string made;
    for (std::size_t left = random() % (most + 1); left > 0; --left) made += words[random() % words.size()] + " ";
    return made;
  };
  int mirrored = 0;
  for (int round = 0; round < 5000; ++round) {
    const std::string node = round % 2 == 0 ? "ששש" : "sss";
    const std::string line = line_of(text(8), node, text(8));
    const std::u16string columns = drawn(line);
    const std::u16string seen = round % 2 == 0 ? u"ששש" : u"sss";
    ASSERT_LE(columns.size(), window) << line;
    ASSERT_TRUE(columns.starts_with(u"a:1    ")) << line;
    const bool turned = line.find("a:1    \u2067") == 0;
    mirrored += turned ? 1 : 0;
    ASSERT_EQ(columns.substr(turned ? node_end - 3 : node_at, 3), seen) << line;
    ASSERT_EQ(columns.substr((turned ? node_end - 3 : node_at) - 2, 2), u"  ") << line;
    if (turned) {
      ASSERT_EQ(columns.size(), window) << line;
    }
  }
  EXPECT_GT(mirrored, 1000);
  EXPECT_LT(mirrored, 4000);
}

}  // namespace
}  // namespace corpus::report
