// SPDX-License-Identifier: MIT
#include "corpus/stats/language.hpp"

#include <gtest/gtest.h>

namespace corpus::stats {
namespace {

TEST(LanguageOf, ReadsTheFirstPartOfALocale) {
  for (const char* locale : {"en", "en-GB", "en_US.UTF-8", "EN", "eng"})
    EXPECT_EQ(language_of(locale), Language::english);
  EXPECT_EQ(language_of("de_AT"), Language::german);
  EXPECT_EQ(language_of("fr-CA"), Language::french);
  EXPECT_EQ(language_of("nl"), Language::dutch);
}

TEST(LanguageOf, KnowsNoOther) {
  for (const char* locale : {"", "fi", "az", "e", "english", "C", "POSIX", "-en", "root", "dee"}) {
    EXPECT_FALSE(language_of(locale)) << locale;
  }
}

}  // namespace
}  // namespace corpus::stats
