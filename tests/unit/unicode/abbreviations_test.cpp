// SPDX-License-Identifier: MIT
#include "corpus/unicode/abbreviations.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "corpus/unicode/abbreviation_lists.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

using enum AbbreviationKind;

TEST(Abbreviations, ListsAreSortedAndExcludeOneAnother) {
  for (const AbbreviationLists& lists : abbreviation_lists()) {
    std::set<std::string> all;
    for (const auto list : {lists.never_final, lists.maybe_final, lists.before_number}) {
      std::istringstream stream{std::string(list)};
      std::vector<std::string> words;
      for (std::string word; stream >> word;) words.push_back(word);
      EXPECT_TRUE(std::ranges::is_sorted(words)) << lists.language << ": " << list;
      for (const std::string& word : words) {
        EXPECT_TRUE(all.insert(word).second) << lists.language << " has " << word << " twice";
        EXPECT_NE(word.back(), '.') << lists.language;
        EXPECT_EQ(valid_prefix(word), word.size());
      }
    }
    std::istringstream stream{std::string(lists.after_ordinal)};
    const std::vector<std::string> words{std::istream_iterator<std::string>(stream), {}};
    EXPECT_TRUE(std::ranges::is_sorted(words)) << lists.language;
  }
  EXPECT_EQ(abbreviation_lists().back().language, "und");
}

TEST(Abbreviations, KindsByLanguage) {
  EXPECT_EQ(Abbreviations::of_language("en").find("Mr"), never_final);
  EXPECT_EQ(Abbreviations::of_language("en").find("etc"), maybe_final);
  EXPECT_EQ(Abbreviations::of_language("en").find("No"), before_number);
  EXPECT_EQ(Abbreviations::of_language("en").find("cat"), std::nullopt);
  EXPECT_EQ(Abbreviations::of_language("de").find("z.B"), never_final);
  EXPECT_EQ(Abbreviations::of_language("fr").find("Mme"), never_final);
  EXPECT_EQ(Abbreviations::of_language("ru").find("т.д"), maybe_final);
  EXPECT_EQ(Abbreviations::of_language("de").find("Mrs"), std::nullopt);
}

TEST(Abbreviations, TagsInAnyForm) {
  for (const char* tag : {"de", "DE", "de-AT", "de_CH", "De-Latn-DE"}) {
    EXPECT_EQ(Abbreviations::of_language(tag).find("Hr"), never_final) << tag;
  }
  for (const char* tag : {"", "und", "den", "x", "-de"}) {
    EXPECT_EQ(Abbreviations::of_language(tag).find("bspw"), std::nullopt) << tag;
    EXPECT_EQ(Abbreviations::of_language(tag).find("Prof"), never_final) << tag;
  }
}

TEST(Abbreviations, CaseCountsButForAllCapitals) {
  const auto english = Abbreviations::of_language("en");
  EXPECT_EQ(english.find("MR"), never_final);
  EXPECT_EQ(english.find("mr"), std::nullopt);
  EXPECT_EQ(english.find("mR"), std::nullopt);
  EXPECT_EQ(english.find("ETC"), std::nullopt);
  EXPECT_EQ(Abbreviations::of_language("fr").find("m"), std::nullopt);
  EXPECT_EQ(Abbreviations::of_language("ru").find("ПРОФ"), never_final);
}

TEST(Abbreviations, NoneKnowsNothing) {
  EXPECT_EQ(Abbreviations::none().find("Mr"), std::nullopt);
  EXPECT_FALSE(Abbreviations::none().initials());
}

TEST(Abbreviations, OrdinalsBeforeGermanMonths) {
  EXPECT_TRUE(Abbreviations::of_language("de").follows_ordinal("Oktober"));
  EXPECT_FALSE(Abbreviations::of_language("de").follows_ordinal("Hund"));
  EXPECT_FALSE(Abbreviations::of_language("en").follows_ordinal("October"));
}

}  // namespace
}  // namespace corpus::unicode
