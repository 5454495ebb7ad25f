// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "corpus/search/concordance.hpp"
#include "reference/dice.hpp"
#include "reference/search/concordance.hpp"
#include "unit/search/made_text.hpp"

namespace corpus::search {
namespace {

using reference::Dice;
using testing::made_parts;
using testing::made_text;

#ifdef CORPUS_SANITIZED
constexpr std::size_t rounds = 400;
#else
constexpr std::size_t rounds = 4000;
#endif

std::string all_of(const std::vector<reference::Part>& parts) {
  std::string text;
  for (const reference::Part& part : parts) text += (part.searched ? "|" : "#") + part.text;
  return ::testing::PrintToString(text);
}

/// One to three queries of all kinds.
std::vector<Query> some_queries(Dice& dice, const text::TokenizerOptions& rules, std::string& described) {
  static constexpr std::array words{
      "time",      "of course",  "the",         "the the", "ti*", "fish|kiss|so", "of|the course|time",
      "don't",     "well-known", "Mr. Smith",   "it of",   "s?",  "course",       "1",
      "of the of", "*",          "\u4E2D\u6587"};
  static constexpr std::array cql{R"([type="of"] [])", R"("the"%c+ "time"%c)", R"([]{2} "course"%c within s)",
                                  R"([type="the"] []* [type="time"] within turn)", R"("of" "the"? "course" within p)"};
  return testing::made_queries(dice, words, cql, rules, described);
}

ConcordanceOptions some_options(Dice& dice) {
  ConcordanceOptions options;
  options.rules.types.letter_case = dice.one_in(5) ? unicode::Case::keep : unicode::Case::fold;
  if (dice.one_in(8)) options.rules.types.locale = unicode::CaseLocale::turkic;
  if (dice.one_in(5)) options.rules.hyphens = text::Hyphens::join;
  if (dice.one_in(5)) options.rules.punctuation = text::Punctuation::keep;
  if (dice.one_in(5)) options.rules.numbers = text::Numbers::drop;
  if (dice.one_in(8)) options.rules.stopwords = {"the"};
  if (dice.one_in(3)) options.gaps = Gaps::punctuation;
  if (dice.one_in(3)) options.across = Across::yes;
  constexpr std::array units{ContextUnit::characters, ContextUnit::characters, ContextUnit::words,
                             ContextUnit::sentences, ContextUnit::turns};
  options.context = {static_cast<std::uint32_t>(dice.below(dice.one_in(3) ? 60 : 6)), dice.pick(units)};
  options.parts = dice.pick(std::array{LineParts::nothing, LineParts::context, LineParts::context, LineParts::tokens});
  if (dice.one_in(3)) options.neighbours = static_cast<std::uint32_t>(dice.below(4));
  return options;
}

TEST(ConcordanceRandomTest, EqualsItsSlowTwin) {
  for (std::size_t seed = 0; seed < rounds; ++seed) {
    Dice dice{seed};
    ConcordanceOptions options = some_options(dice);
    std::string described;
    const std::vector<Query> queries = some_queries(dice, options.rules, described);
    const std::vector<reference::Part> parts = made_parts(made_text(dice, dice.below(80)), dice);
    const auto paragraphs = dice.one_in(3) ? Paragraphs::line_ends : Paragraphs::blank_lines;
    const auto expected = reference::concordance(parts, paragraphs, queries, options);
    for (const Shortcut shortcut : {Shortcut::used, Shortcut::unused}) {
      options.shortcut = shortcut;
      const auto lines = reference::fast_concordance(parts, paragraphs, queries, options);
      SCOPED_TRACE((shortcut == Shortcut::used ? "by bytes, seed " : "by tokens, seed ") + std::to_string(seed) +
                   described + '\n' + all_of(parts));
      const auto [line, wanted] = std::mismatch(lines.begin(), lines.end(), expected.begin(), expected.end());
      if (line != lines.end() && wanted != expected.end()) {
        ASSERT_EQ(*line, *wanted);
      }
      ASSERT_EQ(lines.size(), expected.size());
    }
  }
}

}  // namespace
}  // namespace corpus::search
