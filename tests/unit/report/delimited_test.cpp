// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rows.hpp"

namespace corpus::report {
namespace {

constexpr WriterOptions tsv() { return {.format = Format::tsv}; }
constexpr WriterOptions csv() { return {.format = Format::csv}; }

std::string tsv_line(std::string_view text) {
  return written({.format = Format::tsv, .header = Header::hidden}, {{"a"}}, {{text}});
}
std::string csv_line(std::string_view text, CsvSafe safe = CsvSafe::off) {
  return written({.format = Format::csv, .header = Header::hidden, .csv_safe = safe}, {{"a"}}, {{text}});
}

TEST(Tsv, HasAHeaderAndPlainNumbers) {
  EXPECT_EQ(written(tsv(), example_columns(), {example_row(), undefined_row()}),
            "type\tfreq\tline\tper_million\nsnow\t8431\t1200\t666666.666667\n\t\t\t\n");
  EXPECT_EQ(written({.format = Format::tsv, .header = Header::hidden}, example_columns(), {example_row()}),
            "snow\t8431\t1200\t666666.666667\n");
}

TEST(Tsv, EscapesWhatWouldEndAField) {
  EXPECT_EQ(tsv_line("a\tb\nc\rd\\e"), "a\\tb\\nc\\rd\\\\e\n");
  EXPECT_EQ(tsv_line("\"quoted\", 'so'"), "\"quoted\", 'so'\n");
}

// Text is looked at eight bytes at a time: each byte, at each place of texts shorter and longer than that.
TEST(Tsv, EscapesThreeControlsAndTheBackslashWhereverTheyStand) {
  Capture capture;
  const auto writer = make_writer(capture.output(), {{"a"}}, {.format = Format::tsv, .header = Header::hidden});
  std::string expected;
  for (const char around : {'x', '\xff', '\x7f', ' '}) {
    for (std::size_t size = 1; size < 20; ++size) {
      for (std::size_t at = 0; at < size; ++at) {
        for (int byte = 0; byte < 256; ++byte) {
          std::string text(size, around);
          text[at] = static_cast<char>(byte);
          writer->row({std::string_view(text)});
          const std::string escapes = "\tt\nn\rr\\\\";
          const std::size_t escape = escapes.find(text[at]);
          if (escape < escapes.size() && escape % 2 == 0) text.replace(at, 1, {'\\', escapes[escape + 1]});
          expected += text + "\n";
        }
      }
    }
  }
  EXPECT_TRUE(capture.text() == expected);
}

TEST(Tsv, PassesOtherBytesInAPipe) { EXPECT_EQ(tsv_line("\x1b[31m\xff\u202e"), "\x1b[31m\xff\u202e\n"); }

TEST(Tsv, IsSafeOnATerminal) {
  EXPECT_EQ(written({.format = Format::tsv, .target = Target::terminal}, {{"a"}}, {{"\x1b[31m\xff\t\\"}}),
            "a\n\\x1b[31m\\xff\\t\\\\\n");
}

/// A reader of TSV that shares nothing with the writer: walks with a state, and takes any escaped letter.
std::vector<std::vector<std::string>> read_tsv(const std::string& bytes) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::string field;
  bool escaped = false;
  for (const char byte : bytes) {
    if (escaped) {
      field += byte == 't' ? '\t' : byte == 'n' ? '\n' : byte == 'r' ? '\r' : byte;
      escaped = false;
    } else if (byte == '\\') {
      escaped = true;
    } else if (byte == '\t' || byte == '\n') {
      row.push_back(std::exchange(field, {}));
      if (byte == '\n') rows.push_back(std::exchange(row, {}));
    } else {
      field += byte;
    }
  }
  return rows;
}

/// The same for CSV, after the grammar of RFC 4180.
std::vector<std::vector<std::string>> read_csv(const std::string& bytes) {
  std::vector<std::vector<std::string>> rows(1);
  for (std::size_t at = 0; at < bytes.size();) {
    std::string field;
    if (bytes[at] == '"') {
      for (++at; bytes.at(at) != '"' || bytes.at(at + 1) == '"'; ++at) {
        if (bytes[at] == '"') ++at;
        field += bytes[at];
      }
      ++at;
    } else {
      while (bytes.at(at) != ',' && bytes.at(at) != '\n') field += bytes[at++];
    }
    rows.back().push_back(field);
    if (bytes.at(at++) == '\n') rows.emplace_back();
  }
  rows.pop_back();
  return rows;
}

TEST(Delimited, AnyTextComesBack) {
  std::mt19937 random{1};
  for (int round = 0; round < 3000; ++round) {
    const std::vector<std::string> row{hostile_text(random), hostile_text(random), hostile_text(random)};
    const Row cells(row.begin(), row.end());
    const std::vector<std::vector<std::string>> expected{{"a", "b", "c"}, row, row};
    ASSERT_EQ(read_tsv(written(tsv(), {{"a"}, {"b"}, {"c"}}, {cells, cells})), expected);
    ASSERT_EQ(read_csv(written(csv(), {{"a"}, {"b"}, {"c"}}, {cells, cells})), expected);
  }
}

TEST(Csv, HasAHeaderAndPlainNumbers) {
  EXPECT_EQ(written(csv(), example_columns(), {example_row(), undefined_row()}),
            "type,freq,line,per_million\nsnow,8431,1200,666666.666667\n,,,\n");
}

TEST(Csv, QuotesAsRfc4180) {
  EXPECT_EQ(csv_line("plain text"), "plain text\n");
  EXPECT_EQ(csv_line("a,b"), "\"a,b\"\n");
  EXPECT_EQ(csv_line("say \"a\""), "\"say \"\"a\"\"\"\n");
  EXPECT_EQ(csv_line("two\nlines"), "\"two\nlines\"\n");
  EXPECT_EQ(csv_line("\r"), "\"\r\"\n");
}

TEST(Csv, TellsEmptyTextFromNotDefined) {
  EXPECT_EQ(written(csv(), {{"a"}, {"b"}}, {{"", Cell{}}}), "a,b\n\"\",\n");
  EXPECT_EQ(written(csv(), {{"a"}}, {{Cell{}}}), "a\n\"\"\n");
}

TEST(Csv, SafeModeDisarmsFormulas) {
  using namespace std::string_view_literals;
  for (const std::string_view text : {"=1+1"sv, "+1"sv, "-1"sv, "@SUM(A1)"sv, "\tx"sv, "\rx"sv, "\nx"sv, "\0x"sv,
                                      "＝1"sv, "＋1"sv, "－1"sv, "＠x"sv}) {
    EXPECT_EQ(csv_line(text, CsvSafe::on), "\"'" + std::string{text} + "\"\n");
  }
  EXPECT_EQ(csv_line("=HYPERLINK(\"x\")", CsvSafe::on), "\"'=HYPERLINK(\"\"x\"\")\"\n");
  EXPECT_EQ(csv_line("well-known = so", CsvSafe::on), "well-known = so\n");
  EXPECT_EQ(csv_line("-1"), "-1\n");
}

TEST(Csv, SafeModeLeavesNumbersAlone) {
  EXPECT_EQ(written({.format = Format::csv, .csv_safe = CsvSafe::on}, {{"a", Kind::real}}, {{-1.5}}), "a\n-1.5\n");
}

TEST(Csv, IsSafeOnATerminal) {
  EXPECT_EQ(written({.format = Format::csv, .target = Target::terminal}, {{"a"}}, {{"\x1b[31m,\n"}}),
            "a\n\"\\x1b[31m,\\n\"\n");
}

}  // namespace
}  // namespace corpus::report
