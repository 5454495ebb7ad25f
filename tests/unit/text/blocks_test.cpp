// SPDX-License-Identifier: MIT
#include "corpus/text/blocks.hpp"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "corpus/text/tokenizer.hpp"
#include "corpus/text/units.hpp"
#include "corpus/unicode/sentence.hpp"
#include "corpus/unicode/utf8.hpp"
#include "reference/text/place.hpp"
#include "scripted_source.hpp"
#include "unit/unicode/random_text.hpp"

namespace corpus::text {
namespace {

using namespace std::string_literals;
using corpus::testing::document_of;
using corpus::testing::problem_of;
using unicode::OnInvalid;

struct FoundToken {
  std::string form;
  std::string type;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;

  bool operator==(const FoundToken&) const = default;
};

/// All that blocks say of a document, put together.
struct Whole {
  std::string text;
  std::vector<std::size_t> block_ends;
  std::size_t longest_block = 0;
  std::vector<FoundToken> tokens;
  std::vector<std::size_t> sentence_ends;
  UnitCounts units;
  std::uint64_t bytes = 0;
  std::optional<Problem> problem;
};

const TokenizerOptions& everything() {
  static const TokenizerOptions options{.punctuation = Punctuation::keep, .hyphens = Hyphens::join};
  return options;
}

void add_tokens(Whole& whole, Tokenizer& tokenizer, const Block& block) {
  tokenizer.start(block.text);
  for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
    for (const Token& token : batch) {
      const Span span = block.span(token.begin, token.end);
      whole.tokens.push_back({std::string(token.form(block.text)), std::string(token.type()), span.begin, span.end});
    }
  }
}

Whole read(const std::string& bytes, const DecodingOptions& options = {}, const std::vector<std::size_t>& sizes = {}) {
  static const auto english = unicode::Abbreviations::of_language("en");
  Document document = document_of(bytes, sizes);
  Tokenizer tokenizer{everything()};
  UnitCounter units{english};
  Whole whole;
  try {
    BlockReader reader{document, options};
    while (const auto block = reader.next()) {
      EXPECT_FALSE(block->text.empty());
      // What is asked of every block, for it is cheap; places are compared in tests of their own.
      EXPECT_EQ(block->offset, block->span(0, 0).begin);
      for (const Sentence& sentence : units.add(*block)) {
        if (!sentence.goes_on) whole.sentence_ends.push_back(whole.text.size() + sentence.end);
      }
      add_tokens(whole, tokenizer, *block);
      whole.text += block->text;
      whole.block_ends.push_back(whole.text.size());
      whole.longest_block = std::max(whole.longest_block, block->text.size());
      whole.bytes = reader.bytes_read();
    }
    whole.bytes = reader.bytes_read();
  } catch (const Error& error) {
    whole.problem = error.problem();
  }
  whole.units = units.counts();
  return whole;
}

/// The same without blocks.
Whole read_at_once(const std::string& text) {
  static const auto english = unicode::Abbreviations::of_language("en");
  Whole whole;
  whole.text = text;
  if (text.empty()) return whole;
  Tokenizer tokenizer{everything()};
  const Block block = Block::of(text);
  add_tokens(whole, tokenizer, block);
  for (const std::uint32_t end : unicode::sentence_ends(text, english)) whole.sentence_ends.push_back(end);
  UnitCounter units{english};
  units.add(block);
  whole.units = units.counts();
  return whole;
}

void expect_same(const Whole& blocks, const Whole& whole) {
  ASSERT_FALSE(blocks.problem) << blocks.problem->cause << " at " << blocks.problem->line << ':'
                               << blocks.problem->column;
  ASSERT_TRUE(blocks.text == whole.text);
  ASSERT_EQ(blocks.tokens.size(), whole.tokens.size());
  for (std::size_t i = 0; i < whole.tokens.size(); ++i) {
    ASSERT_TRUE(blocks.tokens[i] == whole.tokens[i])
        << blocks.tokens[i].form << " at " << blocks.tokens[i].begin << " for " << whole.tokens[i].form << " at "
        << whole.tokens[i].begin;
  }
  ASSERT_TRUE(blocks.sentence_ends == whole.sentence_ends);
  ASSERT_EQ(blocks.units.characters, whole.units.characters);
  ASSERT_EQ(blocks.units.lines, whole.units.lines);
  ASSERT_EQ(blocks.units.paragraphs, whole.units.paragraphs);
  ASSERT_EQ(blocks.units.sentences, whole.units.sentences);
}

const unicode::testing::RandomText& random_text() {
  static const unicode::testing::RandomText random_text{60};
  return random_text;
}

/// In chunks of one byte, of a few, of many, or as they are asked for.
std::vector<std::size_t> random_sizes(std::mt19937& random) {
  switch (random() % 4) {
    case 0:
      return {1};
    case 1:
      return {1 + random() % 9, 1 + random() % 9, 1 + random() % 9};
    case 2:
      return {1 + random() % 40000, 1 + random() % 40000};
    default:
      return {};
  }
}

TEST(Blocks, ShortTexts) {
  EXPECT_TRUE(read("").text.empty());
  EXPECT_TRUE(read("").block_ends.empty());
  for (const std::string text : {"a", "a\n", "\n", "\r", "\r\n", "é", "a\r\nb\rc\nd", "\r\r\n\n"}) {
    for (const std::size_t size : {1U, 2U, 3U, 100U}) {
      const Whole whole = read(text, {}, {size});
      EXPECT_EQ(whole.text, text);
      EXPECT_EQ(whole.bytes, text.size());
      EXPECT_FALSE(whole.problem);
    }
  }
}

TEST(Blocks, LinesByHand) {
  Document document = document_of("ab\r\ncd\r", {3, 1, 2, 1});
  BlockReader reader{document, {}};
  const auto first = reader.next();
  ASSERT_TRUE(first);
  EXPECT_EQ(first->text, "ab\r\n");
  EXPECT_EQ(first->place, (Place{1, 1}));
  EXPECT_FALSE(first->line_goes_on);
  const auto second = reader.next();
  ASSERT_TRUE(second);
  EXPECT_EQ(second->text, "cd\r");
  EXPECT_EQ(second->place, (Place{2, 1}));
  EXPECT_EQ(second->offset, 4U);
  EXPECT_EQ(second->span(0, 2), (Span{4, 6}));
  EXPECT_FALSE(reader.next());
  EXPECT_FALSE(reader.next());
  EXPECT_EQ(reader.bytes_read(), 7U);
}

TEST(Blocks, EndAtReturnsToo) {  // each chunk ends with one, which an LF might have followed
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "a\r";
  EXPECT_LE(read(text, {}, {2}).longest_block, 4U);
}

TEST(Blocks, AreTheTextInSmallTexts) {
  std::mt19937 random(20);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t lines = random() % 6; lines > 0; --lines) {
      text += random_text()(random() % 12, random) + std::array{"\n", "\r", "\r\n", "\n\n", " ", ""}[random() % 6];
    }
    expect_same(read(text, {}, random_sizes(random)), read_at_once(text));
    if (HasFatalFailure()) FAIL() << ::testing::PrintToString(text);
  }
}

