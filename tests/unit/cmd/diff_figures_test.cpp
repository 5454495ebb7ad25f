// SPDX-License-Identifier: MIT
#include "cmd/diff_figures.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "cmd/diff_conditions.hpp"
#include "cmd/parse.hpp"
#include "reference/dice.hpp"

namespace corpus::cmd {
namespace {

TEST(Figures, EachNameIsFound) {
  const std::vector<std::string> names = figure_names();
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
  for (const std::string& name : names) EXPECT_TRUE(find_figure(name)) << name;
  for (const char* const name : {"", ".", "tokens", "tokens.", ".old", "tokens.older", "token.old", "jsd.old"}) {
    EXPECT_FALSE(find_figure(name)) << name;
  }
  EXPECT_EQ(find_figure("mtld.change")->measure->name, "mtld");
  EXPECT_EQ(find_figure("removed")->section, Section::documents);
  EXPECT_EQ(find_figure("types.added")->section, Section::vocabulary);
  EXPECT_EQ(find_figure("types.change")->section, Section::profile);
  EXPECT_EQ(find_figure("delta")->section, Section::distance);
}

// A measure is told from frequencies alone if it is the same for the same tokens in another order, whatever is said of
// sentences, characters and turns.
TEST(Figures, KnownFromCountsIsTrue) {
  reference::Dice dice{8};
  count::Profile one;
  for (int i = 0; i < 40; ++i) one.types.intern("w" + std::to_string(i));
  for (int i = 0; i < 3000; ++i) one.tokens.push_back(static_cast<text::TypeId>(dice.below(1 + dice.below(40))));
  count::Profile other;
  other.types.intern(one.types);
  other.tokens = one.tokens;
  std::sort(other.tokens.begin(), other.tokens.end());
  one.bytes = 9000;
  one.units = {.characters = 8000, .lines = 30, .paragraphs = 20, .sentences = 100};
  one.turns = 7;
  one.turn_tokens = 2000;
  one.word_characters = 7000;
  one.readability = {
      .words = 3000, .sentences = 100, .letters = 7000, .syllables = 4000, .polysyllables = 300, .long_words = 500};
  const auto spectrum = stats::FrequencySpectrum::of_tokens(one.tokens);
  const MeasureParameters parameters{.language = stats::Language::english};
  for (const Measure& measure : measures()) {
    const bool same = measure.value({one, spectrum, parameters}) == measure.value({other, spectrum, parameters});
    EXPECT_EQ(known_from_counts(measure), same) << measure.name;
  }
}

TEST(Movement, ByHand) {
  using report::Cell;
  const Movement rise = movement(Cell{std::uint64_t{4}}, Cell{std::uint64_t{5}});
  EXPECT_EQ(rise.difference, 1.0);
  EXPECT_EQ(rise.change, 0.25);
  const Movement fall = movement(Cell{0.5}, Cell{0.0});
  EXPECT_EQ(fall.difference, -0.5);
  EXPECT_EQ(fall.change, -1.0);
  const Movement from_none = movement(Cell{std::uint64_t{0}}, Cell{std::uint64_t{5}});
  EXPECT_EQ(from_none.difference, 5.0);
  EXPECT_EQ(from_none.change, std::nullopt);
  EXPECT_EQ(movement(Cell{}, Cell{1.0}).difference, std::nullopt);
}

TEST(Conditions, RefuseWhatIsNoFigure) {
  EXPECT_EQ(Conditions{"removed > 0 || jsd > 0.02"}.figures().size(), 2U);
  EXPECT_THROW(Conditions{"removd > 0"}, UsageError);
  EXPECT_THROW(Conditions{"removed >"}, UsageError);
  EXPECT_THROW(Conditions{""}, UsageError);
}

}  // namespace
}  // namespace corpus::cmd
