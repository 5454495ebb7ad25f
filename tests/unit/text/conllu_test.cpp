// SPDX-License-Identifier: MIT
#include "corpus/text/conllu.hpp"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "corpus/io/conllu.hpp"
#include "corpus/io/documents.hpp"
#include "corpus/text/place.hpp"
#include "corpus/text/units.hpp"
#include "random_conllu.hpp"
#include "reference/text/conllu.hpp"
#include "scripted_source.hpp"

namespace corpus::text {
namespace {

using corpus::testing::document_of;
using corpus::testing::random_conllu;
using reference::ConlluColumn;
using reference::ConlluToken;
using unicode::WordKind;

/// All that the blocks of a document say.
struct Read {
  std::string text;
  std::vector<ConlluToken> tokens;
  std::vector<WordKind> kinds;
  std::vector<std::string> blocks;
  std::vector<bool> begins_turn;
  std::size_t longest_raw = 0;
  std::optional<Problem> problem;
};

/// What must be so in every block.
void check(const Block& block) {
  EXPECT_TRUE(block.pretokenized);
  ASSERT_FALSE(block.text.empty());
  ASSERT_FALSE(block.sentence_ends.empty());
  EXPECT_EQ(block.sentence_ends.back(), block.text.size());
  EXPECT_TRUE(std::is_sorted(block.sentence_ends.begin(), block.sentence_ends.end(), std::less_equal<>()));
  EXPECT_EQ(block.text.find('\n'), block.line_goes_on ? std::string::npos : block.text.size() - 1);
  for (std::uint32_t at = 0; at < block.text.size(); ++at) {
    const char source = block.raw[block.raw_begin(at)];
    EXPECT_TRUE(block.text[at] == source || block.text[at] == ' ' || block.text[at] == '\n') << at;
  }
}

void add(Read& read, const Block& block, std::uint64_t& sentences) {
  PlaceFinder places{block};
  std::size_t sentence = 0;
  for (const GivenToken& token : block.tokens) {
    while (block.sentence_ends[sentence] <= token.begin) ++sentence;
    const Span span = block.span(token.begin, token.end);
    const Place place = places.at(token.begin);
    read.tokens.push_back({.form = std::string(block.text.substr(token.begin, token.end - token.begin)),
                           .value = std::string(token.value),
                           .begin = span.begin,
                           .end = span.end,
                           .line = place.line,
                           .column = place.column,
                           .sentence = sentences + sentence + 1,
                           .paragraph = block.paragraph,
                           .turn = block.turn,
                           .speaker = std::string(block.speaker),
                           .lemma = std::string(token.lemma),
                           .upos = std::string(token.upos)});
    read.kinds.push_back(token.kind);
  }
  sentences += block.sentence_ends.size();
  read.text += block.text;
  read.blocks.emplace_back(block.text);
  read.begins_turn.push_back(block.begins_turn);
  read.longest_raw = std::max(read.longest_raw, block.raw.size());
}

Read read(Document& document, Attribute attribute = Attribute::form) {
  Read found;
  std::uint64_t sentences = 0;
  try {
    BlockReader blocks{document, {}};
    ConlluReader reader{blocks, document.name, attribute};
    std::optional<std::uint64_t> end;
    while (const auto block = reader.next()) {
      check(*block);
      EXPECT_EQ(block->offset, end.value_or(block->offset)) << "a gap in the raw text";
      end = block->offset + block->bytes();
      add(found, *block, sentences);
    }
  } catch (const Error& error) {
    found.problem = error.problem();
  }
  return found;
}

Read read(const std::string& file, Attribute attribute = Attribute::form, const std::vector<std::size_t>& sizes = {}) {
  Document document = document_of(file, sizes);
  return read(document, attribute);
}

/// A row whose other columns say nothing.
std::string row(const std::string& id, const std::string& form, const std::string& misc = "_") {
  return id + '\t' + form + "\t_\t_\t_\t_\t_\t_\t_\t" + misc + '\n';
}

std::vector<std::string> values(const Read& read) {
  std::vector<std::string> found;
  for (const ConlluToken& token : read.tokens) found.push_back(token.value);
  return found;
}

TEST(ConlluReader, MakesTextOfFormsAndKeepsTheirPlaces) {
  const std::string file =
      "# text = It snowed.\n" + row("1", "It") + row("2", "snowed", "SpaceAfter=No") + row("3", ".") + "\n";
  const Read found = read(file);
  EXPECT_EQ(found.text, "It snowed.\n");
  ASSERT_EQ(found.tokens.size(), 3U);
  // The comment takes 20 bytes, and a row with a form of two 21: seven columns of two bytes behind it, one of one.
  EXPECT_EQ(found.tokens[0], (ConlluToken{"It", "It", 22, 24, 2, 3, 1, 1}));
  EXPECT_EQ(found.tokens[1].begin, 43U);
  EXPECT_EQ(found.tokens[1].end, 49U);
  EXPECT_EQ(found.tokens[2].line, 4U);
  EXPECT_EQ(found.kinds, (std::vector{WordKind::word, WordKind::word, WordKind::punctuation}));
}

TEST(ConlluReader, CountsAMultiwordTokenOnceByItsFormAndByItsWordsOtherwise) {
  const std::string file =
      "1\tVa\tir\tVERB\t_\t_\t0\t_\t_\t_\n"
      "2-3\tal\t_\t_\t_\t_\t_\t_\t_\t_\n"
      "2\ta\ta\tADP\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
      "3\tel\tel\tDET\t_\t_\t_\t_\t_\t_\n"
      "3.1\tvoy\tir\tVERB\t_\t_\t_\t_\t_\t_\n"
      "4\tmar\tmar\tNOUN\t_\t_\t_\t_\t_\tSpaceAfter=No\n\n";
  const Read forms = read(file);
  EXPECT_EQ(forms.text, "Va al mar\n");
  EXPECT_EQ(values(forms), (std::vector<std::string>{"Va", "al", "mar"}));
  const Read lemmas = read(file, Attribute::lemma);
  EXPECT_EQ(lemmas.text, "Va al mar\n");
  EXPECT_EQ(values(lemmas), (std::vector<std::string>{"ir", "a", "el", "mar"}));
  EXPECT_EQ(lemmas.tokens[1].form, "al");
  EXPECT_EQ(lemmas.tokens[2].form, "al");
  EXPECT_EQ(lemmas.tokens[1].begin, lemmas.tokens[2].begin);
  EXPECT_EQ(lemmas.tokens[1].line, 2U);
  EXPECT_EQ(values(read(file, Attribute::upos)), (std::vector<std::string>{"VERB", "ADP", "DET", "NOUN"}));
}

TEST(ConlluReader, GivesLemmaAndPartOfSpeechOfEachWord) {
  const std::string file =
      "1\tVa\tir\tVERB\t_\t_\t0\t_\t_\t_\n"
      "2-3\tal\tno\tNONE\t_\t_\t_\t_\t_\t_\n"
      "2\ta\ta\tADP\t_\t_\t_\t_\t_\t_\n"
      "3\tel\tel\t_\t_\t_\t_\t_\t_\t_\n"
      "4\tmar\t_\tNOUN\t_\t_\t_\t_\t_\t_\n\n";
  using Texts = std::vector<std::string>;
  const auto lemmas = [](const Read& read) {
    Texts found;
    for (const ConlluToken& token : read.tokens) found.push_back(token.lemma + '/' + token.upos);
    return found;
  };
  EXPECT_EQ(lemmas(read(file)), (Texts{"ir/VERB", "/", "/NOUN"})) << "a multiword token has neither";
  for (const Attribute attribute : {Attribute::lemma, Attribute::upos, Attribute::word}) {
    EXPECT_EQ(lemmas(read(file, attribute)), (Texts{"ir/VERB", "a/ADP", "el/", "/NOUN"}));
  }
  const Read words = read(file, Attribute::word);
  EXPECT_EQ(values(words), (Texts{"Va", "a", "el", "mar"}));
  EXPECT_EQ(words.tokens[2].form, "al");
}

TEST(ConlluReader, TakesTheFormForALemmaThatIsNotGiven) {
  const std::string file = row("1", "Snow") + row("2", "_") + "\n";
  EXPECT_EQ(values(read(file, Attribute::lemma)), (std::vector<std::string>{"Snow", "_"}));
  EXPECT_EQ(values(read(file, Attribute::upos)), (std::vector<std::string>{"_", "_"}));
}

TEST(ConlluReader, BeginsParagraphsAndTurns) {
  const auto sentence = [](const std::string& comments, const std::string& form) {
    return comments + row("1", form) + "\n";
  };
  const std::string file = sentence("# newdoc id = d\n", "a") + sentence("# sent_id = 2\n# newpar id = p\n", "b") +
                           sentence("# speaker = Ann\n# speaker_id = 7\n", "c") +
                           sentence("# speaker = Ann\n# speaker_id = 8\n", "d") + sentence("# speaker_id = Bo\n", "e") +
                           sentence("# newpar\n# speaker_id = Bo\n", "f") + sentence("", "g") +
                           sentence("#speaker=Ann\n", "h");
  const Read found = read(file);
  EXPECT_EQ(found.blocks, (std::vector<std::string>{"a\n", "b\n", "c d\n", "e\n", "f\n", "g\n", "h\n"}));
  EXPECT_EQ(found.begins_turn, (std::vector{false, false, true, true, false, false, true}));
  std::vector<std::uint64_t> turns;
  std::vector<std::string> speakers;
  for (const ConlluToken& token : found.tokens) {
    turns.push_back(token.turn);
    speakers.push_back(token.speaker);
  }
  EXPECT_EQ(turns, (std::vector<std::uint64_t>{0, 0, 1, 1, 2, 2, 0, 3}));
  EXPECT_EQ(speakers, (std::vector<std::string>{"", "", "Ann", "Ann", "Bo", "Bo", "", "Ann"}));
  EXPECT_EQ(found.tokens.back().paragraph, 7U);
}

TEST(ConlluReader, ASentenceWithoutFormsGivesAwayItsParagraphAndKeepsItsSpeaker) {
  const std::string empty_node = "0.1" + row("", "a");
  const Read found = read(row("1", "a") + "\n# newpar\n# speaker = Ann\n" + empty_node + "\n" + row("1", "b") + "\n");
  EXPECT_EQ(found.blocks, (std::vector<std::string>{"a\n", "b\n"}));
  EXPECT_EQ(found.tokens.back().turn, 0U);
}

TEST(ConlluReader, BeginsAParagraphWhereADocumentBegins) {
  EXPECT_EQ(read(row("1", "a") + "\n# newdoc id = d\n" + row("1", "b")).text, "a\nb\n");
}

TEST(ConlluReader, HasNoBlockWhereThereIsNoForm) {
  for (const std::string file : {"", "\n", "# newdoc\n", "# newdoc\n\n\n", "0.1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n\n"}) {
    const Read found = read(file);
    EXPECT_TRUE(found.blocks.empty()) << file;
    EXPECT_FALSE(found.problem) << file;
  }
}

TEST(ConlluReader, DividesALongParagraphBetweenSentences) {
  std::string file = "# newpar\n";
  for (int i = 0; i < 5000; ++i) file += row("1", "snow") + row("2", "fell") + "\n";
  Document document = document_of(file);
  BlockReader blocks{document, {}};
  ConlluReader reader{blocks, "a", Attribute::form};
  std::size_t count = 0;
  std::string text;
  bool goes_on = false;
  while (const auto block = reader.next()) {
    ++count;
    text += block->text;
    goes_on = block->line_goes_on;
    EXPECT_EQ(goes_on, text.size() < 50000) << "10 bytes a sentence";
    EXPECT_EQ(block->paragraph, 1U);
    EXPECT_LT(block->raw.size(), std::size_t{3} << 15);
    EXPECT_TRUE(block->text.starts_with("snow fell ")) << "a block begins with a sentence";
  }
  EXPECT_FALSE(goes_on);
  EXPECT_GT(count, 3U);
  EXPECT_EQ(text.size(), 50000U);
}

TEST(ConlluReader, ReadsCommentsLongerThanABlock) {
  std::string words;
  for (int i = 0; i < 30000; ++i) words += "snow ";
  const Read found = read("# text = " + words + "\n# speaker = Ann\n" + row("1", "a") + "\n");
  EXPECT_FALSE(found.problem);
  ASSERT_EQ(found.tokens.size(), 1U);
  EXPECT_EQ(found.tokens[0].line, 3U);
  EXPECT_EQ(found.tokens[0].speaker, "Ann");
  EXPECT_EQ(read("# text = " + words + "\n" + row("1", "a") + "2").problem->line, 3U);
}

/// What a reader must find in a document, with offsets and lines of the file.
void expect_same(const Read& found, const reference::ConlluDocument& expected) {
  EXPECT_FALSE(found.problem) << found.problem->cause;
  EXPECT_EQ(found.text, expected.text);
  ASSERT_EQ(found.tokens.size(), expected.tokens.size());
  for (std::size_t i = 0; i < found.tokens.size(); ++i) {
    const ConlluToken& token = found.tokens[i];
    ASSERT_EQ(token, expected.tokens[i]) << i << ": " << token.form << ' ' << token.value << " at " << token.begin
                                         << ", line " << token.line << ':' << token.column << ", sentence "
                                         << token.sentence << ", paragraph " << token.paragraph << ", turn "
                                         << token.turn << " of " << token.speaker;
  }
}

constexpr std::array<std::pair<Attribute, ConlluColumn>, 4> attributes{{{Attribute::form, ConlluColumn::form},
                                                                        {Attribute::word, ConlluColumn::word},
                                                                        {Attribute::lemma, ConlluColumn::lemma},
                                                                        {Attribute::upos, ConlluColumn::upos}}};

TEST(ConlluReader, AgreesWithItsTwinOnRandomFiles) {
  std::mt19937 random(6);
  for (int round = 0; round < 400; ++round) {
    const std::string_view line_end = std::array{"\n", "\r\n", "\n", "\r"}[random() % 4];
    const std::string file =
        random_conllu(random, {.sentences = 1 + random() % (round % 40 == 0 ? 2000 : 30), .line_end = line_end});
    const auto [attribute, column] = attributes[random() % attributes.size()];
    std::vector<std::size_t> sizes;
    if (random() % 2 == 0) sizes = {1 + random() % 50, 1 + random() % 5000};
    const auto expected = conllu_documents(file, column);
    ASSERT_EQ(expected.size(), 1U);
    expect_same(read(file, attribute, sizes), expected[0]);
    if (HasFailure()) FAIL() << "round " << round << '\n' << file.substr(0, 2000);
  }
}

/// Where in UTF-16 with a byte order mark each byte of `text` stands, and its end.
std::vector<std::uint64_t> places_in_utf16(const std::string& text) {
  std::vector<std::uint64_t> places;
  std::uint64_t at = 2;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    places.push_back(at);
    if ((byte & 0xC0U) != 0x80U) at += byte >= 0xF0 ? 4 : 2;
  }
  // A character begins where its first byte does, and what follows it stands behind it.
  std::vector<std::uint64_t> begins(text.size() + 1, at);
  std::uint64_t begin = 2;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) begin = places[i];
    begins[i] = begin;
  }
  return begins;
}

