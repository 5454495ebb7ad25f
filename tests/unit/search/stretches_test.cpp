// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/error.hpp"
#include "corpus/search/query.hpp"
#include "corpus/unicode/utf8.hpp"
#include "reference/dice.hpp"

namespace corpus::search {
namespace {

using reference::Dice;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<std::string> of_words(std::string_view query, Compare compare = Compare::types) {
  return parse_words(query, {}, compare).stretches();
}

std::vector<std::string> of_regex(std::string_view query) { return parse_regex(query, {}).stretches(); }

std::vector<std::string> of_cql(std::string_view query) { return parse_cql(query, {}).stretches(); }

TEST(QueryStretches, AreTheRarestWordOfAPhrase) {
  EXPECT_THAT(of_words("of course"), ElementsAre("course"));
  EXPECT_THAT(of_words("The Quick"), ElementsAre("quick"));
  EXPECT_THAT(of_words("well-known"), ElementsAre("known"));
  EXPECT_THAT(of_words("a b"), IsEmpty());
}

TEST(QueryStretches, AreOneForEachAlternative) {
  EXPECT_THAT(of_words("dog|cat"), UnorderedElementsAre("dog", "cat"));
  EXPECT_THAT(of_words("snow|snowy|now"), UnorderedElementsAre("now"));
  EXPECT_THAT(of_words("dog|\u96EA"), IsEmpty());
  EXPECT_THAT(of_words("dog|\u96EA snow"), ElementsAre("snow"));
  EXPECT_THAT(of_words("aa|bb|cc|dd|ee|ff|gg|hh"), ::testing::SizeIs(8));
  EXPECT_THAT(of_words("aa|bb|cc|dd|ee|ff|gg|hh|jj"), IsEmpty());
}

TEST(QueryStretches, HoldLettersAndDigitsOnly) {
  EXPECT_THAT(of_words("don't"), ElementsAre("don"));
  EXPECT_THAT(of_words("na\u00EFvely"), ElementsAre("vely"));
  EXPECT_THAT(of_words("1984"), ElementsAre("1984"));
  EXPECT_THAT(of_words("\u0421\u041D\u0415\u0413"), IsEmpty());
  EXPECT_THAT(of_words("Stra\u00DFe"), ElementsAre("strasse"));
  EXPECT_THAT(of_words("\uFB01nd"), ElementsAre("find"));
}

TEST(QueryStretches, OfWildcardsAreWhatIsLiteral) {
  EXPECT_THAT(of_words("un*able"), ElementsAre("able"));
  EXPECT_THAT(of_words("*"), IsEmpty());
  EXPECT_THAT(of_words("a?b"), IsEmpty());
  EXPECT_THAT(of_words("snow*"), ElementsAre("snow"));
  // `snow` and a combining accent are no `snow` in the type.
  EXPECT_THAT(of_words("snow*", Compare::forms), ElementsAre("sno"));
  EXPECT_THAT(of_words("*Snow", Compare::forms), ElementsAre("snow"));
}

TEST(QueryStretches, OfExpressionsAreWhatIsCertain) {
  EXPECT_THAT(of_regex("un.*able"), ElementsAre("able"));
  EXPECT_THAT(of_regex("snows?"), ElementsAre("snow"));
  EXPECT_THAT(of_regex("xs*now+"), ElementsAre("now"));
  EXPECT_THAT(of_regex("U\\.S\\.A\\."), IsEmpty());
  EXPECT_THAT(of_regex("dog|cat"), IsEmpty());
  EXPECT_THAT(of_regex("(?i)dog"), IsEmpty());
}

TEST(QueryStretches, OfCqlAreThoseOfValues) {
  EXPECT_THAT(of_cql(R"([word="take" %c] []{0,3} [word="place"])"), ElementsAre("place"));
  EXPECT_THAT(of_cql(R"([word="Take"] "the"? "the"*)"), ElementsAre("take"));
  EXPECT_THAT(of_cql(R"([!word="take"])"), IsEmpty());
  EXPECT_THAT(of_cql(R"([word!="take" & word="t.*ing"])"), ElementsAre("ing"));
  EXPECT_THAT(of_cql(R"([word="take" | word="give"])"), UnorderedElementsAre("take", "give"));
  EXPECT_THAT(of_cql(R"([word="take" | word!="give"])"), IsEmpty());
  EXPECT_THAT(of_cql(R"("take" | "place" "holder")"), UnorderedElementsAre("take", "holder"));
  EXPECT_THAT(of_cql(R"("cafe" %d)"), IsEmpty()) << "the type may have another letter";
  EXPECT_THAT(of_cql(R"([lemma="take"])"), IsEmpty()) << "the type may be another word";
  EXPECT_THAT(of_cql(R"([lemma="take" & type="TOOK"])"), ElementsAre("took"));
  EXPECT_THAT(of_cql("[]"), IsEmpty());
}

TEST(QueryStretches, OfTurkicHaveNoI) {
  const text::TokenizerOptions turkic{.types = {.locale = unicode::CaseLocale::turkic}};
  EXPECT_THAT(parse_words("SILENT", turkic).stretches(), ElementsAre("lent"));
  EXPECT_THAT(parse_words("listen", turkic).stretches(), ElementsAre("sten"));
  EXPECT_THAT(parse_words("l?isten*", turkic, Compare::forms).stretches(), ElementsAre("ste"));
}

/// A short form of characters that fold and compose in uncommon ways.
std::string random_form(Dice& dice) {
  static const std::vector<std::string> letters{"a",      "e",      "K",      "s",      "i",      "I",      "f",
                                                "\u212A", "\u017F", "\uFB01", "\u00DF", "\u0130", "\u0131", "\u00E9",
                                                "\u0301", "\u0323", "\u00AD", "\u200D", "_",      "'",      "\u2019",
                                                "\u0149", "7",      "\u1E9E", "\u01F0", "\uFF21", "t",      "n"};
  std::string form;
  for (std::size_t i = dice.between(1, 6); i > 0; --i) form += dice.pick(letters);
  return form;
}

/// A query for such forms: as they are, or with `*` for a part.
std::string random_glob(Dice& dice, const std::string& form) {
  std::string glob;
  for (std::size_t at = 0; at < form.size();) {
    const std::size_t length = unicode::decode(form, at).length;
    glob += dice.one_in(4) ? "*" : dice.one_in(6) ? "?" : form.substr(at, length);
    at += length;
  }
  return glob;
}

TEST(QueryStretches, AreInTheFoldedTypeOfEveryHit) {
  Dice dice{17};
  std::size_t hits = 0;
  for (int round = 0; round < 60000; ++round) {
    const std::string form = random_form(dice);
    const std::string other = dice.one_in(2) ? form : random_form(dice);
    const auto letter_case = dice.one_in(3) ? unicode::Case::keep : unicode::Case::fold;
    const auto locale = dice.one_in(4) ? unicode::CaseLocale::turkic : unicode::CaseLocale::root;
    const text::TokenizerOptions rules{.types = {.letter_case = letter_case, .locale = locale}};
    const std::string value = dice.one_in(2) ? form : random_glob(dice, form);
    std::string regex;
    for (const char byte : value) regex += byte == '*' ? ".*" : byte == '?' ? "." : std::string(1, byte);
    const std::string flags = dice.one_in(2) ? " %c" : dice.one_in(4) ? " %d" : "";
    try {
      const std::size_t kind = dice.below(5);
      const Query query = kind == 0   ? parse_words(value, rules)
                          : kind == 1 ? parse_words(value, rules, Compare::forms)
                          : kind == 2 ? parse_regex(regex, rules)
                          : kind == 3 ? parse_cql("[type=\"" + regex + "\"]", rules)
                                      : parse_cql("\"" + regex + "\"" + flags, rules);
      if (!query.single() || query.stretches().empty()) continue;
      const std::string type = text::type_of(other, rules);
      if (!query.holds({.form = other, .type = type})) continue;
      ++hits;
      const std::string folded = text::type_of(other, {.types = {.locale = locale}});
      const bool held =
          std::any_of(query.stretches().begin(), query.stretches().end(),
                      [&](const std::string& stretch) { return folded.find(stretch) != std::string::npos; });
      ASSERT_TRUE(held) << query.text() << " finds " << other << ", whose type " << folded << " does not hold "
                        << query.stretches().front();
    } catch (const Error&) {
      continue;  // no token, or no expression
    }
  }
  EXPECT_GT(hits, 2000U);
}

}  // namespace
}  // namespace corpus::search
