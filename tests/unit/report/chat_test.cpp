// SPDX-License-Identifier: MIT
#include "corpus/report/chat.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "unit/report/capture.hpp"

namespace corpus::report {
namespace {

using Strings = std::vector<std::string>;

/// The lines of one turn.
std::string lines_of(std::string_view text, std::string_view locale = "en") {
  Capture capture;
  ChatWriter chat{capture.output(), {.locale = locale, .speakers = {"Anna"}}};
  chat.turn("Anna", text);
  chat.finish();
  const std::string all = capture.text();
  const std::size_t begin = all.find("\n*");
  return begin == std::string::npos ? std::string() : all.substr(begin + 1, all.rfind("@End") - begin - 1);
}

TEST(Chat, HoldsWhoSpeaksAndWhat) {
  Capture capture;
  ChatWriter chat{capture.output(),
                  {.program = "corpus 1", .document = "a b.txt", .language = "eng", .speakers = {"MAREN HOLT", ""}}};
  chat.turn("MAREN HOLT", "Who?");
  chat.turn("", "Me.");
  chat.finish();
  EXPECT_EQ(capture.text(),
            "@UTF8\n"
            "@Begin\n"
            "@Languages:\teng\n"
            "@Participants:\tMAR MAREN_HOLT Speaker, UNK Unidentified\n"
            "@ID:\teng|corpus|MAR|||||Speaker|||\n"
            "@ID:\teng|corpus|UNK|||||Unidentified|||\n"
            "@Comment:\ta b.txt, by corpus 1\n"
            "*MAR:\tWho?\n"
            "*UNK:\tMe.\n"
            "@End\n");
}

TEST(Chat, OfNothingHasAParticipant) {
  Capture capture;
  ChatWriter chat{capture.output(), {}};
  chat.finish();
  EXPECT_EQ(capture.text(),
            "@UTF8\n@Begin\n@Languages:\tund\n@Participants:\tUNK Unidentified\n"
            "@ID:\tund|corpus|UNK|||||Unidentified|||\n@Comment:\t, by \n@End\n");
}

TEST(Chat, HasALineForEachSentence) {
  EXPECT_EQ(lines_of("So. Who?\nMe, Dr. Holt!"), "*ANN:\tSo.\n*ANN:\tWho?\n*ANN:\tMe, Dr. Holt!\n");
}

TEST(Chat, EndsEveryLineAsASentence) {
  EXPECT_EQ(lines_of("A heading\n“So?”"), "*ANN:\tA heading .\n*ANN:\t“So?” .\n");
}

TEST(Chat, HasNoWhiteSpaceOfItsOwnInALine) {
  EXPECT_EQ(lines_of(" a\tb \u00A0\x1b c\x01. "), "*ANN:\ta b c .\n");
  EXPECT_EQ(lines_of(" \n\t"), "");
  EXPECT_EQ(lines_of(""), "");
}

TEST(Chat, TakesNamesOfAnyBytes) {
  Capture capture;
  ChatWriter chat{capture.output(), {.document = "a\xe9\n.txt", .speakers = {"b\xe9, |c"}}};
  chat.finish();
  const std::string all = capture.text();
  EXPECT_NE(all.find("@Participants:\tSPK b\uFFFD___c Speaker\n"), std::string::npos) << all;
  EXPECT_NE(all.find("@Comment:\ta\uFFFD .txt, by \n"), std::string::npos) << all;
}

TEST(ChatCodes, AreTheFirstThreeLatinLetters) {
  EXPECT_EQ(chat_codes({"MAREN HOLT", "Interviewer", "Jo B.", "O’Hara"}), (Strings{"MAR", "INT", "JOB", "OHA"}));
}

TEST(ChatCodes, AreToldApart) {
  EXPECT_EQ(chat_codes({"Marta", "Mario", "MARK", "Ma2 r"}), (Strings{"MAR", "MA2", "MA3", "MA4"}));
  EXPECT_EQ(chat_codes({"Q", "A", "Иван", "記者"}), (Strings{"SPK", "SP2", "SP3", "SP4"}));
  EXPECT_EQ(chat_codes({"", "Unknown", "Unk"}), (Strings{"UNK", "UN2", "UN3"}));
}

TEST(ChatCodes, HaveThreeCharactersAsLongAsTheyCan) {
  const std::vector<std::string> codes = chat_codes(std::vector<std::string>(99, "Anna"));
  for (const std::string& code : codes) EXPECT_EQ(code.size(), 3U) << code;
  EXPECT_EQ(codes.back(), "A99");
}

}  // namespace
}  // namespace corpus::report
