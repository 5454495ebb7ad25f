// SPDX-License-Identifier: MIT
// The orders are those of dictionaries of the languages, and of UTS #10.
#include "corpus/unicode/collation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/error.hpp"

namespace corpus::unicode {
namespace {

using Words = std::vector<std::string>;

/// The words, which come in any order, as the locale has them.
Words sorted(std::string_view locale, Words words) {
  const Collator collator(locale);
  std::sort(words.begin(), words.end(),
            [&](const auto& a, const auto& b) { return collator.key(a) < collator.key(b); });
  return words;
}

TEST(Collation, UmlautsStandByTheirVowelsInGermanAndLastInSwedish) {
  EXPECT_EQ(sorted("de", {"zebra", "öl", "ost", "ähre", "arm"}), (Words{"ähre", "arm", "öl", "ost", "zebra"}));
  EXPECT_EQ(sorted("sv", {"öl", "zebra", "ost", "ähre", "arm", "år"}),
            (Words{"arm", "ost", "zebra", "år", "ähre", "öl"}));
  EXPECT_EQ(sorted("", {"zebra", "öl", "ost"}), (Words{"öl", "ost", "zebra"}));
}

TEST(Collation, LettersOfTwoCharactersAreOne) {
  EXPECT_EQ(sorted("cs", {"chata", "hora", "cesta", "ikona"}), (Words{"cesta", "hora", "chata", "ikona"}));
  EXPECT_EQ(sorted("", {"hora", "chata", "cesta"}), (Words{"cesta", "chata", "hora"}));
}

TEST(Collation, LettersBeforeAccentsBeforeCase) {
  EXPECT_EQ(sorted("", {"rules", "Role", "rôle", "Rule", "rule", "role", "Rôle"}),
            (Words{"role", "Role", "rôle", "Rôle", "rule", "Rule", "rules"}));
}

TEST(Collation, PunctuationBeforeDigitsBeforeLetters) {
  EXPECT_EQ(sorted("", {"a", "1", ",", " ", "я", "10", "2"}), (Words{" ", ",", "1", "10", "2", "a", "я"}));
}

TEST(Collation, ComposedAndDecomposedHaveOneKey) {
  const Collator collator("de");
  EXPECT_EQ(collator.key("\u00e4"), collator.key("a\u0308"));
  EXPECT_NE(collator.key("\u00e4"), collator.key("a"));
}

TEST(Collation, NothingStandsBeforeEverything) {
  const Collator collator("");
  for (const char* text : {" ", "a", "\u5c71", "\U0001F600"}) EXPECT_LT(collator.key(""), collator.key(text));
}

TEST(Collation, ABeginningStandsBeforeTheWhole) {
  const Collator collator("");
  std::string text;
  for (int length = 0; length < 100; ++length) {
    const std::string key = collator.key(text);
    text += "\ufdfa";  // stands for eighteen characters: a key longer than one would make room for
    EXPECT_LT(key, collator.key(text));
    EXPECT_EQ(collator.key(text), Collator("").key(text));
    EXPECT_GT(collator.key(text).size(), 5 * text.size());
    EXPECT_EQ(collator.key(text).find('\0'), std::string::npos);
  }
}

TEST(Collation, KeysHoldNoZero) {
  // So that they can be joined by one, and still compare part by part.
  const Collator collator("");
  for (const char* text : {"", "a", "a b", "\u5c71", "\U0010FFFF", "\t\n"}) {
    EXPECT_EQ(collator.key(text).find('\0'), std::string::npos) << text;
  }
  EXPECT_EQ(collator.key(std::string_view{"a\0b", 3}).find('\0'), std::string::npos);
}

TEST(Collation, LocalesHaveManyNames) {
  for (const char* name : {"sv", "sv-SE", "sv_SE.UTF-8", "swe", "SV"}) {
    EXPECT_EQ(sorted(name, {"ö", "z"}), (Words{"z", "ö"})) << name;
  }
  // A telephone book has ä as ae.
  EXPECT_EQ(sorted("de", {"äz", "afa"}), (Words{"afa", "äz"}));
  EXPECT_EQ(sorted("de-u-co-phonebk", {"äz", "afa"}), (Words{"äz", "afa"}));
}

TEST(Collation, UnknownLanguagesAreRefused) {
  for (const char* name : {"xx", "xx-YY", "C", "english", "\u00e4", "-"}) EXPECT_THROW(Collator{name}, Error) << name;
  try {
    const Collator collator("xx");
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "no language is known by the name of xx (hint: a tag such as en, de-AT or tr)");
  }
}

}  // namespace
}  // namespace corpus::unicode