/// Words of several scripts with marks, numbers, abbreviations and sentence ends between them, no line end.
std::string random_prose(std::size_t size, std::mt19937& random) {
  static const std::vector<std::string> words = {
      "a",    "I",    "Snow", "said", "Mr", "J",   "étude", "ὀδός", "Ж",       "снег", "مرحبا", "א", "漢字", "ひら",
      "カタ", "ภาษา", "한국", "U",    "S",  "etc", "3",     "1990", "e\u0301", "ſo",   "p",     "m", "z",    "B"};
  static const std::vector<std::string> marks = {
      " ",  " ",  " ",  " ",  " ",      ", ",     ",",      ". ",      ".", "! ", "-",      "’", "“ ", "” ", ".” ", "…",
      "、", "。", "，", "، ", "\u0301", "\u00AD", "\u200D", " \u0301", "😀", "  ", "\u00A0", ":", "@",  "_",  "'"};
  std::string text;
  while (text.size() < size) text += words[random() % words.size()] + marks[random() % marks.size()];
  return text;
}

TEST(Blocks, AreTheTextInLongLines) {
  std::mt19937 random(21);
  bool broken_in_line = false;
  for (int round = 0; round < 12; ++round) {
    std::string text = "First line.\n";
    for (int line = 0; line < 3; ++line) {
      const std::size_t size = 50000 + random() % 100000;
      text += round % 3 == 0 ? random_text()(size / 3, random) : random_prose(size, random);
      text += std::array{"\n", "\r", "\r\n", ""}[random() % 4];
    }
    const Whole blocks = read(text, {}, {1000 + random() % 100000, 1000 + random() % 30000});
    expect_same(blocks, read_at_once(text));
    if (HasFatalFailure()) FAIL() << "round " << round;
    for (const std::size_t end : blocks.block_ends) {
      broken_in_line = broken_in_line || (end < text.size() && text[end - 1] != '\n' && text[end - 1] != '\r');
    }
  }
  EXPECT_TRUE(broken_in_line);
}

