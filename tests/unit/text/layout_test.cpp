// SPDX-License-Identifier: MIT
#include "corpus/text/layout.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace corpus::text {
namespace {

const std::string prose =
    "The ferry had left an hour before we came down to the landing, and\n"
    "there was nothing to be done but to wait for the next one, which\n"
    "would not sail until the evening. My uncle, who disliked waiting\n"
    "more than anything else in the world, walked up and down the quay\n"
    "and looked at his watch every other minute, as if he could push\n"
    "the hands along. I sat on our trunk and watched the gulls.\n";

TEST(Layout, proseOfOneWidthIsWrapped) { EXPECT_EQ(decide_layout(prose), Layout::wrapped); }

TEST(Layout, lineEndsOfAnyKindAndMarginsMakeNoDifference) {
  std::string windows;
  std::string indented;
  std::string spaced;
  for (const char c : "\n" + prose) {
    windows += c == '\n' ? "\r\n" : std::string(1, c);
    indented += c == '\n' ? "\n        " : std::string(1, c);
    spaced += c == '\n' ? "\n\n" : std::string(1, c);
  }
  EXPECT_EQ(decide_layout(windows), Layout::wrapped);
  EXPECT_EQ(decide_layout(indented), Layout::wrapped);
  EXPECT_EQ(decide_layout(spaced), Layout::wrapped) << "a blank line after every line";
}

TEST(Layout, shortParagraphsBetweenWrappedOnes) {
  std::string dialogue;
  for (int i = 0; i < 20; ++i) dialogue += "\"Yes,\" said he.\n\n\"No.\"\n\n" + prose + "\n";
  EXPECT_EQ(decide_layout(dialogue), Layout::wrapped);
}

TEST(Layout, oneParagraphALineIsPlain) {
  EXPECT_EQ(
      decide_layout("One sentence is here.\nAnother, which is rather longer than it, is there.\nA third.\n"
                    "And then a fourth one follows it, with a clause.\nA fifth.\nThe sixth is the last of them.\n"),
      Layout::plain);
  // What wrapped text looks like when its lines were joined.
  std::string joined;
  for (const char c : prose) joined += c == '\n' ? ' ' : c;
  EXPECT_EQ(decide_layout(joined + "\n\n" + joined + "\n\n" + joined + "\n"), Layout::plain);
}

TEST(Layout, wordListsVerseTablesAndLogsArePlain) {
  EXPECT_EQ(decide_layout("apple\npear\ncherry\nplum\ndamson\nquince\nmedlar\nsloe\n"), Layout::plain);
  EXPECT_EQ(decide_layout("The boats go out\nAnd the boats come in,\nAnd never a word\nOf where they have been\n"
                          "They leave at dawn\nWith the falling tide\nAnd nobody asks\nOn the harbour side\n"),
            Layout::plain);
  EXPECT_EQ(decide_layout("id,name,town\n1,smith,leeds city\n2,jones,york city\n3,brown,hull city\n4,green,bath city\n"
                          "5,white,ripon city\n6,black,ely city\n7,stone,wells city\n"),
            Layout::plain);
  std::string log;
  for (int i = 10; i < 40; ++i)
    log += "2026-01-02 10:00:" + std::to_string(i) + " worker started and is waiting for tasks\n";
  EXPECT_EQ(decide_layout(log), Layout::plain);
  EXPECT_EQ(
      decide_layout("int main() {\n  const int size = read_size();\n  for (int i = 0; i < size; ++i) {\n    use(i);\n"
                    "  }\n  return 0;\n}\n\nvoid use(int number) {\n  print(number);\n}\n"),
      Layout::plain);
}

TEST(Layout, scriptsWithoutCapitals) {
  std::string chinese;
  for (int i = 0; i < 8; ++i) chinese += "渡船在我们到达码头之前一小时就已经开走了我们除了等待下一班渡\n";
  EXPECT_EQ(decide_layout(chinese), Layout::wrapped);
  EXPECT_EQ(
      decide_layout(
          "渡船开走了。\n我们在等下一班渡船，要到晚上才开。\n叔叔不喜欢等。\n他走来走去。\n我坐着。\n海鸥在飞。\n"),
      Layout::plain);
}

TEST(Layout, tooLittleIsPlain) {
  EXPECT_EQ(decide_layout(""), Layout::plain);
  EXPECT_EQ(decide_layout("\n\r\n\f\n"), Layout::plain);
  EXPECT_EQ(decide_layout("a line that breaks off\nin the middle of it\n"), Layout::plain);
  EXPECT_EQ(decide_layout(std::string(layout_sample, 'x')), Layout::plain);
}

std::string shared(const std::string& name) {
#ifdef CORPUS_SHARED_DIR
  std::ifstream file(std::filesystem::path(CORPUS_SHARED_DIR) / "texts" / "interviews" / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
#else
  return name.substr(name.size());
#endif
}

TEST(Layout, realInterviews) {
  const std::string wrapped = shared("004_759cfd1d6b05c2ac.txt");
  const std::string plain = shared("001_d64bfc97030efaab.txt");
  if (wrapped.empty() || plain.empty()) GTEST_SKIP() << "the shared texts are not here";
  EXPECT_EQ(decide_layout(wrapped), Layout::wrapped);
  EXPECT_EQ(decide_layout(plain), Layout::plain);
}

}  // namespace
}  // namespace corpus::text
