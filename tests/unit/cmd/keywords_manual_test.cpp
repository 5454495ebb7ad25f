// SPDX-License-Identifier: MIT
/// \file
/// What the manual says of measures is what their table says.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "corpus/stats/keyness.hpp"

namespace corpus::cmd {
namespace {

/// As it stands in a manual page.
std::string roff(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '-') {
      result += "\\-";
    } else if (c == '\'') {
      result += "\\(aq";
    } else {
      result += c;
    }
  }
  return result;
}

TEST(KeywordsManualTest, HasTitleFormulaAndSourceOfEachMeasure) {
  std::ifstream file{CORPUS_SOURCE_DIR "/man/corpus-keywords.man.in"};
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  ASSERT_FALSE(page.empty());
  std::size_t at = page.find(".SS Measures, with formulas and sources");
  ASSERT_NE(at, std::string::npos);
  for (const stats::KeynessMeasure& measure : stats::keyness_measures()) {
    std::string entry = "\n.TP\n.B " + std::string(measure.name) + "\n" + roff(measure.title) + ":\n" +
                        roff(measure.formula) + ".\n" + roff(measure.source);
    if (!entry.ends_with('.')) entry += '.';
    const std::size_t found = page.find(entry + "\n", at);
    EXPECT_NE(found, std::string::npos) << entry;
    if (found != std::string::npos) at = found;  // in the order of the table
  }
}

}  // namespace
}  // namespace corpus::cmd