TEST(ConlluReader, KeepsThePlacesOfATranscodedFile) {
  std::mt19937 random(16);
  for (int round = 0; round < 20; ++round) {
    const std::string file = random_conllu(random, {.sentences = round == 0 ? 2000U : 20U});
    std::string utf16 = "\xFF\xFE";
    const auto units = icu::UnicodeString::fromUTF8(file);
    for (int32_t i = 0; i < units.length(); ++i) {
      utf16 += static_cast<char>(units[i] & 0xFF);
      utf16 += static_cast<char>(units[i] >> 8);
    }
    const auto places = places_in_utf16(file);
    auto expected = reference::conllu_documents(file, ConlluColumn::lemma).at(0);
    for (ConlluToken& token : expected.tokens) {
      token.begin = places[token.begin];
      token.end = places[token.end];
    }
    expect_same(read(utf16, Attribute::lemma, {1 + random() % 10000}), expected);
    if (HasFailure()) FAIL() << "round " << round;
  }
}

struct BadFile {
  std::string file;
  std::uint64_t line;
  std::uint64_t column;
  std::string cause;
};

TEST(ConlluReader, NamesThePlaceOfWhatIsMalformed) {
  const std::string tabs8 = "\t_\t_\t_\t_\t_\t_\t_\t_";
  const std::vector<BadFile> bad{
      {"1\ta\n", 1, 1, "2 columns"},
      {"no table\n", 1, 1, "1 column,"},
      {row("1", "a") + row("2", "b", "_\t_") + "\n", 2, 1, "11 columns"},
      {"x\ta" + tabs8 + "\n", 1, 1, "no number of a row"},
      {"\ta" + tabs8 + "\n", 1, 1, "no number of a row"},
      {row("1a", "a"), 1, 1, "no number of a row"},
      {row("1-", "a"), 1, 1, "no number of a row"},
      {row("1-2-3", "a"), 1, 1, "no number of a row"},
      {row("-1", "a"), 1, 1, "no number of a row"},
      {row("99999999999999999999", "a"), 1, 1, "no number of a row"},
      {"# x\n" + row("2", "a"), 2, 1, "row 2 stands where 1 would"},
      {row("1", "a") + row("3", "a"), 2, 1, "row 3 stands where 2 would"},
      {row("1", "a") + row("1", "a"), 2, 1, "row 1 stands where 2 would"},
      {row("1", "a") + row("1.2", "a"), 2, 1, "row 1.2 stands where 1.1 would"},
      {row("1", "a") + row("0.1", "a"), 2, 1, "row 0.1 stands where 1.1 would"},
      {row("1-2", "a") + row("1", "a") + "\n", 3, 1, "ends within the range 1-2"},
      {row("1-2", "a") + row("1", "a"), 3, 1, "ends within the range 1-2"},
      {row("2-3", "a"), 1, 1, "row 2-3 stands where 1 would"},
      {row("1-3", "a") + row("1", "a") + row("2-3", "b"), 3, 1, "begins within the range 1-3"},
      {row("1", "a") + row("2-1", "a"), 2, 1, "runs backwards"},
      {row("1", "a") + row("2", ""), 2, 3, "without a form"},
      {row("1", " "), 1, 3, "without a form"},
      {row("1", "a") + "# x\n", 2, 1, "comment between the rows"},
      {row("1", "a") + "\n" + row("1", "b") + "2\t\xE9\n", 4, 3, "not valid UTF-8"},
  };
  for (const BadFile& each : bad) {
    const Read found = read(each.file);
    ASSERT_TRUE(found.problem) << each.file;
    EXPECT_EQ(found.problem->file, "a.txt");
    EXPECT_EQ(found.problem->line, each.line) << each.file;
    EXPECT_EQ(found.problem->column, each.column) << each.file;
    EXPECT_NE(found.problem->cause.find(each.cause), std::string::npos) << found.problem->cause;
  }
}

