// SPDX-License-Identifier: MIT
#include "corpus/compare/distance.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

#include "reference/dice.hpp"

namespace corpus::compare {
namespace {

using Tokens = std::vector<text::TypeId>;

/// Some documents as a side.
struct MadeSide {
  std::vector<Tokens> documents;

  [[nodiscard]] TypeCounts counts() const {
    TypeCounts counts;
    for (const Tokens& tokens : documents) {
      for (const text::TypeId type : tokens) {
        if (counts.freqs.size() <= type) counts.freqs.resize(type + std::size_t{1});
        ++counts.freqs[type];
        ++counts.tokens;
      }
    }
    return counts;
  }
};

std::vector<DocumentTokens> documents_of(const MadeSide& before, const MadeSide& after) {
  std::vector<DocumentTokens> all(before.documents.begin(), before.documents.end());
  all.insert(all.end(), after.documents.begin(), after.documents.end());
  return all;
}

std::optional<double> value(std::string_view name, const Distances& distances) {
  const auto all = distance_measures();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& measure) { return measure.name == name; });
  return found == all.end() ? std::nullopt : found->value(distances);
}

text::Vocabulary letters(std::string_view names) {
  text::Vocabulary types;
  for (const char& letter : names) types.intern({&letter, 1});
  return types;
}

TEST(Distances, OfASideAndItselfAreNothing) {
  reference::Dice dice{3};
  const text::Vocabulary types = letters("zyxwvabcde");
  MadeSide side;
  for (int i = 0; i < 5; ++i) {
    Tokens& tokens = side.documents.emplace_back();
    for (int j = 0; j < 60; ++j) tokens.push_back(static_cast<text::TypeId>(dice.below(1 + dice.below(10))));
  }
  const TypeCounts counts = side.counts();
  const auto documents = documents_of(side, side);
  const Distances distances{types, counts, counts, documents};
  EXPECT_EQ(value("jsd", distances), 0.0);
  EXPECT_EQ(value("cosine", distances), 1.0);
  EXPECT_EQ(value("spearman", distances), 1.0);
  EXPECT_EQ(value("chi_by_df", distances), 0.0);
  EXPECT_EQ(value("delta", distances), 0.0);
}

TEST(Distances, ByHand) {
  // Old: a a b b. New: a a a b, in two documents, a a and a b.
  const text::Vocabulary types = letters("ab");
  const MadeSide before{{{0, 0, 1, 1}}};
  const MadeSide after{{{0, 0}, {0, 1}}};
  const TypeCounts old_counts = before.counts();
  const TypeCounts new_counts = after.counts();
  const auto documents = documents_of(before, after);
  const Distances distances{types, old_counts, new_counts, documents};
  EXPECT_NEAR(*value("cosine", distances), 8 / std::sqrt(8.0 * 10), 1e-15);
  // Rates of a in the three documents: 1/2, 1, 1/2; mean 2/3, sample deviation sqrt((1/36 + 1/9 + 1/36) / 2) = sqrt(1/12).
  // Of b the same turned round. The sides have 1/2 and 3/4: a difference of 1/4 in either word.
  EXPECT_NEAR(*value("delta", distances), 0.25 / std::sqrt(1.0 / 12), 1e-12);
}

TEST(Distances, DeltaOfTheSameIsNothingWhereAllDocumentsAreAlike) {
  const text::Vocabulary types = letters("ab");
  const MadeSide one{{{0, 1}}};
  const TypeCounts counts = one.counts();
  const auto documents = documents_of(one, one);
  EXPECT_EQ(value("delta", Distances{types, counts, counts, documents}), 0.0);
}

TEST(Distances, TwoDocumentsHaveNoDelta) {
  const text::Vocabulary types = letters("ab");
  const MadeSide before{{{0, 0, 1, 1}}};
  const MadeSide after{{{0, 0, 0, 1}, {}}};
  const TypeCounts old_counts = before.counts();
  const TypeCounts new_counts = after.counts();
  const auto documents = documents_of(before, after);
  EXPECT_EQ(value("delta", Distances{types, old_counts, new_counts, documents}), std::nullopt);
}

TEST(Distances, DocumentsWithoutTokensHaveNoRates) {
  const text::Vocabulary types = letters("ab");
  const MadeSide before{{{0, 0, 1, 1}, {}}};
  const MadeSide after{{{0, 0}, {}, {0, 1}}};
  const TypeCounts old_counts = before.counts();
  const TypeCounts new_counts = after.counts();
  const auto documents = documents_of(before, after);
  EXPECT_NEAR(*value("delta", Distances{types, old_counts, new_counts, documents}), 0.25 / std::sqrt(1.0 / 12), 1e-12);
}

// As many types as Delta looks at and one more, all twice in the corpora: the last by code point is not looked at. One
// goes and the others stay, so that Delta is larger where that one is first.
TEST(Distances, OfTypesThatAreEquallyFrequentDeltaTakesTheFirst) {
  const auto delta = [](const std::string& odd) {
    text::Vocabulary types;
    Tokens others;
    for (std::size_t i = 0; i < delta_words; ++i) others.push_back(types.intern("w" + std::to_string(i)));
    const text::TypeId gone = types.intern(odd);
    Tokens first(others.begin(), others.begin() + 75);
    Tokens rest(others.begin() + 75, others.end());
    first.push_back(gone);
    rest.push_back(gone);
    const MadeSide before{{first, rest}};
    const MadeSide after{{others}};
    const TypeCounts old_counts = before.counts();
    const TypeCounts new_counts = after.counts();
    const auto documents = documents_of(before, after);
    return *value("delta", Distances{types, old_counts, new_counts, documents});
  };
  EXPECT_GT(delta("a"), 1.5 * delta("z"));
}

TEST(Distances, DoNotHangOnTheOrderOfTheVocabulary) {
  reference::Dice dice{4};
  // 700 types, each as frequent as some others: which of them are among the 500 of chi and the 150 of Delta must be told
  // by their letters.
  std::vector<std::string> names;
  for (int i = 0; i < 700; ++i) names.push_back("w" + std::to_string(i));
  const auto measure = [&](const std::vector<std::string>& order) {
    text::Vocabulary types;
    for (const std::string& name : order) types.intern(name);
    reference::Dice same{5};
    MadeSide before;
    MadeSide after;
    for (MadeSide* const side : {&before, &after}) {
      for (int i = 0; i < 4; ++i) {
        Tokens& tokens = side->documents.emplace_back();
        for (int j = 0; j < 400; ++j) tokens.push_back(*types.find(same.pick(names)));
      }
    }
    const TypeCounts old_counts = before.counts();
    const TypeCounts new_counts = after.counts();
    const auto documents = documents_of(before, after);
    const Distances distances{types, old_counts, new_counts, documents};
    std::vector<std::optional<double>> values;
    for (const DistanceMeasure& row : distance_measures()) values.push_back(row.value(distances));
    return values;
  };
  std::vector<std::string> shuffled = names;
  for (std::size_t i = shuffled.size(); i > 1; --i) std::swap(shuffled[i - 1], shuffled[dice.below(i)]);
  EXPECT_EQ(measure(names), measure(shuffled));
}

}  // namespace
}  // namespace corpus::compare
