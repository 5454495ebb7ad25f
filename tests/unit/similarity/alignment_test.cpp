// SPDX-License-Identifier: MIT
#include "corpus/similarity/alignment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "corpus/similarity/alignment_middle.hpp"
#include "reference/dice.hpp"
#include "reference/similarity/common_subsequence.hpp"

namespace corpus::similarity {
namespace {

using Sequence = std::vector<text::TypeId>;

Sequence letters(std::string_view text) { return {text.begin(), text.end()}; }

/// How many tokens the changes leave as they are; nothing they say about them may be wrong.
std::size_t check_changes(const std::vector<Change>& changes, const Sequence& from, const Sequence& to) {
  std::size_t in_old = 0;
  std::size_t in_new = 0;
  std::size_t common = 0;
  const auto keep_until = [&](std::size_t old_end, std::size_t new_end) {
    EXPECT_EQ(old_end - in_old, new_end - in_new);
    for (; in_old < old_end && in_new < new_end; ++in_old, ++in_new, ++common) EXPECT_EQ(from[in_old], to[in_new]);
  };
  bool first = true;
  for (const Change& change : changes) {
    EXPECT_TRUE(first || change.removed.begin > in_old);
    first = false;
    keep_until(change.removed.begin, change.added.begin);
    EXPECT_LE(change.removed.begin, change.removed.end);
    EXPECT_LE(change.added.begin, change.added.end);
    EXPECT_GT(change.removed.size() + change.added.size(), 0U);
    in_old = change.removed.end;
    in_new = change.added.end;
  }
  keep_until(from.size(), to.size());
  return common;
}

Sequence random_sequence(reference::Dice& dice, std::size_t size, std::size_t types) {
  Sequence sequence(size);
  for (auto& type : sequence) type = static_cast<text::TypeId>(dice.below(types));
  return sequence;
}

/// `sequence` with about `per_mille` of its tokens left out, changed, or followed by another.
Sequence edited(reference::Dice& dice, const Sequence& sequence, std::size_t per_mille, std::size_t types) {
  Sequence result;
  for (const auto type : sequence) {
    const auto other = static_cast<text::TypeId>(dice.below(types));
    if (!dice.per_mille(per_mille)) {
      result.push_back(type);
    } else if (dice.one_in(2)) {
      if (dice.one_in(2)) result.push_back(type);
      result.push_back(other);
    }
  }
  return result;
}

TEST(Alignment, ByHand) {
  using Changes = std::vector<Change>;
  EXPECT_EQ(align(letters(""), letters("")), Changes{});
  EXPECT_EQ(align(letters("abc"), letters("abc")), Changes{});
  EXPECT_EQ(align(letters(""), letters("ab")), (Changes{{{0, 0}, {0, 2}}}));
  EXPECT_EQ(align(letters("ab"), letters("")), (Changes{{{0, 2}, {0, 0}}}));
  EXPECT_EQ(align(letters("ab"), letters("cd")), (Changes{{{0, 2}, {0, 2}}}));
  EXPECT_EQ(align(letters("abcd"), letters("axcd")), (Changes{{{1, 2}, {1, 2}}}));
  EXPECT_EQ(align(letters("abcd"), letters("abxycd")), (Changes{{{2, 2}, {2, 4}}}));
  EXPECT_EQ(align(letters("xabc"), letters("abcy")), (Changes{{{0, 1}, {0, 0}}, {{4, 4}, {3, 4}}}));
  // Myers (1986): six tokens stay of abcabba and cbabac, four, and five changes.
  EXPECT_EQ(check_changes(align(letters("abcabba"), letters("cbabac")), letters("abcabba"), letters("cbabac")), 4U);
}

TEST(Alignment, KeepsAsManyTokensAsCanBe) {
  reference::Dice dice{1};
  for (int round = 0; round < 4000; ++round) {
    const std::size_t types = dice.between(1, dice.one_in(2) ? 4 : 60);
    const Sequence from = random_sequence(dice, dice.below(70), types);
    const Sequence to =
        dice.one_in(2) ? edited(dice, from, dice.below(600), types) : random_sequence(dice, dice.below(70), types);
    ASSERT_EQ(check_changes(align(from, to), from, to), reference::common_subsequence(from, to)) << round;
  }
}

TEST(Alignment, KeepsAsManyWhereThereAreManyChanges) {
  reference::Dice dice{2};
  for (const std::size_t types : {2U, 30U, 900U}) {
    const Sequence from = random_sequence(dice, 2100, types);
    const Sequence to = random_sequence(dice, 1700, types);
    ASSERT_EQ(check_changes(align(from, to), from, to), reference::common_subsequence(from, to)) << types;
  }
}

TEST(Alignment, BothWaysFindAPointOnABestPath) {
  reference::Dice dice{3};
  for (int round = 0; round < 600; ++round) {
    const std::size_t types = dice.between(2, 12);
    const Sequence from = random_sequence(dice, dice.between(2, 400), types);
    const Sequence to = random_sequence(dice, dice.between(1, 700), types);
    if (from.front() == to.front() || from.back() == to.back()) continue;
    const auto through = [&](Point point) {
      const Types a{from};
      const Types b{to};
      return reference::common_subsequence(a.first(point.in_old), b.first(point.in_new)) +
             reference::common_subsequence(a.subspan(point.in_old), b.subspan(point.in_new));
    };
    const std::size_t best = reference::common_subsequence(from, to);
    ASSERT_EQ(through(MiddleOfTable{types}.middle(from, to)), best) << round;
    const auto point = MiddleOfPaths{from.size(), to.size()}.middle(from, to, 1200);
    ASSERT_TRUE(point);
    ASSERT_EQ(through(*point), best) << round;
    // Neither part may be the whole: there would be no end to it.
    EXPECT_GT(point->in_old + point->in_new, 0U);
    EXPECT_LT(point->in_old + point->in_new, from.size() + to.size());
  }
}

TEST(Alignment, OfTheReverseIsTheReverseInSize) {
  reference::Dice dice{4};
  for (int round = 0; round < 300; ++round) {
    const Sequence from = random_sequence(dice, dice.below(300), 9);
    const Sequence to = edited(dice, from, 300, 9);
    EXPECT_EQ(check_changes(align(from, to), from, to), check_changes(align(to, from), to, from));
  }
}

TEST(Alignment, FindsAFewChangesInALongSequence) {
  reference::Dice dice{5};
  const Sequence from = random_sequence(dice, 300'000, 5'000);
  Sequence to = from;
  to[1000] = 6000;                                       // one changed
  to.erase(to.begin() + 150'000, to.begin() + 150'040);  // forty went
  to.insert(to.begin() + 250'000, 12, 7000);             // twelve came
  EXPECT_EQ(align(from, to), (std::vector<Change>{{{1000, 1001}, {1000, 1001}},
                                                  {{150'000, 150'040}, {150'000, 150'000}},
                                                  {{250'040, 250'040}, {250'000, 250'012}}}));
}

TEST(Alignment, TypesBeyondThoseOfTheOtherSide) {
  EXPECT_EQ(align(Sequence{1, 4'000'000, 2}, Sequence{1, 2}), (std::vector<Change>{{{1, 2}, {1, 1}}}));
  EXPECT_EQ(align(Sequence{1, 2}, Sequence{1, 4'000'000, 2}), (std::vector<Change>{{{1, 1}, {1, 2}}}));
}

}  // namespace
}  // namespace corpus::similarity
