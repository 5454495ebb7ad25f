// SPDX-License-Identifier: MIT
#include "corpus/text/wrapped.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "corpus/text/safe_break.hpp"
#include "corpus/unicode/utf8.hpp"
#include "unit/text/wrapped_reading.hpp"

namespace corpus::text {
namespace {

using corpus::testing::read_wrapped;
using corpus::testing::WrappedReading;

std::string read(const std::string& bytes) { return read_wrapped(bytes).text; }

TEST(Wrapped, linesMakeParagraphs) {
  EXPECT_EQ(read("one\ntwo\n\nThree\nfour.\n"), "one two\nThree four.\n");
  EXPECT_EQ(read("one\r\ntwo\r\n\r\nThree\r\nfour.\r\n"), "one two\r\nThree four.\r\n");
  EXPECT_EQ(read("one\rtwo\r\rThree\rfour."), "one two\rThree four.");
  EXPECT_EQ(read("one.\n\n\n\nTwo.\n\n\n"), "one.\nTwo.\n");
}

TEST(Wrapped, oneSpaceIsLeftOfWhatPartsLines) {
  EXPECT_EQ(read("\n  one  \n\t two\t\r\n\f three \u00A0\n\u3000four\n"), "one two three four\n");
}

TEST(Wrapped, blankLinesWithinSentences) {
  EXPECT_EQ(read("It had ended,\nas they said,\n\nin the open sea.\n"),
            "It had ended, as they said, in the open sea.\n");
  EXPECT_EQ(read("It had ended.\n\nin the open sea.\n"), "It had ended.\nin the open sea.\n");
  EXPECT_EQ(read("It had ended,\nas they said\n\nIn the open.\n"), "It had ended, as they said\nIn the open.\n");
  EXPECT_EQ(read("A HEADING\n\nand a line.\n"), "A HEADING\nand a line.\n");
  EXPECT_EQ(read("They have commit-\n\nted it.\n"), "They have committed it.\n");
}

TEST(Wrapped, indentedFirstLinesWhereADocumentHasThem) {
  std::string text;
  std::string expected;
  for (int i = 0; i < 5; ++i) {
    text += "   The boat was late,\nand nobody knew of it.\n";
    expected += "The boat was late, and nobody knew of it.\n";
  }
  EXPECT_EQ(read(text), expected);
  EXPECT_EQ(read("The boat was\n   late, and\n nobody knew.\n"), "The boat was late, and nobody knew.\n");
}

TEST(Wrapped, scriptsWithoutSpaces) {
  EXPECT_EQ(read("渡船在我们\n到达码头。\n之前开走\n"), "渡船在我们到达码头。之前开走\n");
  EXPECT_EQ(read("フェリーは\nもう出た\n"), "フェリーはもう出た\n");
  EXPECT_EQ(read("เรือออก\nไปแล้ว\n"), "เรือออกไปแล้ว\n");
  EXPECT_EQ(read("渡船 ferry\n渡船\n"), "渡船 ferry 渡船\n");
  EXPECT_EQ(read("배가 이미\n떠났다\n"), "배가 이미 떠났다\n") << "Korean has spaces";
}

TEST(Wrapped, everyTokenLeadsBack) {
  const std::string bytes = "seven ter-\r\n\r\n  ritories lie\r\n";
  const WrappedReading reading = read_wrapped(bytes);
  ASSERT_EQ(reading.text, "seven territories lie\r\n");
  EXPECT_EQ(reading.sources[6], 6U);
  EXPECT_EQ(reading.sources[9], bytes.find("ritories"));
  EXPECT_EQ(reading.sources[17], bytes.find(" lie"));
}

TEST(Wrapped, spanAndPlaceOfASplitWord) {
  const std::string bytes = "First.\n\nThe seven ter-\nritories lie.\n";
  const WrappedEvidence evidence = corpus::testing::evidence_of(bytes);
  Document two = corpus::testing::document_of(bytes);
  BlockReader again{two, {}};
  const LayoutOptions options;
  const TurnMarker marker;
  WrappedReader reader{again, options, evidence, marker};
  const auto block = reader.next();
  ASSERT_TRUE(block);
  const auto begin = static_cast<std::uint32_t>(block->text.find("territories"));
  EXPECT_EQ(block->span(begin, begin + 11), (Span{18, 31}));
  EXPECT_EQ(block->place, (Place{1, 1}));
}

TEST(Wrapped, transcodedDocuments) {
  const std::string latin = "caf\xE9 ter-\nritories\n";
  const WrappedReading reading = read_wrapped(latin, {.decoding = {.encoding = "ISO-8859-1"}});
  EXPECT_EQ(reading.text, "caf\u00E9 territories\n");
  EXPECT_EQ(reading.sources[reading.text.find("ritories")], latin.find("ritories"));
}

TEST(Wrapped, longParagraphsComeInPartsBetweenWords) {
  std::string text;
  while (text.size() < 400'000) text += "and so it went on and on without\nan end that anybody could see, for\n";
  const WrappedReading reading = read_wrapped(text, {.chunks = {1000}});
  EXPECT_GT(reading.blocks.size(), 4U);
  EXPECT_EQ(reading.unfinished, reading.blocks.size() - 1);
  std::string expected = text;
  std::replace(expected.begin(), expected.end() - 1, '\n', ' ');
  EXPECT_EQ(reading.text, expected);
  std::size_t at = 0;
  for (const std::size_t size : reading.blocks) {
    EXPECT_LE(size, std::size_t{1} << 17);
    at += size;
    if (at == reading.text.size()) break;
    EXPECT_TRUE(reading.text[at - 1] == ' ' || reading.text[at - 1] == ',');
  }
}

TEST(Wrapped, aLineWithoutEnd) {
  const std::string line(300'000, 'x');
  EXPECT_EQ(read("one\n" + line + "\ntwo\n"), "one " + line + " two\n");
  std::string words;
  while (words.size() < 300'000) words += "word and ";
  EXPECT_EQ(read_wrapped("One\n" + words + "\nend.\n", {.chunks = {777}}).text,
            "One " + words.substr(0, words.size() - 1) + " end.\n");
  const std::string blanks(300'000, ' ');
  EXPECT_EQ(read("one.\n" + blanks + "\nTwo.\n"), "one.\nTwo.\n");
}

TEST(Wrapped, anyNumberOfBlankLines) {
  const std::string blank(1'000'000, '\n');
  const WrappedReading reading = read_wrapped("one,\ntwo" + blank + "three.\n");
  EXPECT_EQ(reading.text, "one, two\nthree.\n");
  EXPECT_EQ(reading.sources[9], 8 + blank.size());
}

TEST(Wrapped, aWordWithoutEnd) {
  std::string text;
  std::string word;
  for (int i = 0; i < 40'000; ++i) {
    text += "a-\n";
    word += "a";
  }
  EXPECT_EQ(read(text + "b\n"), word + "b\n");
}

TEST(Wrapped, emptyDocuments) {
  for (const char* bytes : {"", "\n", "\r\n\r\n", "  ", "\f", "\n\f\n \t"}) EXPECT_EQ(read(bytes), "") << bytes;
  EXPECT_EQ(read("x"), "x");
  EXPECT_EQ(read("-"), "-");
  EXPECT_EQ(read("a-\n"), "a-\n");
}

TEST(Wrapped, howTheBytesComeMakesNoDifference) {
  const std::string text =
      "The ferry left ter-\r\n\r\n12\r\n\f\u00FCber\u00AD\nall, ritories\rlie \u6E21\n\u8239.\n\nNext\n";
  const WrappedReading whole = read_wrapped(text);
  for (const std::size_t size : {1U, 2U, 3U, 5U, 7U}) {
    const WrappedReading parts = read_wrapped(text, {.chunks = {size}});
    EXPECT_EQ(parts.text, whole.text);
    EXPECT_EQ(parts.sources, whole.sources);
  }
}

TEST(Wrapped, truncatedAnywhereItStillLeadsBack) {
  const std::string text =
      "\f The fer-\r\n\n12\n\fA Title\nry le\u0301ft-\n\nand \u6E21\r\u8239-\n--\nQ.\n   Next ter\u00AD";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const std::string_view start = std::string_view(text).substr(0, size);
    if (unicode::valid_prefix(start) == size) read_wrapped(std::string(start));
  }
}

TEST(Wrapped, randomTextsLeadBack) {
  const std::vector<std::string> pieces = {"a",      "the ",    "Word", "-",      "\u00AD", "\n",   "\n\n",
                                           "\r\n",   "\r",      " ",    "\f",     ". ",     "12",   "\n7\n",
                                           "\u6E21", "e\u0301", "--",   "\u2010", "HEAD\n", "long", ","};
  std::mt19937 dice{20};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (unsigned i = 0; i < 200; ++i) text += pieces[dice() % pieces.size()];
    const WrappedReading reading = read_wrapped(text, {.chunks = {1 + dice() % 50}});
    // Nothing but white space, hyphens and running lines is left out where running lines are kept.
    const LayoutOptions keep{.running_lines = RunningLines::keep};
    const WrappedReading all = read_wrapped(text, {.options = keep});
    const std::set<std::uint64_t> kept(all.sources.begin(), all.sources.end());
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (std::string_view("aWordlngthe127HEAD.,").find(text[at]) != std::string_view::npos) {
        ASSERT_TRUE(kept.contains(at)) << text << " at " << at;
      }
    }
  }
}

TEST(Wrapped, turnsBeginParagraphs) {
  const std::vector<std::string> lines = {"Before it.", "ANNA: How are", "you?", "BERT:", "Well, and", "you?"};
  TurnFinder finder{{.marker = "[A-Z]+:"}, Layout::wrapped};
  std::string text;
  for (const std::string& line : lines) {
    finder.add({.line = line, .before = {}, .after_blank = false, .place = {}});
    text += line + "\n";
  }
  const WrappedReading reading = read_wrapped(text, {.marker = finder.decide()});
  EXPECT_EQ(reading.text, "Before it.\nANNA: How are you?\nBERT: Well, and you?\n");
  EXPECT_EQ(reading.turns, (std::vector<std::size_t>{11, 30}));
  EXPECT_EQ(reading.speech, (std::vector<std::string>{"How", "Well,"}));
}

TEST(SafeBreak, betweenLetters) {
  EXPECT_EQ(last_safe_break("so it was, he said", 0), 14U);
  EXPECT_EQ(last_safe_break("so it was. He", 0), 6U);
  EXPECT_EQ(last_safe_break("so it was. He", 7), std::nullopt);
  EXPECT_EQ(last_safe_break("3 4 5", 0), std::nullopt);
  EXPECT_EQ(last_safe_break("渡船，在", 0), 9U);
  EXPECT_EQ(last_safe_break("", 0), std::nullopt);
}

/// Which lines of the interview end in a hyphen, read off the page by hand; in two of them it belongs to the word.
class Interview : public ::testing::Test {
 protected:
  void SetUp() override {
#ifdef CORPUS_SHARED_DIR
    const auto path = std::filesystem::path(CORPUS_SHARED_DIR) / "texts/interviews/004_759cfd1d6b05c2ac.txt";
    std::ifstream file(path, std::ios::binary);
    bytes_ = {std::istreambuf_iterator<char>(file), {}};
#endif
    if (bytes_.empty()) GTEST_SKIP() << "the shared texts are not here";
    lines_.push_back(0);
    for (std::size_t at = 0; at < bytes_.size(); ++at) {
      if (bytes_[at] == '\n') lines_.push_back(at + 1);
    }
    reading_ = read_wrapped(bytes_);
  }

  /// Of the first and last byte that shows in a line, counted from 1.
  [[nodiscard]] std::size_t first_of(std::size_t line) const { return bytes_.find_first_not_of(' ', lines_[line - 1]); }
  [[nodiscard]] std::size_t last_of(std::size_t line) const { return bytes_.find_last_not_of(" \n", lines_[line] - 1); }

  /// What the text holds after the byte at `from` and before the one at `to`; nothing where either is left out.
  [[nodiscard]] std::optional<std::string> between(std::size_t from, std::size_t to) const {
    const auto begin = std::find(reading_.sources.begin(), reading_.sources.end(), from);
    const auto end = std::find(reading_.sources.begin(), reading_.sources.end(), to);
    if (begin == reading_.sources.end() || end == reading_.sources.end()) return std::nullopt;
    const auto at = static_cast<std::size_t>(begin - reading_.sources.begin()) + 1;
    return reading_.text.substr(at, static_cast<std::size_t>(end - reading_.sources.begin()) - at);
  }

  std::string bytes_;
  std::vector<std::size_t> lines_;
  WrappedReading reading_;
};

TEST_F(Interview, everyHyphenAtALineEndIsDecidedRight) {
  const std::vector<std::size_t> split = {33,  36,  39,  48,  50,  57,  62,  75,  83,  89,  97,  102, 105, 107,
                                          108, 109, 118, 122, 130, 134, 138, 171, 180, 183, 192, 198, 200, 225,
                                          236, 249, 255, 262, 269, 272, 277, 287, 291, 297, 299, 303, 311};
  ASSERT_EQ(split.size(), 41U);
  for (const std::size_t line : split) {
    ASSERT_EQ(bytes_[last_of(line)], '-') << line;
    const std::size_t next = line == 118 ? 120 : line + 1;
    EXPECT_EQ(between(last_of(line) - 1, first_of(next)), "") << "line " << line;
  }
  for (const std::size_t line : {22U, 77U}) {
    ASSERT_EQ(bytes_[last_of(line)], '-') << line;
    EXPECT_EQ(between(last_of(line) - 1, first_of(line + 1)), "-") << "line " << line;
  }
}

TEST_F(Interview, theFooterIsLeftOutAndTheSentenceAroundItIsOne) {
  for (std::size_t at = first_of(149); at <= last_of(149); ++at) {
    EXPECT_EQ(std::find(reading_.sources.begin(), reading_.sources.end(), at), reading_.sources.end());
  }
  EXPECT_EQ(between(last_of(142), first_of(151)), " ");
}

TEST_F(Interview, blankLinesWithinSentencesPartNothing) {
  for (const auto& [before, after] :
       {std::pair{3, 5}, {28, 30}, {46, 48}, {115, 117}, {176, 178}, {204, 206}, {258, 260}, {309, 311}}) {
    EXPECT_EQ(between(last_of(static_cast<std::size_t>(before)), first_of(static_cast<std::size_t>(after))), " ")
        << before;
  }
}

}  // namespace
}  // namespace corpus::text
