// SPDX-License-Identifier: MIT
#include "corpus/search/excerpt.hpp"

#include <gtest/gtest.h>

#include <string>

namespace corpus::search {
namespace {

std::string last(std::string_view text, std::size_t count) {
  return std::string(text.substr(last_characters(text, count)));
}
std::string first(std::string_view text, std::size_t count) {
  return std::string(text.substr(0, first_characters(text, count)));
}
std::string line(std::string_view text) {
  std::string out = "|";
  append_line(out, text);
  return out;
}

TEST(ExcerptTest, CountsCodePoints) {
  EXPECT_EQ(last("It snowed", 4), "owed");
  EXPECT_EQ(first("It snowed", 4), "It s");
  EXPECT_EQ(last("caf\u00E9s", 2), "\u00E9s");
  EXPECT_EQ(first("\u00E9t\u00E9", 2), "\u00E9t");
  EXPECT_EQ(last("snow", 9), "snow");
  EXPECT_EQ(first("snow", 9), "snow");
  EXPECT_EQ(last("snow", 0), "");
  EXPECT_EQ(first("snow", 0), "");
  EXPECT_EQ(last("", 3), "");
  EXPECT_EQ(first("", 3), "");
}

TEST(ExcerptTest, SplitsNoCluster) {
  EXPECT_EQ(last("xe\u0301a", 2), "a");  // the mark alone would go with nothing
  EXPECT_EQ(last("xe\u0301a", 3), "e\u0301a");
  EXPECT_EQ(first("xe\u0301a", 2), "x");
  EXPECT_EQ(first("xe\u0301a", 3), "xe\u0301");
  EXPECT_EQ(last("a\r\nb", 2), "b");
  EXPECT_EQ(first("a\r\nb", 2), "a");
  EXPECT_EQ(first("\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7", 3), "\U0001F1E9\U0001F1EA");
  EXPECT_EQ(last("\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7", 3), "\U0001F1EB\U0001F1F7");
  EXPECT_EQ(first("\U0001F469\u200D\U0001F467!", 2), "");
}

TEST(ExcerptTest, PutsTextOnOneLine) {
  EXPECT_EQ(line("a\nb\tc"), "|a b c");
  EXPECT_EQ(line("a\r\nb\rc\n\nd"), "|a b c  d");
  EXPECT_EQ(line("\r\n"), "| ");
  EXPECT_EQ(line(""), "|");
  EXPECT_EQ(line("caf\u00E9\u2028x\x0By"), "|caf\u00E9\u2028x\x0By");
  const std::string many(100, '\n');
  EXPECT_EQ(line(many), "|" + std::string(100, ' '));
}

}  // namespace
}  // namespace corpus::search
