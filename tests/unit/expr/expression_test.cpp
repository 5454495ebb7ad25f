// SPDX-License-Identifier: MIT
#include "corpus/expr/expression.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace corpus::expr {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A document of 2020, with a field that is empty and one that nobody cleaned.
const std::map<std::string, Value> document{{"speaker", "Q"},
                                            {"year", "2020"},
                                            {"date", "2020-05-01"},
                                            {"pages", " 9 "},
                                            {"total", "10"},
                                            {"empty", ""},
                                            {"dirty", "n.d."},
                                            {"share", "5%"},
                                            {"name", "nan"},
                                            {"title", "Snow on the line"},
                                            {"Date of birth", "1970-01-01"},
                                            {"größe", "12"},
                                            {"tokens.change", -0.06},
                                            {"removed", 0.0}};

Value value_of(const Name& name) {
  const auto found = document.find(name.text);
  return found == document.end() ? Value{} : found->second;
}

/// A pattern of this test's own: what the value begins with.
bool begins(std::string_view pattern, std::string_view value) { return value.starts_with(pattern); }

bool holds(std::string_view text) { return Expression::parse(text, begins).holds(value_of); }

TEST(Expression, ComparesAFieldWithAText) {
  EXPECT_TRUE(holds(R"(speaker == "Q")"));
  EXPECT_TRUE(holds("speaker == 'Q'"));
  EXPECT_FALSE(holds("speaker == 'q'"));
  EXPECT_TRUE(holds("speaker != 'A'"));
  EXPECT_TRUE(holds("'Q' == speaker"));
  EXPECT_TRUE(holds("'Z' > speaker"));
}

TEST(Expression, ComparesTextsByCodePoints) {
  EXPECT_TRUE(holds("date >= '2020-05-01' && date < '2020-06'"));
  EXPECT_FALSE(holds("date > '2020-05-01'"));
  EXPECT_TRUE(holds("'a' < 'ä' && 'ä' < '\uFFFD' && '\uFFFD' < '\U0001F600'"));
  EXPECT_TRUE(holds("'B' < 'a'"));
  EXPECT_TRUE(holds("year < '3'")) << "a number in quotes is a text";
  EXPECT_TRUE(holds("total < '9'")) << "a number in quotes is a text";
}

TEST(Expression, ComparesWithANumberAsNumbers) {
  EXPECT_TRUE(holds("year >= 2020"));
  EXPECT_TRUE(holds("year == 2020.0"));
  EXPECT_FALSE(holds("year != 2020"));
  EXPECT_TRUE(holds("2019 < year"));
  EXPECT_TRUE(holds("total > 9"));
  EXPECT_TRUE(holds("pages == 9")) << "white space around it does not count";
  EXPECT_TRUE(holds("share == 0.05 && share <= 5%"));
  EXPECT_TRUE(holds("tokens.change < -5%"));
  EXPECT_FALSE(holds("tokens.change < -.07"));
  EXPECT_TRUE(holds("tokens.change == '-0.06'")) << "where one side is a number, the other is read as one";
}

TEST(Expression, ComparesTwoNamesAsNumbersWhereBothAre) {
  EXPECT_TRUE(holds("pages < total")) << "as texts, ' 9 ' < '10' holds too, but 9 is not greater";
  EXPECT_FALSE(holds("total < pages"));
  EXPECT_TRUE(holds("total < year"));
  EXPECT_TRUE(holds("dirty > total")) << "by code points";
  EXPECT_TRUE(holds("share < pages"));
}

TEST(Expression, WhatIsNoNumberIsUnequalToEvery) {
  EXPECT_FALSE(holds("dirty == 2020"));
  EXPECT_TRUE(holds("dirty != 2020"));
  EXPECT_FALSE(holds("name == 0"));
  EXPECT_TRUE(holds("name != 0"));
  EXPECT_FALSE(holds("dirty in (1, 2)"));
}

