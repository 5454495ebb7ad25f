// SPDX-License-Identifier: MIT
#include "corpus/similarity/near.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "corpus/io/documents.hpp"
#include "corpus/io/inputs.hpp"
#include "corpus/text/reader.hpp"
#include "corpus/text/tokenizer.hpp"
#include "reference/similarity/jaccard.hpp"
#include "sketches.hpp"

namespace corpus::similarity {
namespace {

using testing::edited;
using testing::random_text;
using testing::signature_of;
using testing::Text;

using Place = std::pair<std::size_t, std::size_t>;

/// Two sides, and what was found.
struct Sides {
  std::vector<Text> left;
  std::vector<Text> right;

  [[nodiscard]] std::vector<NearPair> find(const NearOptions& options = {}) const {
    const std::vector<Signature> lefts = signatures(left);
    const std::vector<Signature> rights = signatures(right);
    return find_near(pointers(lefts), pointers(rights), options);
  }

  static std::vector<Signature> signatures(const std::vector<Text>& texts) {
    std::vector<Signature> result;
    for (const Text& text : texts) result.push_back(signature_of(text));
    return result;
  }

  static std::vector<const Signature*> pointers(const std::vector<Signature>& signatures) {
    std::vector<const Signature*> result;
    for (const Signature& signature : signatures) result.push_back(&signature);
    return result;
  }
};

std::set<Place> places_of(const std::vector<NearPair>& pairs) {
  std::set<Place> places;
  for (const NearPair& pair : pairs) places.emplace(pair.left, pair.right);
  return places;
}

/// All pairs are compared by the sets of their shingles. What is found is what is near, but for those so close to the
/// threshold that 128 bins cannot tell (five standard errors); of these pairs, as many are found as not.
void agree_with_all_pairs(const Sides& sides) {
  constexpr double threshold = 0.5;
  constexpr double margin = 5 * 0.0442;
  std::vector<reference::WordShingles> lefts;
  std::vector<reference::WordShingles> rights;
  for (const Text& text : sides.left) lefts.push_back(reference::shingles_of(text));
  for (const Text& text : sides.right) rights.push_back(reference::shingles_of(text));
  const std::set<Place> found = places_of(sides.find({.threshold = threshold}));
  std::size_t near = 0;
  for (std::size_t i = 0; i < lefts.size(); ++i) {
    for (std::size_t j = 0; j < rights.size(); ++j) {
      const double exact = reference::jaccard(lefts[i], rights[j]);
      const bool is_found = found.contains({i, j});
      if (exact > threshold + margin) {
        ++near;
        EXPECT_TRUE(is_found) << i << " and " << j << " resemble each other by " << exact;
      } else if (exact < threshold - margin) {
        EXPECT_FALSE(is_found) << i << " and " << j << " resemble each other by " << exact;
      }
    }
  }
  EXPECT_GT(near, sides.left.size() / 4);  // or nothing was tried
}

TEST(Near, AgreesWithAllPairsOfRandomTexts) {
  reference::Dice dice{3};
  Sides sides;
  for (std::size_t i = 0; i < 60; ++i) {
    sides.left.push_back(random_text(dice, dice.between(60, 600)));
    sides.right.push_back(edited(sides.left.back(), dice, dice.below(150)));
  }
  for (std::size_t i = 0; i < 40; ++i) sides.right.push_back(edited(sides.left[dice.below(60)], dice, 40));
  agree_with_all_pairs(sides);
}

/// The texts of podcasts, the first words of each.
std::vector<Text> real_texts(std::size_t most, std::size_t words) {
  std::vector<Text> texts;
  const std::string file = CORPUS_SHARED_DIR "/texts/podcasts.tar.zst";
  if (!std::filesystem::exists(file)) return texts;
  io::Documents documents{io::Source::file(file, 0), {}};
  for (auto document = documents.next(); document && texts.size() < most; document = documents.next()) {
    Text& text = texts.emplace_back();
    const text::ReadOptions reading;
    text::Reader reader{*document, reading};
    text::Tokenizer tokenizer;
    while (const auto block = reader.next()) {
      tokenizer.start(*block);
      for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
        for (const text::Token& token : batch) text.emplace_back(token.type());
      }
    }
    text.resize(std::min(text.size(), words));
  }
  return texts;
}

TEST(Near, AgreesWithAllPairsOfRealTexts) {
  Sides sides;
  sides.left = real_texts(50, 800);
  if (sides.left.empty()) GTEST_SKIP() << "no texts";
  reference::Dice dice{5};
  for (const Text& text : sides.left) sides.right.push_back(edited(text, dice, dice.below(150)));
  std::reverse(sides.right.begin(), sides.right.end());
  agree_with_all_pairs(sides);
}

// What the bands leave out of all that the signatures tell: of pairs at the threshold, 4 in 1,000.
TEST(Near, FindsNearlyAllThatTheSignaturesTell) {
  reference::Dice dice{7};
  Sides sides;
  for (std::size_t i = 0; i < 300; ++i) {
    sides.left.push_back(random_text(dice, 200));
    sides.right.push_back(edited(sides.left.back(), dice, 90));  // J about 0.6
  }
  const std::set<Place> found = places_of(sides.find());
  std::size_t told = 0;
  std::size_t missed = 0;
  for (std::size_t i = 0; i < sides.left.size(); ++i) {
    for (std::size_t j = 0; j < sides.right.size(); ++j) {
      const auto estimate = resemblance(signature_of(sides.left[i]), signature_of(sides.right[j]));
      const bool near = estimate >= 0.5;
      EXPECT_TRUE(near || !found.contains({i, j}));
      told += near ? 1 : 0;
      missed += near && !found.contains({i, j}) ? 1 : 0;
    }
  }
  EXPECT_GT(told, 200U);
  EXPECT_LE(missed * 100, told);
}

TEST(Near, TheMostAlikeFirst) {
  reference::Dice dice{9};
  Sides sides;
  for (std::size_t i = 0; i < 60; ++i) sides.left.push_back(random_text(dice, 300));
  for (std::size_t i = 0; i < 60; ++i) sides.right.push_back(edited(sides.left[i / 2], dice, i));
  const auto pairs = sides.find();
  EXPECT_EQ(pairs.size(), 60U);
  EXPECT_TRUE(std::is_sorted(pairs.begin(), pairs.end(), [](const NearPair& one, const NearPair& other) {
    if (one.resemblance != other.resemblance) return one.resemblance > other.resemblance;
    return Place(one.left, one.right) < Place(other.left, other.right);
  }));
}

TEST(Near, NothingIsNearToNothing) {
  EXPECT_TRUE((Sides{{{}, {"a"}}, {{}, {"b"}}}).find({.threshold = 0}).empty());
  EXPECT_TRUE((Sides{}).find().empty());
  EXPECT_TRUE((Sides{{{"a", "b", "c"}}, {}}).find().empty());
  EXPECT_EQ((Sides{{{"a"}, {"b"}}, {{"b"}}}).find().size(), 1U);
}

// All agree in all bands. Each is compared with four of the other side, about where it stands itself.
TEST(Near, ACrowdIsNotComparedWithAll) {
  Sides sides;
  for (int i = 0; i < 100; ++i) sides.left.push_back({"the", "same", "words"});
  for (int i = 0; i < 50; ++i) sides.right.push_back({"the", "same", "words"});
  const auto pairs = sides.find({.most_met = 4});
  EXPECT_EQ(pairs.size(), 400U);
  for (const NearPair& pair : pairs)
    EXPECT_NEAR(static_cast<double>(pair.left), 2.0 * static_cast<double>(pair.right), 8);
  EXPECT_EQ(one_to_one(pairs).size(), 50U);
}

TEST(Near, OnePartnerEachTheBestFirst) {
  const std::vector<NearPair> pairs{{0, 1, 0.9}, {2, 1, 0.8}, {0, 0, 0.8}, {2, 0, 0.6}, {1, 3, 0.5}};
  EXPECT_EQ(places_of(one_to_one(pairs)), (std::set<Place>{{0, 1}, {2, 0}, {1, 3}}));
  EXPECT_TRUE(one_to_one({}).empty());
}

}  // namespace
}  // namespace corpus::similarity
