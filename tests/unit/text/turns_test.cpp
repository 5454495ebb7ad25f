// SPDX-License-Identifier: MIT
#include "corpus/text/turns.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/error.hpp"
#include "corpus/text/units.hpp"

namespace corpus::text {
namespace {

using Lines = std::vector<std::uint64_t>;

/// Calls `use` with every line that is not blank.
void each_line(std::string_view text, const std::function<void(const LineStart&)>& use) {
  std::string_view before;
  bool after_blank = true;
  for (std::uint64_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const bool blank = is_blank(line);
    if (!blank) use({line, before, after_blank, {number, 1}});
    if (!blank) before = line;
    after_blank = blank;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

TurnMarker marker_of(std::string_view text, Layout layout = Layout::plain, const TurnOptions& options = {}) {
  TurnFinder finder{options, layout};
  each_line(text, [&](const LineStart& line) { finder.add(line); });
  return finder.decide();
}

Lines turns_of(const TurnMarker& marker, std::string_view text) {
  Lines lines;
  each_line(text, [&](const LineStart& line) {
    if (marker.match(line)) lines.push_back(line.place.line);
  });
  return lines;
}

Lines turns_of(std::string_view text, Layout layout = Layout::plain) { return turns_of(marker_of(text, layout), text); }

std::vector<std::string> speakers_of(std::string_view text, const TurnOptions& options = {}) {
  const TurnMarker marker = marker_of(text, Layout::plain, options);
  std::vector<std::string> speakers;
  each_line(text, [&](const LineStart& line) {
    if (const auto start = marker.match(line)) speakers.emplace_back(start->speaker);
  });
  return speakers;
}

Lines lost_in(const TurnMarker& marker) {
  Lines lines;
  for (const LostBoundary& boundary : marker.lost()) lines.push_back(boundary.place.line);
  return lines;
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

using Strings = std::vector<std::string>;

TEST(TurnFinder, FindsADash) {
  const std::string text = "A Title\n\n- Who?\n\n- Me.\n\n- You.\n";
  const TurnMarker marker = marker_of(text);
  EXPECT_TRUE(marker.found());
  EXPECT_EQ(marker.description(), "a hyphen");
  EXPECT_EQ(marker.sureness(), 1);
  EXPECT_EQ(turns_of(marker, text), (Lines{3, 5, 7}));
  EXPECT_EQ(marker_of("–Who?\n–Me.\n–You.\n").description(), "an en dash");
  EXPECT_EQ(marker_of("— Who?\n— Me.\n— You.\n").description(), "an em dash");
  EXPECT_EQ(marker_of("--Who?\n--Me.\n--You.\n").description(), "two hyphens");
}

TEST(TurnFinder, SurenessOfADashIsTheShareOfTheParagraphsWithinTheInterview) {
  // Four of five between the first and the last; what stands around them does not count.
  EXPECT_EQ(marker_of("Title\n- Who?\n- Me.\nAnd so on.\n- You?\n- Yes.\nFooter\n").sureness(), 0.8);
}

TEST(TurnFinder, FindsNames) {
  const std::string text = "Title\nANNA: Who?\nBO: Me.\nANNA: You?\nAnd so on.\nBO: Yes.\n";
  EXPECT_EQ(marker_of(text).description(), "NAME:");
  EXPECT_EQ(turns_of(text), (Lines{2, 3, 4, 6}));
  EXPECT_EQ(speakers_of(text), (Strings{"ANNA", "BO", "ANNA", "BO"}));
  EXPECT_EQ(marker_of("Anna: Who?\nBo: Me.\nAnna: You?\nBo: Yes.\n").description(), "Name:");
  EXPECT_EQ(marker_of("**Anna:** Who?\n**Bo:** Me.\n**Anna:** You?\n").description(), "**Name:**");
  EXPECT_EQ(marker_of("**Anna**: Who?\n**Bo**: Me.\n**Anna**: You?\n").description(), "**Name**:");
  EXPECT_EQ(marker_of("[Anna] Who?\n[Bo] Me.\n[Anna] You?\n").description(), "[Name]");
  EXPECT_EQ(speakers_of("Q. Who?\nA. Me.\nQ. You?\nA. Yes.\n"), (Strings{"Q", "A", "Q", "A"}));
  EXPECT_EQ(speakers_of("Q: Who?\nA: Me.\nQ: You?\nA: Yes.\n"), (Strings{"Q", "A", "Q", "A"}));
  EXPECT_EQ(speakers_of("記者：誰？\n王：私。\n記者：何？\n王：雪。\n"), (Strings{"記者", "王", "記者", "王"}));
  EXPECT_EQ(speakers_of("Иван: Кто?\nЗоя: Я.\nИван: Вы?\nЗоя: Да.\n"), (Strings{"Иван", "Зоя", "Иван", "Зоя"}));
  EXPECT_EQ(speakers_of("Anna  0:01\nWho?\nBo  0:02\nMe.\nAnna  0:03\nYou?\nBo  0:04\nYes.\n"),
            (Strings{"Anna", "Bo", "Anna", "Bo"}));
}

TEST(TurnFinder, TakesRolesAndTimesFromNames) {
  EXPECT_EQ(speakers_of("[00:01] ANNA (host): Who?\n[00:02] BO: Me.\n[00:03] ANNA: You?\n[00:04] BO (off): Yes.\n"),
            (Strings{"ANNA", "BO", "ANNA", "BO"}));
}

TEST(TurnFinder, HoldsNoWordBeforeAColonForASpeaker) {
  // Once in prose; several times, but rarely; and within an interview.
  EXPECT_FALSE(marker_of("He said: no.\nNothing more.\nNote: it rained.\nShe left.\n").found());
  const std::string prose = "He said: no.\n" + repeated("It rained.\n", 9) + "Note: it rained.\n";
  EXPECT_FALSE(marker_of(repeated(prose, 20)).found());
  const std::string talk = repeated("ANNA: Who?\nBO: Me.\n", 4) + "Note: it rained.\n";
  EXPECT_EQ(turns_of(talk + talk), (Lines{1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17}));
}

TEST(TurnFinder, HoldsNamesThatDoNotRecurForNone) {
  EXPECT_FALSE(marker_of("ANNA: So.\nBO: So.\nANNA: So.\nCAT: So.\nDOG: So.\nELK: So.\nFOX: So.\n").found());
  EXPECT_FALSE(marker_of(repeated("Note: it rained.\nShe left.\nHe left.\n", 9)).found());  // one, and rarely
  EXPECT_TRUE(marker_of(repeated("Anna: it rained.\nShe left.\n", 9)).found());             // one, and often
  EXPECT_FALSE(marker_of(repeated("A. So.\nB. So.\nC. So.\n", 9)).found());                 // an enumeration
}

TEST(TurnFinder, NeedsNoSentencesWhereThereAreTimes) {
  EXPECT_FALSE(marker_of(repeated("Anna: so\nBo: so\n", 9)).found());
  EXPECT_TRUE(marker_of(repeated("[0:12] Anna: so\n[0:13] Bo: so\n", 9)).found());
}

TEST(TurnFinder, HoldsNoRecordForAnInterview) {
  EXPECT_FALSE(marker_of(repeated("Name: Anna\nPlace: Oslo\nYear: 1990\n", 9)).found());
}

TEST(TurnFinder, HoldsNoListForAnInterview) {
  EXPECT_FALSE(marker_of("We need:\n- milk\n- eggs\n- bread\n- what else?\n").found());           // no sentences
  EXPECT_FALSE(marker_of(repeated("- It starts faster.\n- It stops sooner.\n", 9)).found());      // nobody asks
  EXPECT_FALSE(marker_of("- Who?\n- Me.\n" + repeated("It rained.\n", 9) + "- You.\n").found());  // 3 of 12
}

TEST(TurnFinder, HoldsAQuotedConversationForNone) {
  const std::string talk = "ANNA: Who?\nBO: Me.\nANNA: You?\n";
  EXPECT_TRUE(marker_of(talk + repeated("It rained.\n", 20)).found());
  EXPECT_FALSE(marker_of(talk + repeated("It rained.\n", 40)).found());
}

TEST(TurnFinder, HoldsThousandsOfNamesForNone) {
  std::string few;
  std::string many;
  for (int i = 0; i < 5000; ++i) few += fmt::format("Member {}: So.\nMember {}: So.\n", i % 4000, i % 4000);
  for (int i = 0; i < 5000; ++i) many += fmt::format("Member {}: So.\nMember {}: So.\n", i, i);
  EXPECT_TRUE(marker_of(few).found());
  EXPECT_FALSE(marker_of(many).found());
}

TEST(TurnFinder, TakesWhoSpeaksOnceWhereTheNameIsAsTheOthers) {
  const std::string caps = "ANNA: Who?\nBO: Me.\nANNA: You?\nBO: Yes.\n";
  EXPECT_EQ(turns_of(caps + "GUARD: Out.\nGuard: Out.\n"), (Lines{1, 2, 3, 4, 5}));
  const std::string small = "Anna: Who?\nBo: Me.\nAnna: You?\nBo: Yes.\n";
  EXPECT_EQ(turns_of(small + "Ole Holt: Out.\nSpeaker 9: Out.\nNote: it rained.\nHe said: no.\n"),
            (Lines{1, 2, 3, 4, 5, 6}));
}

TEST(TurnFinder, TakesTheKindWithMostTurns) {
  const std::string text = repeated("**Anna:** Who?\n**Bo:** Me.\n- one.\n", 9);
  EXPECT_EQ(marker_of(text).description(), "**Name:**");
  EXPECT_EQ(turns_of(text).size(), 18U);
  EXPECT_EQ(marker_of(repeated("- Who?\n- Me.\n- No.\n**Anna:** So.\n**Bo:** So.\n", 9)).description(), "a hyphen");
}

TEST(LostBoundaries, AreParagraphsWithoutADashWhereNearlyAllHaveIt) {
  const std::string nine = repeated("- Who?\n", 9);
  const std::string text =
      "Title\nStandfirst.\n" + nine + "  What is it?\n" + nine + "A Heading\n" + nine + "The end.\n";
  const TurnMarker marker = marker_of(text);
  ASSERT_EQ(lost_in(marker), (Lines{12}));
  EXPECT_EQ(marker.lost().front().start, "What is it?");
  EXPECT_TRUE(marker.ends_before({32, 1}));
  EXPECT_FALSE(marker.ends_before({31, 1}));
  EXPECT_FALSE(marker.ends_before({12, 1}));
}

TEST(LostBoundaries, AreNoneWhereAnswersHaveSeveralParagraphs) {
  const std::string text = repeated("- Who?\n- Me.\nAnd so on.\n", 9) + "The end.\n";
  const TurnMarker marker = marker_of(text);
  EXPECT_TRUE(marker.found());
  EXPECT_TRUE(marker.lost().empty());
  EXPECT_FALSE(marker.ends_before({28, 1}));  // it goes on with the last turn
}

TEST(LostBoundaries, AreNotKeptWhereThereAreManyBeforeTurnsAreFrequent) {
  const std::string text = repeated("- Who?\n", 3) + repeated("It rained.\n", 50) + repeated("- Who?\n", 1000);
  EXPECT_TRUE(marker_of(text).lost().empty());
}

TEST(LostBoundaries, BetweenNamesAreBetweenTurnsOfOneSpeaker) {
  const std::string talk = repeated("ANNA: Who?\nBO: Me.\n", 10);
  EXPECT_TRUE(lost_in(marker_of(talk + "And so on.\nANNA: You?\nBO: Yes.\n")).empty());
  EXPECT_EQ(lost_in(marker_of(talk + "ANNA: You?\nYes.\nANNA: Who?\nBO: Me.\n")), (Lines{22}));
}

TEST(LostBoundaries, AreCutAtAWord) {
  const std::string nine = repeated("- Who?\n", 20);
  const std::string words = "ä" + repeated("word ", 20) + "end.\n";
  const TurnMarker marker = marker_of(nine + words + nine);
  ASSERT_EQ(marker.lost().size(), 1U);
  EXPECT_EQ(marker.lost()[0].start, "äword word word word word word word word word …");
  const TurnMarker unbroken = marker_of(nine + "a" + repeated("雪", 40) + "。\n" + nine);
  ASSERT_EQ(unbroken.lost().size(), 1U);
  EXPECT_EQ(unbroken.lost()[0].start, "a" + repeated("雪", 15) + " …");
}

TEST(ConversationEnd, IsNotKnownAfterAFewTurns) {
  EXPECT_FALSE(marker_of(repeated("- Who?\n", 9) + "More stories\n").ends_before({10, 1}));
  EXPECT_TRUE(marker_of(repeated("- Who?\n", 10) + "More stories\n").ends_before({11, 1}));
}

TEST(ConversationEnd, WithNamesIsKnownOnlyWhereEveryParagraphIsNamed) {
  const std::string talk = repeated("ANNA: Who?\nBO: Me.\n", 10);
  EXPECT_TRUE(marker_of(talk + "More stories\n").ends_before({21, 1}));
  EXPECT_FALSE(marker_of(talk + "And so on.\n" + talk + "More stories\n").ends_before({42, 1}));
}

TEST(WrappedTurns, BeginAtAnyLineThatBeginsASentence) {
  const std::string text =
      "A talk about the snow on the roof of\nthe house.\n\n"
      "- Who was it that came up the hill in\nthe snow, and left no trace on the roof\n– if it was a roof?\n"  // 4-6
      "- Me. I came up with the goat and the\n- small - dog.\n\n- you would say; and the goat ran from\nthere.\n"  // 7-11
      "- And then it rained for many days on\n\n- all of us?\n- No.\n";  // 12-15
  EXPECT_EQ(turns_of(text, Layout::wrapped), (Lines{4, 7, 10, 12, 15}));
}

TEST(WrappedTurns, NeedNoSentenceBeforeABlankLine) {
  const std::string text = "on the sixth of May\n\n- Who?\n- Me.\n- You.\n";
  EXPECT_EQ(turns_of(text, Layout::wrapped), (Lines{3, 4, 5}));
  EXPECT_EQ(turns_of("- who?\n- Me.\n- You.\n", Layout::wrapped), (Lines{1, 2, 3}));
}

TEST(WrappedTurns, AreFewAmongParagraphsThatNoBlankLineDivides) {
  const std::string rain = ": it rained for days on end and never stopped.\n" + repeated("It did.\n", 8);
  EXPECT_FALSE(marker_of(repeated("Note" + rain + "Mind" + rain, 9), Layout::wrapped).found());
}

TEST(WrappedTurns, OfNamesMayFollowAnInterruption) {
  const std::string text =
      "ANNA: Who was that --\nBO: Me. I spoke to\nANNA: who else?\n[Laughter]\nANNA: Good.\nBO: Well.\n";
  EXPECT_EQ(turns_of(text, Layout::wrapped), (Lines{1, 2, 5, 6}));
}

TEST(WrappedTurns, HaveNoLostBoundaries) {
  const std::string nine = repeated("- Who?\n\n", 9);
  EXPECT_TRUE(marker_of(nine + "What is it?\n\n" + nine, Layout::wrapped).lost().empty());
}

TEST(GivenMarker, IsARegularExpressionAtTheLineStart) {
  const std::string text = ">> Who?\n  >> Me. >> You.\nSo >> on.\n>>\n";
  const TurnMarker marker = marker_of(text, Layout::plain, {.marker = ">>", .speakers = {}});
  EXPECT_TRUE(marker.found());
  EXPECT_EQ(marker.description(), "the expression >>");
  EXPECT_EQ(marker.sureness(), 1);
  EXPECT_EQ(turns_of(marker, text), (Lines{1, 2, 4}));
  EXPECT_EQ(marker.match({.line = "  >> Me."})->begin, 2U);
  EXPECT_EQ(marker.match({.line = "  >> Me."})->speech, 5U);
}

TEST(GivenMarker, NamesTheSpeakerByItsFirstGroup) {
  EXPECT_EQ(speakers_of("<é😀> Who?\n<bo> Me.\n", {.marker = "<(.*?)>", .speakers = {}}), (Strings{"é😀", "bo"}));
  EXPECT_EQ(speakers_of("A> Who?\n> Me.\n", {.marker = "(A)?>", .speakers = {}}), (Strings{"A", ""}));
}

TEST(GivenMarker, MustTakeSomething) {
  EXPECT_FALSE(marker_of("Who?\nMe.\n", Layout::plain, {.marker = "-*", .speakers = {}}).found());
}

TEST(GivenMarker, SeesTheFirstBytesOfALine) {
  const std::string text = repeated("é", 1 << 20) + "\n";
  const TurnMarker marker = marker_of(text, Layout::plain, {.marker = "xé|é+", .speakers = {}});
  EXPECT_EQ(marker.match({.line = text})->speech, 512U);
  EXPECT_EQ(marker.match({.line = "x" + text})->speech, 3U);
  const TurnMarker any = marker_of(text, Layout::plain, {.marker = ".+", .speakers = {}});
  EXPECT_EQ(any.match({.line = "x" + text})->speech, 511U);  // not half a letter
}

TEST(GivenMarker, MalformedIsAnError) {
  EXPECT_THROW((TurnFinder{{.marker = "(", .speakers = {}}, Layout::plain}), Error);
}

TEST(TurnFinder, OfNothing) {
  EXPECT_FALSE(marker_of("").found());
  EXPECT_FALSE(marker_of("\n \n").found());
  EXPECT_FALSE(TurnMarker{}.found());
  EXPECT_FALSE(TurnMarker{}.match({.line = "- Who?"}));
  EXPECT_FALSE(TurnMarker{}.ends_before({1, 1}));
}

}  // namespace
}  // namespace corpus::text