TEST(Expression, WhatIsMissingIsEmptyAndHasNoOrder) {
  for (const std::string name : {"missing", "empty"}) {
    EXPECT_FALSE(holds(name));
    EXPECT_TRUE(holds("!" + name));
    EXPECT_TRUE(holds(name + " == ''"));
    EXPECT_FALSE(holds(name + " != ''"));
    EXPECT_FALSE(holds(name + " == 'Q'"));
    EXPECT_TRUE(holds(name + " != 'Q'"));
    EXPECT_FALSE(holds(name + " == 0"));
    EXPECT_TRUE(holds(name + " != 0"));
    for (const std::string relation : {" < ", " <= ", " > ", " >= "}) {
      EXPECT_FALSE(holds(name + relation + "2020"));
      EXPECT_FALSE(holds(name + relation + "'a'"));
      EXPECT_FALSE(holds(name + relation + "year"));
      EXPECT_FALSE(holds("year" + relation + name));
      EXPECT_FALSE(holds(name + relation + "''"));
    }
    EXPECT_FALSE(holds(name + " ~ 'a'"));
    EXPECT_TRUE(holds(name + " ~ ''"));
  }
  EXPECT_TRUE(holds("missing == empty"));
}

TEST(Expression, ABareNameAsksWhetherItIsThere) {
  EXPECT_TRUE(holds("speaker"));
  EXPECT_TRUE(holds("removed")) << "nothing was removed, but that is known";
  EXPECT_FALSE(holds("not speaker"));
}

TEST(Expression, ListsAndPatterns) {
  EXPECT_TRUE(holds("speaker in ('A', 'Q')"));
  EXPECT_FALSE(holds("speaker in ('A', \"B\")"));
  EXPECT_TRUE(holds("speaker not in ('A')"));
  EXPECT_FALSE(holds("speaker NOT IN ('Q')"));
  EXPECT_TRUE(holds("year in (2019, 2020.0)"));
  EXPECT_TRUE(holds("dirty in (1, 'n.d.')"));
  EXPECT_TRUE(holds("missing in ('')"));
  EXPECT_TRUE(holds("title ~ 'Snow'"));
  EXPECT_FALSE(holds("title !~ 'Snow'"));
  EXPECT_TRUE(holds("title !~ 'line'"));
  EXPECT_TRUE(holds("removed ~ '0'"));
}

TEST(Expression, OrBindsLooserThanAndAndNotTheTightest) {
  EXPECT_TRUE(holds("speaker || missing && missing"));
  EXPECT_FALSE(holds("(speaker || missing) && missing"));
  EXPECT_TRUE(holds("missing && missing || speaker"));
  EXPECT_TRUE(holds("!missing && speaker"));
  EXPECT_FALSE(holds("!(missing || speaker)"));
  EXPECT_FALSE(holds("!speaker == 'Q'")) << "not (speaker == 'Q')";
  EXPECT_TRUE(holds("!!speaker"));
  EXPECT_TRUE(holds("not missing and (missing or speaker)"));
  EXPECT_TRUE(holds("NOT missing AND speaker OR missing"));
}

TEST(Expression, NamesOfAnyScriptAndAnyNameInQuotes) {
  EXPECT_TRUE(holds("größe == 12"));
  EXPECT_TRUE(holds("`Date of birth` < '1980'"));
  EXPECT_TRUE(holds("[Date of birth] < '1980'"));
  EXPECT_TRUE(holds("`speaker`==`speaker`"));
  EXPECT_FALSE(holds("`and` || [x`y] || `a]b` || [日本語] || ` `"));
}

