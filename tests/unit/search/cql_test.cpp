// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/error.hpp"
#include "corpus/search/query.hpp"
#include "corpus/unicode/utf8.hpp"
#include "unit/search/seen_text.hpp"

namespace corpus::search {
namespace {

using testing::SeenText;
using Texts = std::vector<std::string>;

Problem problem_of(std::string_view query) {
  try {
    (void)parse_cql(query, {});
  } catch (const Error& error) {
    return error.problem();
  }
  return {};
}

std::string problem(std::string_view query) {
  const Problem found = problem_of(query);
  return found.cause.empty() ? "none" : std::to_string(found.column) + ' ' + found.cause;
}

bool holds(std::string_view query, const SeenToken& token) { return parse_cql(query, {}).holds(token); }

TEST(ParseCql, ComparesSourceForms) {
  const SeenToken word{.form = "Take", .type = "take"};
  EXPECT_FALSE(holds(R"("take")", word));
  EXPECT_TRUE(holds(R"("Take")", word));
  EXPECT_TRUE(holds(R"([word='Take'])", word));
  EXPECT_TRUE(holds(R"( [ word = "TAKE" %c ] )", word));
  EXPECT_TRUE(holds(R"("TAKE"%c)", word));
  EXPECT_TRUE(holds(R"([word!="take"])", word));
  EXPECT_TRUE(holds(R"([type="TAKE"])", word));
  EXPECT_TRUE(holds("[]", word));
}

TEST(ParseCql, ComposedAndDecomposedAreTheSame) {
  for (const char* const form : {"caf\u00E9", "cafe\u0301"}) {
    const SeenToken word{.form = form, .type = "caf\u00E9"};
    EXPECT_TRUE(holds("\"caf\u00E9\"", word));
    EXPECT_TRUE(holds("\"cafe\u0301\"", word));
    EXPECT_TRUE(holds("\"caf.\"", word)) << "the letter is one character";
    EXPECT_FALSE(holds("\"cafe\"", word));
    EXPECT_TRUE(holds("\"cafe\" %d", word));
    EXPECT_TRUE(holds("\"CAFE\" %cd", word));
    EXPECT_TRUE(holds("\"C\u00C1F\u00C9\" %d %c", word));
    EXPECT_TRUE(holds("\"c\u00E1f[aeiou]\" %d", word));
  }
}

TEST(ParseCql, FoldingCaseDoesNothingElse) {
  EXPECT_TRUE(holds(R"("STRASSE" %c)", {.form = "Stra\u00DFe", .type = "strasse"}));
  EXPECT_FALSE(holds(R"("don't" %c)", {.form = "Don\u2019t", .type = "don't"}));
  EXPECT_TRUE(holds(R"([type="don't"])", {.form = "Don\u2019t", .type = "don't"}));
  EXPECT_FALSE(holds(R"("snow" %c)", {.form = "_snow_", .type = "snow"}));
  EXPECT_TRUE(holds(R"("S\p{L}+E" %c)", {.form = "Stra\u00DFe", .type = "strasse"}));
  EXPECT_FALSE(holds(R"("\W+" %c)", {.form = "snow", .type = "snow"})) << "escapes are not letters";
}

TEST(ParseCql, AValueIsARegularExpressionUnlessItIsLiteral) {
  const SeenToken word{.form = "a.b", .type = "a.b"};
  const SeenToken other{.form = "axb", .type = "axb"};
  EXPECT_TRUE(holds(R"("a.b")", word));
  EXPECT_TRUE(holds(R"("a.b")", other));
  EXPECT_TRUE(holds(R"("a\.b")", word));
  EXPECT_FALSE(holds(R"("a\.b")", other));
  EXPECT_TRUE(holds(R"("a.b" %l)", word));
  EXPECT_FALSE(holds(R"("a.b" %l)", other));
  EXPECT_TRUE(holds(R"("A.B" %lc)", word));
  EXPECT_TRUE(holds(R"("a|axb")", other));
  EXPECT_FALSE(holds(R"("x")", other)) << "the whole value";
  EXPECT_TRUE(holds(R"("\"")", {.form = "\"", .type = "\""}));
  EXPECT_TRUE(holds(R"('"')", {.form = "\"", .type = "\""}));
  EXPECT_TRUE(holds(R"('\'')", {.form = "'", .type = "'"}));
  EXPECT_TRUE(holds(R"("\\")", {.form = "\\", .type = "\\"}));
  EXPECT_TRUE(holds(R"("[\"]+")", {.form = "\"\"", .type = "\"\""}));
}

TEST(ParseCql, LemmaAndPartOfSpeech) {
  const SeenToken word{.form = "took", .type = "took", .lemma = "take", .upos = "VERB"};
  const SeenToken bare{.form = "took", .type = "took"};
  EXPECT_TRUE(holds(R"([lemma="take" & upos="VERB"])", word));
  EXPECT_TRUE(holds(R"([lemma="TAKE"%c & upos="VERB|AUX"])", word));
  EXPECT_FALSE(holds(R"([lemma="take" & upos!="VERB"])", word));
  EXPECT_FALSE(holds(R"([lemma=".+"])", bare));
  EXPECT_TRUE(holds(R"([lemma=""])", bare));
  const Query query = parse_cql(R"([word="a"] [!(lemma="b" | upos="C")])", {});
  EXPECT_TRUE(query.looks_at(Attribute::lemma));
  EXPECT_TRUE(query.looks_at(Attribute::upos));
  EXPECT_TRUE(query.looks_at(Attribute::form));
  EXPECT_FALSE(query.looks_at(Attribute::type));
  EXPECT_FALSE(parse_cql("[]", {}).looks_at(Attribute::form));
}

TEST(ParseCql, AndBindsTighterThanOr) {
  const auto form = [](const char* text) { return SeenToken{.form = text, .type = text}; };
  for (const char* const query : {R"([word="a" | word="b" & word="c"])", R"([word="a" | (word="b" & word="c")])",
                                  R"([!!word="a"])", R"([!(word!="a")])", R"([(word="a" | word="b") & !word="b"])"}) {
    EXPECT_TRUE(holds(query, form("a"))) << query;
    EXPECT_FALSE(holds(query, form("b"))) << query;
    EXPECT_FALSE(holds(query, form("c"))) << query;
  }
}

TEST(ParseCql, Sequences) {
  const SeenText text{"take your place take the first place take place put in place"};
  EXPECT_EQ(text.hits(parse_cql(R"([word="take" %c] []{0,2} [word="place"])", {})),
            (Texts{"take your place", "take the first place", "take place"}));
  EXPECT_EQ(text.hits(parse_cql(R"(("take" "your" | "put" "in") "place")", {})),
            (Texts{"take your place", "put in place"}));
  EXPECT_EQ(text.hits(parse_cql(R"("take" "the" | "in")", {})), (Texts{"take the", "in"}));
  EXPECT_EQ(text.hits(parse_cql(R"("take" ("the" "first"){1} "place"?)", {})), (Texts{"take the first place"}));
  EXPECT_EQ(text.hits(parse_cql(R"([word!="place"]{3,})", {})), (Texts{"take the first"}));
  EXPECT_EQ(text.hits(parse_cql(R"("put" []{,1} "place")", {})), (Texts{"put in place"}));
}

TEST(ParseCql, Within) {
  EXPECT_EQ(parse_cql(R"("a")", {}).within(), Within::document);
  EXPECT_EQ(parse_cql(R"("a" []* "b" within s)", {}).within(), Within::sentence);
  EXPECT_EQ(parse_cql(R"("a" | "b" within turn)", {}).within(), Within::turn);
  EXPECT_EQ(parse_cql("\"a\"within\tp ", {}).within(), Within::paragraph);
}

TEST(ParseCql, KnowsWhetherAHitIsOneToken) {
  for (const char* const query : {R"("a")", R"("a" | [])", R"(("a"){1})", R"("a"{1,1} within s)"}) {
    EXPECT_TRUE(parse_cql(query, {}).single()) << query;
  }
  for (const char* const query : {R"("a"?)", R"("a"+)", R"("a" "b"?)", R"("a" | "b" "c")", R"("a"{2})"}) {
    EXPECT_FALSE(parse_cql(query, {}).single()) << query;
  }
}

TEST(ParseCql, ErrorsNameThePlaceAndWhatWasExpected) {
  EXPECT_EQ(problem(R"([word="a")"), "1 the [ that begins here lacks its closing ]");
  EXPECT_EQ(problem(R"("x" ("a" | "b")"), "5 the ( that begins here lacks its closing )");
  EXPECT_EQ(problem(R"([(word="a"])"), "11 expected &, | or ), not ]");
  EXPECT_EQ(problem(R"([word="a" lemma="b"])"), "11 expected &, | or ], not lemma");
  EXPECT_EQ(problem("\"\u00E9\" \"a"), "5 the value that begins here lacks its closing \"");
  EXPECT_EQ(problem("\"\u00E9\" [\u00E9"), "6 expected an attribute, not \u00E9");
  EXPECT_EQ(problem(R"(["a"])"), "2 expected an attribute, not \"");
  EXPECT_EQ(problem(R"([word])"), "6 expected = or !=, not ]");
  EXPECT_EQ(problem(R"([word!"a"])"), "7 expected = after !, not \"");
  EXPECT_EQ(problem(R"([word=a])"), "7 expected a value in quotes, not a");
  EXPECT_EQ(problem(R"([word=="a"])"), "7 expected a value in quotes, not =");
  EXPECT_EQ(problem(R"("a"{3,1})"), "4 {3,1} runs backwards");
  EXPECT_EQ(problem(R"("a"{})"), "5 expected a number after {, not }");
  EXPECT_EQ(problem(R"("a"{,})"), "4 {,} says nothing");
  EXPECT_EQ(problem(R"("a"{1;2})"), "6 expected , or } behind the number, not ;");
  EXPECT_EQ(problem(R"("a"{1,x})"), "7 expected } behind the numbers, not x");
  EXPECT_EQ(problem(R"("a"{0})"), "1 the query asks for no token");
  EXPECT_EQ(problem(R"("a" | )"), "7 expected a token, not the end");
  EXPECT_EQ(problem(R"(| "a")"), "1 expected a token, not |");
  EXPECT_EQ(problem(R"(("a" | ) "b")"), "8 expected a token, not )");
  EXPECT_EQ(problem(R"(+ "a")"), "1 expected a token before the quantifier, not +");
  EXPECT_EQ(problem(R"("a"+?)"), "5 a quantifier follows a quantifier");
  EXPECT_EQ(problem(R"("a" "b"))"), "8 this ) closes nothing");
  EXPECT_EQ(problem(R"([word="a"] %c)"), "12 a flag stands behind a value");
  EXPECT_EQ(problem(R"("a" %x)"), "6 there is no flag %x");
  EXPECT_EQ(problem(R"("a" %)"), "6 expected a flag after %, not the end");
  EXPECT_EQ(problem(R"("a" & "b")"), "5 & joins conditions on one token");
  EXPECT_EQ(problem(R"("a" within x)"), "12 expected s, turn or p after within, not x");
  EXPECT_EQ(problem(R"("a" within)"), "11 expected s, turn or p after within, not the end");
  EXPECT_EQ(problem(R"("a" within s "b")"), "14 expected a token, |, within or the end, not \"");
  EXPECT_EQ(problem(R"(("a" within s))"), "6 expected a token, | or ), not within");
  EXPECT_EQ(problem("take"), "1 expected a token, not take");
  EXPECT_EQ(problem("\u201Ctake\u201D"), "1 expected a token, not \u201C");
  EXPECT_EQ(problem(R"("a(b")"), "4 the regular expression is malformed here");
  EXPECT_EQ(problem("\"\\\"\\\"b)\""), "7 the regular expression is malformed here");
}

TEST(ParseCql, AHintNamesTheNearestAttribute) {
  EXPECT_EQ(problem(R"([lema="x"])"), "2 there is no attribute lema");
  EXPECT_THAT(problem_of(R"([lema="x"])").hint, ::testing::StartsWith("lemma?"));
  EXPECT_THAT(problem_of(R"([Word="x"])").hint, ::testing::StartsWith("word?"));
  EXPECT_THAT(problem_of(R"([pos="x"])").hint, ::testing::StartsWith("upos?"));
  EXPECT_THAT(problem_of(R"([x="x"])").hint, ::testing::HasSubstr("word, type, lemma and upos"));
}

TEST(ParseCql, SizesAreLimited) {
  EXPECT_EQ(problem(R"("a"{1000000})"), "4 this makes the query too large: it has more than 10,000 steps");
  EXPECT_EQ(problem(R"("a"{99999999999999999999})"), "5 this number is too large");
  EXPECT_EQ(problem(R"("b" (("a"{100}){100}){100})"),
            "16 this makes the query too large: it has more than 10,000 steps");
  EXPECT_EQ(problem(R"([]{0,2000})"), "none");
  std::string many;
  for (int i = 0; i < 20000; ++i) many += "[]";
  EXPECT_EQ(problem(many), "1 this makes the query too large: it has more than 10,000 steps");
  for (const char* const sign : {"(", "[(", "[!"}) {
    std::string deep(sign);
    for (int i = 0; i < 30000; ++i) deep += sign[deep.size() > 1 ? 1 : 0] == '[' ? '(' : std::string(sign).back();
    EXPECT_THAT(problem(deep), ::testing::EndsWith("more than 100 parentheses and negations inside each other"))
        << sign;
  }
  EXPECT_EQ(problem(std::string(100, '(') + "[]" + std::string(100, ')')), "none");
}

/// All three parsers say of any bytes that they are a query or what is wrong where.
TEST(Parsers, AnyBytesAreAQueryOrAnError) {
  constexpr std::string_view letters =
      "\"\"\"''[](){}|&!=%cdl*+?,.\\^$-~<>:0123456789  \t\nabwordtypelemmaupos within s";
  std::mt19937 random(11);
  std::size_t queries = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t i = random() % 30; i > 0; --i) {
      const auto kind = random() % 20;
      if (kind == 0) {
        text += static_cast<char>(random() % 256);
      } else if (kind == 1) {
        unicode::append(text, static_cast<char32_t>(random() % 0xD800));
      } else if (kind < 6) {
        text += std::vector<std::string>{"[word=\"", "\"]", "\"a\"", "{2,3}", "[]"}[random() % 5];
      } else {
        text += letters[random() % letters.size()];
      }
    }
    for (int parser = 0; parser < 4; ++parser) {
      try {
        const Query query = parser == 0   ? parse_cql(text, {})
                            : parser == 1 ? parse_words(text, {})
                            : parser == 2 ? parse_words(text, {.punctuation = text::Punctuation::keep}, Compare::forms)
                                          : parse_regex(text, {});
        Matcher matcher{query};
        matcher.start();
        matcher.add({.form = "a", .type = "a"}, Joint::parted);
        matcher.add({.form = "b", .type = "b", .before = "-"}, Joint::interrupted);
        matcher.cut();
        while (matcher.next()) continue;
        ++queries;
      } catch (const Error& error) {
        const std::size_t characters = unicode::count_code_points(text.substr(0, unicode::valid_prefix(text)));
        ASSERT_FALSE(error.problem().cause.empty());
        ASSERT_GE(error.problem().column, 1U) << text << ": " << error.what();
        ASSERT_LE(error.problem().column, characters + 1) << text << ": " << error.what();
      }
    }
  }
  EXPECT_GT(queries, 4000U);
}

}  // namespace
}  // namespace corpus::search
