// SPDX-License-Identifier: MIT
#include "corpus/unicode/pattern.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

#include "corpus/error.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

std::string cause_of(std::string_view regex, std::string_view word) {
  try {
    (void)Pattern::regex(regex, PatternCase::sensitive).matches(word);
  } catch (const Error& error) {
    return error.problem().cause;
  }
  return {};
}

/// The definition, tried every way.
bool slow_glob(std::u32string_view glob, std::u32string_view word) {
  if (glob.empty()) return word.empty();
  if (glob[0] == U'*') {
    return slow_glob(glob.substr(1), word) || (!word.empty() && slow_glob(glob, word.substr(1)));
  }
  const std::size_t escape = glob[0] == U'\\' && glob.size() > 1 ? 1 : 0;
  if (word.empty()) return false;
  if (glob[escape] != word[0] && (glob[0] != U'?' || escape == 1)) return false;
  return slow_glob(glob.substr(escape + 1), word.substr(1));
}

std::string utf8(std::u32string_view points) {
  std::string text;
  for (const char32_t point : points) append(text, point);
  return text;
}

TEST(PatternGlob, ByHand) {
  const Pattern pattern = Pattern::glob("un*able");
  EXPECT_TRUE(pattern.matches("unbelievable"));
  EXPECT_TRUE(pattern.matches("unable"));
  EXPECT_FALSE(pattern.matches("unables"));
  EXPECT_FALSE(pattern.matches("able"));
  EXPECT_TRUE(Pattern::glob("").matches(""));
  EXPECT_FALSE(Pattern::glob("").matches("a"));
  EXPECT_TRUE(Pattern::glob("*").matches(""));
  EXPECT_TRUE(Pattern::glob("na?ve").matches("naïve"));
  EXPECT_TRUE(Pattern::glob("\\*\\?\\\\").matches("*?\\"));
  EXPECT_FALSE(Pattern::glob("\\*").matches("a"));
  EXPECT_TRUE(Pattern::glob("a\\").matches("a\\"));  // at the end it stands for itself
  EXPECT_TRUE(Pattern::glob("[ab].").matches("[ab]."));
}

TEST(PatternGlob, MatchesWhatTheDefinitionMatches) {
  constexpr std::u32string_view glob_letters = U"aabé**?\\😀";
  constexpr std::u32string_view word_letters = U"aaabé*?\\😀";
  std::mt19937 random(5);
  std::size_t matched = 0;
  for (int round = 0; round < 200000; ++round) {
    std::u32string glob;
    std::u32string word;
    for (std::size_t i = random() % 8; i > 0; --i) glob += glob_letters[random() % glob_letters.size()];
    for (std::size_t i = random() % 8; i > 0; --i) word += word_letters[random() % word_letters.size()];
    const bool expected = slow_glob(glob, word);
    ASSERT_EQ(Pattern::glob(utf8(glob)).matches(utf8(word)), expected) << utf8(glob) << " on " << utf8(word);
    matched += expected ? 1 : 0;
  }
  EXPECT_GT(matched, 2000U);
}

TEST(PatternGlob, ManyStarsOnALongWordEnd) {
  std::string glob;
  for (int i = 0; i < 50; ++i) glob += "*a";
  EXPECT_FALSE(Pattern::glob(glob + "b").matches(std::string(10000, 'a')));
  EXPECT_TRUE(Pattern::glob(glob).matches(std::string(10000, 'a')));
}

TEST(PatternRegex, MatchesAllOfTheWord) {
  const Pattern pattern = Pattern::regex("(snow|wind)s?", PatternCase::sensitive);
  EXPECT_TRUE(pattern.matches("snow"));
  EXPECT_TRUE(pattern.matches("winds"));
  EXPECT_FALSE(pattern.matches("snowy"));
  EXPECT_FALSE(pattern.matches("a snow"));
  EXPECT_FALSE(pattern.matches(""));
  EXPECT_TRUE(Pattern::regex("\\p{Greek}+", PatternCase::sensitive).matches("οδος"));
  EXPECT_TRUE(Pattern::regex(".", PatternCase::sensitive).matches("😀"));
}

