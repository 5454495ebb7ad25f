// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "break_test_file.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::conformance {
namespace {

/// The lines that differ, because CLDR's root takes the colon out of MidLetter: by number and by the points they hold.
const std::map<std::size_t, std::u32string>& lines_of_the_colon() {
  static const std::map<std::size_t, std::u32string> lines = {
      {1253, U"a:A"},       {1254, U"a:\u0308A"},       {1267, U"a:\u05D0"},   {1268, U"a:\u0308\u05D0"},
      {1283, U"a:a\u2060"}, {1284, U"a:\u0308a\u2060"}, {1285, U"a:a:"},       {1286, U"a:\u0308a:"},
      {1287, U"a:a'"},      {1288, U"a:\u0308a'"},      {1289, U"a:a'\u2060"}, {1290, U"a:\u0308a'\u2060"},
      {1291, U"a:a,"},      {1292, U"a:\u0308a,"},      {1712, U"A:A"},
  };
  return lines;
}

std::string utf8(const std::u32string& points) {
  std::string text;
  for (const char32_t point : points) unicode::append(text, point);
  return text;
}

/// The boundaries if a colon, with the mark after it, stands alone.
std::vector<std::size_t> with_colons_apart(const BreakTest& test) {
  std::vector<std::size_t> ends = test.ends;
  for (std::size_t at = test.text.find(':'); at != std::string::npos; at = test.text.find(':', at + 1)) {
    const std::size_t mark = test.text.compare(at + 1, 2, "\u0308") == 0 ? 2 : 0;
    ends.push_back(at);
    ends.push_back(at + 1 + mark);
  }
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  return ends;
}

TEST(Conformance, WordBreakTest) {
  const auto path = find_data("WordBreakTest.txt");
  if (!path) GTEST_SKIP() << "WordBreakTest.txt of Unicode 15.0 is not here (Debian: unicode-data)";
  const std::vector<BreakTest> tests = read_break_tests(*path);
  ASSERT_EQ(tests.size(), 1823U);  // as the file's last line says
  std::size_t differing = 0;
  for (const BreakTest& test : tests) {
    std::vector<std::size_t> ends;
    for (std::uint32_t at = 0; at < test.text.size();) {
      at = unicode::rule_segment(test.text, at).end;
      ends.push_back(at);
    }
    const auto colon = lines_of_the_colon().find(test.line);
    if (colon == lines_of_the_colon().end()) {
      EXPECT_EQ(ends, test.ends) << "line " << test.line;
      continue;
    }
    ++differing;
    EXPECT_EQ(test.text, utf8(colon->second)) << "line " << test.line;
    EXPECT_NE(ends, test.ends) << "line " << test.line;
    EXPECT_EQ(ends, with_colons_apart(test)) << "line " << test.line;
  }
  EXPECT_EQ(differing, lines_of_the_colon().size());
}

}  // namespace
}  // namespace corpus::conformance
