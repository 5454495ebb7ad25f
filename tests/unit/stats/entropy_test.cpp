// SPDX-License-Identifier: MIT
#include "corpus/stats/entropy.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "sequences.hpp"

namespace corpus::stats {
namespace {

FrequencySpectrum spectrum_of(const std::vector<std::uint64_t>& frequencies) { return FrequencySpectrum{frequencies}; }

TEST(Entropy, MeetsPopescu) {  // Popescu (2009), Word Frequency Studies, pp. 170 and 176, as printed
  const FrequencySpectrum spectrum = FrequencySpectrum::of_tokens(popescu_225);
  EXPECT_NEAR(shannon_entropy(spectrum).value(), 6.527, 0.00005);
  EXPECT_NEAR(repeat_rate(spectrum).value(), 0.0153, 0.00005);
}

TEST(Entropy, ByHand) {  // a a b c: 1/2 1/4 1/4
  EXPECT_DOUBLE_EQ(shannon_entropy(spectrum_of({2, 1, 1})).value(), 1.5);
  EXPECT_DOUBLE_EQ(entropy_miller_madow(spectrum_of({2, 1, 1})).value(), 1.5 + 2 / (8 * std::log(2)));
  EXPECT_DOUBLE_EQ(repeat_rate(spectrum_of({2, 1, 1})).value(), 0.375);
}

TEST(Entropy, HasItsBounds) {
  EXPECT_DOUBLE_EQ(shannon_entropy(spectrum_of(std::vector<std::uint64_t>(8, 5))).value(), 3);
  const double certain = shannon_entropy(spectrum_of({7})).value();
  EXPECT_EQ(certain, 0);
  EXPECT_FALSE(std::signbit(certain));
  EXPECT_DOUBLE_EQ(repeat_rate(spectrum_of({7})).value(), 1);
}

TEST(Entropy, IsUndefinedForAnEmptyText) {
  EXPECT_FALSE(shannon_entropy({}));
  EXPECT_FALSE(entropy_miller_madow({}));
  EXPECT_FALSE(repeat_rate({}));
}

TEST(Burstiness, ByHand) {
  EXPECT_DOUBLE_EQ(burstiness(std::vector<std::uint64_t>{4, 4, 4}).value(), -1);
  EXPECT_DOUBLE_EQ(burstiness(std::vector<std::uint64_t>{1, 3}).value(), (1.0 - 2.0) / (1.0 + 2.0));  // sd 1, mean 2
  EXPECT_FALSE(burstiness({}));
  EXPECT_FALSE(burstiness(std::vector<std::uint64_t>{0, 0}));
}

TEST(Burstiness, GohAndBarabasi) {  // their formula, run in R
  EXPECT_NEAR(burstiness(std::vector<std::uint64_t>{2, 10, 2, 9, 2, 5, 2, 3, 3, 1, 3, 2, 1, 3}).value(),
              -0.12531408290997265, 1e-12);
}

}  // namespace
}  // namespace corpus::stats
