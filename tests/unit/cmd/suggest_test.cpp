// SPDX-License-Identifier: MIT
#include "cmd/suggest.hpp"

#include <gtest/gtest.h>

#include <string>

namespace corpus::cmd {
namespace {

TEST(EditDistance, CountsEachKindOfSlip) {
  EXPECT_EQ(edit_distance("freq", "freq"), 0U);
  EXPECT_EQ(edit_distance("freq", "frq"), 1U);    // left out
  EXPECT_EQ(edit_distance("freq", "freeq"), 1U);  // put in
  EXPECT_EQ(edit_distance("freq", "fret"), 1U);   // changed
  EXPECT_EQ(edit_distance("freq", "ferq"), 1U);   // swapped
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);  // Levenshtein's textbook pair
}

// The textbook case that tells optimal string alignment (3) from the unrestricted Damerau-Levenshtein distance (2).
TEST(EditDistance, ASwappedPairIsNotEditedAgain) { EXPECT_EQ(edit_distance("ca", "abc"), 3U); }

TEST(Nearest, NamesWhatWasMeant) {
  constexpr std::string_view known[] = {"tokens", "stats", "freq", "merge"};
  EXPECT_EQ(nearest("ferq", known), "freq");
  EXPECT_EQ(nearest("token", known), "tokens");
  EXPECT_EQ(nearest("stat", known), "stats");
  EXPECT_EQ(nearest("xylophone", known), std::nullopt);
  EXPECT_EQ(nearest("", known), std::nullopt);
}

TEST(Nearest, ABeginningIsNear) {
  constexpr std::string_view known[] = {"--format", "--files-from", "--top", "--tokenizer"};
  EXPECT_EQ(nearest("--fi", known), "--files-from");
  EXPECT_EQ(nearest("--form", known), "--format");
  EXPECT_EQ(nearest("--tok", known), "--tokenizer");  // though --top is one letter away
}

TEST(Nearest, HyphensInFrontDoNotCount) {
  constexpr std::string_view known[] = {"--top", "--case"};
  EXPECT_EQ(nearest("-top", known), "--top");
  EXPECT_EQ(nearest("--x", known), std::nullopt);
}

TEST(Nearest, TheFirstAmongEquals) {
  constexpr std::string_view known[] = {"cat", "bat"};
  EXPECT_EQ(nearest("hat", known), "cat");
}

TEST(Nearest, AnEndlessWordCostsNothing) {
  constexpr std::string_view known[] = {"freq"};
  EXPECT_EQ(nearest(std::string(1'000'000, 'f'), known), std::nullopt);
}

}  // namespace
}  // namespace corpus::cmd
