// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rows.hpp"

namespace corpus::report {
namespace {

TEST(JsonLines, IsAnObjectARow) {
  EXPECT_EQ(written({.format = Format::jsonl}, example_columns(), {example_row(), undefined_row()}),
            R"({"type":"snow","freq":8431,"line":1200,"per_million":666666.666667})"
            "\n"
            R"({"type":null,"freq":null,"line":null,"per_million":null})"
            "\n");
}

TEST(JsonLines, KeysHaveNoHeaderToHide) {
  EXPECT_EQ(written({.format = Format::jsonl, .header = Header::hidden}, {{"a \"b\""}}, {{""}}),
            "{\"a \\\"b\\\"\":\"\"}\n");
}

TEST(JsonLines, IsSafeOnATerminalAndTheSameText) {
  EXPECT_EQ(written({.format = Format::jsonl, .target = Target::terminal}, {{"a"}}, {{"\x1b\u202e\u009b\xff"}}),
            "{\"a\":\"\\u001b\\u202e\\u009b\uFFFD\"}\n");
}

TEST(JsonLines, NestedValuesStayAsTheyAre) {
  const std::string_view nested = "[{\"form\":\"\u202eé\u009b \\\"\",\"begin\":12},null]";
  const auto in = [&](WriterOptions options) {
    return written(std::move(options), {{.name = "tokens", .kind = Kind::json}, {"n", Kind::count}},
                   {{nested, std::uint64_t{1}}, {Cell{}, Cell{}}});
  };
  EXPECT_EQ(
      in({.format = Format::jsonl}),
      "{\"tokens\":[{\"form\":\"\u202eé\u009b \\\"\",\"begin\":12},null],\"n\":1}\n{\"tokens\":null,\"n\":null}\n");
  EXPECT_EQ(in({.format = Format::jsonl, .target = Target::terminal}),
            R"({"tokens":[{"form":"\u202eé\u009b \"","begin":12},null],"n":1})"
            "\n"
            R"({"tokens":null,"n":null})"
            "\n");
  // Elsewhere they are text like any other.
  EXPECT_EQ(in({.format = Format::csv, .header = Header::hidden}),
            "\"[{\"\"form\"\":\"\"\u202eé\u009b \\\"\"\"\",\"\"begin\"\":12},null]\",1\n,\n");
  EXPECT_EQ(written({.format = Format::table}, {{"tokens", Kind::json}, {"n", Kind::count}},
                    {{"[1,2]", std::uint64_t{1}}, {"[]", std::uint64_t{2}}}),
            "tokens  n\n[1,2]   1\n[]      2\n");
}

/// The string of `{"a":"…"}` and a line end, read with nothing of ours; fails on what is no JSON.
std::string read_string(const std::string& line) {
  std::string text;
  std::size_t at = 6;
  while (line.at(at) != '"') {
    EXPECT_GE(static_cast<unsigned char>(line[at]), 0x20);
    if (line[at] != '\\') {
      text += line[at++];
      continue;
    }
    const char letter = line.at(at + 1);
    at += 2;
    const std::size_t named = std::string_view{"\"\\/bfnrt"}.find(letter);
    if (letter == 'u') {
      const int unit = std::stoi(line.substr(at, 4), nullptr, 16);
      at += 4;
      if (unit >= 0x800) {
        text += static_cast<char>(0xe0 | unit >> 12);
        text += static_cast<char>(0x80 | (unit >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (unit & 0x3f));
      } else {
        EXPECT_LT(unit, 0x80);
        text += static_cast<char>(unit);
      }
    } else {
      EXPECT_NE(named, std::string_view::npos);
      text += "\"\\/\b\f\n\r\t"[named];
    }
  }
  EXPECT_EQ(line.substr(at), "\"}\n");
  return text;
}

TEST(JsonLines, AnyTextComesBack) {
  std::mt19937 random{2};
  for (int round = 0; round < 3000; ++round) {
    const std::string text = hostile_text(random);
    for (const Target target : {Target::pipe, Target::terminal}) {
      ASSERT_EQ(read_string(written({.format = Format::jsonl, .target = target}, {{"a"}}, {{text}})), text);
    }
  }
}

}  // namespace
}  // namespace corpus::report
