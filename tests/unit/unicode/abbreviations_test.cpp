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

TEST(Abbreviations, RuleOutNoPartOfAnyInTheList) {
  for (const AbbreviationLists& lists : abbreviation_lists()) {
    const auto abbreviations = Abbreviations::of_language(lists.language);
    for (const auto list : {lists.never_final, lists.maybe_final, lists.before_number}) {
      std::string parts(list);
      std::ranges::replace(parts, '.', ' ');
      std::istringstream stream{parts};
      for (std::string part; stream >> part;) {
        const std::string before = ' ' + part;
        EXPECT_FALSE(abbreviations.rule_out(before[part.size() - 1], before[part.size()])) << lists.language << part;
        std::ranges::transform(part, part.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
        if (part.size() < 2) continue;
        EXPECT_FALSE(abbreviations.rule_out(part[part.size() - 2], part.back())) << lists.language << part;
      }
    }
  }
  const auto english = Abbreviations::of_language("en");
  EXPECT_TRUE(english.rule_out('o', 'w'));   // snow
  EXPECT_TRUE(english.rule_out('L', 'L'));   // FALL
  EXPECT_FALSE(english.rule_out('M', 'R'));  // MR
  EXPECT_FALSE(english.rule_out(' ', 'J'));  // an initial
  EXPECT_FALSE(english.rule_out('1', '2'));
  EXPECT_FALSE(english.rule_out('\xC3', '\x89'));  // É
}

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
