// SPDX-License-Identifier: MIT
/// \file
/// What the manual says of measures is what their table says.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "corpus/stats/association.hpp"

namespace corpus::cmd {
namespace {

/// As it stands in a manual page, where a hyphen is written \-.
std::string roff(std::string_view text) {
  std::string result;
  for (const char c : text) result += c == '-' ? std::string("\\-") : std::string(1, c);
  return result;
}

TEST(CollocatesManualTest, HasTitleFormulaAndSourceOfEachMeasure) {
  std::ifstream file{CORPUS_SOURCE_DIR "/man/corpus-collocates.man.in"};
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  ASSERT_FALSE(page.empty());
  std::size_t at = page.find(".SS Formulas, sources");
  ASSERT_NE(at, std::string::npos);
  for (const stats::AssociationMeasure& measure : stats::association_measures()) {
    const std::string direction = measure.stronger == stats::Stronger::lower ? "; the lower, the stronger:" : ";";
    const std::string entry = "\n.TP\n.B " + std::string(measure.name) + "\n" + roff(measure.title) + direction + "\n" +
                              roff(measure.formula) + ".\n" + roff(measure.source) + "\n";
    const std::size_t found = page.find(entry, at);
    EXPECT_NE(found, std::string::npos) << entry;
    if (found != std::string::npos) at = found;  // in the order of the table
  }
}

}  // namespace
}  // namespace corpus::cmd
