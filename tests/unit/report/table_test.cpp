// SPDX-License-Identifier: MIT
// Widths are those of UAX #11 as terminals apply it: Han and emoji take two columns, combining marks and joiners none.
#include <gtest/gtest.h>

#include "rows.hpp"

namespace corpus::report {
namespace {

const std::vector<Column> word_and_count{{"type"}, {"freq", Kind::count}};

std::string table(std::vector<Column> columns, std::initializer_list<Row> rows, std::size_t width) {
  return written({.format = Format::table, .terminal_width = width}, std::move(columns), rows);
}

TEST(Table, AlignsTextLeftAndNumbersRight) {
  EXPECT_EQ(written({.format = Format::table}, example_columns(),
                    {example_row(), undefined_row(), {"ice", std::uint64_t{7}, std::uint64_t{31}, 1e-7}}),
            "type   freq  line  per_million\n"
            "snow  8,431  1200   666,666.67\n"
            "\n"
            "ice       7    31     1.00e-07\n");
}

TEST(Table, CountsInAColumnOfRealsHaveDecimals) {
  EXPECT_EQ(written({.format = Format::table}, {{"mean", Kind::real, 3}}, {{std::uint64_t{1234}}, {2.5}}),
            "     mean\n1,234.000\n    2.500\n");
}

TEST(Table, SaysBelowTheHeadingHowColumnsAreToBeRead) {
  const std::vector<Column> columns{{.name = "query", .note = "even:"},
                                    {.name = "dp", .kind = Kind::real, .note = "0"},
                                    {.name = "arf", .kind = Kind::real, .note = "as freq"}};
  EXPECT_EQ(written({.format = Format::table}, columns, {{"a", 0.5, 2.0}}),
            "query    dp      arf\n"
            "even:     0  as freq\n"
            "a      0.50     2.00\n");
  EXPECT_EQ(written({.format = Format::table, .header = Header::hidden}, columns, {{"a", 0.5, 2.0}}),
            "a  0.50  2.00\n");
  EXPECT_EQ(written({.format = Format::tsv}, columns, {{"a", 0.5, 2.0}}), "query\tdp\tarf\na\t0.5\t2\n");
}

TEST(Table, HidesItsHeader) {
  EXPECT_EQ(written({.format = Format::table, .header = Header::hidden}, word_and_count, {{"a", std::uint64_t{1}}}),
            "a  1\n");
}

TEST(Table, MeasuresWhatIsDrawn) {
  EXPECT_EQ(written({.format = Format::table, .header = Header::hidden}, {{"a"}, {"b"}},
                    {{"雪山", "x"}, {"e\u0301te\u0301", "x"}, {"👩‍🌾", "x"}, {"🇳🇴", "x"}, {"abcd", "x"}}),
            "雪山  x\n"
            "e\u0301te\u0301   x\n"
            "👩‍🌾    x\n"
            "🇳🇴    x\n"
            "abcd  x\n");
}

TEST(Table, IsolatesRightToLeftTextAndPadsOutside) {
  EXPECT_EQ(
      written({.format = Format::table}, word_and_count, {{"שלג", std::uint64_t{12}}, {"snow", std::uint64_t{3}}}),
      "type  freq\n"
      "\u2068שלג\u2069     12\n"
      "snow     3\n");
}

TEST(Table, ShowsControlsWhereverItGoes) {
  EXPECT_EQ(written({.format = Format::table, .header = Header::hidden}, word_and_count,
                    {{"a\n\x1b[2J\u202e", std::uint64_t{1}}, {"caf\xe9", std::uint64_t{2}}}, "from \x1b[0m"),
            "a\\n\\x1b[2J\\u202e  1\n"
            "caf\\xe9           2\n"
            "from \\x1b[0m\n");
}

TEST(Table, ColoursHeaderAndFooter) {
  EXPECT_EQ(written({.format = Format::table, .color = Color::on}, word_and_count, {{"snow", std::uint64_t{8}}},
                    "1 of 20 shown"),
            "\x1b[1mtype  freq\x1b[0m\nsnow     8\n\x1b[2m1 of 20 shown\x1b[0m\n");
}

TEST(Table, ShortensTheWidestTextToFit) {
  EXPECT_EQ(table({{"left"}, {"right"}}, {{"it snowed all night", "in the hut"}}, 24),
            "left          right\n"
            "it snowed a…  in the hut\n");
  EXPECT_EQ(table({{"left"}, {"right"}}, {{"it snowed all night", "in the hut"}}, 31),
            "left                 right\n"
            "it snowed all night  in the hut\n");
}

TEST(Table, ShortensByWholeCharactersOfTheReader) {
  EXPECT_EQ(table({{"a"}}, {{"雪雪雪雪雪雪"}}, 8), "a\n雪雪雪…\n");
  EXPECT_EQ(table({{"a"}}, {{"e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"}}, 8),
            "a\ne\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301…\n");
  EXPECT_EQ(table({{"a"}}, {{"123456👩‍🌾👩‍🌾"}}, 8), "a\n123456…\n");
}

TEST(Table, ShortensRightToLeftTextWithinItsIsolate) {
  EXPECT_EQ(table({{"a"}}, {{"שלגשלגשלג"}}, 8), "a\n\u2068שלגשלגש…\u2069\n");
}

TEST(Table, ShortensPlacesAtTheirBeginning) {
  EXPECT_EQ(table({{"a", Kind::place}}, {{"abc/def.txt:12"}, {"雪雪雪雪雪:1"}}, 9), "a\n…f.txt:12\n…雪雪雪:1\n");
}

TEST(Table, NeverCutsNumbersOrHeadings) {
  EXPECT_EQ(table({{"a_long_heading"}, {"n", Kind::count}}, {{"a longer text than that", std::uint64_t{1'000'000}}}, 5),
            "a_long_heading          n\n"
            "a longer text…  1,000,000\n");
}

TEST(Table, ColumnsOfLaterRowsGrow) {
  Capture capture;
  const auto writer = make_writer(capture.output(), word_and_count, {.format = Format::table});
  for (int row = 0; row < 1000; ++row) writer->row({"snow", std::uint64_t{8}});
  capture.output().flush();
  writer->row({"snowstorm", std::uint64_t{12'345'678}});
  writer->row({"ice", std::uint64_t{9}});
  writer->finish();
  const std::string text = capture.text();
  EXPECT_TRUE(text.starts_with("type  freq\nsnow     8\n"));
  EXPECT_TRUE(text.ends_with("snow     8\nsnowstorm  12,345,678\nice                 9\n"));
}

TEST(Table, ColumnsOfLaterRowsGrowNoWiderThanTheTerminal) {
  Capture capture;
  const auto writer = make_writer(capture.output(), {{"a"}, {"b"}}, {.format = Format::table, .terminal_width = 12});
  for (int row = 0; row < 1000; ++row) writer->row({"snow", Cell{}});
  writer->row({"snow", "some more snow"});
  writer->finish();
  EXPECT_TRUE(capture.text().ends_with("snow  some …\n"));
}

}  // namespace
}  // namespace corpus::report