TEST(Blocks, PlacesAreThoseOfTheWholeText) {
  std::mt19937 random(22);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    if (round % 30 == 0) text = random_prose(200000, random);
    for (std::size_t lines = random() % 8; lines > 0; --lines) {
      text += random_text()(random() % 12, random) + std::array{"\n", "\r", "\r\n", ""}[random() % 4];
    }
    Document document = document_of(text, round % 30 == 0 ? std::vector<std::size_t>{} : random_sizes(random));
    BlockReader reader{document, {}};
    std::uint64_t offset = 0;
    while (const auto block = reader.next()) {
      ASSERT_EQ(block->offset, offset);
      ASSERT_EQ(block->place, reference::place_of(text, offset));
      offset += block->text.size();
      const bool within_line = offset < text.size() && text[offset - 1] != '\n' && text[offset - 1] != '\r';
      ASSERT_EQ(block->line_goes_on, within_line);
    }
    ASSERT_EQ(offset, text.size());
  }
}

TEST(Blocks, StaySmallInAnEndlessLine) {
  std::string text;
  for (int i = 0; i < 20000000; ++i) text += {static_cast<char>('a' + i % 26), ' '};
  Document document = document_of(std::move(text));
  BlockReader reader{document, {}};
  std::uint64_t size = 0;
  std::size_t longest = 0;
  while (const auto block = reader.next()) {
    ASSERT_EQ(block->place, (Place{1, size + 1}));
    size += block->text.size();
    longest = std::max(longest, block->text.size());
  }
  EXPECT_EQ(size, 40000000U);
  EXPECT_LE(longest, std::size_t{1} << 17);
}

TEST(Blocks, StaySmallWhateverTheChunks) {  // spaces at the front only, in chunks so small that they come one by one
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "a ";
  text += std::string(300000, 'x');
  Document document = document_of(text, {1000});
  BlockReader reader{document, {}};
  EXPECT_EQ(reader.next()->text.size(), 20000U);
  EXPECT_EQ(reader.next()->text.size(), 300000U);
}

TEST(Blocks, ARunWithoutAnyPlaceToBreakIsOneBlock) {
  for (const std::string& text : {std::string(3000000, 'x'), std::string(3000000, '1'), std::string(3000000, ' ')}) {
    const Whole whole = read(text);
    EXPECT_TRUE(whole.text == text);
    EXPECT_EQ(whole.block_ends.size(), 1U);
  }
}

// Encodings.

std::string encoded(const std::string& text, const char* encoding) {
  const auto units = icu::UnicodeString::fromUTF8(text);
  std::string bytes(text.size() * 4 + 16, '\0');
  const int32_t size =
      units.extract(0, units.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), encoding);
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

std::string decoded(std::string_view bytes, const char* encoding) {
  std::string text;
  icu::UnicodeString(bytes.data(), static_cast<int32_t>(bytes.size()), encoding).toUTF8String(text);
  return text;
}

struct Encoding {
  const char* name;
  std::vector<std::string> words;
};

class EncodedBlocks : public ::testing::TestWithParam<Encoding> {};

