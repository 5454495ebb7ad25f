// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "corpus/io/table_rows.hpp"
#include "tables.hpp"

namespace corpus::io {
namespace {

using Cells = std::vector<std::string>;
using testing::rows_of;
using testing::text_of;

testing::Taken<Row> read(const std::string& bytes, std::vector<std::size_t> sizes = {}) {
  return rows_of(open_tsv(text_of(bytes, std::move(sizes)), {}));
}

TEST(Tsv, QuotesAreLetters) {
  const auto [rows, problem] = read("a\t\"b\tc\"\n\t\n");
  ASSERT_FALSE(problem);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].cells, (Cells{"a", "\"b", "c\""}));
  EXPECT_EQ(rows[1].cells, (Cells{"", ""}));
}

TEST(Tsv, EscapesStandForWhatCannotBeWritten) {
  EXPECT_EQ(read("a\\tb\\nc\\rd\\\\n").items.at(0).cells, (Cells{"a\tb\nc\rd\\n"}));
  // A backslash that begins no escape is one.
  EXPECT_EQ(read("C:\\dir\\\t\\").items.at(0).cells, (Cells{"C:\\dir\\", "\\"}));
}

TEST(Tsv, EmptyLinesArePassedOver) {
  const auto [rows, problem] = read("\r\na\r\n\r\n\nb", {1});
  ASSERT_FALSE(problem);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].line, 2U);
  EXPECT_EQ(rows[1].line, 5U);
}

/// What is written by the rule (escape these four, tabs between, LF after) is read as it was.
TEST(Tsv, ReadsWhatIsWritten) {
  std::mt19937 random(2);
  for (int round = 0; round < 5000; ++round) {
    std::vector<Cells> table(1 + random() % 3);
    std::string written;
    for (Cells& cells : table) {
      for (std::size_t i = 0; i < 3; ++i) {
        cells.push_back(testing::random_of(random, {"a", "n", "t", "\\", "\t", "\n", "\r", "é"}, 6));
        if (i > 0) written += '\t';
        for (const char c : cells.back()) {
          written += c == '\\' ? "\\\\" : c == '\t' ? "\\t" : c == '\n' ? "\\n" : c == '\r' ? "\\r" : std::string(1, c);
        }
      }
      written += '\n';
    }
    const auto [rows, problem] = read(written, {1 + random() % 5});
    ASSERT_FALSE(problem);
    ASSERT_EQ(rows.size(), table.size());
    for (std::size_t i = 0; i < rows.size(); ++i) ASSERT_EQ(rows[i].cells, table[i]) << written;
  }
}

}  // namespace
}  // namespace corpus::io
