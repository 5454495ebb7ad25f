// SPDX-License-Identifier: MIT
#include "corpus/stats/readability.hpp"

#include <gtest/gtest.h>

namespace corpus::stats {
namespace {

/// koRpus 0.13-9, sample text: counts and results from tests/testthat/sample_text_*_dput.txt, as printed.
constexpr ReadabilityCounts korpus_sample = {
    .words = 556, .sentences = 20, .letters = 2918, .syllables = 592, .polysyllables = 3, .long_words = 190};
constexpr double printed = 0.0051;

TEST(Readability, MeetsKoRpus) {
  EXPECT_NEAR(flesch_reading_ease(korpus_sample, Language::english).value(), 88.54, printed);
  EXPECT_NEAR(flesch_reading_ease(korpus_sample, Language::german).value(), 89.91, printed);
  EXPECT_NEAR(flesch_reading_ease(korpus_sample, Language::french).value(), 104.63, printed);
  EXPECT_NEAR(flesch_reading_ease(korpus_sample, Language::dutch).value(), 99.00, printed);
  EXPECT_NEAR(flesch_kincaid_grade(korpus_sample, Language::english).value(), 7.82, printed);
  EXPECT_NEAR(gunning_fog(korpus_sample, Language::english).value(), 11.34, printed);
  EXPECT_NEAR(smog(korpus_sample, Language::english).value(), 5.34, printed);
  EXPECT_NEAR(automated_readability_index(korpus_sample).value(), 17.19, printed);
  EXPECT_NEAR(lix(korpus_sample).value(), 61.97, printed);
  EXPECT_NEAR(rix(korpus_sample).value(), 9.5, printed);
}

TEST(Readability, ColemanLiauByHand) {  // Coleman & Liau (1975): L = 440, S = 5 per 100 words
  EXPECT_NEAR(coleman_liau({.words = 100, .sentences = 5, .letters = 440}).value(), 0.0588 * 440 - 0.296 * 5 - 15.8,
              1e-9);
}

TEST(Readability, ConstantsHoldForTheirLanguageOnly) {
  for (const Language language : {Language::german, Language::french, Language::dutch}) {
    EXPECT_FALSE(flesch_kincaid_grade(korpus_sample, language));
    EXPECT_FALSE(gunning_fog(korpus_sample, language));
    EXPECT_FALSE(smog(korpus_sample, language));
  }
}

TEST(Readability, IsUndefinedWithoutWordsOrSentences) {
  const ReadabilityCounts empty{};
  ReadabilityCounts no_sentence = korpus_sample;
  no_sentence.sentences = 0;
  for (const ReadabilityCounts& counts : {empty, no_sentence}) {
    EXPECT_FALSE(flesch_reading_ease(counts, Language::english));
    EXPECT_FALSE(flesch_kincaid_grade(counts, Language::english));
    EXPECT_FALSE(gunning_fog(counts, Language::english));
    EXPECT_FALSE(smog(counts, Language::english));
    EXPECT_FALSE(automated_readability_index(counts));
    EXPECT_FALSE(lix(counts));
    EXPECT_FALSE(rix(counts));
  }
  EXPECT_FALSE(coleman_liau(empty));
}

}  // namespace
}  // namespace corpus::stats