TEST_P(EncodedBlocks, HaveTheTokensOfTheTextAndTheirBytes) {
  const auto& [name, words] = GetParam();
  std::mt19937 random(23);
  for (int round = 0; round < 60; ++round) {
    std::string text;
    const std::size_t count = round % 20 == 0 ? 40000 : random() % 60;
    for (std::size_t i = 0; i < count; ++i) {
      text += words[random() % words.size()];
      text += std::array{" ", " ", ", ", ". ", "-", ""}[random() % 6];
      if (count < 100 || random() % 5000 == 0) text += std::array{"\n", "\r", "\r\n", "", "", ""}[random() % 6];
    }
    const std::string bytes = encoded(text, name);
    auto sizes = random_sizes(random);
    if (count > 100) sizes = {10000 + random() % 10000};
    const Whole blocks = read(bytes, {.encoding = name}, sizes);
    Whole whole = read_at_once(text);
    ASSERT_EQ(blocks.tokens.size(), whole.tokens.size());
    for (std::size_t i = 0; i < whole.tokens.size(); ++i) {
      const auto& [form, type, begin, end] = blocks.tokens[i];
      ASSERT_EQ(decoded(std::string_view(bytes).substr(begin, end - begin), name), form);
      whole.tokens[i].begin = begin;
      whole.tokens[i].end = end;
    }
    expect_same(blocks, whole);
    ASSERT_EQ(blocks.bytes, bytes.size());
  }
}

INSTANTIATE_TEST_SUITE_P(
    Encodings, EncodedBlocks,
    ::testing::Values(Encoding{"UTF-16LE", {"a", "Schnee", "漢字", "😀", "étude", "снег", "\u00AD", "e\u0301"}},
                      Encoding{"UTF-16BE", {"a", "Schnee", "漢字", "😀", "étude", "снег", "\u00AD", "e\u0301"}},
                      Encoding{"UTF-32LE", {"a", "Schnee", "漢字", "😀", "étude"}},
                      Encoding{"windows-1252", {"a", "Schnee", "étude", "“ja”", "don’t", "–", "€", "naïve"}},
                      Encoding{"GB18030", {"a", "汉字", "雪", "étude", "😀", "снег"}},
                      Encoding{"Shift_JIS", {"a", "日本", "ユキ", "ひら", "ﾕｷ", "雪"}}),
    [](const auto& encoding) {
      std::string name = encoding.param.name;
      std::erase_if(name, [](char c) { return c == '-' || c == '_'; });
      return name;
    });

TEST(BlocksEncoding, AMarkSaysWhich) {
  for (const auto& [encoding, mark] : {std::pair{"UTF-8", "\xEF\xBB\xBF"s},
                                       {"UTF-16LE", "\xFF\xFE"s},
                                       {"UTF-16BE", "\xFE\xFF"s},
                                       {"UTF-32LE", "\xFF\xFE\0\0"s},
                                       {"UTF-32BE", "\0\0\xFE\xFF"s}}) {
    const std::string bytes = mark + encoded("a é\nb", encoding);
    for (const char* const named : {"", encoding}) {
      for (const std::size_t size : {1U, 2U, 3U, 1000U}) {
        const Whole whole = read(bytes, {.encoding = named}, {size});
        ASSERT_FALSE(whole.problem) << encoding;
        EXPECT_EQ(whole.text, "a é\nb") << encoding;
        ASSERT_EQ(whole.tokens.size(), 3U);
        EXPECT_EQ(whole.tokens[0].begin, mark.size()) << encoding;
        EXPECT_EQ(whole.tokens[2].end, bytes.size()) << encoding;
      }
    }
    EXPECT_EQ(read(mark).text, "");
    EXPECT_FALSE(read(mark).problem);
  }
}

