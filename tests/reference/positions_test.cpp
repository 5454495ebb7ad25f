// SPDX-License-Identifier: MIT
/// \file
/// Every token of documents made at random, in whatever encoding, layout and container they come, has the form, the type,
/// the bytes, the line and the column that it was written with.
///
/// CORPUS_POSITIONS_CASES is how many cases there are of each kind (300), CORPUS_POSITIONS_SEED where the dice start (1).
#include <gtest/gtest.h>

#include <cstdlib>
#include <ostream>
#include <string>
#include <vector>

#include "corpus/io/documents.hpp"
#include "reference/text/made_conllu.hpp"
#include "reference/text/made_document.hpp"
#include "reference/text/packing.hpp"
#include "reference/text/read_tokens.hpp"
#include "unit/io/scratch.hpp"
#include "unit/text/scripted_source.hpp"

namespace corpus::reference {

static void PrintTo(const MadeToken& token, std::ostream* out) {
  *out << token.form << " (" << token.type << ") bytes " << token.span.begin << " to " << token.span.end << ", line "
       << token.place.line << ", column " << token.place.column;
}

namespace {

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

/// Calls `try_one` with dice for each case; says the seed and stops where it fails.
template <typename TryOne>
void for_each_case(TryOne try_one) {
  const std::uint64_t first = setting("CORPUS_POSITIONS_SEED", 1);
  const std::uint64_t cases = setting("CORPUS_POSITIONS_CASES", 300);
  for (std::uint64_t seed = first; seed < first + cases; ++seed) {
    SCOPED_TRACE("CORPUS_POSITIONS_SEED=" + std::to_string(seed) + " CORPUS_POSITIONS_CASES=1");
    Dice dice{seed};
    try_one(dice);
    if (::testing::Test::HasFailure()) return;
  }
}

/// What differs first, and what stands there.
void expect_same(const std::vector<MadeToken>& made, const std::vector<ReadToken>& read, std::string_view bytes) {
  for (std::size_t at = 0; at < std::max(made.size(), read.size()); ++at) {
    const std::uint64_t place = at < made.size() ? made[at].span.begin : read[at].span.begin;
    const auto around = bytes.substr(std::min<std::size_t>(bytes.size(), place > 60 ? place - 60 : 0), 160);
    ASSERT_LT(at, read.size()) << "tokens are missing: " << around;
    const MadeToken token{read[at].form, read[at].type, read[at].span, read[at].place};
    ASSERT_LT(at, made.size()) << "too many tokens: " << ::testing::PrintToString(token) << ": " << around;
    ASSERT_EQ(token, made[at]) << "token " << at << ": " << around;
  }
}

void read_directly(Dice& dice, const MadeRules& rules) {
  const MadeDocument made = make_document(dice, rules);
  std::vector<std::size_t> chunks;
  for (std::size_t left = dice.below(4); left > 0; --left) chunks.push_back(dice.between(1, 100));
  Document document{"made.txt", std::make_unique<corpus::testing::ScriptedSource>(made.bytes, chunks)};
  text::Tokenizer tokenizer{{.hyphens = rules.hyphens}};
  const ReadText read = read_tokens(document, rules.reading, tokenizer);
  expect_same(made.tokens, read.tokens, made.bytes);
}

MadeRules any_rules(Dice& dice, Encodings encodings) {
  return dice.one_in(2) ? random_plain_rules(dice, encodings) : random_wrapped_rules(dice, encodings);
}

/// What a file must give: the documents in it, by name and in order.
struct Expected {
  std::string name;
  std::vector<MadeToken> tokens;
  std::string bytes;  ///< to be shown
};

void read_file(const io::testing::Scratch& scratch, std::string_view bytes, const io::DocumentOptions& options,
               const MadeRules& rules, const std::vector<Expected>& expected) {
  const std::string file = scratch.write("made", bytes);
  io::Documents documents{io::Source::file(file, bytes.size()), options};
  text::Tokenizer tokenizer{{.hyphens = rules.hyphens}};
  for (const Expected& one : expected) {
    auto document = documents.next();
    ASSERT_TRUE(document);
    EXPECT_EQ(document->name, file + one.name);
    const ReadText read = read_tokens(*document, rules.reading, tokenizer);
    expect_same(one.tokens, read.tokens, one.bytes);
    if (::testing::Test::HasFailure()) return;
  }
  EXPECT_FALSE(documents.next());
}

void read_packed(Dice& dice, const io::testing::Scratch& scratch, Container container) {
  const MadeRules rules = any_rules(dice, Encodings::any);
  std::vector<Expected> expected;
  std::vector<PackedMember> members;
  for (std::size_t left = container == Container::none ? 1 : dice.between(1, 6); left > 0; --left) {
    MadeDocument made = make_document(dice, rules);
    const std::string name = (dice.one_in(2) ? "folder/" : "") + std::to_string(left) + ".txt";
    members.push_back({name, made.bytes});
    expected.push_back({container == Container::none ? "" : "!" + name, std::move(made.tokens), std::move(made.bytes)});
  }
  const auto compression = container == Container::zip ? Compression::none : static_cast<Compression>(dice.below(5));
  // UTF-16 is full of NUL bytes.
  const io::DocumentOptions options{.nul_files = io::NulFiles::keep};
  read_file(scratch, pack(container, compression, members), options, rules, expected);
}

void read_table(Dice& dice, const io::testing::Scratch& scratch, io::TableFormat format) {
  const MadeRules rules = any_rules(dice, Encodings::utf8);
  const bool with_id = dice.one_in(2);
  std::vector<Expected> expected;
  std::vector<Row> rows{{"year", "text", "id"}};
  for (std::size_t number = 1, count = dice.between(1, 6); number <= count; ++number) {
    MadeDocument made = make_document(dice, rules);
    const std::string id = "id, \"" + std::to_string(number * 3) + "\"";
    rows.push_back({std::to_string(1900 + number), made.bytes, id});
    expected.push_back({"!" + (with_id ? id : std::to_string(number)), std::move(made.tokens), std::move(made.bytes)});
  }
  io::TableOptions table{.text_field = "text", .format = dice.one_in(2) ? format : io::TableFormat::automatic};
  if (with_id) table.id_field = "id";
  const std::string bytes = format == io::TableFormat::csv ? csv_of(rows, dice) : json_lines_of(rows, dice);
  read_file(scratch, bytes, {.table = table}, rules, expected);
}

TEST(Positions, ofPlainText) {
  for_each_case([](Dice& dice) { read_directly(dice, random_plain_rules(dice, Encodings::any)); });
}

TEST(Positions, ofWrappedText) {
  for_each_case([](Dice& dice) { read_directly(dice, random_wrapped_rules(dice, Encodings::any)); });
}

TEST(Positions, ofCompressedFiles) {
  const io::testing::Scratch scratch;
  for_each_case([&](Dice& dice) { read_packed(dice, scratch, Container::none); });
}

TEST(Positions, ofMembersOfTar) {
  const io::testing::Scratch scratch;
  for_each_case([&](Dice& dice) { read_packed(dice, scratch, Container::tar); });
}

TEST(Positions, ofMembersOfZip) {
  const io::testing::Scratch scratch;
  for_each_case([&](Dice& dice) { read_packed(dice, scratch, Container::zip); });
}

TEST(Positions, ofFieldsOfCsv) {
  const io::testing::Scratch scratch;
  for_each_case([&](Dice& dice) { read_table(dice, scratch, io::TableFormat::csv); });
}

TEST(Positions, ofStringsOfJsonLines) {
  const io::testing::Scratch scratch;
  for_each_case([&](Dice& dice) { read_table(dice, scratch, io::TableFormat::jsonl); });
}

TEST(Positions, ofCoNLLU) {
  const io::testing::Scratch scratch;
  for_each_case([&](Dice& dice) {
    MadeRules rules;
    rules.reading.attribute = static_cast<text::Attribute>(dice.below(3));
    const MadeConllu made = make_conllu(dice, rules.reading.attribute);
    std::vector<Expected> expected;
    for (const auto& part : made.documents) {
      expected.push_back({part.name.empty() ? "" : "!" + part.name, part.tokens, made.bytes});
    }
    // Grains are ways to cut text; here the reader gives what the source says.
    const auto content = dice.one_in(2) ? io::Content::automatic : io::Content::conllu;
    const auto compression = dice.one_in(4) ? Compression::zstd : Compression::none;
    const std::string bytes =
        compression == Compression::none ? made.bytes : pack(Container::none, compression, {{"x", made.bytes}});
    read_file(scratch, bytes, {.content = content}, rules, expected);
  });
}

}  // namespace
}  // namespace corpus::reference
