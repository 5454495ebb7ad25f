// SPDX-License-Identifier: MIT
#include "corpus/report/svg_bar_code.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/report/capture.hpp"

namespace corpus::report {
namespace {

using List = std::vector<std::uint64_t>;

std::string drawn(const std::vector<BarCode>& bars) {
  Capture capture;
  write_svg_bar_codes(capture.output(), bars);
  return capture.text();
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++found;
  return found;
}

TEST(SvgBarCode, HasAPanelForEachQueryAndARowForEachText) {
  const List positions{0, 5, 9};
  const std::string svg =
      drawn({{"snow", "a.txt", 10, positions}, {"snow", "b.txt", 10, {}}, {"ice", "a.txt", 10, {}}});
  EXPECT_EQ(count(svg, ">snow</text>"), 1u);
  EXPECT_EQ(count(svg, ">ice</text>"), 1u);
  EXPECT_EQ(count(svg, ">a.txt</text>"), 2u);
  EXPECT_EQ(count(svg, ">3 / 10</text>"), 1u);
  EXPECT_EQ(count(svg, ">0 / 10</text>"), 2u);
  EXPECT_EQ(count(svg, "<title>Dispersion of snow, ice</title>"), 1u);
  EXPECT_EQ(count(svg, ">document</text>"), 2u);                                 // the vertical axis, in each panel …
  EXPECT_EQ(count(svg, ">place in the document (% of its tokens)</text>"), 1u);  // … and the horizontal one
  EXPECT_EQ(count(svg, "v9.0"), 3u);                                             // strokes
}

TEST(SvgBarCode, EscapesNames) {
  const std::string svg = drawn({{"<script>&", "a\x1b\"<b>.txt", 10, {}}});
  EXPECT_EQ(count(svg, "<script"), 0u);
  EXPECT_EQ(count(svg, "&lt;script&gt;&amp;"), 2u);
  EXPECT_EQ(count(svg, ">a\\x1b&quot;&lt;b&gt;.txt</text>"), 1u);
  EXPECT_EQ(svg.find('\x1b'), std::string::npos);
}

/// A row never has more strokes than there are tenths of a point, and each that is left out is drawn by another.
TEST(SvgBarCode, DrawsNoStrokeTwice) {
  List positions(1'000'000);
  for (std::uint64_t i = 0; i < positions.size(); ++i) positions[i] = i;
  const std::string svg = drawn({{"a", "a.txt", positions.size(), positions}});
  EXPECT_LT(svg.size(), 70'000u);
  EXPECT_GT(count(svg, "v9.0"), 2'000u);
}

TEST(SvgBarCode, OfNothingIsAFigureAllTheSame) {
  const std::string svg = drawn({});
  EXPECT_EQ(count(svg, "<svg "), 1u);
  EXPECT_EQ(count(svg, "</svg>\n"), 1u);
}

}  // namespace
}  // namespace corpus::report
