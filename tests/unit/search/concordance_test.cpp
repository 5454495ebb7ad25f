// SPDX-License-Identifier: MIT
#include "corpus/search/concordance.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "reference/search/concordance.hpp"

namespace corpus::search {
namespace {

using reference::Part;

struct Shown {
  std::string query;
  ConcordanceOptions options = {};
  Paragraphs paragraphs = Paragraphs::blank_lines;
};

std::vector<reference::ReferenceLine> lines_of(const std::vector<Part>& parts, const Shown& shown) {
  std::vector<Query> queries;
  queries.push_back(parse_words(shown.query, shown.options.rules));
  return reference::fast_concordance(parts, shown.paragraphs, queries, shown.options);
}

/// left|node|right of each line.
std::vector<std::string> texts(const std::vector<Part>& parts, const Shown& shown) {
  std::vector<std::string> result;
  for (const auto& line : lines_of(parts, shown)) result.push_back(line.left + "|" + line.node + "|" + line.right);
  return result;
}

using Texts = std::vector<std::string>;

TEST(ConcordanceTest, CutsCharactersOnEachSide) {
  const Shown shown{"snow", {.context = {4, ContextUnit::characters}}};
  EXPECT_EQ(texts({{"Deep snow fell.\n"}}, shown), (Texts{"eep |snow| fel"}));
  EXPECT_EQ(texts({{"snow"}}, shown), (Texts{"|snow|"}));
  // CR and LF are two characters that show as one space.
  EXPECT_EQ(texts({{"A\tb\nSNOW\r\nfell"}}, shown), (Texts{"A b |SNOW| fe"}));
}

TEST(ConcordanceTest, ANodeKeepsTheSpacesThatArePartOfItsWords) {
  const std::vector<Part> parts{{"Good snow\u202F\n"}};  // as French sets it before a mark
  for (const ContextUnit unit : {ContextUnit::words, ContextUnit::sentences, ContextUnit::turns}) {
    EXPECT_EQ(texts(parts, {"snow", {.context = {1, unit}}}), (Texts{"Good |snow\u202F|"}));
  }
  EXPECT_EQ(texts({{"Ah! \u202FSnow fell.\n"}}, {"snow", {.context = {1, ContextUnit::words}}}),
            (Texts{"Ah! |\u202FSnow| fell"}));
}

TEST(ConcordanceTest, CutsWordsSentencesAndTurns) {
  const std::vector<Part> parts{{.text = "I wait. It may snow today! We go.\n", .turn = 1, .begins_turn = true},
                                {.text = "Good.\n", .turn = 2, .begins_turn = true}};
  EXPECT_EQ(texts(parts, {"snow", {.context = {2, ContextUnit::words}}}), (Texts{"It may |snow| today! We"}));
  EXPECT_EQ(texts(parts, {"snow", {.context = {9, ContextUnit::words}}}),
            (Texts{"I wait. It may |snow| today! We go. Good."}));
  EXPECT_EQ(texts(parts, {"snow", {.context = {1, ContextUnit::sentences}}}), (Texts{"It may |snow| today!"}));
  EXPECT_EQ(texts(parts, {"snow", {.context = {2, ContextUnit::sentences}}}),
            (Texts{"I wait. It may |snow| today! We go."}));
  EXPECT_EQ(texts(parts, {"snow", {.context = {1, ContextUnit::turns}}}),
            (Texts{"I wait. It may |snow| today! We go."}));
  EXPECT_EQ(texts(parts, {"snow", {.context = {2, ContextUnit::turns}}}),
            (Texts{"I wait. It may |snow| today! We go. Good."}));
}

TEST(ConcordanceTest, ReachesOverLineEndsButNotOverParagraphs) {
  const ConcordanceOptions bare{.context = {0, ContextUnit::characters}};
  ConcordanceOptions across = bare;
  across.across = Across::yes;
  EXPECT_EQ(texts({{"of\ncourse\n"}}, {"of course", bare}), (Texts{"|of course|"}));
  EXPECT_EQ(texts({{"of\n"}, {"course\n"}}, {"of course", bare}), (Texts{"|of course|"}));
  EXPECT_EQ(texts({{"of\n\ncourse\n"}}, {"of course", bare}), Texts{});
  EXPECT_EQ(texts({{"of\n"}, {" \ncourse\n"}}, {"of course", bare}), Texts{});
  EXPECT_EQ(texts({{"of\n\ncourse\n"}}, {"of course", across}), (Texts{"|of  course|"}));
  EXPECT_EQ(texts({{"of\ncourse\n"}}, {"of course", bare, Paragraphs::line_ends}), Texts{});
  EXPECT_EQ(texts({{"of\ncourse\n"}}, {"of course", across, Paragraphs::line_ends}), (Texts{"|of course|"}));
}

TEST(ConcordanceTest, ReachesOverPunctuationOnlyWhereToldTo) {
  ConcordanceOptions options{.context = {0, ContextUnit::characters}};
  const std::vector<Part> parts{{"of, course of 7 course of -- course"}};
  EXPECT_EQ(texts(parts, {"of course", options}), Texts{});
  options.gaps = Gaps::punctuation;
  EXPECT_EQ(texts(parts, {"of course", options}), (Texts{"|of, course|", "|of -- course|"}));
  options.rules.numbers = text::Numbers::drop;  // what is left out still stands there
  EXPECT_EQ(texts(parts, {"of course", options}), (Texts{"|of, course|", "|of -- course|"}));
}

TEST(ConcordanceTest, PassesOverPartsAndTurns) {
  const ConcordanceOptions options{.context = {20, ContextUnit::characters}};
  EXPECT_EQ(texts({{"of\n"}, {.text = "course of\n", .searched = false}, {"course\n"}}, {"of course", options}),
            Texts{});
  EXPECT_EQ(texts({{"course\n"}, {.text = "course of\n", .searched = false}, {"course\n"}}, {"course", options}),
            (Texts{"|course| course of course ", "course course of |course| "}));
  const std::vector<Part> turns{{.text = "of\n", .turn = 1}, {.text = "course\n", .turn = 2}};
  EXPECT_EQ(texts(turns, {"of course", options}), Texts{});
}

TEST(ConcordanceTest, TellsWhereAHitIs) {
  const std::vector<Part> parts{{.text = "Ann: caf\u00E9 of\n", .group = 3, .turn = 1, .speaker = "Ann"},
                                {.text = "course it\n", .group = 4, .turn = 1, .speaker = "Ann"}};
  const auto lines = lines_of(parts, {"of course", {.parts = LineParts::tokens, .neighbours = 1}});
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].group, 3U);
  EXPECT_EQ(lines[0].turn, 1U);
  EXPECT_EQ(lines[0].speaker, "Ann");
  EXPECT_EQ(lines[0].place, (Place{1, 11}));
  EXPECT_EQ(lines[0].span, (Span{11, 20}));
  EXPECT_EQ(lines[0].left_tokens, (Texts{"Ann/ann@0-3", "caf\u00E9/caf\u00E9@5-10"}));
  EXPECT_EQ(lines[0].node_tokens, (Texts{"of/of@11-13", "course/course@14-20"}));
  EXPECT_EQ(lines[0].right_tokens, (Texts{"it/it@21-23"}));
}

