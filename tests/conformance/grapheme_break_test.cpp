// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "break_test_file.hpp"
#include "corpus/unicode/grapheme.hpp"

namespace corpus::conformance {
namespace {

TEST(Conformance, GraphemeBreakTest) {
  const auto path = find_data("GraphemeBreakTest.txt");
  if (!path) GTEST_SKIP() << "GraphemeBreakTest.txt of Unicode 15.0 is not here (Debian: unicode-data)";
  const std::vector<BreakTest> tests = read_break_tests(*path);
  ASSERT_EQ(tests.size(), 602U);  // as the file's last line says
  for (const BreakTest& test : tests) {
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < test.text.size();) ends.push_back(at = unicode::next_grapheme(test.text, at));
    EXPECT_EQ(ends, test.ends) << "line " << test.line;
    EXPECT_EQ(unicode::count_graphemes(test.text), test.ends.size()) << "line " << test.line;
  }
}

}  // namespace
}  // namespace corpus::conformance