TEST(BlocksEncoding, ANameOfAFamilyLeavesTheOrderToTheMark) {
  const Whole whole = read("\xFF\xFE"s + encoded("ab c", "UTF-16LE"), {.encoding = "UTF-16"});
  EXPECT_EQ(whole.text, "ab c");
  ASSERT_EQ(whole.tokens.size(), 2U);
  EXPECT_EQ(whole.tokens[0].begin, 2U);
  EXPECT_EQ(whole.tokens[1].end, 10U);
  EXPECT_EQ(read(encoded("ab", "UTF-16BE"), {.encoding = "UTF-16"}).text, "ab");
}

TEST(BlocksEncoding, ANamedEncodingWinsOverAMark) {
  EXPECT_EQ(read("\xEF\xBB\xBF"s + "a", {.encoding = "windows-1252"}).text, "ï»¿a");
  // Bytes FF FE are no mark in UTF-16BE.
  EXPECT_EQ(read("\xFF\xFE\0a"s, {.encoding = "UTF-16BE"}).text,
            "\uFFFE"
            "a");
}

TEST(BlocksEncoding, AnUnknownNameIsAnError) {
  const auto problem = read("a", {.encoding = "klingon"}).problem;
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->cause, "unknown encoding klingon");
}

// Bytes that are no text.

/// The text before `at`, then an Error with the place of `at`, whatever the chunks.
void expect_stop(const std::string& bytes, std::size_t at, const std::string& cause) {
  for (const std::vector<std::size_t>& sizes : {std::vector<std::size_t>{1}, {3}, {}}) {
    const Whole whole = read(bytes, {}, sizes);
    ASSERT_TRUE(whole.problem) << ::testing::PrintToString(bytes);
    ASSERT_TRUE(whole.text == bytes.substr(0, at)) << ::testing::PrintToString(bytes);
    ASSERT_EQ(whole.problem->file, "a.txt");
    ASSERT_EQ(whole.problem->cause, cause);
    ASSERT_FALSE(whole.problem->hint.empty());
    const Place place = reference::place_of(bytes, at);
    ASSERT_EQ((Place{whole.problem->line, whole.problem->column}), place) << ::testing::PrintToString(bytes);
  }
}

const std::string small_text = "aé\r\n漢 😀 z\rq\n\rx";

TEST(BlocksIllFormed, AByteThatIsNotUtf8) {
  for (std::size_t at = 0; at <= small_text.size(); ++at) {
    if (at < small_text.size() && unicode::continues(small_text[at])) continue;
    for (const auto& [bad, name] : {std::pair{"\xFF", "0xFF"},
                                    {"\x80", "0x80"},
                                    {"\xC0\xAF", "0xC0"},
                                    {"\xED\xA0\x80", "0xED"},
                                    {"\xE9 ", "0xE9"},
                                    {"\xF5\x80\x80\x80", "0xF5"},
                                    {"\xE2\x82\xFF", "0xE2"}}) {
      std::string bytes = small_text;
      bytes.insert(at, bad);
      expect_stop(bytes, at, "byte "s + name + " is not valid UTF-8");
      if (HasFatalFailure()) return;
    }
  }
}

TEST(BlocksIllFormed, AtTheBordersOfChunks) {
  for (const std::size_t at : {32765U, 32766U, 32767U, 32768U, 32769U, 65533U, 65534U, 65535U, 65536U, 65537U, 65538U,
                               131071U, 131072U, 131073U}) {
    std::string bytes;
    while (bytes.size() < 200000) bytes += "word word\n";
    bytes[at] = '\xE9';
    const Whole whole = read(bytes);
    ASSERT_TRUE(whole.problem);
    EXPECT_TRUE(whole.text == bytes.substr(0, at));
    EXPECT_EQ((Place{whole.problem->line, whole.problem->column}), reference::place_of(bytes, at));
  }
}

TEST(BlocksIllFormed, AFileThatEndsWithinACharacter) {
  for (std::size_t size = 1; size < small_text.size(); ++size) {
    if (!unicode::continues(small_text[size])) continue;
    std::size_t at = size;
    while (unicode::continues(small_text[at])) --at;
    expect_stop(small_text.substr(0, size), at, "the file ends within a UTF-8 character");
    if (HasFatalFailure()) return;
  }
}

