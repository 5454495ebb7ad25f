// SPDX-License-Identifier: MIT
#include "corpus/text/lines.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "corpus/text/units.hpp"

namespace corpus::text {
namespace {

/// What LineScanner is to find, one byte after another.
std::vector<Line> lines_of(std::string_view text, std::size_t begin) {
  std::vector<Line> lines;
  for (std::size_t at = begin; at < text.size();) {
    Line line;
    line.begin = line.end = at;
    while (line.end < text.size() && text[line.end] != '\n' && text[line.end] != '\r') ++line.end;
    line.next = line.end;
    if (line.next < text.size()) line.next += text.substr(line.next).starts_with("\r\n") ? 2 : 1;
    const Stretch shown =
        without_outer_white_space(text, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(line.end));
    line.shows = shown.begin;
    line.shows_end = shown.end;
    line.feed_before = text.substr(at, shown.begin - at).find('\f') != std::string_view::npos;
    line.feed_after = text.substr(shown.end, line.end - shown.end).find('\f') != std::string_view::npos;
    lines.push_back(line);
    at = line.next;
  }
  return lines;
}

void expect_lines(std::string_view text, std::size_t begin) {
  LineScanner scanner{text, begin};
  for (const Line& expected : lines_of(text, begin)) {
    const auto line = scanner.next();
    ASSERT_TRUE(line);
    EXPECT_EQ(line->begin, expected.begin);
    EXPECT_EQ(line->end, expected.end);
    EXPECT_EQ(line->next, expected.next);
    ASSERT_EQ(line->blank(), expected.shows == expected.shows_end);
    if (!line->blank()) {
      EXPECT_EQ(line->shows, expected.shows);
      EXPECT_EQ(line->shows_end, expected.shows_end);
      EXPECT_EQ(line->feed_after, expected.feed_after);
      EXPECT_EQ(line->feed_before, expected.feed_before);
    } else {
      EXPECT_EQ(line->feed_before || line->feed_after, expected.feed_before || expected.feed_after);
    }
  }
  EXPECT_FALSE(scanner.next());
  EXPECT_FALSE(scanner.next());
}

TEST(Lines, RandomTextIsAsItsTwinSays) {
  const std::string pieces[] = {
      "a", "b", " ", "\t", "\f", "\u00A0", "“", "\n", "\r", "\r\n", std::string(70, 'x'), std::string(1100, 'y')};
  std::mt19937 random(21);
  for (int round = 0; round < 4000; ++round) {
    const std::size_t kinds = round % 3 == 0 ? std::size(pieces) : 10;
    std::string text;
    for (std::size_t count = random() % (round % 10 == 0 ? 1000 : 60); count > 0; --count)
      text += pieces[random() % kinds];
    expect_lines(text, 0);
    // A line may begin anywhere but within a character or a line end.
    const auto lines = lines_of(text, 0);
    if (!lines.empty()) expect_lines(text, lines[random() % lines.size()].begin);
    if (HasFailure()) {
      ADD_FAILURE() << ::testing::PrintToString(text);
      return;
    }
  }
}

TEST(Lines, HowTheyBeginAndEnd) {
  for (const char* text : {"a", "small", "“small”", "(é", "*it", "'t"}) EXPECT_TRUE(starts_small(text)) << text;
  for (const char* text : {"", "A", "1a", "— a", "Ému", "漢a"}) EXPECT_FALSE(starts_small(text)) << text;
  for (const char* text : {"", "end.", "end?", "end:", "end.”", "end!*", "end.)", "。"}) {
    EXPECT_TRUE(closes_sentence(text)) << text;
  }
  for (const char* text : {"end", "end,", "end;", "end—", "é", "12", "END"})
    EXPECT_FALSE(closes_sentence(text)) << text;
}

}  // namespace
}  // namespace corpus::text