TEST(Expression, TextsWithQuotesAndBackslashes) {
  EXPECT_TRUE(holds(R"("a\"b" == 'a"b')"));
  EXPECT_TRUE(holds(R"('it\'s' == "it's")"));
  EXPECT_TRUE(holds(R"("\\" == '\\')"));
  EXPECT_TRUE(holds("'\\n\\t' == '\n\t'"));
  EXPECT_TRUE(holds("'“' == '“' && ') || (' != ''"));
}

TEST(Expression, WhiteSpaceIsFree) {
  EXPECT_TRUE(holds("\n year>=2020&&speaker=='Q'\t\r\n"));
  EXPECT_TRUE(holds("year\u00A0>=\u20092020")) << "as a word processor puts it";
}

TEST(Expression, NamesEachOnceInOrder) {
  const auto expression = Expression::parse("b == 1 && a.x || b < `a.x` && `b`", begins);
  EXPECT_THAT(expression.names(), ElementsAre(Name{"b"}, Name{"a.x"}, Name{"a.x", true}, Name{"b", true}));
}

TEST(Expression, LooksNoFurtherThanItMust) {
  std::vector<std::string> asked;
  const auto note = [&](const Name& name) {
    asked.push_back(name.text);
    return value_of(name);
  };
  EXPECT_TRUE(Expression::parse("speaker || dirty > 1").holds(note));
  EXPECT_FALSE(Expression::parse("missing && dirty > 1").holds(note));
  EXPECT_THAT(asked, ElementsAre("speaker", "missing"));
  EXPECT_FALSE(holds("dirty != 'n.d.' && dirty > 1"));
}

struct Mistake {
  std::string text;
  std::uint64_t column;
  std::string cause;
  std::string hint;
};

Problem problem_of(std::string_view text) {
  try {
    (void)Expression::parse(text, begins).holds(value_of);
  } catch (const Error& error) {
    return error.problem();
  }
  return {.cause = "no mistake"};
}

TEST(Expression, PointsAtWhatCannotBeCompared) {
  const Problem left = problem_of("speaker && dirty >= 2020");
  EXPECT_EQ(left.column, 12U);
  EXPECT_EQ(left.cause, "dirty is 'n.d.', which is not a number");
  const Problem right = problem_of("2020 <= dirty");
  EXPECT_EQ(right.column, 9U);
  EXPECT_EQ(right.cause, "dirty is 'n.d.', which is not a number");
  const Problem text = problem_of("removed > 'all'");
  EXPECT_EQ(text.column, 11U);
  EXPECT_EQ(text.cause, "'all' is not a number");
  EXPECT_EQ(problem_of("name < 1").column, 1U) << "nan is a name here";
}

class Mistakes : public testing::TestWithParam<Mistake> {};

TEST_P(Mistakes, AreShownWhereTheyAre) {
  const Problem problem = problem_of(GetParam().text);
  EXPECT_EQ(problem.column, GetParam().column);
  EXPECT_THAT(problem.cause, HasSubstr(GetParam().cause));
  EXPECT_THAT(problem.hint, HasSubstr(GetParam().hint));
  EXPECT_EQ(problem.line, 0U);
  EXPECT_EQ(problem.file, "");
}

INSTANTIATE_TEST_SUITE_P(
    Expression, Mistakes,
    testing::Values(
        // What another language would have.
        Mistake{"a = 1", 3, "= has no meaning here", "write == instead"}, Mistake{"a === 1", 3, "=== has", "write == "},
        Mistake{"a !== 1", 3, "!== has", "write != "}, Mistake{"a <> 1", 3, "<> has", "write != "},
        Mistake{"a =< 1", 3, "=< has", "write <= "}, Mistake{"a => 1", 3, "=> has", "write >= "},
        Mistake{"a =~ 'b'", 3, "=~ has", "write ~ "}, Mistake{"a & b", 3, "& has", "write && "},
        Mistake{"a | b", 3, "| has", "write || "}, Mistake{"a ≥ 1", 3, "≥ has", "write >= "},
        Mistake{"a ≠ 1", 3, "≠ has", "write != "},
        // What a word processor makes of quotes and hyphens.
        Mistake{"a == “b”", 6, "“ has no meaning", "write \" instead"},
        Mistake{"a == ‘b’", 6, "‘ has no meaning", "write ' instead"},
        Mistake{"a == «b»", 6, "« has no meaning", "write \" instead"},
        Mistake{"größe == „b“", 10, "„ has no meaning", "write \" instead"},
        Mistake{"a > −1", 5, "− has no meaning", "write - instead"},
        Mistake{"y == 2019–2020", 10, "– has no meaning", "write - instead"},
        // Quotes and parentheses that do not close.
        Mistake{"a == \"b", 6, "lacks its closing \"", ""}, Mistake{"a == 'b\\'", 6, "lacks its closing '", ""},
        Mistake{"`a == 1", 1, "lacks its closing `", ""}, Mistake{"b || [a == 1", 6, "lacks its closing ]", ""},
        Mistake{"(a", 1, "is not closed", ""}, Mistake{"b && ((a) || c", 6, "is not closed", ""},
        Mistake{"a)", 2, "closes nothing", ""},
        Mistake{"a in ('b', 'c'", 15, "close the list that begins in column 6", ""},
        Mistake{"``", 1, "a name is missing", ""}, Mistake{"'a\\b' == c", 3, "\\ stands", "\\\\"},
        // What is missing.
        Mistake{"", 1, "expected a name, a text or a number, but the expression ends", ""},
        Mistake{"  ", 3, "the expression ends", ""}, Mistake{"a ==", 5, "after ==, but the expression ends", ""},
        Mistake{"a &&", 5, "the expression ends", ""}, Mistake{"!", 2, "the expression ends", ""},
        Mistake{"== 1", 1, "not ==", ""}, Mistake{"a && && b", 6, "not &&", ""}, Mistake{"()", 2, "not )", ""},
        Mistake{"a == == b", 6, "a text, a number or a name after ==, not ==", ""},
        Mistake{"a and and", 7, "not and", "backquotes: `and`"}, Mistake{"a in 'b'", 6, "expected ( after in", "in ("},
        Mistake{"a in ()", 7, "expected a text or a number, not )", ""},
        Mistake{"a in ('b',)", 11, "expected a text or a number, not )", ""},
        Mistake{"a in ('b' 'c')", 11, "expected , or )", ""}, Mistake{"a in (b)", 7, "not names", "quotes: \"b\""},
        Mistake{"a not 'b'", 3, "before not", "not in"},
        // What stands there too much.
        Mistake{"a 1", 3, "expected an operator before 1", "a == 1"}, Mistake{"a 'b'", 3, "before 'b'", "a == 'b'"},
        Mistake{"a == 1 b", 8, "before b", "&& or ||"}, Mistake{"a == 1 (b)", 8, "before (", "&& or ||"},
        Mistake{"Date of birth == 1", 6, "before of", "`Date …`"},
        Mistake{"title contains 'x'", 7, "before contains", "~"}, Mistake{"text-5 == 1", 5, "before -5", "backquotes"},
        Mistake{"text-type == 1", 5, "- has no meaning", "backquotes"}, Mistake{"a > 1,000", 6, "before ,", "no comma"},
        Mistake{"d > 2020-05-01", 9, "before -05", "in quotes"},
        Mistake{"1 < a < 3", 7, "cannot be compared again", "a < b && b < c"},
        Mistake{"(a) == 3", 5, "cannot be compared again", ""}, Mistake{"a in (1) == 3", 10, "cannot be compared", ""},
        Mistake{"s == 'Q' or 'A'", 13, "'A' alone is no condition", "in ('A', …)"},
        Mistake{"1", 1, "1 alone is no condition", ""},
        // What is nothing at all.
        Mistake{"2nd == 1", 1, "2nd is neither a number nor a name", "`2nd`"},
        Mistake{"a == 1.2.3", 6, "1.2.3 is neither", "\"1.2.3\""}, Mistake{"a == 1e999", 6, "too large", ""},
        Mistake{"a == -b", 6, "- has no meaning", ""}, Mistake{"a; b", 2, "; has no meaning", "backquotes"},
        Mistake{"a\x01", 2, "control character 0x01", ""}, Mistake{"a == $b", 6, "$ has no meaning", ""}));

TEST(Expression, WithoutPatternsThereAreNone) {
  try {
    Expression::parse("a ~ 'b'");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.problem().column, 3U);
  }
}

}  // namespace
}  // namespace corpus::expr