TEST(PatternRegex, Case) {
  EXPECT_FALSE(Pattern::regex("Éa", PatternCase::sensitive).matches("éa"));
  EXPECT_TRUE(Pattern::regex("Éa", PatternCase::insensitive).matches("éA"));
}

TEST(PatternRegex, AnErrorNamesThePlace) {
  EXPECT_EQ(cause_of("ab)c", "x"), "the regular expression ab)c is malformed at character 3");
  EXPECT_EQ(cause_of("*a", "x"), "the regular expression *a is malformed at character 1");
  for (const char* const malformed : {"(", "a(b", "[a", "a{2,1}", "\\p{Klingon}", "(?<n", "+"}) {
    EXPECT_NE(cause_of(malformed, "x").find("is malformed at character "), std::string::npos) << malformed;
  }
}

TEST(PatternRegex, TheErrorsPlaceCountsCharacters) {
  const auto character = [](std::string_view regex) {
    try {
      (void)Pattern::regex(regex, PatternCase::sensitive);
    } catch (const PatternError& error) {
      return error.character();
    }
    return std::size_t{0};
  };
  EXPECT_EQ(character("ab)"), 3U);
  EXPECT_EQ(character("\U0001F600\U0001F600)"), 3U);
  EXPECT_EQ(character("a\nb\r\n\u2028)c"), 7U);
  EXPECT_EQ(character("\n\n\n)"), 4U);
  EXPECT_EQ(character("*"), 1U);
}

TEST(PatternRegex, OneThatRunsAwayIsAnError) {
  const std::string cause = cause_of("(a+)+$", std::string(60, 'a') + "b");
  EXPECT_NE(cause.find("takes too many steps at aaa"), std::string::npos) << cause;
  // Of a long word the first characters are shown, no half ones: 79 bytes here, for a letter of two is in the way.
  const std::string long_word = "a" + std::string(78, 'a') + "é" + std::string(5000, 'a') + "b";
  EXPECT_NE(cause_of("(a|aa|é)+$", long_word).find(" at " + std::string(79, 'a') + "…"), std::string::npos);
}

TEST(PatternRegex, GoesOnAfterAWordThatWasTooMuch) {
  const Pattern pattern = Pattern::regex("(a+)+$", PatternCase::sensitive);
  EXPECT_THROW((void)pattern.matches(std::string(60, 'a') + "b"), Error);
  EXPECT_TRUE(pattern.matches("aaa"));
}

TEST(PatternBeginning, IsWhatTheExpressionTakes) {
  const Pattern pattern = Pattern::regex("<(\\w+)>|-", PatternCase::sensitive);
  const std::string text = "<né😀> x";
  EXPECT_FALSE(pattern.match_beginning(text));  // the emoji is no letter
  const auto name = pattern.match_beginning("<né> 😀");
  ASSERT_TRUE(name);
  EXPECT_EQ(name->end, 5U);
  EXPECT_EQ(name->group, "né");
  const auto dash = pattern.match_beginning("- <x>");
  ASSERT_TRUE(dash);
  EXPECT_EQ(dash->end, 1U);
  EXPECT_FALSE(dash->group);
  EXPECT_FALSE(pattern.match_beginning(" -"));
  EXPECT_FALSE(pattern.match_beginning(""));
}

TEST(PatternBeginning, CountsBytesBeyondTheFirstPlane) {
  const auto found = Pattern::regex(".(.).", PatternCase::sensitive).match_beginning("😀é雪x");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->end, 9U);
  EXPECT_EQ(found->group, "é");
}

TEST(PatternBeginning, IsGivenUpAfterTooManySteps) {
  EXPECT_THROW((void)Pattern::regex("(a+)+$", PatternCase::sensitive).match_beginning(std::string(40, 'a') + "b"),
               Error);
}

}  // namespace
}  // namespace corpus::unicode
