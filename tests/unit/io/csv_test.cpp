// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "corpus/io/table_rows.hpp"
#include "reference/io/csv.hpp"
#include "reference/text/place.hpp"
#include "tables.hpp"

namespace corpus::io {
namespace {

using Cells = std::vector<std::string>;
using testing::rows_of;
using testing::text_of;

testing::Taken<Row> read(const std::string& bytes, std::vector<std::size_t> sizes = {}, RowOptions options = {}) {
  return rows_of(open_csv(text_of(bytes, std::move(sizes)), options));
}

TEST(Csv, QuotesHoldDelimitersLineEndsAndQuotes) {
  const auto [rows, problem] = read("a,\"b,c\",\"d\r\ne\",\"say \"\"x\"\"\"\r\n\"\",,\n");
  ASSERT_FALSE(problem);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].cells, (Cells{"a", "b,c", "d\r\ne", "say \"x\""}));
  EXPECT_EQ(rows[1].cells, (Cells{"", "", ""}));
  EXPECT_EQ(rows[0].line, 1U);
  EXPECT_EQ(rows[1].line, 3U);
}

TEST(Csv, WhiteSpaceBelongsToACell) {
  const auto [rows, problem] = read(" a ,\tb\t\n");
  ASSERT_FALSE(problem);
  EXPECT_EQ(rows.at(0).cells, (Cells{" a ", "\tb\t"}));
  ASSERT_TRUE(read("a, \"b\"\n").problem);
  ASSERT_TRUE(read("\"a\" ,b\n").problem);
}

TEST(Csv, OtherDelimiters) {
  EXPECT_EQ(read("a;b,c\n", {}, {.delimiter = ';'}).items.at(0).cells, (Cells{"a", "b,c"}));
  EXPECT_EQ(read("\"a\tb\"\t\t c", {}, {.delimiter = '\t'}).items.at(0).cells, (Cells{"a\tb", "", " c"}));
}

TEST(Csv, EmptyLinesArePassedOver) {
  const auto [rows, problem] = read("\n\r\na\r\r\rb\n\n");
  ASSERT_FALSE(problem);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].line, 3U);
  EXPECT_EQ(rows[1].line, 6U);
  EXPECT_TRUE(read("").items.empty());
}

TEST(Csv, AQuoteThatIsNeverClosed) {
  const auto [rows, problem] = read("a,b\n1,2\n3,\"x\ny\n");
  EXPECT_EQ(rows.size(), 2U);
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->file, "a.csv");
  EXPECT_EQ(problem->line, 3U);
  EXPECT_EQ(problem->cause, "the quote that begins cell 2 is never closed");
}

TEST(Csv, AQuoteWhereNoneBelongs) {
  const auto middle = read("a,b\n1,é\"x\n");
  EXPECT_EQ(middle.items.size(), 1U);
  ASSERT_TRUE(middle.problem);
  EXPECT_EQ(middle.problem->line, 2U);
  EXPECT_EQ(middle.problem->column, 4U);
  EXPECT_EQ(middle.problem->cause, "a quote in the middle of cell 2, which does not begin with one");
  // The quote that is missing after "x" makes the next one close the cell.
  const auto missing = read("a,b\n\"x,1\n\"y\",2\n");
  EXPECT_EQ(missing.items.size(), 1U);
  ASSERT_TRUE(missing.problem);
  EXPECT_EQ(missing.problem->line, 3U);
  EXPECT_EQ(missing.problem->column, 2U);
  EXPECT_EQ(missing.problem->cause, "cell 1, whose quote opens on line 2, goes on with y after a quote");
}

TEST(Csv, AFieldOfTenMegabytes) {
  std::string text;
  while (text.size() < 10 << 20) text += "word, \"\"quoted\"\"\n";
  std::string expected;
  while (expected.size() < text.size() * 15 / 17) expected += "word, \"quoted\"\n";
  const auto [rows, problem] = read("1,\"" + text + "\"\n2,x\n", {4093});
  ASSERT_FALSE(problem);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].cells[1].size(), text.size() - 2 * (text.size() / 17));
  EXPECT_EQ(rows[0].cells[1].substr(0, 1000), expected.substr(0, 1000));
  EXPECT_EQ(rows[1].line, 1 + text.size() / 17 + 1);
}

TEST(Csv, AnOpenQuoteDoesNotFillTheMemory) {
  std::string text = "a,b\n1,\"x\n";
  for (int i = 0; i < 100000; ++i) text += "2,yyyyyyyy\n";
  const auto [rows, problem] = read(text, {}, {.longest_record = 200000});
  EXPECT_EQ(rows.size(), 1U);
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->line, 2U);
  EXPECT_EQ(problem->cause, "a row of over 200000 bytes");
  EXPECT_EQ(problem->hint, "is the quote on line 2 closed?");
}

TEST(Csv, AFaultOfTheTextComesAfterTheRowsBeforeIt) {
  const auto [rows, problem] = read("a,b\n1,2\n3,\xFF\n");
  EXPECT_EQ(rows.size(), 2U);
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->line, 3U);
  EXPECT_EQ(problem->column, 3U);
}

/// Whatever the text, and however it is cut, it is read as its slow twin reads it.
TEST(Csv, AsItsTwinReadsIt) {
  std::mt19937 random(1);
  int malformed = 0;
  int unclosed = 0;
  for (int round = 0; round < 60000; ++round) {
    const std::string text = testing::random_of(random, {"a", "é", ",", "\"", "\"", "\n", "\r", "\r\n", ";", " "}, 14);
    const char delimiter = random() % 4 == 0 ? ';' : ',';
    const reference::Csv expected = reference::csv(text, delimiter);
    const auto [rows, problem] = read(text, {1 + random() % 5, 1 + random() % 3}, {.delimiter = delimiter});
    ASSERT_EQ(rows.size(), expected.rows.size()) << text;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      ASSERT_EQ(rows[i].cells, expected.rows[i].cells) << text;
      ASSERT_EQ(rows[i].line, expected.rows[i].line) << text;
    }
    ASSERT_EQ(problem.has_value(), expected.fault.has_value()) << text;
    if (expected.unclosed) {
      ASSERT_EQ(problem->line, reference::place_of(text, *expected.unclosed).line) << text;
      ++unclosed;
    } else if (expected.fault) {
      ASSERT_EQ((Place{problem->line, problem->column}), reference::place_of(text, *expected.fault)) << text;
      ++malformed;
    }
  }
  EXPECT_GT(malformed, 1000);
  EXPECT_GT(unclosed, 1000);
}

}  // namespace
}  // namespace corpus::io
