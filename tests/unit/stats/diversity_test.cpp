// SPDX-License-Identifier: MIT
#include "corpus/stats/diversity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

#include "sequences.hpp"

namespace corpus::stats {
namespace {

using Tokens = std::vector<std::uint32_t>;

/// As many distinct tokens.
Tokens all_different(std::uint32_t n) {
  Tokens tokens(n);
  std::iota(tokens.begin(), tokens.end(), 0u);
  return tokens;
}

Tokens random_tokens(std::size_t n, std::uint32_t types, unsigned seed) {
  std::mt19937 random(seed);
  Tokens tokens(n);
  for (std::uint32_t& token : tokens) token = static_cast<std::uint32_t>(random() % types);
  return tokens;
}

/// Miranda-Garcia & Calle-Martin (2005), the Gospel of St John: N = 755, V = 331.
FrequencySpectrum st_john() {
  return FrequencySpectrum{std::vector<FrequencyClass>{{1, 212},
                                                       {2, 51},
                                                       {3, 26},
                                                       {4, 13},
                                                       {5, 6},
                                                       {6, 6},
                                                       {7, 3},
                                                       {8, 4},
                                                       {10, 1},
                                                       {11, 1},
                                                       {13, 3},
                                                       {16, 1},
                                                       {17, 1},
                                                       {19, 1},
                                                       {21, 1},
                                                       {59, 1}}};
}

/// koRpus's sample text: 556 tokens, 294 types.
constexpr TextSize korpus_sample = {.tokens = 556, .types = 294};

// ---- Of a size ---------------------------------------------------------------------------------------------------

TEST(OfASize, MeetsLexicalRichness) {  // LSYS/LexicalRichness e7e2816, tests/test_lexicalrichness.py
  const TextSize size = FrequencySpectrum::of_tokens(lexicalrichness_10).size();
  EXPECT_NEAR(ttr(size).value(), 0.8, 1e-12);
  EXPECT_NEAR(guiraud_r(size).value(), 2.5298221281347035, 1e-12);
  EXPECT_NEAR(cttr(size).value(), 1.7888543819998317, 1e-12);
  EXPECT_NEAR(herdan_c(size).value(), 0.9030899869919434, 1e-12);
  EXPECT_NEAR(summer_s(size).value(), 0.8777828395738175, 1e-12);
  EXPECT_NEAR(dugast_u(size).value(), 23.760032854423635, 1e-9);
  EXPECT_NEAR(maas_a2(size).value(), 0.04208748389057132, 1e-12);
}

TEST(OfASize, MeetsKoRpus) {  // koRpus 0.13-9, tests/testthat/sample_text_lexdiv_dput.txt, as printed
  EXPECT_NEAR(ttr(korpus_sample).value(), 0.53, 0.005);
  EXPECT_NEAR(guiraud_r(korpus_sample).value(), 12.47, 0.005);
  EXPECT_NEAR(cttr(korpus_sample).value(), 8.82, 0.005);
  EXPECT_NEAR(herdan_c(korpus_sample).value(), 0.90, 0.005);
  EXPECT_NEAR(summer_s(korpus_sample, Logarithm::decimal).value(), 0.89, 0.005);
  EXPECT_NEAR(dugast_u(korpus_sample, Logarithm::decimal).value(), 27.23, 0.005);
  EXPECT_NEAR(std::sqrt(maas_a2(korpus_sample, Logarithm::decimal).value()), 0.191633727722326, 1e-12);
  EXPECT_NEAR(maas_lgv0(korpus_sample).value(), 5.64, 0.005);
}

TEST(OfASize, TheBaseMattersAsTheFormulaSays) {
  EXPECT_NEAR(dugast_u(korpus_sample).value(), std::log(10) * *dugast_u(korpus_sample, Logarithm::decimal), 1e-9);
  EXPECT_NEAR(maas_a2(korpus_sample).value(), *maas_a2(korpus_sample, Logarithm::decimal) / std::log(10), 1e-12);
  EXPECT_GT(std::abs(*summer_s(korpus_sample) - *summer_s(korpus_sample, Logarithm::decimal)), 0.01);
}

TEST(OfASize, FisherAlphaMeetsFisher) {  // Fisher, Corbet & Williams (1943), p. 56: 15,609 moths of 240 species
  EXPECT_NEAR(fisher_alpha({.tokens = 15609, .types = 240}).value(), 40.247, 0.0005);
}

TEST(OfASize, FisherAlphaSolvesItsEquation) {
  for (const TextSize size : {TextSize{10, 1}, TextSize{10, 9}, TextSize{1'000'000'000, 999'999'999},
                              TextSize{1'000'000'000, 2}, TextSize{2, 1}}) {
    const double alpha = fisher_alpha(size).value();
    EXPECT_NEAR(alpha * std::log1p(static_cast<double>(size.tokens) / alpha), static_cast<double>(size.types),
                1e-6 * static_cast<double>(size.types));
  }
}

TEST(OfASize, IsUndefinedWhereAFormulaDividesByZero) {
  const TextSize empty{};
  const TextSize one{.tokens = 1, .types = 1};
  const TextSize all_new{.tokens = 10, .types = 10};
  for (const auto measure : {ttr, guiraud_r, cttr, herdan_c, maas_lgv0, fisher_alpha}) EXPECT_FALSE(measure(empty));
  for (const auto measure : {summer_s, dugast_u, maas_a2}) EXPECT_FALSE(measure(empty, Logarithm::natural));
  for (const auto measure : {herdan_c, maas_lgv0, fisher_alpha}) EXPECT_FALSE(measure(one));
  for (const auto measure : {summer_s, dugast_u, maas_a2}) EXPECT_FALSE(measure(one, Logarithm::natural));
  EXPECT_FALSE(dugast_u(all_new));
  EXPECT_FALSE(maas_lgv0(all_new));
  EXPECT_FALSE(fisher_alpha(all_new));
  EXPECT_FALSE(summer_s(all_new, Logarithm::decimal));  // log log 10 = 0
  EXPECT_FALSE(summer_s({.tokens = 10, .types = 1}));
  EXPECT_EQ(ttr(one), 1.0);
  EXPECT_EQ(herdan_c(all_new), 1.0);
  EXPECT_EQ(maas_a2(all_new), 0.0);
}

// ---- Of a spectrum -----------------------------------------------------------------------------------------------

TEST(OfASpectrum, YuleKMeetsQuanteda) {  // quanteda.textstats 9fc2708, test-textstat_lexdiv.R
  EXPECT_NEAR(yule_k(FrequencySpectrum{std::vector<std::uint64_t>{1, 1, 1, 2, 2, 3}}).value(), 1000, 1e-9);
  EXPECT_NEAR(yule_k(FrequencySpectrum{std::vector<std::uint64_t>{1, 1, 1, 2, 2, 3, 4}}).value(), 1122.449, 0.0005);
}

TEST(OfASpectrum, MeetsLexicalRichness) {  // as above
  const FrequencySpectrum spectrum = FrequencySpectrum::of_tokens(lexicalrichness_10);
  EXPECT_NEAR(yule_i(spectrum).value(), 8.0, 1e-12);
  EXPECT_NEAR(simpson_d(spectrum).value(), 0.06666666666666667, 1e-12);
  EXPECT_NEAR(herdan_vm(spectrum).value(), 0.18708286933869708, 1e-12);
  EXPECT_NEAR(hdd(spectrum, {.sample = 5}).value(), 0.8833333333333332, 1e-12);
}

TEST(OfASpectrum, StJohn) {
  // Published K: 113.09 by another rounding of N; the rest by hand from V = 331, V1 = 212, V2 = 51, N = 755.
  EXPECT_NEAR(yule_k(st_john()).value(), 113.091583, 0.5);
  EXPECT_NEAR(honore_h(st_john()).value(), 100 * std::log(755.0) / (119.0 / 331.0), 1e-9);
  EXPECT_NEAR(sichel_s(st_john()).value(), 51.0 / 331.0, 1e-15);
  EXPECT_NEAR(hapaxes_per_token(st_john()).value(), 212.0 / 755.0, 1e-15);
  EXPECT_NEAR(hapaxes_per_type(st_john()).value(), 212.0 / 331.0, 1e-15);
}

TEST(OfASpectrum, HandComputed) {  // a a b: N = 3, V = 2, M2 = 5
  const FrequencySpectrum spectrum{std::vector<std::uint64_t>{2, 1}};
  EXPECT_NEAR(yule_k(spectrum).value(), 1e4 * 2 / 9, 1e-9);
  EXPECT_NEAR(yule_i(spectrum).value(), 4.0 / 3.0, 1e-12);
  EXPECT_NEAR(simpson_d(spectrum).value(), 1.0 / 3.0, 1e-12);
  EXPECT_NEAR(herdan_vm(spectrum).value(), std::sqrt(5.0 / 9.0 - 0.5), 1e-12);
  EXPECT_NEAR(hdd(spectrum, {.sample = 2}).value(), (1.0 + 2.0 / 3.0) / 2, 1e-12);  // a always, b in two of three
}

TEST(OfASpectrum, IsUndefinedWithoutTokensOrRepetition) {
  const FrequencySpectrum empty;
  const FrequencySpectrum hapaxes{std::vector<std::uint64_t>(60, 1)};
  for (const auto measure :
       {yule_k, yule_i, simpson_d, herdan_vm, honore_h, sichel_s, hapaxes_per_token, hapaxes_per_type, vocd_d}) {
    EXPECT_FALSE(measure(empty));
  }
  EXPECT_FALSE(hdd(empty));
  EXPECT_FALSE(yule_i(hapaxes));
  EXPECT_FALSE(honore_h(hapaxes));
  EXPECT_FALSE(vocd_d(hapaxes));
  EXPECT_EQ(yule_k(hapaxes), 0.0);
  EXPECT_NEAR(hdd(hapaxes).value(), 1.0, 1e-12);
}

TEST(OfASpectrum, SamplesNoLargerThanTheText) {
  const auto repeated = [](std::uint64_t tokens) { return FrequencySpectrum{std::vector<std::uint64_t>{tokens}}; };
  EXPECT_FALSE(hdd(repeated(41)));
  EXPECT_NEAR(hdd(repeated(42)).value(), 1.0 / 42.0, 1e-12);
  EXPECT_FALSE(hdd(repeated(42), {.sample = 0}));
  EXPECT_FALSE(vocd_d(repeated(49)));
  EXPECT_TRUE(vocd_d(repeated(50)));
}

TEST(OfASpectrum, HddOfFiveTypes) {  // Wordless, test_hdd: five types, 20 tokens each; R's dhyper
  EXPECT_NEAR(hdd(FrequencySpectrum{std::vector<std::uint64_t>(5, 20)}).value(), 0.1190472087529263, 1e-12);
}

TEST(OfASpectrum, VocdDMinimisesItsSquaredError) {
  const FrequencySpectrum spectrum = st_john();
  const auto error = [&spectrum](double d) {
    double sum = 0;
    for (std::uint64_t n = 35; n <= 50; ++n) {
      const auto x = static_cast<double>(n);
      const double fitted = d / x * (std::sqrt(1 + 2 * x / d) - 1);
      sum += std::pow(fitted - *hdd(spectrum, {.sample = n}), 2);
    }
    return sum;
  };
  const double d = vocd_d(spectrum).value();
  EXPECT_LT(error(d), error(d * 1.001));
  EXPECT_LT(error(d), error(d * 0.999));
}

// ---- Of tokens in their order ------------------------------------------------------------------------------------

TEST(OfTokens, MeetsLexicalDiversity) {  // kristopherkyle/lexical_diversity 746738d, README
  EXPECT_NEAR(mattr(colorado_180, {.window = 25}).value(), 0.7961538461538458, 1e-12);
  EXPECT_NEAR(mattr(colorado_180).value(), 0.7206106870229007, 1e-12);
  EXPECT_NEAR(msttr(colorado_180, {.segment = 25}).value(), 0.7885714285714285, 1e-12);
  EXPECT_NEAR(msttr(colorado_180, {.segment = 50}).value(), 0.7133333333333333, 1e-12);
}

TEST(OfTokens, MeetsLexicalRichness) {  // as above; MSTTR keeps the last segment, which is full
  EXPECT_NEAR(mattr(lexicalrichness_10, {.window = 5}).value(), 0.9, 1e-12);
  EXPECT_NEAR(msttr(lexicalrichness_10, {.segment = 5}).value(), 0.9, 1e-12);
}

TEST(OfTokens, MtldMeetsKoRpus) {  // koRpus 0.13-9, MTLD.calc, run in R
  EXPECT_NEAR(mtld(mtld_variants_59).value(), 28.190742191491537, 1e-9);
  EXPECT_NEAR(mtld(colorado_180).value(), 36.5059504469031, 1e-9);
}

TEST(OfTokens, MtldByHand) {
  // a a | b b | c: two factors (TTR 1/2 is below 0.72), the rest has TTR 1. Backwards c b, b: 2/3 ends a factor; a a.
  EXPECT_NEAR(mtld(Tokens{0, 0, 1, 1, 2}).value(), (5.0 / 2 + 5.0 / 2) / 2, 1e-12);
  // No factor ends: a b c a has TTR 0.75 in the end, and in both directions (0.25 / 0.28) of a factor.
  EXPECT_NEAR(mtld(Tokens{0, 1, 2, 0}).value(), 4 / (0.25 / 0.28), 1e-12);
}

TEST(OfTokens, AFactorEndsStrictlyBelowTheThreshold) {
  // 17 new types and one eight times: TTR is exactly 0.72 at the end, which ends no factor, and the rest is a whole
  // one. Backwards: four factors of two tokens, then 17 new types.
  Tokens tokens = all_different(18);
  tokens.insert(tokens.end(), 7, 17);
  ASSERT_EQ(ttr(FrequencySpectrum::of_tokens(tokens).size()), 0.72);
  EXPECT_NEAR(mtld(tokens).value(), (25.0 / 1 + 25.0 / 4) / 2, 1e-9);
}

TEST(OfTokens, MtldMaMeansTheFactorsThatComplete) {
  // 10 new, then repetitions of the last: from the first token, 10 / 14 is the first ratio below 0.72, so 14 tokens;
  // from the second, 9 / 13: 13; from the third 8 / 12: 12; from the fourth 7 / 10: 10, from the fifth 6 / 9: too
  // short.
  Tokens tokens = all_different(10);
  tokens.insert(tokens.end(), 4, 9);
  EXPECT_NEAR(mtld_ma(tokens).value(), (14 + 13 + 12 + 10) / 4.0, 1e-12);
  EXPECT_FALSE(mtld_ma(Tokens{0, 0, 1, 1}));
  EXPECT_FALSE(mtld_ma(all_different(50)));
  EXPECT_FALSE(mtld_ma({}));
}

TEST(OfTokens, IsUndefinedForShortTextsAndSensibleAtTheEdge) {
  EXPECT_FALSE(mattr(all_different(49)));
  EXPECT_EQ(mattr(all_different(50)), 1.0);
  EXPECT_FALSE(msttr(all_different(99)));
  EXPECT_EQ(msttr(all_different(100)), 1.0);
  EXPECT_EQ(msttr(all_different(199)), 1.0);
  for (const Tokens& tokens : {Tokens{}, Tokens{0}, all_different(10), all_different(1000)}) EXPECT_FALSE(mtld(tokens));
  EXPECT_FALSE(mattr({}));
  EXPECT_FALSE(mattr(colorado_180, {.window = 0}));
  EXPECT_FALSE(msttr(colorado_180, {.segment = 0}));
  EXPECT_FALSE(mtld(colorado_180, {.threshold = 1}));
  EXPECT_FALSE(mtld(colorado_180, {.threshold = 0}));
}

TEST(OfTokens, AnIncompleteSegmentIsDropped) {
  EXPECT_EQ(msttr(Tokens{0, 1, 0, 0, 1}, {.segment = 2}), (1.0 + 0.5) / 2);
}

TEST(OfTokens, MattrIsTheMeanOfItsWindows) {
  const Tokens tokens = random_tokens(300, 40, 1);
  for (const std::size_t window : {1u, 2u, 7u, 299u, 300u}) {
    double sum = 0;
    for (std::size_t i = 0; i + window <= tokens.size(); ++i) {
      const auto part = std::span(tokens).subspan(i, window);
      sum += *ttr(FrequencySpectrum::of_tokens(part).size());
    }
    EXPECT_NEAR(mattr(tokens, {.window = window}).value(), sum / static_cast<double>(tokens.size() - window + 1),
                1e-12);
  }
}

TEST(OfTokens, DoesNotDependOnHowTypesAreNumbered) {
  const Tokens tokens = random_tokens(500, 90, 2);
  Tokens renamed = tokens;
  for (std::uint32_t& token : renamed) token = 200 - 2 * token;
  EXPECT_EQ(mattr(tokens), mattr(renamed));
  EXPECT_EQ(msttr(tokens), msttr(renamed));
  EXPECT_EQ(mtld(tokens), mtld(renamed));
  EXPECT_EQ(mtld_ma(tokens), mtld_ma(renamed));
}

TEST(OfTokens, ReadsBothWays) {
  Tokens tokens = random_tokens(500, 90, 3);
  const auto forwards = mtld(tokens);
  const auto windows = mattr(tokens);
  std::reverse(tokens.begin(), tokens.end());
  EXPECT_EQ(mtld(tokens), forwards);
  EXPECT_EQ(mattr(tokens), windows);
}

TEST(OfTokens, StaysInBounds) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const Tokens tokens = random_tokens(200 + seed, 5 + 10 * seed, seed);
    const FrequencySpectrum spectrum = FrequencySpectrum::of_tokens(tokens);
    for (const auto ratio : {mattr(tokens), msttr(tokens), hdd(spectrum), ttr(spectrum.size()), simpson_d(spectrum),
                             herdan_vm(spectrum), hapaxes_per_type(spectrum)}) {
      EXPECT_GE(ratio.value(), 0);
      EXPECT_LE(ratio.value(), 1);
    }
    EXPECT_GE(mtld(tokens).value(), 1);
  }
}

}  // namespace
}  // namespace corpus::stats
