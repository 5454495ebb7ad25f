// SPDX-License-Identifier: MIT
#include "corpus/text/turns_label.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

#include "corpus/unicode/utf8.hpp"

namespace corpus::text {
namespace {

using enum LabelKind;

struct Case {
  std::string_view line;
  LabelKind kind;
  std::string_view speaker;
  std::string_view speech;
};

void PrintTo(const Case& row, std::ostream* out) { *out << '"' << row.line << '"'; }

class TurnLabelOf : public testing::TestWithParam<Case> {};

TEST_P(TurnLabelOf, IsAsWritten) {
  const auto& [line, kind, speaker, speech] = GetParam();
  const auto label = turn_label(line);
  ASSERT_TRUE(label);
  EXPECT_EQ(label->kind, kind);
  EXPECT_EQ(label->speaker, speaker);
  EXPECT_EQ(line.substr(label->speech), speech);
}

INSTANTIATE_TEST_SUITE_P(Dashes, TurnLabelOf,
                         testing::Values(Case{"-So?", hyphen, "", "So?"}, Case{"- So?", hyphen, "", "So?"},
                                         Case{" \t- So?", hyphen, "", "So?"}, Case{"‐ So?", hyphen, "", "So?"},
                                         Case{"--So?", double_hyphen, "", "So?"}, Case{"–So?", en_dash, "", "So?"},
                                         Case{"– So?", en_dash, "", "So?"}, Case{"—\u00A0So?", em_dash, "", "So?"},
                                         Case{"― So?", em_dash, "", "So?"}, Case{"—¿Y?", em_dash, "", "¿Y?"},
                                         Case{"[00:12] - So?", hyphen, "", "So?"}));

INSTANTIATE_TEST_SUITE_P(
    Colons, TurnLabelOf,
    testing::Values(Case{"Q: So?", colon, "Q", "So?"}, Case{"INTERVIEWER: So?", colon, "INTERVIEWER", "So?"},
                    Case{"MR. SMITH: So?", colon, "MR. SMITH", "So?"},
                    Case{"Dr. O’Hara-Ng: So?", colon, "Dr. O’Hara-Ng", "So?"}, Case{"Иван: Да.", colon, "Иван", "Да."},
                    Case{"記者：你好。", colon, "記者", "你好。"}, Case{"記者:你好。", colon, "記者", "你好。"},
                    Case{"Zoe\u0308: So?", colon, "Zoe\u0308", "So?"},
                    Case{"Speaker 2: So?", colon, "Speaker 2", "So?"}, Case{"nick: so?", colon, "nick", "so?"},
                    Case{"Name:", colon, "Name", ""}, Case{"Name:  ", colon, "Name", ""},
                    Case{"ANNA (on the telephone): So?", colon, "ANNA", "So?"},
                    Case{"ANNA (off) [crosstalk]: So?", colon, "ANNA", "So?"},
                    Case{"JANE DOE, MINISTER OF THE INTERIOR AND OF TRADE: So?", colon,
                         "JANE DOE, MINISTER OF THE INTERIOR AND OF TRADE", "So?"},
                    Case{"Anna: He said: no.", colon, "Anna", "He said: no."}));

INSTANTIATE_TEST_SUITE_P(
    Times, TurnLabelOf,
    testing::Values(
        Case{"[00:12:31] Anna: So?", colon, "Anna", "So?"}, Case{"00:12 Anna: So?", colon, "Anna", "So?"},
        Case{"(12:31) Anna: So?", colon, "Anna", "So?"}, Case{"[12:31 PM] Anna: So?", colon, "Anna", "So?"},
        Case{"\\[12:31\\] Anna: So?", colon, "Anna", "So?"}, Case{"Anna [00:12:31]: So?", colon, "Anna", "So?"},
        Case{"Anna (00:12): So?", colon, "Anna", "So?"}, Case{"Anna 00:12:31: So?", colon, "Anna", "So?"},
        Case{"Anna: [00:12:31.250] So?", colon, "Anna", "So?"}, Case{"Anna: 00:12 So?", colon, "Anna", "So?"},
        Case{"**Anna:** \\[00:12\\] So?", bold, "Anna", "So?"},
        Case{"**[00:12] Anna (host):** So?", bold, "Anna", "So?"}, Case{"Anna B.  0:12", timed, "Anna B.", ""},
        Case{"Speaker 2 [1:00:12]", timed, "Speaker 2", ""}, Case{"[Anna 00:12] So?", bracket, "Anna", "So?"}));

INSTANTIATE_TEST_SUITE_P(Marks, TurnLabelOf,
                         testing::Values(Case{"**Anna:** So?", bold, "Anna", "So?"},
                                         Case{"**Anna: **So?", bold, "Anna", "So?"},
                                         Case{"**Anna & Bo:** So?", bold, "Anna & Bo", "So?"},
                                         Case{"**Anna**: So?", bold_colon, "Anna", "So?"},
                                         Case{"**Anna** (host): So?", bold_colon, "Anna", "So?"},
                                         Case{"**Анна：** Да.", bold, "Анна", "Да."},
                                         Case{"[Anna] So?", bracket, "Anna", "So?"},
                                         Case{"[Anna]: So?", bracket, "Anna", "So?"},
                                         Case{"Q. So?", initial, "Q", "So?"}, Case{"Ж. Да.", initial, "Ж", "Да."}));

class NoTurnLabel : public testing::TestWithParam<std::string_view> {};

TEST_P(NoTurnLabel, IsFound) { EXPECT_FALSE(turn_label(GetParam())); }

INSTANTIATE_TEST_SUITE_P(Lines, NoTurnLabel,
                         testing::Values("", " ", "-", "- ", "---", "- - -", "-->", "-> next", "—", "– –", "**", "****",
                                         "**:**", "*a: b*", "Nothing here.", "12:31", "[00:12]", "[12:31] ",
                                         "http://example.org", "C:\\temp", "std::move", "Mark 3:16 says", ": so",
                                         "(aside): so", "[laughter] So?", "[Applause]", "[Anna",
                                         "Well, what I said then! was: no", "it was like this: nothing",
                                         "One Two Three Four Five Six Seven: no", "**Anna** So?", "A.B", "I.",
                                         "Anna (off: so", "\"Anna: so", "Anna 99", "1234:56 Anna: So?", "Room (12)"));

TEST(TurnLabel, BeginsBehindWhiteSpace) {
  EXPECT_EQ(turn_label("  [00:12] Anna: So?")->begin, 2U);
  EXPECT_TRUE(turn_label("  [00:12] Anna: So?")->has_time);
  EXPECT_FALSE(turn_label("Anna: So?")->has_time);
}

TEST(TurnLabel, IsLookedForInTheFirstBytesOnly) {
  EXPECT_FALSE(turn_label(std::string(1 << 20, 'A') + ": So?"));
  EXPECT_FALSE(turn_label("**" + std::string(1 << 20, 'A') + ":** So?"));
  EXPECT_FALSE(turn_label("[" + std::string(1 << 20, 'A') + "] So?"));
  EXPECT_FALSE(turn_label(std::string(1 << 20, 'A') + " 0:12"));
  EXPECT_EQ(turn_label("Anna: " + std::string(1 << 20, 'x'))->speech, 6U);
}

void expect_inside(const TurnLabel& label, std::string_view line) {
  EXPECT_LE(label.begin, label.speech) << line;
  EXPECT_LE(label.speech, line.size()) << line;
  EXPECT_TRUE(label.speech == line.size() || !unicode::continues(line[label.speech])) << line;
  if (label.speaker.empty()) return;
  EXPECT_GE(label.speaker.data(), line.data() + label.begin) << line;
  EXPECT_LE(label.speaker.data() + label.speaker.size(), line.data() + label.speech) << line;
}

TEST(TurnLabel, LiesWithinALineCutAnywhere) {
  for (const std::string_view line :
       {"\\[00:12:31.250\\] **Anna (host) [0:12]**: (00:12) So?", "Anna (a) [b] 00:12:31: So?", "-- So?",
        "[Anna 00:12]: So?", "Q. So?", "Ann 1:00:12", "Anna: \\[0:12\\] So?"}) {
    for (std::size_t size = 0; size <= line.size(); ++size) {
      if (const auto label = turn_label(line.substr(0, size))) expect_inside(*label, line.substr(0, size));
    }
  }
}

TEST(TurnLabel, LiesWithinAnyLine) {
  constexpr std::array<std::string_view, 26> pieces{"-",    "–", "—",  "*",    "**", ":",      "：", "[",     "]",
                                                    "(",    ")", "\\", " ",    "\t", ".",      ",",  "1",     "12",
                                                    "0:12", "é", "記", "Anna", "a",  "\u0301", "?",  "\u3000"};
  std::mt19937 random{1};
  int labels = 0;
  for (int i = 0; i < 200000; ++i) {
    std::string line;
    for (auto length = random() % 12; length > 0; --length) line += pieces.at(random() % pieces.size());
    const auto label = turn_label(line);
    if (!label) continue;
    ++labels;
    expect_inside(*label, line);
  }
  EXPECT_GT(labels, 1000);
}

}  // namespace
}  // namespace corpus::text
