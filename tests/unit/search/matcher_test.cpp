// SPDX-License-Identifier: MIT
#include "corpus/search/matcher.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/error.hpp"
#include "reference/dice.hpp"
#include "reference/search/cql.hpp"
#include "unit/search/seen_text.hpp"

namespace corpus::search {
namespace {

using reference::CqlNode;
using reference::CqlToken;
using reference::Dice;
using testing::SeenText;

using Ranges = std::vector<TokenRange>;
using Texts = std::vector<std::string>;

Texts hits(const std::string& cql, const std::string& text) { return SeenText{text}.hits(parse_cql(cql, {})); }

Ranges all_of(Matcher& matcher) {
  Ranges ranges;
  while (const auto hit = matcher.next()) ranges.push_back(*hit);
  return ranges;
}

TEST(Matcher, HitsMayOverlapAsBigramsDo) {
  EXPECT_EQ(hits(R"("the" "the")", "the the the"), (Texts{"the the", "the the"}));
  EXPECT_EQ(hits(R"("a" [] "a")", "a b a c a"), (Texts{"a b a", "a c a"}));
}

TEST(Matcher, TheLongestFromEachTokenUnlessItLiesWithinAnEarlierOne) {
  EXPECT_EQ(hits(R"("very"+ "good")", "very very good"), (Texts{"very very good"}));
  EXPECT_EQ(hits(R"("a" "b"?)", "a b a"), (Texts{"a b", "a"}));
  EXPECT_EQ(hits(R"("a" | "a" "b" "c")", "a b a b c"), (Texts{"a", "a b c"}));
  EXPECT_EQ(hits(R"("a" "b" "c" | "b")", "a b c b"), (Texts{"a b c", "b"}));
  EXPECT_EQ(hits(R"("a" "b" | "b" "c")", "a b c"), (Texts{"a b", "b c"}));
  EXPECT_EQ(hits(R"("a"{2})", "a a a a"), (Texts{"a a", "a a", "a a"}));
  EXPECT_EQ(hits(R"("a"+)", "a a b a"), (Texts{"a a", "a"}));
}

TEST(Matcher, AHitThatWasCompleteWaitsForAnEarlierOneThatCoversIt) {
  EXPECT_EQ(hits(R"("a" []* "z" | "b")", "a b b z b"), (Texts{"a b b z", "b"}));
  EXPECT_EQ(hits(R"("a" []* "z" | "b")", "a b b y"), (Texts{"b", "b"}));
}

TEST(Matcher, WhatIsOptionalAsksNothingOfTheJointsAroundIt) {
  EXPECT_EQ(hits(R"("a"? "b")", "c, b. a b"), (Texts{"b", "a b"}));
  EXPECT_EQ(hits(R"("a" "b"?)", "a, b"), (Texts{"a"}));
  EXPECT_EQ(hits(R"("a" "x"? "b")", "a b, a x b, a, b"), (Texts{"a b", "a x b"}));
  EXPECT_EQ(hits(R"("a" []{0,3} "z")", "a z. a b z. a b c d z. a b c d e z"), (Texts{"a z", "a b z", "a b c d z"}));
}

TEST(Matcher, NothingGoesOnAcrossPunctuationOrAnEmptyLine) {
  EXPECT_EQ(hits(R"("of" "course")", "of course; of, course; of\ncourse; of\n\ncourse"),
            (Texts{"of course", "of\ncourse"}));
  EXPECT_EQ(hits(R"([]+)", "a b, c\n\nd"), (Texts{"a b", "c", "d"}));
}

TEST(Matcher, NothingIsMatchedByNoToken) {
  EXPECT_EQ(hits(R"("a"*)", "b a b"), (Texts{"a"}));
  EXPECT_EQ(hits(R"("a"* "b"*)", "c"), Texts{});
  EXPECT_EQ(hits(R"(("a"?)* "b")", "a a b"), (Texts{"a a b"}));
  EXPECT_EQ(hits(R"((("a"*)*)+)", "a a b a"), (Texts{"a a", "a"}));
}

TEST(Matcher, AHitIsGivenAsSoonAsItCannotGrow) {
  const SeenText text{"a b a c"};
  const Query query = parse_cql(R"("a" "b"?)", {});
  Matcher matcher{query};
  matcher.start();
  matcher.add(text.seen(0), text.joint(0));
  EXPECT_EQ(all_of(matcher), Ranges{}) << "b may yet come";
  EXPECT_EQ(matcher.done_before(), 0U);
  matcher.add(text.seen(1), text.joint(1));
  EXPECT_EQ(all_of(matcher), (Ranges{{0, 1}})) << "nothing may yet come";
  EXPECT_EQ(matcher.done_before(), 2U);
  matcher.add(text.seen(2), text.joint(2));
  matcher.add(text.seen(3), text.joint(3));
  EXPECT_EQ(all_of(matcher), (Ranges{{2, 2}}));
  EXPECT_EQ(matcher.done_before(), 4U);
}

TEST(Matcher, ACutEndsWhatMightHaveGrown) {
  const SeenText text{"a b a b"};
  const Query query = parse_cql(R"("a" "b" "a"?)", {});
  Matcher matcher{query};
  matcher.start();
  matcher.add(text.seen(0), text.joint(0));
  matcher.add(text.seen(1), text.joint(1));
  EXPECT_EQ(all_of(matcher), Ranges{});
  matcher.cut();
  EXPECT_EQ(all_of(matcher), (Ranges{{0, 1}}));
  matcher.add(text.seen(2), text.joint(2));
  matcher.add(text.seen(3), text.joint(3));
  matcher.cut();
  EXPECT_EQ(all_of(matcher), (Ranges{{2, 3}})) << "nothing of before the cut goes on";
  matcher.start();
  matcher.add(text.seen(0), text.joint(0));
  matcher.add(text.seen(1), text.joint(1));
  matcher.cut();
  EXPECT_EQ(all_of(matcher), (Ranges{{0, 1}})) << "tokens are numbered from 0 again";
}

/// What a matcher finds in `tokens`, asked after each token, or only at the end.
Ranges find(Matcher& matcher, const std::vector<CqlToken>& tokens, bool at_once) {
  Ranges found;
  std::uint64_t done = 0;
  matcher.start();
  for (const CqlToken& token : tokens) {
    if (token.joint == Joint::parted && tokens.size() % 2 == 0) matcher.cut();
    matcher.add(token.seen(), token.joint);
    if (!at_once) continue;
    for (const TokenRange& hit : all_of(matcher)) {
      EXPECT_GE(hit.first, done) << "its tokens may be gone";
      found.push_back(hit);
    }
    EXPECT_GE(matcher.done_before(), done);
    done = matcher.done_before();
  }
  matcher.cut();
  for (const TokenRange& hit : all_of(matcher)) {
    EXPECT_GE(hit.first, done);
    found.push_back(hit);
  }
  EXPECT_EQ(matcher.done_before(), tokens.size());
  return found;
}

/// Whether the folded type of a token of the hit holds a stretch of the query.
bool holds_stretch(const Query& query, const std::vector<CqlToken>& tokens, const TokenRange& hit) {
  if (query.stretches().empty()) return true;
  for (std::size_t i = hit.first; i <= hit.last; ++i) {
    const std::string type = text::type_of(tokens[i].form, {});
    const auto holds = [&](const std::string& stretch) { return type.find(stretch) != std::string::npos; };
    if (std::any_of(query.stretches().begin(), query.stretches().end(), holds)) return true;
  }
  return false;
}

TEST(Matcher, AgreesWithItsTwinOnRandomQueries) {
  Dice dice{5};
  std::size_t hits = 0;
  std::size_t with_stretches = 0;
  for (int round = 0; round < 4000; ++round) {
    const CqlNode node = reference::random_cql(dice, dice.between(0, 3));
    const std::string cql = node.print(dice);
    std::vector<CqlToken> tokens;
    for (std::size_t i = dice.below(40); i > 0; --i) tokens.push_back(reference::random_token(dice));
    const auto expected = reference::find_all(node, tokens);
    std::optional<Query> query;
    try {
      query = parse_cql(cql, {});
    } catch (const Error& error) {
      ASSERT_EQ(error.problem().cause, "the query asks for no token") << cql;
      ASSERT_TRUE(expected.empty()) << cql;
      continue;
    }
    Matcher matcher{*query};
    ASSERT_EQ(find(matcher, tokens, true), expected) << cql;
    ASSERT_EQ(find(matcher, tokens, false), expected) << cql << ", a second time";
    for (const TokenRange& hit : expected) ASSERT_TRUE(holds_stretch(*query, tokens, hit)) << cql;
    if (query->single()) {
      for (const TokenRange& hit : expected) ASSERT_EQ(hit.first, hit.last) << cql;
      const auto held = [&](const CqlToken& token) { return query->holds(token.seen()); };
      ASSERT_EQ(std::count_if(tokens.begin(), tokens.end(), held), static_cast<std::ptrdiff_t>(expected.size())) << cql;
    }
    hits += expected.size();
    with_stretches += query->stretches().empty() || expected.empty() ? 0 : 1;
  }
  EXPECT_GT(hits, 10000U);
  EXPECT_GT(with_stretches, 200U);
}

TEST(Matcher, HoldsNoMoreThanTheQueryAndTheHitsThatMayGrow) {
  const SeenText text{"a"};
  const Query query = parse_cql(R"("a" []* "z" | "a")", {});
  Matcher matcher{query};
  matcher.start();
  // Each token begins a match that goes on for ever; all but the first are parts of it.
  for (int i = 0; i < 200000; ++i) matcher.add(text.seen(0), Joint::follows);
  EXPECT_FALSE(matcher.next());
  EXPECT_EQ(matcher.done_before(), 0U);
  matcher.cut();
  EXPECT_EQ(all_of(matcher).size(), 200000U);
}

TEST(Matcher, ManyStepsCostNoMoreThanTheirNumber) {
  const SeenText text{"a"};
  for (const char* const cql : {"([]*)*[]*([]?){50} \"z\"", "(\"a\"|\"a\"|\"a\")* \"z\"", "((\"a\"?){30}){30} \"z\""}) {
    const Query query = parse_cql(cql, {});
    Matcher matcher{query};
    matcher.start();
    for (int i = 0; i < 2000; ++i) matcher.add(text.seen(0), Joint::follows);
    matcher.cut();
    EXPECT_FALSE(matcher.next()) << cql;
  }
}

}  // namespace
}  // namespace corpus::search