TEST(ConcordanceTest, CountsTokensByGroup) {
  std::vector<Query> queries;
  queries.push_back(parse_words("of", {}));
  Concordance concordance{queries, {.shortcut = Shortcut::unused}};
  concordance.start_document();
  concordance.add(text::Block::of("of the time\n"), Paragraphs::blank_lines, 1);
  concordance.pass_over(text::Block::of("not these\n"), Paragraphs::blank_lines);
  concordance.add(text::Block::of("of course\n"), Paragraphs::blank_lines, 0);
  concordance.end_document();
  EXPECT_EQ(std::vector<std::uint64_t>(concordance.tokens().begin(), concordance.tokens().end()),
            (std::vector<std::uint64_t>{2, 3}));
}

TEST(ConcordanceTest, GivesALineOnceItsContextIsThere) {
  std::vector<Query> queries;
  queries.push_back(parse_words("snow", {}));
  Concordance concordance{queries, {.context = {8, ContextUnit::characters}}};
  concordance.start_document();
  concordance.add(text::Block::of("snow\n"), Paragraphs::blank_lines);
  EXPECT_FALSE(concordance.next());
  concordance.add(text::Block::of("fell and fell and fell and fell and fell\n"), Paragraphs::blank_lines);
  const auto line = concordance.next();
  ASSERT_TRUE(line);
  EXPECT_EQ(line->right, " fell an");
  EXPECT_FALSE(concordance.next());
  concordance.start_document();  // what was not taken is gone
  concordance.add(text::Block::of("snow"), Paragraphs::blank_lines);
  concordance.start_document();
  concordance.end_document();
  EXPECT_FALSE(concordance.next());
}

}  // namespace
}  // namespace corpus::search