TEST(BlocksIllFormed, ANulByte) {
  for (std::size_t at = 0; at <= small_text.size(); ++at) {
    if (at < small_text.size() && unicode::continues(small_text[at])) continue;
    std::string bytes = small_text;
    bytes.insert(at, 1, '\0');
    expect_stop(bytes, at, "a NUL byte: this is no text file");
    bytes.insert(at + 1, "\xFF");  // the first fault counts
    expect_stop(bytes, at, "a NUL byte: this is no text file");
    if (HasFatalFailure()) return;
  }
}

TEST(BlocksIllFormed, TheErrorComesAgain) {
  Document document = document_of("ab\n\xFF");
  BlockReader reader{document, {}};
  EXPECT_EQ(reader.next()->text, "ab\n");
  EXPECT_EQ(problem_of([&] { (void)reader.next(); }).line, 2U);
  EXPECT_EQ(problem_of([&] { (void)reader.next(); }).line, 2U);
}

TEST(BlocksIllFormed, InOtherEncodings) {
  const auto problem_in = [](const std::string& bytes, const char* encoding) {
    const Whole whole = read(bytes, {.encoding = encoding}, {1});
    EXPECT_TRUE(whole.problem);
    return whole.problem.value_or(Problem{});
  };
  const Problem lone = problem_in("a\0\n\0b\0\x3D\xD8x\0"s, "UTF-16LE");
  EXPECT_EQ(std::pair(lone.line, lone.column), (std::pair<std::uint64_t, std::uint64_t>(2, 2)));
  EXPECT_EQ(lone.cause, "bytes 0x3D 0xD8 are not valid UTF-16LE");
  const Problem high = problem_in("ab\x80", "US-ASCII");
  EXPECT_EQ(high.column, 3U);
  EXPECT_EQ(high.cause, "byte 0x80 is not valid US-ASCII");
  const Problem nul = problem_in("a\0\0\0"s, "UTF-16LE");
  EXPECT_EQ(nul.column, 2U);
  EXPECT_NE(nul.cause.find("a NUL character"), std::string::npos);
  const Problem cut = problem_in("a\0b"s, "UTF-16LE");
  EXPECT_EQ(cut.column, 2U);
}

TEST(BlocksIllFormed, ReplacedBytesKeepTheSpansRight) {
  const DecodingOptions replace{.encoding = {}, .invalid = OnInvalid::replace};
  for (const std::size_t size : {1U, 2U, 3U, 1000U}) {
    const std::string bytes =
        "caf\xE9 au lait\n\xE2\x82 b\xFF"
        "c d\xC3";
    const Whole whole = read(bytes, replace, {size});
    ASSERT_FALSE(whole.problem);
    EXPECT_EQ(whole.text, "caf\uFFFD au lait\n\uFFFD b\uFFFDc d\uFFFD");
    std::vector<std::string> words;
    for (const FoundToken& token : whole.tokens) {
      if (token.form == "\uFFFD") continue;
      words.push_back(bytes.substr(token.begin, token.end - token.begin));
      EXPECT_EQ(words.back(), token.form);
    }
    EXPECT_EQ(words, (std::vector<std::string>{"caf", "au", "lait", "b", "c", "d"}));
  }
}

TEST(BlocksIllFormed, ReplacingChangesNothingInGoodText) {
  std::mt19937 random(24);
  for (int round = 0; round < 300; ++round) {
    const std::string text = random_text()(random() % 40, random) + "\n" + random_text()(random() % 40, random);
    expect_same(read(text, {.encoding = {}, .invalid = OnInvalid::replace}, random_sizes(random)), read_at_once(text));
    if (HasFatalFailure()) FAIL() << ::testing::PrintToString(text);
  }
}

TEST(BlocksIllFormed, ReplacingForgivesNoNul) {
  const Whole whole = read("a\xFF\nb\0c"s, {.encoding = {}, .invalid = OnInvalid::replace});
  ASSERT_TRUE(whole.problem);
  EXPECT_EQ(whole.text, "a\uFFFD\nb");
  EXPECT_EQ(whole.problem->line, 2U);
  EXPECT_EQ(whole.problem->column, 2U);
}

}  // namespace
}  // namespace corpus::text
