// SPDX-License-Identifier: MIT
#include "corpus/text/tokenizer.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"
#include "unit/unicode/random_text.hpp"

namespace corpus::text {
namespace {

using Strings = std::vector<std::string>;

struct OwnedToken {
  std::string form;
  std::string type;
  Kind kind = Kind::word;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const OwnedToken&) const = default;
};

std::vector<OwnedToken> tokens_of(Tokenizer& tokenizer, std::string_view text) {
  std::vector<OwnedToken> tokens;
  tokenizer.start(text);
  for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
    for (const Token& token : batch) {
      tokens.push_back({std::string(token.form(text)), std::string(token.type()), token.kind, token.begin, token.end});
    }
  }
  EXPECT_TRUE(tokenizer.next().empty());
  return tokens;
}

Strings types(std::string_view text, TokenizerOptions options = {}) {
  Tokenizer tokenizer{std::move(options)};
  Strings types;
  for (const OwnedToken& token : tokens_of(tokenizer, text)) types.push_back(token.type);
  return types;
}

Strings forms(std::string_view text, TokenizerOptions options = {}) {
  Tokenizer tokenizer{std::move(options)};
  Strings forms;
  for (const OwnedToken& token : tokens_of(tokenizer, text)) forms.push_back(token.form);
  return forms;
}

std::vector<Kind> kinds(std::string_view text, TokenizerOptions options = {}) {
  Tokenizer tokenizer{std::move(options)};
  std::vector<Kind> kinds;
  for (const OwnedToken& token : tokens_of(tokenizer, text)) kinds.push_back(token.kind);
  return kinds;
}

TEST(Tokenizer, WordsAndNumbersByDefault) {
  EXPECT_EQ(types("The snow, 3.5 m deep, didn’t melt. _Never_!"),
            (Strings{"the", "snow", "3.5", "m", "deep", "didn't", "melt", "never"}));
  EXPECT_EQ(forms("The _snow_"), (Strings{"The", "_snow_"}));
  EXPECT_EQ(kinds("a 1 a1 1a 1.5"), (std::vector{Kind::word, Kind::number, Kind::word, Kind::word, Kind::number}));
  EXPECT_EQ(types(""), Strings{});
  EXPECT_EQ(types(" ... \n"), Strings{});
}

TEST(Tokenizer, Case) {
  EXPECT_EQ(types("Snow SNOW Straße", {.types = {.letter_case = unicode::Case::keep}}),
            (Strings{"Snow", "SNOW", "Straße"}));
  EXPECT_EQ(types("Snow SNOW Straße"), (Strings{"snow", "snow", "strasse"}));
  EXPECT_EQ(types("ILIK İyi", {.types = {.locale = unicode::CaseLocale::turkic}}), (Strings{"ılık", "iyi"}));
}

TEST(Tokenizer, Numbers) {
  EXPECT_EQ(types("In 1990 3.5 m, A4", {.numbers = Numbers::drop}), (Strings{"in", "m", "a4"}));
}

TEST(Tokenizer, PunctuationAndSymbols) {
  const TokenizerOptions keep{.punctuation = Punctuation::keep};
  EXPECT_EQ(types("“Yes”, 5 + 5 €…", keep), (Strings{"“", "yes", "”", ",", "5", "+", "5", "€", "…"}));
  EXPECT_EQ(kinds("a, 5+€ 👍", keep),
            (std::vector{Kind::word, Kind::punctuation, Kind::number, Kind::symbol, Kind::symbol, Kind::symbol}));
  EXPECT_EQ(types("\\", keep), (Strings{"\\"}));
  EXPECT_EQ(types("’ ‐", keep), (Strings{"'", "-"}));
  EXPECT_EQ(types("__ a", keep), (Strings{"__", "a"}));  // nothing but connectors is a type of its own
}

TEST(Tokenizer, HyphensJoin) {
  const TokenizerOptions join{.hyphens = Hyphens::join};
  EXPECT_EQ(types("A well-known path"), (Strings{"a", "well", "known", "path"}));
  EXPECT_EQ(types("A Well-Known path", join), (Strings{"a", "well-known", "path"}));
  EXPECT_EQ(types("well‐known", join), (Strings{"well-known"}));  // U+2010
  EXPECT_EQ(types("well\u2011known", join), (Strings{"well-known"}));
  EXPECT_EQ(forms("well‐known", join), (Strings{"well‐known"}));
  EXPECT_EQ(types("a–b", join), (Strings{"a", "b"}));  // an en dash parts
  EXPECT_EQ(types("a\u2212b a\u00ADb", join), (Strings{"a", "b", "ab"}));
  EXPECT_EQ(types("jack-of-all-trades", join), (Strings{"jack-of-all-trades"}));
  EXPECT_EQ(types("a--b", join), (Strings{"a", "b"}));
  EXPECT_EQ(types("a-b--c-d", join), (Strings{"a-b", "c-d"}));
  EXPECT_EQ(types("-a a- -", join), (Strings{"a", "a"}));
  EXPECT_EQ(types("a -b a- b", join), (Strings{"a", "b", "a", "b"}));
  EXPECT_EQ(types("a-\nb", join), (Strings{"a", "b"}));
  EXPECT_EQ(types("a-, b", join), (Strings{"a", "b"}));
  EXPECT_EQ(types("mother-in-law's", join), (Strings{"mother-in-law's"}));
}

