// SPDX-License-Identifier: MIT
#include "corpus/compare/vocabulary.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace corpus::compare {
namespace {

TypeCounts counts_of(text::Vocabulary& types, std::initializer_list<std::pair<const char*, std::uint64_t>> rows) {
  TypeCounts counts;
  for (const auto& [type, freq] : rows) {
    const text::TypeId id = types.intern(type);
    if (counts.freqs.size() <= id) counts.freqs.resize(id + std::size_t{1});
    counts.freqs[id] = freq;
    counts.tokens += freq;
  }
  return counts;
}

std::vector<std::string> names(const text::Vocabulary& types, const std::vector<TypeChange>& changes) {
  std::vector<std::string> names;
  for (const TypeChange& change : changes) names.emplace_back(types[change.type]);
  return names;
}

using Names = std::vector<std::string>;

TEST(CompareVocabularies, ByHand) {
  text::Vocabulary types;
  const TypeCounts before = counts_of(types, {{"the", 5}, {"snow", 3}, {"fog", 1}, {"gone", 1}});
  const TypeCounts after = counts_of(types, {{"the", 6}, {"snow", 1}, {"fog", 1}, {"new", 3}, {"and", 9}});
  const VocabularyChange change = compare_vocabularies(types, before, after);
  EXPECT_EQ(names(types, change.came), (Names{"and", "new"}));
  EXPECT_EQ(names(types, change.went), (Names{"gone"}));
  // Of 10 and of 20 tokens: snow from 300,000 to 50,000 a million, the from 500,000 to 300,000. Fog occurs as often as
  // before.
  EXPECT_EQ(names(types, change.moved), (Names{"snow", "the"}));
  EXPECT_EQ(change.moved[0].per_million_before, 300'000);
  EXPECT_EQ(change.moved[0].per_million_after, 50'000);
  EXPECT_EQ(change.moved[0].difference(), -250'000);
  EXPECT_EQ(change.moved[1].before, 5U);
  EXPECT_EQ(change.moved[1].after, 6U);
}

TEST(CompareVocabularies, TiesStandInTheOrderOfCodePoints) {
  text::Vocabulary types;
  const TypeCounts before = counts_of(types, {{"x", 4}, {"d", 2}, {"c", 2}});
  const TypeCounts after = counts_of(types, {{"x", 4}, {"é", 1}, {"b", 1}, {"z", 2}});
  const VocabularyChange change = compare_vocabularies(types, before, after);
  EXPECT_EQ(names(types, change.came), (Names{"z", "b", "é"}));
  EXPECT_EQ(names(types, change.went), (Names{"c", "d"}));
  EXPECT_TRUE(change.moved.empty());
}

TEST(CompareVocabularies, OfTheSameIsEmpty) {
  text::Vocabulary types;
  const TypeCounts counts = counts_of(types, {{"a", 4}, {"b", 2}});
  // The vocabulary may hold more than the sides do.
  types.intern("unused");
  const VocabularyChange change = compare_vocabularies(types, counts, counts);
  EXPECT_TRUE(change.came.empty());
  EXPECT_TRUE(change.went.empty());
  EXPECT_TRUE(change.moved.empty());
}

TEST(CompareVocabularies, TheOtherWayRound) {
  text::Vocabulary types;
  const TypeCounts before = counts_of(types, {{"a", 4}, {"b", 2}, {"c", 1}});
  const TypeCounts after = counts_of(types, {{"a", 3}, {"b", 5}, {"d", 1}});
  const VocabularyChange there = compare_vocabularies(types, before, after);
  const VocabularyChange back = compare_vocabularies(types, after, before);
  EXPECT_EQ(names(types, there.came), names(types, back.went));
  EXPECT_EQ(names(types, there.went), names(types, back.came));
  ASSERT_EQ(there.moved.size(), back.moved.size());
  for (std::size_t i = 0; i < there.moved.size(); ++i) {
    EXPECT_EQ(there.moved[i].type, back.moved[i].type);
    EXPECT_EQ(there.moved[i].difference(), -back.moved[i].difference());
  }
}

}  // namespace
}  // namespace corpus::compare
