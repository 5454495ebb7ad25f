// SPDX-License-Identifier: MIT
#include "corpus/io/table_text.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "reference/text/place.hpp"
#include "tables.hpp"

namespace corpus::io {
namespace {

using namespace std::string_literals;
using testing::problem_of;
using testing::text_of;

struct Whole {
  std::string text;
  std::optional<Problem> problem;
};

Whole read_all(TableText text) {
  const auto taken = testing::take_all<std::string>([&]() -> std::optional<std::string> {
    const auto piece = text.next();
    return piece ? std::optional<std::string>(*piece) : std::nullopt;
  });
  Whole whole{{}, taken.problem};
  for (const std::string& piece : taken.items) {
    EXPECT_NE(piece, "");
    whole.text += piece;
  }
  return whole;
}

TEST(TableText, InAnyEncoding) {
  const std::string text = "naïve,\U0001F600\nb";
  EXPECT_EQ(read_all(text_of(text)).text, text);
  EXPECT_EQ(read_all(text_of("\xEF\xBB\xBF" + text, {1})).text, text);
  const std::string utf16 =
      "\xFF\xFE"
      "a\0,\0\xE9\0\n\0\x3D\xD8\x00\xDE"s;
  for (const std::size_t size : {1U, 2U, 3U, 100U}) EXPECT_EQ(read_all(text_of(utf16, {size})).text, "a,é\n\U0001F600");
  EXPECT_EQ(read_all(text_of("a\0b\0"s, {1}, {.encoding = "utf-16le"})).text, "ab");
  EXPECT_EQ(read_all(text_of("\xE9", {}, {.encoding = "latin1"})).text, "é");
  // A mark of another encoding than the one that is named is text.
  EXPECT_EQ(read_all(text_of("\xEF\xBB\xBF", {}, {.encoding = "latin1"})).text, "ï»¿");
}

TEST(TableText, WithNothingInIt) {
  EXPECT_EQ(read_all(text_of("")).text, "");
  EXPECT_EQ(read_all(text_of("\xEF\xBB\xBF")).text, "");
  TableText text = text_of("");
  EXPECT_EQ(text.front(), "");
  EXPECT_EQ(text.next(), std::nullopt);
  EXPECT_EQ(text.next(), std::nullopt);
}

TEST(TableText, AFaultComesAfterWhatStandsBeforeIt) {
  const Whole latin = read_all(text_of("a,b\r\nn\xC3\xAF,\xE9,x\n", {2}));
  EXPECT_EQ(latin.text, "a,b\r\nnï,");
  ASSERT_TRUE(latin.problem);
  EXPECT_EQ(Error{*latin.problem}.what(),
            "a.csv:2:4: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)"s);
  const Whole nul = read_all(text_of("a\rb\0c"s));
  EXPECT_EQ(nul.text, "a\rb");
  ASSERT_TRUE(nul.problem);
  EXPECT_EQ(nul.problem->line, 2U);
  EXPECT_EQ(nul.problem->column, 2U);
  EXPECT_EQ(nul.problem->cause, "a NUL byte: this is no text file");
  const Whole cut = read_all(text_of("ab\xC3"));
  EXPECT_EQ(cut.text, "ab");
  ASSERT_TRUE(cut.problem);
  EXPECT_EQ(cut.problem->column, 3U);
  EXPECT_EQ(cut.problem->cause, "the file ends within a UTF-8 character");
  const Whole odd =
      read_all(text_of("\xFF\xFE"
                       "a\0b"s));
  EXPECT_EQ(odd.text, "a");
  ASSERT_TRUE(odd.problem);
  EXPECT_EQ(odd.problem->cause, "byte 0x62 is not valid UTF-16LE");
}

TEST(TableText, ReplacesWhatIsIllFormedIfAsked) {
  EXPECT_EQ(read_all(text_of("a\xE9z", {1}, {.invalid = unicode::OnInvalid::replace})).text, "a\uFFFDz");
}

TEST(TableText, RefusesAnUnknownEncoding) {
  EXPECT_EQ(problem_of([] { text_of("a", {}, {.encoding = "klingon"}).next(); }).cause, "unknown encoding klingon");
}

TEST(TableText, TheFrontIsGivenAgain) {
  TableText text = text_of("hello\nworld", {3});
  EXPECT_EQ(text.front(), "hello\nworld");
  EXPECT_EQ(read_all(std::move(text)).text, "hello\nworld");
  TableText broken = text_of("ab\xFF", {1});
  EXPECT_EQ(broken.front(), "ab");
  const Whole whole = read_all(std::move(broken));
  EXPECT_EQ(whole.text, "ab");
  ASSERT_TRUE(whole.problem);
  EXPECT_EQ(whole.problem->column, 3U);
  const std::string large(1 << 20, 'x');
  TableText long_text = text_of(large, {1000});
  EXPECT_GE(long_text.front().size(), 60000U);
  EXPECT_LE(long_text.front().size(), 70000U);
  EXPECT_EQ(read_all(std::move(long_text)).text, large);
}

TEST(TableText, KnowsPlacesHoweverItIsCut) {
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    const std::string whole = testing::random_of(random, {"a", "é", "\r", "\n", "\U0001F600"}, 20);
    TableText text = text_of(whole, {1 + random() % 4, 1 + random() % 4});
    std::size_t before = 0;
    while (const auto piece = text.next()) {
      for (std::size_t at = 0; at < piece->size(); ++at) {
        if ((*piece)[at] == '\n') continue;  // which may belong to a CR
        ASSERT_EQ(text.place_after(piece->substr(0, at)), reference::place_of(whole, before + at)) << round;
      }
      before += piece->size();
    }
    ASSERT_EQ(before, whole.size());
  }
}

std::vector<std::pair<std::string, std::uint64_t>> lines_of(TableLines lines) {
  std::vector<std::pair<std::string, std::uint64_t>> all;
  while (const auto line = lines.next()) all.emplace_back(line->text, line->number);
  return all;
}

TEST(TableLines, EndWithLfCrLfOrCr) {
  using Lines = std::vector<std::pair<std::string, std::uint64_t>>;
  for (const std::size_t size : {1U, 2U, 3U, 4U, 100U}) {
    EXPECT_EQ(lines_of({text_of("a\nb\r\nc\rd", {size}), 100}), (Lines{{"a", 1}, {"b", 2}, {"c", 3}, {"d", 4}}));
    EXPECT_EQ(lines_of({text_of("\r\r\n\n\r\n", {size}), 100}), (Lines{{"", 1}, {"", 2}, {"", 3}, {"", 4}}));
    EXPECT_EQ(lines_of({text_of("a\r", {size}), 100}), (Lines{{"a", 1}}));
    EXPECT_EQ(lines_of({text_of("", {size}), 100}), Lines{});
  }
}

TEST(TableLines, StandWherePlacesSayHoweverTheyAreCut) {
  std::mt19937 random(4);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = testing::random_of(random, {"a", "bc", "é", "\r", "\n", "\r\n"}, 20);
    std::string joined;
    std::uint64_t expected = 0;
    for (const auto& [line, number] : lines_of({text_of(text, {1 + random() % 4, 1 + random() % 4}), 1000})) {
      ASSERT_EQ(number, ++expected);
      ASSERT_EQ(line.find_first_of("\r\n"), std::string::npos);
      joined += line + '\n';
    }
    std::string unified;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '\r' && text.substr(at + 1, 1) == "\n") continue;
      unified += text[at] == '\r' ? '\n' : text[at];
    }
    if (!unified.empty() && !unified.ends_with('\n')) unified += '\n';
    ASSERT_EQ(joined, unified) << round;
  }
}

TEST(TableLines, MayBeLongButNotWithoutEnd) {
  const std::string line(10 << 20, 'x');
  EXPECT_EQ(lines_of({text_of(line + "\ny", {4093}), 11 << 20}).front().first, line);
  TableLines lines(text_of("ab\n" + line), 1 << 20);
  EXPECT_EQ(lines.next()->text, "ab");
  const Problem problem = problem_of([&] { lines.next(); });
  EXPECT_EQ(problem.line, 2U);
  EXPECT_EQ(problem.cause, "a line of over 1048576 bytes");
}

}  // namespace
}  // namespace corpus::io
