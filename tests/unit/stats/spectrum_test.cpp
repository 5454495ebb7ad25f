// SPDX-License-Identifier: MIT
#include "corpus/stats/spectrum.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace corpus::stats {
namespace {

std::vector<FrequencyClass> classes_of(const FrequencySpectrum& spectrum) {
  return {spectrum.classes().begin(), spectrum.classes().end()};
}

TEST(FrequencySpectrum, CountsTypesByFrequency) {
  const FrequencySpectrum spectrum{std::vector<std::uint64_t>{3, 1, 0, 1, 2000, 1500, 2000}};
  EXPECT_EQ(classes_of(spectrum), (std::vector<FrequencyClass>{{1, 2}, {3, 1}, {1500, 1}, {2000, 2}}));
  EXPECT_EQ(spectrum.types(), 6u);
  EXPECT_EQ(spectrum.tokens(), 2u + 3u + 1500u + 4000u);
  EXPECT_EQ(spectrum.types_with(1), 2u);
  EXPECT_EQ(spectrum.types_with(2), 0u);
  EXPECT_EQ(spectrum.types_with(2000), 2u);
  EXPECT_EQ(spectrum.types_with(9999), 0u);
  EXPECT_EQ(spectrum.sum_of_squares(), 2.0 + 9.0 + 2250000.0 + 8000000.0);
}

TEST(FrequencySpectrum, KeepsNeighboursOfTheSortingLimitApart) {
  const FrequencySpectrum spectrum{std::vector<std::uint64_t>{1024, 1023, 1025, 1024}};
  EXPECT_EQ(classes_of(spectrum), (std::vector<FrequencyClass>{{1023, 1}, {1024, 2}, {1025, 1}}));
}

TEST(FrequencySpectrum, JoinsPairsOfOneFrequencyAndDropsZeros) {
  const std::vector<FrequencyClass> pairs = {{5, 1}, {1, 2}, {0, 7}, {5, 3}, {2, 0}};
  EXPECT_EQ(classes_of(FrequencySpectrum{pairs}), (std::vector<FrequencyClass>{{1, 2}, {5, 4}}));
}

TEST(FrequencySpectrum, OfTokensDoesNotDependOnOrderOrNames) {
  const std::vector<std::uint32_t> tokens = {0, 1, 0, 2, 0};
  std::vector<std::uint32_t> renamed = {7, 7, 3, 7, 5};
  EXPECT_EQ(classes_of(FrequencySpectrum::of_tokens(tokens)), (std::vector<FrequencyClass>{{1, 2}, {3, 1}}));
  EXPECT_EQ(classes_of(FrequencySpectrum::of_tokens(tokens)), classes_of(FrequencySpectrum::of_tokens(renamed)));
}

TEST(FrequencySpectrum, OfNothingIsEmpty) {
  for (const FrequencySpectrum& spectrum :
       {FrequencySpectrum{}, FrequencySpectrum::of_tokens({}), FrequencySpectrum{std::vector<std::uint64_t>{0, 0}}}) {
    EXPECT_TRUE(spectrum.classes().empty());
    EXPECT_EQ(spectrum.tokens(), 0u);
    EXPECT_EQ(spectrum.types(), 0u);
    EXPECT_EQ(spectrum.sum_of_squares(), 0);
  }
}

}  // namespace
}  // namespace corpus::stats
