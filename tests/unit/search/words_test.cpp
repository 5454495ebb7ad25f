// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "corpus/error.hpp"
#include "corpus/search/query.hpp"
#include "unit/search/seen_text.hpp"

namespace corpus::search {
namespace {

using testing::SeenText;
using Texts = std::vector<std::string>;

Texts hits(std::string_view query, const std::string& text, const text::TokenizerOptions& rules = {},
           Compare compare = Compare::types) {
  return SeenText{text, rules}.hits(parse_words(query, rules, compare));
}

/// The column and the cause of what is wrong with a query.
std::string problem(std::string_view query, const text::TokenizerOptions& rules = {}) {
  try {
    (void)parse_words(query, rules);
  } catch (const Error& error) {
    return std::to_string(error.problem().column) + ' ' + error.problem().cause;
  }
  return "none";
}

const text::TokenizerOptions with_punctuation{.punctuation = text::Punctuation::keep};
const text::TokenizerOptions with_joined{.hyphens = text::Hyphens::join};

TEST(ParseWords, ComparesTypes) {
  EXPECT_EQ(hits("SNOW", "Snow snow _snow_ snows"), (Texts{"Snow", "snow", "_snow_"}));
  EXPECT_EQ(hits("don't", "Don\u2019t don't dont"), (Texts{"Don\u2019t", "don't"}));
  EXPECT_EQ(hits("don\u2019t", "Don\u2019t don't"), (Texts{"Don\u2019t", "don't"}));
  EXPECT_EQ(hits("cafe\u0301", "caf\u00E9 cafe"), (Texts{"caf\u00E9"}));
  EXPECT_EQ(hits("strasse", "Stra\u00DFe"), (Texts{"Stra\u00DFe"}));
  EXPECT_EQ(hits("Snow", "Snow snow", {.types = {.letter_case = unicode::Case::keep}}), (Texts{"Snow"}));
  EXPECT_EQ(hits("I", "I \u0131 i \u0130", {.types = {.locale = unicode::CaseLocale::turkic}}), (Texts{"I", "\u0131"}));
}

TEST(ParseWords, AWordIsOneToken) {
  EXPECT_EQ(hits("3.5", "3.5 and 3 . 5"), (Texts{"3.5"}));
  EXPECT_EQ(hits("snow", "snowy"), Texts{});
}

TEST(ParseWords, APhraseHasOnlyWhiteSpaceBetweenItsWords) {
  EXPECT_EQ(hits("of course", "Of course, of\ncourse; of, course. Of\n\ncourse of-course"),
            (Texts{"Of course", "of\ncourse"}));
  EXPECT_EQ(hits("  of \t course\u00A0\n", "of course"), (Texts{"of course"}));
  EXPECT_EQ(hits("the the", "the the the"), (Texts{"the the", "the the"}));
}

TEST(ParseWords, Wildcards) {
  EXPECT_EQ(hits("un*able", "Unbelievable, unable; table unables un-able"), (Texts{"Unbelievable", "unable"}));
  EXPECT_EQ(hits("s?ow", "snow slow sow shadow s\u00E9ow"), (Texts{"snow", "slow", "s\u00E9ow"}));
  EXPECT_EQ(hits("of * course", "of due course, of course"), (Texts{"of due course"}));
  EXPECT_EQ(hits("*", "a 1, b"), (Texts{"a", "1", "b"}));
  EXPECT_EQ(hits("3.*", "3.14 3 3a"), (Texts{"3.14"}));
  EXPECT_EQ(hits("*'s", "Ann's anns Bo\u2019s"), (Texts{"Ann's", "Bo\u2019s"}));
  EXPECT_EQ(hits("CAF\u00C9*", "caf\u00E9s cafe\u0301 cafes"), (Texts{"caf\u00E9s", "cafe\u0301"}));
}

TEST(ParseWords, Alternatives) {
  EXPECT_EQ(hits("dog|cat", "Cat cow dog"), (Texts{"Cat", "dog"}));
  EXPECT_EQ(hits("a|the dog|c?t", "a cut the dog a cow the"), (Texts{"a cut", "the dog"}));
  EXPECT_EQ(hits("well-known|famous man", "well-known man, famous man, known man"),
            (Texts{"well-known man", "famous man"}));
}

TEST(ParseWords, AWordThatTheTokenizerDividesIsAPhraseWithWhatStandsBetween) {
  EXPECT_EQ(hits("well-known", "Well-known, well known, well\u2010known, well\u2013known, wellknown"),
            (Texts{"Well-known", "well\u2010known"}));
  EXPECT_EQ(hits("well-kn*", "well-known well-knit well known"), (Texts{"well-known", "well-knit"}));
  EXPECT_EQ(hits("well-known", "well-known well\u2010known well known", with_joined),
            (Texts{"well-known", "well\u2010known"}));
  EXPECT_EQ(hits("known", "well-known", with_joined), Texts{});
  EXPECT_EQ(hits("and/or", "and/or and or and / or"), (Texts{"and/or"}));
  EXPECT_EQ(hits("Mr. Smith", "Mr. Smith, Mr Smith, Mr.\n Smith, Mr, Smith"), (Texts{"Mr. Smith", "Mr.\n Smith"}));
  EXPECT_EQ(hits("Mr.|Mister Smith", "Mr. Smith, Mr Smith, Mister Smith, Mister. Smith"),
            (Texts{"Mr. Smith", "Mister Smith"}));
  EXPECT_EQ(hits("yes, sir", "yes sir, yes, sir. Yes; sir"), (Texts{"yes, sir"}));
  EXPECT_EQ(hits("rock 'n' roll", "rock 'n' roll, rock \u2018n\u2019 roll, rock n roll"),
            (Texts{"rock 'n' roll", "rock \u2018n\u2019 roll"}));
}

TEST(ParseWords, NothingNamedIsPassedAcrossAnEmptyLine) { EXPECT_EQ(hits("Mr. Smith", "Mr.\n\nSmith"), Texts{}); }

TEST(ParseWords, TheFullStopOfAnAbbreviationIsNoPartOfATokenAtTheEnd) {
  EXPECT_EQ(hits("U.S.", "the U.S. and the U.S, US"), (Texts{"U.S", "U.S"}));
  EXPECT_EQ(hits("etc.|usw.", "etc. usw"), (Texts{"etc", "usw"}));
}

TEST(ParseWords, AGivenTokenMayHoldWhatTheTokenizerDivides) {
  const Query query = parse_words("U.S. well-known", {});
  Matcher matcher{query};
  matcher.start();
  matcher.add({.form = "U.S.", .type = "u.s."}, Joint::parted);
  matcher.add({.form = "well-known", .type = "well-known", .before = " "}, Joint::follows);
  matcher.cut();
  EXPECT_EQ(matcher.next(), (TokenRange{0, 1}));
}

TEST(ParseWords, WhatADictionaryDividesHasNothingBetween) {
  // Both are in the dictionary of any ICU: Tokyo, metropolis; one token each.
  const SeenText divided{"\u6771\u4EAC\u90FD"};
  ASSERT_GE(divided.size(), 1U);
  EXPECT_EQ(divided.hits(parse_words("\u6771\u4EAC\u90FD", {})), (Texts{"\u6771\u4EAC\u90FD"}));
  const std::string long_word = "\u4E2D\u534E\u4EBA\u6C11\u5171\u548C\u56FD\u653F\u5E9C";
  const SeenText text{"x " + long_word + " y"};
  EXPECT_GT(text.size(), 3U) << "a dictionary knows parts of it";
  EXPECT_EQ(text.hits(parse_words(long_word, {})), (Texts{long_word}));
  EXPECT_EQ(text.hits(parse_words("x " + long_word, {})), (Texts{"x " + long_word}));
}

TEST(ParseWords, AWildcardIsPartOfTheWordBesideItInAnyScript) {
  const SeenText text{"x \u4E2D\u56FD y"};
  ASSERT_EQ(text.size(), 3U) << "China is one word";
  EXPECT_EQ(text.hits(parse_words("\u4E2D*", {})), (Texts{"\u4E2D\u56FD"}));
  EXPECT_EQ(text.hits(parse_words("?\u56FD", {})), (Texts{"\u4E2D\u56FD"}));
}

TEST(ParseWords, PunctuationIsFoundWhereItIsKept) {
  EXPECT_EQ(hits("course,", "of course, of course; of course ,", with_punctuation), (Texts{"course,"}));
  EXPECT_EQ(hits("course ,", "of course, of course; of course ,", with_punctuation), (Texts{"course,", "course ,"}));
  EXPECT_EQ(hits(", *", "a, b; c", with_punctuation), (Texts{", b"}));
  EXPECT_EQ(hits("well-known", "well-known well known", with_punctuation), (Texts{"well-known"}));
  EXPECT_EQ(hits("\\?", "why? who!", with_punctuation), (Texts{"?"}));
  EXPECT_EQ(hits("why\\?", "why? why", with_punctuation), (Texts{"why?"}));
}

TEST(ParseWords, ABackslashTakesTheNextCharacterAsItIs) {
  EXPECT_EQ(hits("a\\|b", "a|b, a b, a"), (Texts{"a|b"}));
  EXPECT_EQ(hits("\\a\\b", "ab a"), (Texts{"ab"}));
  const Query spaced = parse_words("New\\ York", {});
  Matcher matcher{spaced};
  matcher.start();
  matcher.add({.form = "New York", .type = "new york"}, Joint::parted);
  matcher.cut();
  EXPECT_EQ(matcher.next(), (TokenRange{0, 0})) << "a form of CoNLL-U may hold a space";
}

TEST(ParseWords, FormsAreComparedExactly) {
  EXPECT_EQ(hits("Snow", "Snow snow _Snow_", {}, Compare::forms), (Texts{"Snow"}));
  EXPECT_EQ(hits("caf\u00E9", "caf\u00E9 cafe\u0301", {}, Compare::forms), (Texts{"caf\u00E9"}));
  EXPECT_EQ(hits("don't", "don\u2019t don't", {}, Compare::forms), (Texts{"don't"}));
  EXPECT_EQ(hits("S*w", "Snow SnoW snow", {}, Compare::forms), (Texts{"Snow"}));
  EXPECT_EQ(hits("well-known", "well\u2010known well-known Well-known", {}, Compare::forms), (Texts{"well-known"}));
}

TEST(ParseWords, ErrorsNameThePlace) {
  EXPECT_EQ(problem(""), "1 the query is empty");
  EXPECT_EQ(problem(" \n"), "1 the query has no words");
  EXPECT_EQ(problem("of a|"), "6 an alternative is missing here");
  EXPECT_EQ(problem("|a"), "1 an alternative is missing here");
  EXPECT_EQ(problem("\u00E9\u00E9 a||b"), "6 an alternative is missing here");
  EXPECT_EQ(problem("a\\"), "2 nothing stands behind the \\");
  EXPECT_EQ(problem("of , course"), "4 , is in no token");
  EXPECT_EQ(problem("\"of course\""), "1 \" is part of no token");
  EXPECT_EQ(problem("of course,"), "10 , is part of no token");
  EXPECT_EQ(problem("of course..."), "10 ... is part of no token");
  EXPECT_EQ(problem("a 'b|c d"), "6 the alternatives of a word begin with different marks");
  EXPECT_EQ(problem("snow \U0001F600"), "6 \U0001F600 is in no token");
  EXPECT_EQ(problem("snow \xFF"), "6 the query is not valid UTF-8");
  EXPECT_EQ(problem(std::string(70000, 'a')), "1 a query of over 64 KiB");
}

TEST(ParseWords, WhatIsLeftOutOfTextsIsAnError) {
  const text::TokenizerOptions rules{.numbers = text::Numbers::drop, .stopwords = {"the"}};
  EXPECT_EQ(problem("in 1984", rules), "4 1984 is a number, and numbers are dropped");
  EXPECT_EQ(problem("cat|The", rules), "5 The is a stopword, which is left out");
  EXPECT_EQ(problem("off-the-peg", rules), "5 the is a stopword, which is left out");
  EXPECT_EQ(problem("19*", rules), "none");
  EXPECT_EQ(problem("t*", rules), "none");
}

TEST(ParseWords, KnowsWhetherAHitIsOneToken) {
  for (const char* const query : {"snow", "dog|cat", "un*able", "3.5", "U.S.", "*"}) {
    EXPECT_TRUE(parse_words(query, {}).single()) << query;
  }
  for (const char* const query : {"of course", "well-known", "dog|well-known"}) {
    EXPECT_FALSE(parse_words(query, {}).single()) << query;
  }
  const Query query = parse_words("dog|c*t", {});
  EXPECT_TRUE(query.holds({.form = "Dog", .type = "dog"}));
  EXPECT_TRUE(query.holds({.form = "cut", .type = "cut"}));
  EXPECT_FALSE(query.holds({.form = "cow", .type = "cow"}));
  EXPECT_EQ(query.text(), "dog|c*t");
  EXPECT_TRUE(query.looks_at(Attribute::type));
  EXPECT_FALSE(query.looks_at(Attribute::form));
  EXPECT_TRUE(parse_words("dog", {}, Compare::forms).looks_at(Attribute::form));
}

TEST(ParseRegex, MatchesWholeTypes) {
  const SeenText text{"Unable unbelievable UNABLES able"};
  EXPECT_EQ(text.hits(parse_regex("UN.*able", {})), (Texts{"Unable", "unbelievable"}));
  EXPECT_EQ(text.hits(parse_regex("Able", {})), (Texts{"able"}));
  EXPECT_EQ(text.hits(parse_regex("(un)?able", {})), (Texts{"Unable", "able"}));
  EXPECT_EQ(text.hits(parse_regex("[A-Z].*", {}, Compare::forms)), (Texts{"Unable", "UNABLES"}));
  EXPECT_EQ(text.hits(parse_regex("able", {}, Compare::forms)), (Texts{"able"}));
  EXPECT_EQ(SeenText{"U.S."}.hits(parse_regex("u\\.s", {})), (Texts{"U.S"}));
  const text::TokenizerOptions keep{.types = {.letter_case = unicode::Case::keep}};
  EXPECT_EQ((SeenText{"Able able", keep}.hits(parse_regex("able", keep))), (Texts{"able"}));
  EXPECT_TRUE(parse_regex("a|b", {}).single());
}

TEST(ParseRegex, AnErrorNamesThePlace) {
  for (const auto& [regex, column] : std::vector<std::pair<std::string, std::size_t>>{
           {"ab)c", 3}, {"\U0001F600\U0001F600)", 3}, {"*a", 1}, {"", 1}, {"a\xFF", 2}}) {
    try {
      (void)parse_regex(regex, {});
      ADD_FAILURE() << regex;
    } catch (const Error& error) {
      EXPECT_EQ(error.problem().column, column) << regex;
    }
  }
}

TEST(ParseRegex, AsksThePatternOnceForEachValue) {
  const Query query = parse_regex("(a|aa)+b", {});
  for (int i = 0; i < 100000; ++i) {
    EXPECT_TRUE(query.holds({.form = "aab", .type = "aab"}));
    EXPECT_FALSE(query.holds({.form = "aac", .type = "aac"}));
  }
}

}  // namespace
}  // namespace corpus::search
