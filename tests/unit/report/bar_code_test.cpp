// SPDX-License-Identifier: MIT
#include "corpus/report/bar_code.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "corpus/unicode/grapheme.hpp"
#include "unit/report/capture.hpp"

namespace corpus::report {
namespace {

using List = std::vector<std::uint64_t>;

std::string drawn(const std::vector<BarCode>& bars, const BarCodeOptions& options) {
  Capture capture;
  write_bar_codes(capture.output(), bars, options);
  return capture.text();
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// By hand: 20 columns of 120 tokens are 6 tokens each; 3 and 4 are in column 0, 90 in column 15.
TEST(BarCode, IsAsTheHeaderHasIt) {
  const List positions{3, 4, 90};
  EXPECT_EQ(drawn({{"snow", "keeper.txt", 120, positions}}, {.width = 48}),
            "document    hits  tokens  █ is 2 hits\n"
            "keeper.txt     3     120  │█              ▄    │\n");
}

TEST(BarCode, HasEightHeightsOfTheGreatestOfAll) {
  List positions;
  for (std::uint64_t column = 0; column < 10; ++column) {
    for (std::uint64_t hit = 0; hit < column; ++hit) positions.push_back(100 * column + hit);
  }
  const List sixteen{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  // of 16: 1 is ▁ as 2 is, 9 is ▅
  EXPECT_EQ(drawn({{"", "a", 1000, positions}, {"", "b", 1000, sixteen}}, {.width = 36, .header = Header::hidden}),
            "a           45   1,000  │ ▁▁▂▂▃▃▄▄▅│\n"
            "b           16   1,000  │█         │\n");
}

TEST(BarCode, CountsFromWhereTheTextBegins) {
  const List positions{500, 509};
  EXPECT_EQ(drawn({{"", "a", 10, positions, 500}}, {.width = 36, .header = Header::hidden}),
            "a            2      10  │█        █│\n");
}

TEST(BarCode, OfNothingIsEmpty) {
  EXPECT_EQ(drawn({}, {}), "");
  EXPECT_EQ(drawn({{"", "empty", 0, {}}}, {.width = 36}),
            "document  hits  tokens\n"
            "empty        0       0  │          │\n");
}

TEST(BarCode, SaysWhatWasLookedFor) {
  const List positions{0};
  EXPECT_EQ(drawn({{"ice|snow", "a", 10, positions}}, {.width = 46, .query = QueryColumn::shown}),
            "query     document  hits  tokens  █ is 1 hit\n"
            "ice|snow  a            1      10  │█         │\n");
}

TEST(BarCode, EveryLineIsAsWideAsTheWindow) {
  const List positions{0, 7};
  const std::vector<BarCode> bars{{"東京", "texts/very/long/names/of/folders/雪と氷.txt", 12'345'678, positions},
                                  {"a rather long phrase of words", "e\u0301te\u0301.txt", 10, positions},
                                  {"x", "שלום.txt", 10, {}}};
  for (const std::size_t width : {60U, 80U, 81U, 120U, 200U}) {
    const auto drawn_lines =
        lines(drawn(bars, {.width = width, .query = QueryColumn::shown, .header = Header::hidden}));
    ASSERT_EQ(drawn_lines.size(), 3u);
    for (const std::string& line : drawn_lines) EXPECT_EQ(unicode::display_width(line), width) << line;
  }
  // Names give way until the bar has two fifths of the window; files keep their ends.
  const auto narrow = lines(drawn(bars, {.width = 80, .header = Header::hidden}));
  EXPECT_NE(narrow[0].find("…"), std::string::npos);
  EXPECT_NE(narrow[0].find("雪と氷.txt"), std::string::npos);
}

/// Too narrow for anything: numbers and ten columns of bar are there all the same.
TEST(BarCode, NeverLosesItsBar) {
  const List positions{5};
  EXPECT_EQ(drawn({{"", "a/long/name.txt", 10, positions}}, {.width = 1, .header = Header::hidden}),
            "…ame.txt     1      10  │     █    │\n");
}

TEST(BarCode, ShowsControlsAndColoursOnlyWhereAllowed) {
  const List positions{0};
  const std::vector<BarCode> bars{{"", "a\x1b[31m.txt", 10, positions}};
  const std::string plain = drawn(bars, {});
  EXPECT_EQ(plain.find('\x1b'), std::string::npos);
  EXPECT_NE(plain.find("a\\x1b[31m.txt"), std::string::npos);
  EXPECT_NE(drawn(bars, {.color = Color::on}).find("\x1b[1mdocument"), std::string::npos);
}

}  // namespace
}  // namespace corpus::report
