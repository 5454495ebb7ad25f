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

/// Of those tokens, and whatever units.
count::Profile profile_of(const std::vector<text::TypeId>& tokens) {
  count::Profile profile;
  profile.tokens = tokens;
  profile.bytes = 9000;
  profile.units = {.characters = 8000, .lines = 30, .paragraphs = 20, .sentences = 100};
  profile.turns = 7;
  profile.turn_tokens = 2000;
  profile.word_characters = 7000;
  profile.readability = {
      .words = 3000, .sentences = 100, .letters = 7000, .syllables = 4000, .polysyllables = 300, .long_words = 500};
  return profile;
}

// What a measure needs shows in what changes it: the same tokens in another order, or nothing but the tokens.
TEST(Figures, MeasuresNeedWhatTheirTableSays) {
  reference::Dice dice{8};
  std::vector<text::TypeId> tokens;
  for (int i = 0; i < 3000; ++i) tokens.push_back(static_cast<text::TypeId>(dice.below(1 + dice.below(40))));
  const count::Profile whole = profile_of(tokens);
  count::Profile bare;
  bare.tokens = tokens;
  std::sort(tokens.begin(), tokens.end());
  const count::Profile sorted = profile_of(tokens);
  const auto spectrum = stats::FrequencySpectrum::of_tokens(tokens);
  const MeasureParameters parameters{.language = stats::Language::english};
  for (const Measure& measure : measures()) {
    const auto of = [&](const count::Profile& profile) { return measure.value({profile, spectrum, parameters}); };
    const bool of_order = of(whole) != of(sorted);
    const bool of_units = of(whole) != of(bare);
    EXPECT_EQ(of_order, measure.needs == MeasureNeeds::order) << measure.name;
    EXPECT_EQ(of_units, measure.needs == MeasureNeeds::units) << measure.name;
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