TEST(ConlluReader, GivesWhatStandsBeforeAProblem) {
  const Read found = read(row("1", "a") + "\n" + row("1", "b") + row("2", "c") + row("4", "d"));
  EXPECT_TRUE(found.problem);
  EXPECT_EQ(found.text, "a b c\n");
  EXPECT_EQ(found.tokens.size(), 3U);
}

TEST(ConlluReader, RefusesARowLongerThanABlock) {
  std::string form;
  for (int i = 0; i < 30000; ++i) form += "snow ";
  const Read found = read(row("1", "a") + row("2", form));
  ASSERT_TRUE(found.problem);
  EXPECT_EQ(found.problem->line, 2U);
  EXPECT_EQ(found.problem->cause, "a row of over 64 KiB");
}

TEST(ConlluReader, RefusesASentenceWithoutEnd) {
  std::string file;
  for (int i = 1; file.size() < (std::size_t{18} << 20); ++i) file += row(std::to_string(i), std::string(200, 'a'));
  const Read found = read(file);
  ASSERT_TRUE(found.problem);
  EXPECT_EQ(found.problem->cause, "16 MiB without the end of a sentence");
  EXPECT_LT(found.longest_raw, std::size_t{17} << 20);
}

TEST(ConlluReader, SurvivesTruncationAtEveryByte) {
  std::mt19937 random(3);
  const std::string file = random_conllu(random, {.sentences = 12});
  const Read whole = read(file);
  ASSERT_FALSE(whole.problem);
  for (std::size_t size = 0; size < file.size(); ++size) {
    const Read part = read(file.substr(0, size));
    ASSERT_LE(part.tokens.size(), whole.tokens.size());
    for (std::size_t i = 0; i < part.tokens.size(); ++i) {
      EXPECT_EQ(part.tokens[i].form, whole.tokens[i].form);
      EXPECT_EQ(part.tokens[i].begin, whole.tokens[i].begin);
    }
    EXPECT_TRUE(!part.problem || part.problem->line > 0);
  }
}

