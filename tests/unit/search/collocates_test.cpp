// SPDX-License-Identifier: MIT
#include "corpus/search/collocates.hpp"

#include <gtest/gtest.h>

#include <array>
#include <numeric>
#include <string>
#include <vector>

#include "reference/dice.hpp"
#include "reference/search/collocates.hpp"
#include "unit/search/made_text.hpp"

namespace corpus::search {
namespace {

using reference::CollocateRow;
using reference::CollocateTable;
using reference::Dice;
using reference::Part;

#ifdef CORPUS_SANITIZED
constexpr std::size_t rounds = 400;
#else
constexpr std::size_t rounds = 4000;
#endif

Query words(std::string_view query) { return parse_words(query, {}); }

std::vector<Query> queries_of(Query query) {
  std::vector<Query> queries;
  queries.push_back(std::move(query));
  return queries;
}

/// Of a text that is one document in one part.
CollocateTable count(const std::string& text, const std::vector<Query>& queries, const CollocateOptions& options = {}) {
  const std::vector<std::vector<Part>> documents{{{.text = text}}};
  return reference::fast_collocates(documents, Paragraphs::blank_lines, queries, options).front();
}

CollocateTable count(const std::string& text, std::string_view query, const CollocateOptions& options = {}) {
  return count(text, queries_of(words(query)), options);
}

TEST(CollocatesTest, WindowsAreCountedOnceInsideAndForEachNodeOnItsSide) {
  //                            1    2     3    4     5    6     7    8     9
  const auto table = count("cold snow falls on snow near the warm hut", "snow", {.window = {.left = 1, .right = 2}});
  // Windows: cold; falls on | on; near the.
  EXPECT_EQ(table.nodes, 2U);
  EXPECT_EQ(table.tokens, 9U);
  EXPECT_EQ(table.node_tokens, 2U);
  EXPECT_EQ(table.inside, 5U);
  EXPECT_EQ(table.rows.at("on"), (CollocateRow{.freq = 1, .inside = 1, .left = 1, .right = 1, .range = 1}));
  EXPECT_EQ(table.rows.at("falls"), (CollocateRow{.freq = 1, .inside = 1, .right = 1, .range = 1}));
  EXPECT_EQ(table.rows.at("warm"), (CollocateRow{.freq = 1}));
  EXPECT_EQ(table.rows.at("snow"), (CollocateRow{.freq = 2, .in_nodes = 2}));
}

TEST(CollocatesTest, NodesAreInNoWindowOrAnyTokenInThoseOfOthers) {
  const CollocateOptions left_out{.window = {.left = 2, .right = 2}};
  EXPECT_EQ(count("the snow the", "the", left_out).rows.at("the"), (CollocateRow{.freq = 2, .in_nodes = 2}));
  EXPECT_EQ(count("the snow the", "the", left_out).inside, 1U);
  const CollocateOptions counted{.window = {.left = 2, .right = 2}, .node_tokens = NodeTokens::counted};
  EXPECT_EQ(count("the snow the", "the", counted).rows.at("the"),
            (CollocateRow{.freq = 2, .in_nodes = 2, .inside = 2, .left = 1, .right = 1, .range = 1}));
}

TEST(CollocatesTest, APhraseIsOneNode) {
  for (const char* text : {"and of course not", "And OF\nCourse not"}) {
    const auto table = count(text, "of course", {.window = {.left = 1, .right = 1}, .within = Within::paragraph});
    EXPECT_EQ(table.nodes, 1U);
    EXPECT_EQ(table.node_tokens, 2U);
    EXPECT_EQ(table.inside, 2U);
    EXPECT_EQ(table.rows.at("and").left, 1U);
    EXPECT_EQ(table.rows.at("not").right, 1U);
    EXPECT_EQ(table.rows.at("of").inside, 0U);
  }
}

TEST(CollocatesTest, WhatTwoQueriesFindIsOneNode) {
  std::vector<Query> queries = queries_of(words("snow"));
  queries.push_back(words("sn*"));
  queries.push_back(words("ice"));
  const auto table = count("cold snow and ice", queries, {.window = {.left = 1, .right = 0}});
  EXPECT_EQ(table.nodes, 2U);
  EXPECT_EQ(table.rows.at("cold").left, 1U);
  // … also where a finder finds them.
  std::vector<Query> phrases = queries_of(words("cold snow"));
  phrases.push_back(words("c* snow"));
  EXPECT_EQ(count("cold snow and ice", phrases).nodes, 1U);
}

TEST(CollocatesTest, EachUnitClipsWindows) {
  const std::string text = "One node. Two\nthree\n\nfour";
  const auto inside = [&](Within within) { return count(text, "node", {.within = within}).inside; };
  EXPECT_EQ(inside(Within::sentence), 1U);
  EXPECT_EQ(inside(Within::paragraph), 3U);
  EXPECT_EQ(inside(Within::document), 4U);
  EXPECT_EQ(inside(Within::turn), 3U);  // there are none: paragraphs
}

TEST(CollocatesTest, TurnsClipWindowsAndParagraphsInThemDoNot) {
  const std::vector<std::vector<Part>> documents{{{.text = "a\n\nnode\n", .turn = 1, .begins_turn = true},
                                                  {.text = "b\n", .turn = 2, .begins_turn = true},
                                                  {.text = "c\n\nd node\n", .turn = 0}}};
  const std::vector<Query> queries = queries_of(words("node"));
  const auto table = reference::fast_collocates(documents, Paragraphs::blank_lines, queries, {.within = Within::turn});
  EXPECT_EQ(table.front().inside, 2U);  // a and d
  EXPECT_EQ(table.front().rows.at("a").inside, 1U);
  EXPECT_EQ(table.front().rows.at("d").inside, 1U);
}

TEST(CollocatesTest, NothingReachesOverWhatIsLeftOutOrIntoAnotherGroup) {
  const std::vector<Query> queries = queries_of(words("node"));
  const CollocateOptions options{.within = Within::document};
  const std::vector<std::vector<Part>> left_out{
      {{.text = "node\n"}, {.text = "x\n", .searched = false}, {.text = "a\n"}}};
  EXPECT_EQ(reference::fast_collocates(left_out, Paragraphs::blank_lines, queries, options).front().inside, 0U);
  const std::vector<std::vector<Part>> groups{
      {{.text = "node\n"}, {.text = "a node b\n", .group = 1}, {.text = "c\n"}}};
  const auto tables = reference::fast_collocates(groups, Paragraphs::blank_lines, queries, options);
  EXPECT_EQ(tables[0].inside, 0U);
  EXPECT_EQ(tables[0].tokens, 2U);
  EXPECT_EQ(tables[1].inside, 2U);
}

TEST(CollocatesTest, RangeCountsDocumentsWithOneInAWindow) {
  const std::vector<std::vector<Part>> documents{
      {{.text = "snow falls, snow falls"}}, {{.text = "it falls on snow"}}, {{.text = "it falls"}}};
  const std::vector<Query> queries = queries_of(words("snow"));
  const auto table = reference::fast_collocates(documents, Paragraphs::blank_lines, queries, {}).front();
  EXPECT_EQ(table.rows.at("falls").range, 2U);
  EXPECT_EQ(table.rows.at("falls").freq, 4U);
}

/// A token set apart by the source; those of a multiword token share their bytes.
text::GivenToken given(std::uint32_t begin, std::uint32_t end, std::string_view value, std::string_view upos) {
  return {.begin = begin, .end = end, .value = value, .lemma = value, .upos = upos};
}

TEST(CollocatesTest, NodesOfGivenTokensAreKnownByTheirNumbers) {
  const std::string text = "vamonos al mar";
  const std::vector<text::GivenToken> tokens{given(0, 7, "ir", "VERB"), given(0, 7, "nos", "PRON"),
                                             given(8, 10, "a", "ADP"), given(8, 10, "el", "DET"),
                                             given(11, 14, "mar", "NOUN")};
  const std::vector<std::uint32_t> ends{14};
  text::Block block = text::Block::of(text);
  block.pretokenized = true;
  block.tokens = tokens;
  block.sentence_ends = ends;
  for (const char* cql : {R"([upos="DET"])", R"([lemma="el"])"}) {
    const std::vector<Query> queries = queries_of(parse_cql(cql, {}));
    CollocateCounter counter{queries, {.window = {.left = 1, .right = 1}}};
    counter.start_document();
    counter.add(block, Paragraphs::line_ends);
    counter.end_document();
    const auto table = reference::table_of(std::move(counter).take().front());
    EXPECT_EQ(table.nodes, 1U) << cql;
    EXPECT_EQ(table.rows.at("a").left, 1U) << cql;
    EXPECT_EQ(table.rows.at("mar").right, 1U) << cql;
    EXPECT_EQ(table.inside, 2U) << cql;
  }
  const std::vector<Query> queries = queries_of(parse_cql(R"([upos="PRON"] [upos="ADP"])", {}));
  CollocateCounter counter{queries, {.window = {.left = 1, .right = 1}}};
  counter.start_document();
  counter.add(block, Paragraphs::line_ends);
  counter.end_document();
  const auto table = reference::table_of(std::move(counter).take().front());
  EXPECT_EQ(table.node_tokens, 2U);
  EXPECT_EQ(table.rows.at("ir").left, 1U);
  EXPECT_EQ(table.rows.at("el").right, 1U);
}

TEST(CollocatesTest, EmptyDocumentsAndNoDocuments) {
  const std::vector<Query> queries = queries_of(words("snow"));
  EXPECT_EQ(reference::fast_collocates({}, Paragraphs::blank_lines, queries, {}).size(), 1U);
  const std::vector<std::vector<Part>> empty{{}, {{.text = ""}}, {{.text = "\n\n"}}, {{.text = "snow"}}};
  const auto table = reference::fast_collocates(empty, Paragraphs::blank_lines, queries, {}).front();
  EXPECT_EQ(table.nodes, 1U);
  EXPECT_EQ(table.inside, 0U);
}

std::vector<Query> some_queries(Dice& dice, const text::TokenizerOptions& rules, std::string& described) {
  static constexpr std::array asked{"time", "the",       "ti*", "of course", "the the",    "fish|kiss|so", "the *",
                                    "* of", "Mr. Smith", "*",   "1",         "well-known", "of the of",    "of|the it"};
  static constexpr std::array cql{R"([type="of"] [])", R"("the"%c+ "time"%c)", R"("The")",
                                  R"([type="the"] []* [type="time"] within turn)", R"([]{2} "course"%c within s)"};
  return testing::made_queries(dice, asked, cql, rules, described);
}

CollocateOptions some_options(Dice& dice) {
  CollocateOptions options;
  options.nodes.rules.types.letter_case = dice.one_in(5) ? unicode::Case::keep : unicode::Case::fold;
  if (dice.one_in(5)) options.nodes.rules.hyphens = text::Hyphens::join;
  if (dice.one_in(5)) options.nodes.rules.punctuation = text::Punctuation::keep;
  if (dice.one_in(5)) options.nodes.rules.numbers = text::Numbers::drop;
  if (dice.one_in(8)) options.nodes.rules.stopwords = {"the"};
  if (dice.one_in(3)) options.nodes.gaps = Gaps::punctuation;
  if (dice.one_in(3)) options.nodes.across = Across::yes;
  options.window.left = static_cast<std::uint32_t>(dice.below(dice.one_in(5) ? 40 : 6));
  options.window.right = static_cast<std::uint32_t>(dice.below(dice.one_in(5) ? 40 : 6));
  options.within = dice.pick(std::array{Within::sentence, Within::turn, Within::paragraph, Within::document});
  if (dice.one_in(2)) options.node_tokens = NodeTokens::counted;
  if (dice.one_in(2)) options.positions = Positions::apart;
  return options;
}

std::vector<std::vector<Part>> some_documents(Dice& dice) {
  std::vector<std::vector<Part>> documents(dice.between(1, 3));
  for (auto& document : documents) {
    document = testing::made_parts(testing::made_text(dice, dice.below(80)), dice);
    if (!dice.one_in(3)) continue;
    for (Part& part : document) part.group = 0;
  }
  return documents;
}

TEST(CollocatesTest, ASentenceThatBeginsWithinATokenBeginsWithTheNext) {
  // The space that joins words is part of the token behind it, and of the sentence before.
  const std::string text = "ice. \u202FOld snow\n";
  const auto table = count(text, "snow", {.window = {.left = 1, .right = 0}});
  EXPECT_EQ(table, reference::collocates(std::vector<std::vector<Part>>{{{.text = text}}}, Paragraphs::blank_lines,
                                         queries_of(words("snow")), {.window = {.left = 1, .right = 0}})
                       .front());
  EXPECT_EQ(table.inside, 0U);
}

TEST(CollocatesTest, WhatReachesNowhereStandsAlone) {
  const auto block = [](std::string_view text) { return text::Block::of(text); };
  text::Block open = block("snow falls ");
  open.line_goes_on = true;
  const std::vector<Query> queries = queries_of(words("snow"));
  CollocateCounter counter{queries, {}};
  counter.start_document();
  EXPECT_TRUE(counter.stands_alone(block("snow\n")));
  EXPECT_FALSE(counter.stands_alone(open));
  counter.add(open, Paragraphs::blank_lines);
  EXPECT_FALSE(counter.stands_alone(block("on snow\n")));
  counter.add(block("on snow\n"), Paragraphs::blank_lines);
  EXPECT_TRUE(counter.stands_alone(block("snow\n")));

  const std::vector<Query> phrase = queries_of(words("snow falls"));
  EXPECT_FALSE((CollocateCounter{phrase, {}}.stands_alone(block("snow\n")))) << "a phrase may go over a line end";
  EXPECT_FALSE((CollocateCounter{queries, {.within = Within::document}}.stands_alone(block("snow\n"))));
  CollocateOptions marks;
  marks.nodes.rules.punctuation = text::Punctuation::keep;
  EXPECT_FALSE((CollocateCounter{queries, marks}.stands_alone(block("snow\n"))))
      << "a line of marks alone belongs to the sentence before";
}

TEST(CollocatesRandomTest, EqualTheirSlowTwin) {
  for (std::size_t seed = 0; seed < rounds; ++seed) {
    Dice dice{seed};
    const CollocateOptions options = some_options(dice);
    std::string described;
    const std::vector<Query> queries = some_queries(dice, options.nodes.rules, described);
    const auto documents = some_documents(dice);
    const auto paragraphs = dice.one_in(3) ? Paragraphs::line_ends : Paragraphs::blank_lines;
    const auto expected = reference::collocates(documents, paragraphs, queries, options);
    // Numbers are carried all the time.
    const reference::Labour labour{.room = dice.one_in(2) ? 1U : 20U, .guests = dice.below(3)};
    const auto counted = reference::fast_collocates(documents, paragraphs, queries, options, labour);
    SCOPED_TRACE("seed " + std::to_string(seed) + described);
    ASSERT_EQ(counted.size(), expected.size());
    for (std::size_t group = 0; group < expected.size(); ++group) ASSERT_EQ(counted[group], expected[group]);
  }
}

TEST(CollocatesRandomTest, MarginsAddUp) {
  for (std::size_t seed = 0; seed < rounds / 4; ++seed) {
    Dice dice{seed};
    CollocateOptions options = some_options(dice);
    options.positions = Positions::apart;
    std::string described;
    const std::vector<Query> queries = some_queries(dice, options.nodes.rules, described);
    for (const auto& table :
         reference::fast_collocates(some_documents(dice), Paragraphs::blank_lines, queries, options)) {
      SCOPED_TRACE("seed " + std::to_string(seed) + described);
      std::uint64_t freq = 0;
      std::uint64_t in_nodes = 0;
      std::uint64_t inside = 0;
      for (const auto& [type, row] : table.rows) {
        freq += row.freq;
        in_nodes += row.in_nodes;
        inside += row.inside;
        const auto middle = row.positions.begin() + options.window.left;
        ASSERT_EQ(row.left, std::accumulate(row.positions.begin(), middle, std::uint64_t{0}));
        ASSERT_EQ(row.right, std::accumulate(middle, row.positions.end(), std::uint64_t{0}));
        ASSERT_LE(row.inside, row.left + row.right);
        ASSERT_LE(row.inside, row.freq);
      }
      ASSERT_EQ(freq, table.tokens);
      ASSERT_EQ(in_nodes, table.node_tokens);
      ASSERT_EQ(inside, table.inside);
    }
  }
}

/// From either of two words the other is seen as often, on the other side.
TEST(CollocatesRandomTest, SidesAreMirrored) {
  static constexpr std::array types{"the", "of", "time", "course"};
  for (std::size_t seed = 0; seed < rounds / 4; ++seed) {
    Dice dice{seed};
    CollocateOptions options = some_options(dice);
    options.nodes.rules = {};
    options.positions = Positions::apart;
    const auto documents = some_documents(dice);
    CollocateOptions mirrored = options;
    std::swap(mirrored.window.left, mirrored.window.right);
    const std::string a = dice.pick(types);
    const std::string b = dice.pick(types);
    if (a == b) continue;
    const auto from_a = reference::fast_collocates(documents, Paragraphs::blank_lines, queries_of(words(a)), options);
    const auto from_b = reference::fast_collocates(documents, Paragraphs::blank_lines, queries_of(words(b)), mirrored);
    for (std::size_t group = 0; group < from_a.size(); ++group) {
      const auto row_b = from_a[group].rows.find(b);
      const auto row_a = from_b[group].rows.find(a);
      if (row_b == from_a[group].rows.end() || row_a == from_b[group].rows.end()) continue;
      SCOPED_TRACE("seed " + std::to_string(seed) + " " + a + " " + b);
      ASSERT_EQ(row_b->second.left, row_a->second.right);
      ASSERT_EQ(row_b->second.right, row_a->second.left);
      const std::vector<std::uint64_t> reversed(row_a->second.positions.rbegin(), row_a->second.positions.rend());
      ASSERT_EQ(row_b->second.positions, reversed);
    }
  }
}

TEST(CollocatesRandomTest, CountsOfDocumentsAddUp) {
  for (std::size_t seed = 0; seed < rounds / 10; ++seed) {
    Dice dice{seed};
    const CollocateOptions options = some_options(dice);
    std::string described;
    const std::vector<Query> queries = some_queries(dice, options.nodes.rules, described);
    auto documents = some_documents(dice);
    for (auto& document : documents) {
      for (Part& part : document) part.group = 0;
    }
    Collocates sum;
    for (const auto& document : documents) {
      CollocateCounter counter{queries, options};
      counter.start_document();
      for (const Part& part : document) {
        text::Block block = text::Block::of(part.text);
        block.line_goes_on = part.line_goes_on;
        block.turn = part.turn;
        block.begins_turn = part.begins_turn;
        if (part.searched) {
          counter.add(block, Paragraphs::blank_lines);
        } else {
          counter.pass_over();
        }
      }
      counter.end_document();
      sum.add(std::move(counter).take().front());
    }
    SCOPED_TRACE("seed " + std::to_string(seed) + described);
    ASSERT_EQ(reference::table_of(sum),
              reference::fast_collocates(documents, Paragraphs::blank_lines, queries, options).front());
  }
}

}  // namespace
}  // namespace corpus::search
