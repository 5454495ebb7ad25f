// SPDX-License-Identifier: MIT
#include "corpus/stats/growth.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace corpus::stats {
namespace {

const std::vector<double> growth_tokens = {1000, 2000, 4000, 8000, 16000, 32000};
const std::vector<double> growth_types = {420, 690, 1120, 1790, 2850, 4510};

/// Gale & Sampson (1995), prosody data: N = 30,902.
FrequencySpectrum prosody() {
  return FrequencySpectrum{std::vector<FrequencyClass>{
      {1, 120},  {2, 40},   {3, 24},   {4, 13},   {5, 15},   {6, 5},    {7, 11},   {8, 2},   {9, 2},
      {10, 1},   {12, 3},   {14, 2},   {15, 1},   {16, 1},   {17, 3},   {19, 1},   {20, 3},  {21, 2},
      {23, 3},   {24, 3},   {25, 3},   {26, 2},   {27, 2},   {28, 1},   {31, 2},   {32, 2},  {33, 1},
      {34, 2},   {36, 2},   {41, 3},   {43, 1},   {45, 3},   {46, 1},   {47, 1},   {50, 1},  {71, 1},
      {84, 1},   {101, 1},  {105, 1},  {121, 1},  {124, 1},  {146, 1},  {162, 1},  {193, 1}, {199, 1},
      {224, 1},  {226, 1},  {254, 1},  {257, 1},  {339, 1},  {421, 1},  {456, 1},  {481, 1}, {483, 1},
      {1140, 1}, {1256, 1}, {1322, 1}, {1530, 1}, {2131, 1}, {2395, 1}, {6925, 1}, {7846, 1}}};
}

double normalised_at(const SimpleGoodTuring& result, std::uint64_t frequency) {
  for (const AdjustedFrequency& adjusted : result.adjusted) {
    if (adjusted.frequency == frequency) return adjusted.normalised;
  }
  return -1;
}

TEST(ExpectedTypes, ByHand) {  // a a b: of two tokens, a is always among them and b in two of three samples
  const FrequencySpectrum spectrum{std::vector<std::uint64_t>{2, 1}};
  EXPECT_NEAR(expected_types_without_replacement(spectrum, 2).value(), 1 + 2.0 / 3, 1e-12);
  EXPECT_NEAR(expected_types_with_replacement(spectrum, 2).value(), (1 - 1.0 / 9) + (1 - 1.0 / 3), 1e-12);
}

TEST(ExpectedTypes, BeginAtZeroAndEndAtV) {
  for (const auto expected : {expected_types_with_replacement, expected_types_without_replacement}) {
    EXPECT_EQ(expected(prosody(), 0), 0.0);
    EXPECT_NEAR(expected(prosody(), 30902).value(), static_cast<double>(prosody().types()), 1e-9);
    EXPECT_FALSE(expected(prosody(), 30903));
    EXPECT_FALSE(expected({}, 0));
    double before = 0;
    for (std::uint64_t n = 1; n < 30902; n += 1000) {
      EXPECT_GT(expected(prosody(), n).value(), before);
      before = *expected(prosody(), n);
    }
  }
  EXPECT_NEAR(expected_types_without_replacement(prosody(), 1).value(), 1, 1e-9);
}

TEST(Chao1, ByHand) {  // Chao (1984): V + V1^2 / (2 V2)
  EXPECT_NEAR(chao1_classic(FrequencySpectrum{std::vector<std::uint64_t>{1, 1, 1, 2, 5}}).value(), 5 + 9.0 / 2, 1e-12);
  EXPECT_FALSE(chao1_classic(FrequencySpectrum{std::vector<std::uint64_t>{1, 1, 3}}));
}

TEST(GoodTuring, P0MeetsGaleAndSampson) {  // their data and program, as printed
  EXPECT_EQ(prosody().tokens(), 30902u);
  EXPECT_NEAR(good_turing_p0(prosody()).value(), 0.003883244, 5e-10);
  EXPECT_FALSE(good_turing_p0({}));
}

TEST(GoodTuring, SimpleMeetsGaleAndSampson) {  // their data and program, as printed
  const SimpleGoodTuring result = simple_good_turing(prosody()).value();
  EXPECT_NEAR(result.p0, 0.003883244, 5e-10);
  EXPECT_NEAR(normalised_at(result, 1), 0.7628079, 5e-7);
  EXPECT_NEAR(normalised_at(result, 3), 2.679796, 2e-6);
  EXPECT_NEAR(normalised_at(result, 4), 3.663988, 3e-6);
  EXPECT_NEAR(normalised_at(result, 5), 4.653366, 3e-6);
  EXPECT_NEAR(normalised_at(result, 10), 9.627446, 6e-6);
}

TEST(GoodTuring, TuringsEstimateStandsWhereTheLineIsFarFromIt) {
  // Turing's for r = 1 is 2 * 1000 / 10000 = 0.2 with a deviation of 2 sqrt(1000 / 10000^2 * 1.1) = 0.0066. The line
  // through ln Z = ln 10000, ln 1000, ln V_3 gives 2^(slope + 1): 0.220 for V_3 = 308, 0.208 for V_3 = 278.
  const auto raw_of_hapaxes = [](std::uint64_t thrice) {
    const std::vector<FrequencyClass> classes = {{1, 10000}, {2, 1000}, {3, thrice}};
    return simple_good_turing(FrequencySpectrum{classes}).value().adjusted.front().raw;
  };
  EXPECT_NEAR(raw_of_hapaxes(308), 0.2, 1e-12);
  EXPECT_NEAR(raw_of_hapaxes(278), 0.208, 5e-4);
}

TEST(GoodTuring, SeenAndUnseenAddUpToTheText) {
  const SimpleGoodTuring result = simple_good_turing(prosody()).value();
  double sum = result.p0 * 30902;
  for (const AdjustedFrequency& adjusted : result.adjusted) {
    sum += adjusted.normalised * static_cast<double>(prosody().types_with(adjusted.frequency));
  }
  EXPECT_NEAR(sum, 30902, 1e-6);
}

TEST(GoodTuring, NeedsTwoFrequencies) {
  EXPECT_FALSE(simple_good_turing({}));
  EXPECT_FALSE(simple_good_turing(FrequencySpectrum{std::vector<std::uint64_t>{1, 1, 1}}));
  EXPECT_TRUE(simple_good_turing(FrequencySpectrum{std::vector<std::uint64_t>{1, 1, 2}}));
}

TEST(Heaps, MeetsR) {  // lm(log(V) ~ log(N)) in R 4.2.2
  const HeapsFit fit = heaps_fit(growth_tokens, growth_types).value();
  EXPECT_NEAR(fit.k, 3.79238840105374, 1e-9);
  EXPECT_NEAR(fit.beta, 0.683962080411759, 1e-12);
}

TEST(Heaps, RecoversALaw) {
  std::vector<double> types;
  types.reserve(growth_tokens.size());
  for (const double n : growth_tokens) types.push_back(7 * std::pow(n, 0.6));
  const HeapsFit fit = heaps_fit(growth_tokens, types).value();
  EXPECT_NEAR(fit.k, 7, 1e-9);
  EXPECT_NEAR(fit.beta, 0.6, 1e-12);
  EXPECT_NEAR(fit.r2.value(), 1, 1e-12);
}

TEST(Heaps, R2ByHand) {  // ln N = 0, 1, 2 and ln V = 0, 1, 1: slope 1/2, residuals -1/6 1/3 -1/6, variance 2/3
  const double e = std::exp(1.0);
  const HeapsFit fit = heaps_fit(std::vector<double>{1, e, e * e}, std::vector<double>{1, e, e}).value();
  EXPECT_NEAR(fit.beta, 0.5, 1e-12);
  EXPECT_NEAR(fit.k, std::exp(1.0 / 6), 1e-12);
  EXPECT_NEAR(fit.r2.value(), 0.75, 1e-12);
}

TEST(Heaps, NeedsTwoTextLengths) {
  EXPECT_FALSE(heaps_fit({}, {}));
  EXPECT_FALSE(heaps_fit(std::vector<double>{10}, std::vector<double>{5}));
  EXPECT_FALSE(heaps_fit(std::vector<double>{10, 10}, std::vector<double>{5, 6}));
  EXPECT_FALSE(heaps_fit(std::vector<double>{0, 10}, std::vector<double>{0, 6}));
  EXPECT_FALSE(heaps_fit(std::vector<double>{5, 10}, std::vector<double>{5}));
  const HeapsFit flat = heaps_fit(std::vector<double>{10, 20}, std::vector<double>{5, 5}).value();
  EXPECT_EQ(flat.beta, 0);
  EXPECT_FALSE(flat.r2);
}

TEST(ZipfMandelbrot, RecoversALaw) {
  for (const auto& [a, b] : std::vector<std::pair<double, double>>{{1.1, 2.7}, {1, 0}, {1.5, 20}}) {
    std::vector<double> frequencies(1000);
    for (std::size_t i = 0; i < frequencies.size(); ++i)
      frequencies[i] = 1e5 / std::pow(static_cast<double>(i + 1) + b, a);
    const ZipfMandelbrotFit fit = zipf_mandelbrot_fit(frequencies).value();
    EXPECT_NEAR(fit.a, a, 1e-3 * a);
    EXPECT_NEAR(fit.b, b, 1e-2);
    EXPECT_NEAR(fit.c, 1e5, 1e3);
    EXPECT_NEAR(fit.r2, 1, 1e-9);
  }
}

TEST(ZipfMandelbrot, NeedsThreeRanksThatDiffer) {
  EXPECT_FALSE(zipf_mandelbrot_fit(std::vector<double>{5, 3}));
  EXPECT_FALSE(zipf_mandelbrot_fit(std::vector<double>{1, 1, 1}));
  EXPECT_FALSE(zipf_mandelbrot_fit(std::vector<double>{5, 3, 0}));
  EXPECT_TRUE(zipf_mandelbrot_fit(std::vector<double>{5, 3, 1}));
}

}  // namespace
}  // namespace corpus::stats