TEST(ConlluReader, SurvivesRandomDamage) {
  std::mt19937 random(4);
  const std::string file = random_conllu(random, {.sentences = 12});
  for (int round = 0; round < 2000; ++round) {
    std::string damaged = file;
    for (std::size_t times = 1 + random() % 3; times > 0; --times) {
      const std::size_t at = random() % damaged.size();
      switch (random() % 3) {
        case 0:
          damaged.erase(at, 1 + random() % 30);
          break;
        case 1:
          damaged.insert(at, damaged.substr(random() % damaged.size(), random() % 40));
          break;
        default:
          damaged[at] = std::array{'\t', '\n', '\r', '#', '1', '-', '.', ' '}[random() % 8];
      }
    }
    const Read found = read(damaged);
    EXPECT_TRUE(!found.problem || found.problem->line > 0);
    if (HasFailure()) FAIL() << damaged;
  }
}

class EnglishWebTreebank : public ::testing::Test {
 protected:
  void SetUp() override {
    std::ifstream stream(CORPUS_SHARED_DIR "/texts/en_ewt-ud-dev.conllu", std::ios::binary);
    if (!stream) GTEST_SKIP() << "the treebank is not here";
    file_.assign(std::istreambuf_iterator<char>(stream), {});
  }

  std::string file_;
};

