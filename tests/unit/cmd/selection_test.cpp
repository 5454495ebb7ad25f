// SPDX-License-Identifier: MIT
#include "cmd/selection.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "cmd/parse.hpp"
#include "corpus/error.hpp"

namespace corpus::cmd {
namespace {

using testing::HasSubstr;
using testing::Not;

Document document_named(std::string name, Metadata metadata = {}) {
  return {.name = std::move(name), .bytes = nullptr, .metadata = std::move(metadata)};
}

/// A part of turn 3, paragraph 7, which `speaker` says.
text::Block said_by(std::string_view speaker) {
  text::Block block;
  block.text = "Snow.\n";
  block.turn = 3;
  block.speaker = speaker;
  block.paragraph = 7;
  return block;
}

text::Block outside_turns() {
  text::Block block = said_by("");
  block.turn = 0;
  return block;
}

Selection where(const std::string& expression) { return Selection{{.where = expression, .by = {}}}; }
Selection by(const std::string& name) { return Selection{{.where = {}, .by = name}}; }

std::string problem_of_names(const Selection& selection) {
  try {
    selection.check_names();
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

std::string usage_problem(const SelectionArguments& arguments) {
  try {
    const Selection selection{arguments};
  } catch (const UsageError& error) {
    return error.what();
  }
  return "none";
}

TEST(Selection, WithoutArgumentsTakesEverythingAsOneGroup) {
  Selection selection{{}};
  EXPECT_FALSE(selection.grouped());
  EXPECT_EQ(selection.grain(), text::Grain::block);
  EXPECT_FALSE(selection.needs_turns());
  EXPECT_TRUE(selection.takes(document_named("a.txt")));
  EXPECT_TRUE(selection.takes(document_named("a.txt"), said_by("Q")));
  EXPECT_EQ(selection.group(document_named("a.txt"), said_by("Q")), "");
  EXPECT_EQ(problem_of_names(selection), "none");
}

TEST(Selection, FieldsDecideForTheWholeDocument) {
  Selection selection = where("year >= 2020 && doc != 'b.txt'");
  EXPECT_EQ(selection.grain(), text::Grain::block);
  EXPECT_TRUE(selection.takes(document_named("a.txt", {{"year", "2020"}})));
  EXPECT_FALSE(selection.takes(document_named("a.txt", {{"year", "2019"}})));
  EXPECT_FALSE(selection.takes(document_named("b.txt", {{"year", "2020"}})));
  EXPECT_FALSE(selection.takes(document_named("a.txt", {{"id", "2020"}})));
  EXPECT_EQ(problem_of_names(selection), "none");
}

TEST(Selection, SpeakersTurnsAndParagraphsDecideForParts) {
  Selection speaker = where("speaker == 'Q'");
  EXPECT_EQ(speaker.grain(), text::Grain::turn);
  EXPECT_TRUE(speaker.needs_turns());
  const Document document = document_named("a.txt");
  EXPECT_TRUE(speaker.takes(document)) << "a part of it may be";
  EXPECT_TRUE(speaker.takes(document, said_by("Q")));
  EXPECT_FALSE(speaker.takes(document, said_by("A")));
  EXPECT_FALSE(speaker.takes(document, said_by("")));

  Selection turn = where("turn > 2");
  EXPECT_EQ(turn.grain(), text::Grain::turn);
  EXPECT_TRUE(turn.takes(document));
  EXPECT_TRUE(turn.takes(document, said_by("Q")));
  EXPECT_FALSE(turn.takes(document, outside_turns()));
  EXPECT_FALSE(where("turn").takes(document, outside_turns()));

  Selection paragraph = where("paragraph == 7");
  EXPECT_EQ(paragraph.grain(), text::Grain::paragraph);
  EXPECT_FALSE(paragraph.needs_turns());
  EXPECT_TRUE(paragraph.takes(document, said_by("Q")));
}

TEST(Selection, ADocumentThatItsFieldsRuleOutIsNotLookedInto) {
  Selection selection = where("year >= 2020 && speaker == 'Q'");
  EXPECT_FALSE(selection.takes(document_named("a.txt", {{"year", "2019"}})));
  const Document later = document_named("b.txt", {{"year", "2021"}});
  EXPECT_TRUE(selection.takes(later));
  EXPECT_TRUE(selection.takes(later, said_by("Q")));
  EXPECT_FALSE(selection.takes(later, said_by("A")));
  EXPECT_TRUE(where("year >= 2020 || turn == 3").takes(document_named("a.txt", {{"year", "2019"}})));
}

TEST(Selection, AFieldSpeakerGoesBeforeWhoSpeaksInTheText) {
  Selection selection = where("speaker == 'Q'");
  const Document own = document_named("a.csv!1", {{"speaker", "A"}});
  EXPECT_FALSE(selection.takes(own));
  EXPECT_TRUE(selection.takes(document_named("a.csv!2", {{"speaker", "Q"}})));
  EXPECT_TRUE(selection.takes(document_named("a.csv!2", {{"speaker", "Q"}}), said_by("A")));
  EXPECT_EQ(by("speaker").group(own, said_by("Q")), "A");
  EXPECT_EQ(selection.reading(own, {}).turns, text::Turns::ignored);
  EXPECT_EQ(selection.reading(own, {}).grain, text::Grain::block);
  EXPECT_EQ(selection.reading(document_named("a.txt"), {}).turns, text::Turns::without_labels);
  EXPECT_EQ(selection.reading(document_named("a.txt"), {}).grain, text::Grain::turn);
  EXPECT_EQ(selection.reading(own, {.grain = text::Grain::paragraph}).grain, text::Grain::paragraph);
}

TEST(Selection, InBackquotesOrBracketsANameIsAField) {
  const Document row = document_named("turns.csv!1", {{"doc", "b.txt"}, {"turn", "12"}});
  EXPECT_TRUE(where("[turn] == 12 && `doc` == 'b.txt' && doc == 'turns.csv!1'").takes(row));
  EXPECT_EQ(by("[turn]").group(row, said_by("Q")), "12");
  EXPECT_EQ(by("`doc`").group(row, said_by("Q")), "b.txt");
  EXPECT_EQ(by("[turn]").group_name(), "turn");
  EXPECT_EQ(by("[turn]").grain(), text::Grain::block);
  EXPECT_FALSE(by("[turn]").contiguous());
}

TEST(Selection, Groups) {
  const Document document = document_named("a.txt", {{"year", "2020"}, {"Date of birth", "1970"}});
  EXPECT_EQ(by("doc").group(document, said_by("Q")), "a.txt");
  EXPECT_EQ(by("year").group(document, said_by("Q")), "2020");
  EXPECT_EQ(by("Date of birth").group(document, said_by("Q")), "1970");
  EXPECT_EQ(by("outlet").group(document, said_by("Q")), "");
  EXPECT_EQ(by("speaker").group(document, said_by("Q")), "Q");
  EXPECT_EQ(by("speaker").group(document, said_by("")), "");
  EXPECT_EQ(by("turn").group(document, said_by("Q")), "a.txt#3");
  EXPECT_EQ(by("turn").group(document, outside_turns()), "a.txt#0");
  EXPECT_EQ(by("paragraph").group(document, said_by("Q")), "a.txt#7");
  EXPECT_EQ(by("turn").grain(), text::Grain::turn);
  EXPECT_EQ(by("paragraph").grain(), text::Grain::paragraph);
  EXPECT_EQ(by("doc").grain(), text::Grain::block);
  for (const char* const name : {"doc", "turn", "paragraph"}) EXPECT_TRUE(by(name).contiguous()) << name;
  for (const char* const name : {"year", "speaker"}) EXPECT_FALSE(by(name).contiguous()) << name;
}

TEST(Selection, TheFinerGrainOfBothHolds) {
  const Selection selection{{.where = "speaker == 'Q'", .by = "paragraph"}};
  EXPECT_EQ(selection.grain(), text::Grain::paragraph);
  EXPECT_TRUE(selection.needs_turns());
}

TEST(Selection, PatternsAreGlobs) {
  Selection selection = where("doc ~ 'interviews/*.tx?'");
  EXPECT_TRUE(selection.takes(document_named("interviews/a.txt")));
  EXPECT_FALSE(selection.takes(document_named("interviews/a.text")));
  EXPECT_FALSE(selection.takes(document_named("x/interviews/a.txt")));
  EXPECT_FALSE(where("title ~ 'snow'").takes(document_named("a", {{"title", "snow on the line"}})));
  EXPECT_TRUE(where("title ~ '*50\\\\*'").takes(document_named("a", {{"title", "at 50*"}})));
  EXPECT_FALSE(where("title ~ '*50\\\\*'").takes(document_named("a", {{"title", "at 500"}})));
}

// A Mac gives file names, and what is made from them, with letters taken apart.
TEST(Selection, WhatLooksTheSameIsTheSame) {
  const std::string composed = "caf\u00E9";
  const std::string apart = "cafe\u0301";
  for (const std::string& written : {composed, apart}) {
    for (const std::string& stored : {composed, apart}) {
      const Document document = document_named(stored, {{stored, stored}});
      EXPECT_TRUE(where(written + " == '" + written + "'").takes(document));
      EXPECT_TRUE(where("doc ~ '*" + written + "'").takes(document));
      EXPECT_EQ(by(written).group(document, said_by("")), stored);
      Selection selection{{.where = written, .by = written}};
      EXPECT_TRUE(selection.takes(document));
      EXPECT_EQ(problem_of_names(selection), "none");
    }
  }
}

TEST(Selection, IllFormedNamesAreWhatIsShownOfThem) {
  Selection selection = where("doc == 'a\\\\xff.txt'");
  EXPECT_TRUE(selection.takes(document_named("a\xff.txt")));
  EXPECT_TRUE(where("doc ~ '*.txt'").takes(document_named("\xe9\xe9.txt")));
  EXPECT_EQ(by("doc").group(document_named("a\xff.txt"), said_by("")), "a\xff.txt");
}

TEST(Selection, ValuesThatCannotBeComparedNameTheDocument) {
  Selection selection = where("speaker == 'Q' || year >= 2020");
  const Document document = document_named("a.csv!7", {{"year", "n.d."}});
  EXPECT_TRUE(selection.takes(document));
  try {
    (void)selection.takes(document, said_by("A"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.problem().file, "a.csv!7");
    EXPECT_THAT(error.problem().cause, HasSubstr("year is 'n.d.', which is not a number (column 19 of --where)"));
    EXPECT_EQ(error.problem().column, 0U);
  }
  EXPECT_THROW(where("year >= 2020").takes(document), Error);
}

TEST(Selection, AMistakeIsShownInItsPlace) {
  EXPECT_EQ(usage_problem({.where = "year = 2020", .by = {}}),
            "--where: column 6: = has no meaning here (hint: write == instead)\n"
            "  year = 2020\n"
            "       ^");
  EXPECT_EQ(usage_problem({.where = "größe ==", .by = {}}),
            "--where: column 9: expected a text, a number or a name after ==, but the expression ends\n"
            "  größe ==\n"
            "          ^");
  // Two columns each on a terminal; an e and its accent are one.
  EXPECT_THAT(usage_problem({.where = "日本 e\u0301", .by = {}}), HasSubstr("\n  日本 \u00E9\n       ^"));
  EXPECT_THAT(usage_problem({.where = "a\n== 'b\x1b'\n)", .by = {}}),
              HasSubstr("\n  a\\n== 'b\\x1b'\\n)\n" + std::string(2 + 15, ' ') + "^"));
  EXPECT_THAT(usage_problem({.where = "a == 'caf\xe9'", .by = {}}), HasSubstr("'a == 'caf\\xe9'' is not valid UTF-8"));
  EXPECT_EQ(usage_problem({.where = "", .by = {}}), "--where: an expression is missing");
  EXPECT_EQ(usage_problem({.where = {}, .by = ""}), "--by: a name is missing");
}

TEST(Selection, OfALongExpressionWhatIsNearThePlace) {
  const std::string a(1000, 'a');
  const std::string message = usage_problem({.where = a + " = " + a, .by = {}});
  EXPECT_THAT(message, HasSubstr("column 1002: "));
  EXPECT_THAT(message, HasSubstr("\n  …" + std::string(49, 'a') + " = " + std::string(23, 'a') + "…\n  " +
                                 std::string(51, ' ') + "^"));
}

TEST(Selection, ANameThatNoDocumentHasIsNoted) {
  Selection mistyped = where("yaer >= 2020");
  EXPECT_EQ(problem_of_names(mistyped), "none") << "there were no documents";
  EXPECT_FALSE(mistyped.takes(document_named("a", {{"year", "2020"}, {"id", "1"}})));
  EXPECT_FALSE(mistyped.takes(document_named("b", {{"outlet", "x"}})));
  EXPECT_EQ(
      problem_of_names(mistyped),
      "--where: no document has a field yaer (hint: did you mean year? There are id, outlet, year; a text stands in "
      "quotes)");
  Selection grouped = by("outlet");
  (void)grouped.takes(document_named("a"));
  EXPECT_EQ(problem_of_names(grouped),
            "--by: no document has a field outlet (hint: fields come from --text-field, --path-fields and --metadata)");
  (void)grouped.takes(document_named("b", {{"outlet", ""}}));
  EXPECT_EQ(problem_of_names(grouped), "none") << "one has it, though empty";
}

TEST(Selection, SpeakersAndTurnsThatNoDocumentHasAreNoted) {
  const Document document = document_named("a.txt");
  Selection speaker = where("speaker == 'Q'");
  (void)speaker.takes(document);
  EXPECT_EQ(problem_of_names(speaker), "none") << "nothing was read";
  (void)speaker.takes(document, said_by(""));
  EXPECT_THAT(problem_of_names(speaker), HasSubstr("--where: of no document is it known who speaks"));
  (void)speaker.takes(document, said_by("A"));
  EXPECT_EQ(problem_of_names(speaker), "none");

  Selection turn = by("turn");
  (void)turn.takes(document);
  (void)turn.group(document, {});
  EXPECT_EQ(problem_of_names(turn), "none");
  (void)turn.group(document, outside_turns());
  EXPECT_THAT(problem_of_names(turn), HasSubstr("--by: no document has turns"));
  (void)turn.group(document, said_by(""));
  EXPECT_EQ(problem_of_names(turn), "none");

  Selection field = by("speaker");
  (void)field.takes(document_named("a.csv!1", {{"speaker", ""}}));
  (void)field.group(document_named("a.csv!1", {{"speaker", ""}}), outside_turns());
  EXPECT_EQ(problem_of_names(field), "none");
}

TEST(Selection, OfManyFieldsAFewAreNamed) {
  Selection selection = where("zzz");
  Metadata metadata;
  for (char letter = 'a'; letter <= 'z'; ++letter) metadata.push_back({std::string("field_") + letter, ""});
  (void)selection.takes(document_named("a", metadata));
  EXPECT_THAT(problem_of_names(selection), HasSubstr("field_t, and 6 more"));
  EXPECT_THAT(problem_of_names(selection), Not(HasSubstr("field_u")));
}

}  // namespace
}  // namespace corpus::cmd
