// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "break_test_file.hpp"
#include "corpus/unicode/sentence.hpp"

namespace corpus::conformance {
namespace {

TEST(Conformance, SentenceBreakTest) {
  const auto path = find_data("SentenceBreakTest.txt");
  if (!path) GTEST_SKIP() << "SentenceBreakTest.txt of Unicode 15.0 is not here (Debian: unicode-data)";
  const std::vector<BreakTest> tests = read_break_tests(*path);
  ASSERT_EQ(tests.size(), 502U);  // as the file's last line says
  for (const BreakTest& test : tests) {
    const auto ends = unicode::sentence_ends(test.text, unicode::Abbreviations::none());
    EXPECT_EQ((std::vector<std::size_t>(ends.begin(), ends.end())), test.ends) << "line " << test.line;
  }
}

}  // namespace
}  // namespace corpus::conformance