TEST_F(EnglishWebTreebank, AgreesWithTheTwinDocumentByDocument) {
  for (const auto& [attribute, column] : attributes) {
    const auto expected = reference::conllu_documents(file_, column);
    const auto documents = io::open_conllu("en", document_of(file_).bytes);
    std::size_t count = 0;
    std::size_t tokens = 0;
    while (auto document = documents->next()) {
      ASSERT_LT(count, expected.size());
      EXPECT_EQ(document->name, "en!" + expected[count].id);
      const Read found = read(*document, attribute);
      expect_same(found, expected[count]);
      tokens += found.tokens.size();
      ++count;
    }
    EXPECT_EQ(count, 318U);  // grep -c '^# newdoc'
    // 25147 rows begin with a number and a tab, 359 with a range, and the ranges cover 719 (grep -cP, awk)
    EXPECT_EQ(tokens, attribute == Attribute::form ? 25147U - 719 + 359 : 25147U);
  }
}

TEST_F(EnglishWebTreebank, MakesTheTextThatItsCommentsGive) {
  std::vector<std::string> expected;
  for (std::size_t at = 0; at < file_.size();) {
    const std::string line = file_.substr(at, file_.find('\n', at) - at);
    at += line.size() + 1;
    if (line.starts_with("# text = ")) expected.push_back(line.substr(9));
  }
  Document document = document_of(file_);
  BlockReader blocks{document, {}};
  ConlluReader reader{blocks, "en", Attribute::form};
  std::vector<std::string> sentences;
  std::uint64_t paragraphs = 0;
  while (const auto block = reader.next()) {
    std::uint32_t begin = 0;
    for (const std::uint32_t end : block->sentence_ends) {
      const Stretch stretch = without_outer_white_space(block->text, begin, end);
      sentences.emplace_back(block->text.substr(stretch.begin, stretch.end - stretch.begin));
      begin = end;
    }
    paragraphs = block->paragraph;
  }
  EXPECT_EQ(sentences, expected);
  EXPECT_EQ(sentences.size(), 2001U);  // grep -c '^# sent_id'
  EXPECT_EQ(paragraphs, 750U);         // grep -c '^# newpar'
}

}  // namespace
}  // namespace corpus::text