TEST(Tokenizer, HyphensAndOtherOptions) {
  EXPECT_EQ(kinds("1990-1995 a-1 1-a", {.hyphens = Hyphens::join}),
            (std::vector{Kind::number, Kind::word, Kind::word}));
  EXPECT_EQ(types("1990-1995 A-4", {.numbers = Numbers::drop, .hyphens = Hyphens::join}), (Strings{"a-4"}));
  EXPECT_EQ(types("1990-1995 A-4", {.numbers = Numbers::drop}), (Strings{"a"}));
  EXPECT_EQ(types("a-b -c d--e f-", {.punctuation = Punctuation::keep, .hyphens = Hyphens::join}),
            (Strings{"a-b", "-", "c", "d", "-", "-", "e", "f", "-"}));
  EXPECT_EQ(types("a-b c", {.punctuation = Punctuation::keep}), (Strings{"a", "-", "b", "c"}));
}

TEST(Tokenizer, StopwordsAreTypes) {
  TokenizerOptions options;
  options.stopwords = {"the", "don't", "of"};
  EXPECT_EQ(types("The end OF the day, I Don’t know", options), (Strings{"end", "day", "i", "know"}));
  options.hyphens = Hyphens::join;  // what is joined is one token, and no stopword
  EXPECT_EQ(types("state-of-the-art of the", options), (Strings{"state-of-the-art"}));
  options.types.letter_case = unicode::Case::keep;
  EXPECT_EQ(types("The the", options), (Strings{"The"}));
}

TEST(Tokenizer, TextsOfNothingButStopwordsEnd) {
  TokenizerOptions options;
  options.stopwords = {"a"};
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "a ";
  EXPECT_EQ(types(text, options), Strings{});
  EXPECT_EQ(types(text + "b", options), Strings{"b"});
}

TEST(Tokenizer, ManyTextsOneTokenizer) {
  Tokenizer tokenizer{{.hyphens = Hyphens::join}};
  const std::string many = [] {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "x ";
    return text;
  }();
  tokenizer.start(many);
  (void)tokenizer.next();  // left in the middle
  EXPECT_EQ(tokens_of(tokenizer, "a-").size(), 1U);
  EXPECT_EQ(tokens_of(tokenizer, "b").size(), 1U);  // does not go on with "a-"
  EXPECT_EQ(tokens_of(tokenizer, many).size(), 2000U);
}

TEST(Tokenizer, TypesAndFormsHoldAcrossBatches) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "Wört" + std::to_string(i) + "-É ";
  for (const Hyphens hyphens : {Hyphens::split, Hyphens::join}) {
    Tokenizer tokenizer{{.hyphens = hyphens}};
    const auto tokens = tokens_of(tokenizer, text);
    ASSERT_EQ(tokens.size(), hyphens == Hyphens::join ? 20000U : 40000U);
    for (const OwnedToken& token : tokens) {
      ASSERT_EQ(token.type, type_of(token.form, tokenizer.options()));
      ASSERT_EQ(token.form, text.substr(token.begin, token.end - token.begin));
    }
  }
}

TEST(Tokenizer, TypeOfAUsersWord) {
  EXPECT_EQ(type_of("Don’t", {}), "don't");
  EXPECT_EQ(type_of("Don’t", {.types = {.letter_case = unicode::Case::keep}}), "Don't");
}

/// Whether `text` is white space, with what attaches to it by UAX #29: a segment that begins with white space, or
/// several.
bool is_gap(std::string_view text) {
  for (std::uint32_t at = 0; at < text.size();) {
    if (!unicode::white_space(unicode::decode(text, at).value)) return false;
    at = unicode::rule_segment(text, at).end;
  }
  return true;
}

TEST(Tokenizer, NothingButWhiteSpaceIsLeftOut) {
  const unicode::testing::RandomText random_text{100};
  std::mt19937 random(8);
  Tokenizer split{{.punctuation = Punctuation::keep}};
  Tokenizer join{{.punctuation = Punctuation::keep, .hyphens = Hyphens::join}};
  for (int round = 0; round < 20000; ++round) {
    std::string text = random_text(random() % 20, random);
    if (random() % 2 == 0) text += "-b-" + random_text(random() % 20, random);
    for (Tokenizer* const tokenizer : {&split, &join}) {
      std::size_t end = 0;
      for (const OwnedToken& token : tokens_of(*tokenizer, text)) {
        ASSERT_GE(token.begin, end);
        ASSERT_GT(token.end, token.begin);
        ASSERT_TRUE(is_gap(std::string_view(text).substr(end, token.begin - end))) << ::testing::PrintToString(text);
        end = token.end;
      }
      ASSERT_TRUE(is_gap(std::string_view(text).substr(end))) << ::testing::PrintToString(text);
    }
  }
}

/// Every option only leaves tokens out, and changes none that stay.
TEST(Tokenizer, OptionsSelect) {
  const unicode::testing::RandomText random_text{100};
  std::mt19937 random(9);
  Tokenizer everything{{.punctuation = Punctuation::keep}};
  Tokenizer words{};
  Tokenizer letters{{.numbers = Numbers::drop}};
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random_text(random() % 30, random);
    std::vector<OwnedToken> expected_words;
    std::vector<OwnedToken> expected_letters;
    for (const OwnedToken& token : tokens_of(everything, text)) {
      ASSERT_EQ(token.type, type_of(token.form, {})) << ::testing::PrintToString(text);
      if (token.kind == Kind::word || token.kind == Kind::number) expected_words.push_back(token);
      if (token.kind == Kind::word) expected_letters.push_back(token);
    }
    ASSERT_TRUE(tokens_of(words, text) == expected_words) << ::testing::PrintToString(text);
    ASSERT_TRUE(tokens_of(letters, text) == expected_letters) << ::testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace corpus::text
