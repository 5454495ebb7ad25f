// SPDX-License-Identifier: MIT
// The manual says of each measure what the table of measures says.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "corpus/stats/dispersion_measures.hpp"

namespace corpus::cmd {
namespace {

std::string manual() {
  std::ifstream file(CORPUS_SOURCE_DIR "/man/corpus-dispersion.man.in");
  std::string text{std::istreambuf_iterator<char>(file), {}};
  for (std::size_t at = text.find("\\-"); at != std::string::npos; at = text.find("\\-", at)) text.replace(at, 2, "-");
  return text;
}

std::string if_even(stats::Even even) {
  switch (even) {
    case stats::Even::zero:
      return "0 (even";
    case stats::Even::one:
      return "1 (even";
    case stats::Even::frequency:
      return "f (even";
    case stats::Even::high:
      return "n (even";
    case stats::Even::low:
      break;
  }
  return " (even";
}

TEST(DispersionManual, GivesEachMeasureWithItsFormulaDirectionAndSource) {
  const std::string page = manual();
  ASSERT_FALSE(page.empty());
  for (const stats::DispersionMeasure& measure : stats::dispersion_measures()) {
    SCOPED_TRACE(measure.name);
    const std::size_t begin = page.find(".TP\n.B " + std::string(measure.name) + "\n");
    ASSERT_NE(begin, std::string::npos);
    const std::string entry = page.substr(begin, page.find("\n.", begin + 5 + 3) - begin);
    for (const std::string& line : {std::string(measure.title) + ":\n", std::string(measure.formula) + ".\n",
                                    std::string(measure.source) + ".", if_even(measure.even)}) {
      EXPECT_NE(entry.find(line), std::string::npos) << line << " in " << entry;
    }
    // Which of the two sections it stands in.
    const std::size_t positions = page.find(".SS Over the running text");
    EXPECT_EQ(begin > positions, measure.needs == stats::Needs::positions);
  }
}

}  // namespace
}  // namespace corpus::cmd
