// SPDX-License-Identifier: MIT
#include "corpus/text/vocabulary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

namespace corpus::text {
namespace {

TEST(Vocabulary, NumbersByFirstAppearance) {
  Vocabulary vocabulary;
  EXPECT_EQ(vocabulary.size(), 0U);
  EXPECT_EQ(vocabulary.find("snow"), std::nullopt);
  EXPECT_EQ(vocabulary.intern("snow"), 0U);
  EXPECT_EQ(vocabulary.intern("wind"), 1U);
  EXPECT_EQ(vocabulary.intern("snow"), 0U);
  EXPECT_EQ(vocabulary.size(), 2U);
  EXPECT_EQ(vocabulary[0], "snow");
  EXPECT_EQ(vocabulary[1], "wind");
  EXPECT_EQ(vocabulary.find("wind"), 1U);
  EXPECT_EQ(vocabulary.find("win"), std::nullopt);
}

TEST(Vocabulary, TheEmptyTypeIsAType) {  // what `_` alone folds to, where punctuation is kept
  Vocabulary vocabulary;
  EXPECT_EQ(vocabulary.find(""), std::nullopt);
  EXPECT_EQ(vocabulary.intern(""), 0U);
  EXPECT_EQ(vocabulary.intern(std::string_view{}), 0U);
  EXPECT_EQ(vocabulary.intern("a"), 1U);
  EXPECT_EQ(vocabulary.find(""), 0U);
  EXPECT_EQ(vocabulary[0], "");
}

TEST(Vocabulary, TypesThatDifferOnlyInTheirLengthOrLastByte) {
  Vocabulary vocabulary;
  std::vector<std::string> types;
  for (std::size_t length = 0; length < 40; ++length) {
    types.push_back(std::string(length, '\x01'));
    types.push_back(std::string(length, 'x') + "a");
    types.push_back(std::string(length, 'x') + "b");
  }
  for (TypeId id = 0; id < types.size(); ++id) EXPECT_EQ(vocabulary.intern(types[id]), id);
  for (TypeId id = 0; id < types.size(); ++id) EXPECT_EQ(vocabulary.find(types[id]), id);
}

TEST(Vocabulary, LongTypes) {  // longer than a block of the arena, and what stood in the block before stays
  Vocabulary vocabulary;
  const std::string longest(5000000, 'a');
  const std::string long_one(65536, 'b');
  EXPECT_EQ(vocabulary.intern("snow"), 0U);
  EXPECT_EQ(vocabulary.intern(longest), 1U);
  EXPECT_EQ(vocabulary.intern(long_one), 2U);
  EXPECT_EQ(vocabulary.intern("wind"), 3U);
  EXPECT_EQ(vocabulary.find(longest), 1U);
  EXPECT_EQ(vocabulary.find(longest + "a"), std::nullopt);
  EXPECT_EQ(vocabulary[0], "snow");
  EXPECT_EQ(vocabulary[2], long_one);
}

TEST(Vocabulary, ViewsStayWhileItGrows) {
  Vocabulary vocabulary;
  std::vector<std::string_view> views;
  for (TypeId id = 0; id < 200000; ++id) {
    ASSERT_EQ(vocabulary.intern("type " + std::to_string(id)), id);
    views.push_back(vocabulary[id]);
  }
  for (TypeId id = 0; id < views.size(); ++id) {
    ASSERT_EQ(views[id].data(), vocabulary[id].data());
    ASSERT_EQ(views[id], "type " + std::to_string(id));
  }
}

TEST(Vocabulary, AgreesWithAnUnorderedMapOnAMillionRandomTypes) {
  std::mt19937 random(7);
  Vocabulary vocabulary;
  std::unordered_map<std::string, TypeId> expected;
  for (int i = 0; i < 1000000; ++i) {
    std::string type;
    for (std::size_t length = random() % 12; length > 0; --length) type += static_cast<char>('a' + random() % 5);
    const auto [row, fresh] = expected.try_emplace(type, static_cast<TypeId>(expected.size()));
    ASSERT_EQ(vocabulary.find(type).has_value(), !fresh);
    ASSERT_EQ(vocabulary.intern(type), row->second);
  }
  ASSERT_EQ(vocabulary.size(), expected.size());
  for (const auto& [type, id] : expected) ASSERT_EQ(vocabulary[id], type);
}

TEST(Vocabulary, AgreesWithAnUnorderedMapOnTypesOfEveryLength) {
  std::mt19937 random(72);
  Vocabulary vocabulary;
  std::unordered_map<std::string, TypeId> expected;
  for (int i = 0; i < 300000; ++i) {
    std::string type(random() % 40, 'x');  // 12 and 28 are where another table begins
    for (std::size_t letters = random() % 6; letters > 0; --letters) type += static_cast<char>('a' + random() % 6);
    const auto [row, fresh] = expected.try_emplace(type, static_cast<TypeId>(expected.size()));
    ASSERT_EQ(vocabulary.find(type).has_value(), !fresh);
    ASSERT_EQ(vocabulary.intern(type), row->second);
  }
  for (const auto& [type, id] : expected) ASSERT_EQ(vocabulary.find(type), id);
}

TEST(Vocabulary, AMillionTypesInOrder) {
  Vocabulary vocabulary;
  for (TypeId id = 0; id < 1000000; ++id) ASSERT_EQ(vocabulary.intern(std::to_string(id)), id);
  for (TypeId id = 0; id < 1000000; id += 997) ASSERT_EQ(vocabulary.find(std::to_string(id)), id);
}

/// Interns in batches, of one to a few hundred.
std::vector<TypeId> intern_in_batches(Vocabulary& vocabulary, const std::vector<std::string>& types,
                                      std::mt19937& random) {
  std::vector<TypeId> ids;
  unicode::WordBatch batch;
  for (std::size_t begin = 0; begin < types.size();) {
    const std::size_t size = std::min<std::size_t>(types.size() - begin, random() % 200);
    // Some are as the folded text has them, the others not.
    std::string folded;
    for (std::size_t i = begin; i < begin + size; ++i) folded += types[i];
    folded.append(unicode::type_padding, 'x');  // a word's type may be read past its end
    batch.clear(folded.data());
    std::uint32_t at = 0;
    for (std::size_t i = begin; i < begin + size; ++i) {
      const auto end = static_cast<std::uint32_t>(at + types[i].size());
      random() % 5 == 0 ? batch.add(0, 0, {}, types[i]) : batch.add_folded(at, end);
      at = end;
    }
    const unicode::Words words = batch.words();
    for (const TypeId id : vocabulary.intern(words)) ids.push_back(id);
    begin += size;
  }
  return ids;
}

TEST(Vocabulary, BatchesAreAsOneByOne) {
  std::mt19937 random(70);
  for (int round = 0; round < 20; ++round) {
    std::vector<std::string> types;
    for (int i = 0; i < 10000; ++i) {
      std::string type;
      for (std::size_t length = random() % 33; length > 0; --length) type += static_cast<char>('a' + random() % 3);
      types.push_back(random() % 10 == 0 ? type : type.substr(0, 6));
    }
    Vocabulary vocabulary;
    Vocabulary one_by_one;
    const std::vector<TypeId> ids = intern_in_batches(vocabulary, types, random);
    ASSERT_EQ(ids.size(), types.size());
    for (std::size_t i = 0; i < types.size(); ++i) ASSERT_EQ(ids[i], one_by_one.intern(types[i]));
    ASSERT_EQ(vocabulary.size(), one_by_one.size());
  }
}

TEST(Vocabulary, TypesMadeToCollideAreToldApart) {
  // Who knows the seed knows types whose first eight bytes make the product 0, whatever follows.
  std::uint64_t seed = 0;
  std::memcpy(&seed, "abcdefgh", sizeof seed);
  std::mt19937 random(71);
  std::vector<std::string> types;
  for (int i = 0; i < 8000; ++i) types.push_back("abcdefgh" + std::to_string(random() % 3000));
  std::unordered_map<std::string, TypeId> expected;
  for (const std::string& type : types) expected.try_emplace(type, static_cast<TypeId>(expected.size()));

  Vocabulary one_by_one{seed};
  for (const std::string& type : types) ASSERT_EQ(one_by_one.intern(type), expected.at(type));
  Vocabulary batches{seed};
  const std::vector<TypeId> ids = intern_in_batches(batches, types, random);
  for (std::size_t i = 0; i < types.size(); ++i) ASSERT_EQ(ids[i], expected.at(types[i])) << i;
  EXPECT_EQ(batches.size(), expected.size());
  for (const auto& [type, id] : expected) ASSERT_EQ(batches.find(type), id);
}

TEST(Vocabulary, LongerTypesMadeToCollideAreToldApart) {
  std::uint64_t seed = 0;
  std::memcpy(&seed, "abcdefgh", sizeof seed);
  Vocabulary vocabulary{seed};
  std::vector<std::string> types;
  // The first product is 0 in the second table too: the letters that differ, the second eight, have no say.
  for (int i = 0; i < 3000; ++i)
    types.push_back("abcdefgh" + std::to_string(10000000 + i) + std::string(8, '\x01') + "zz");
  for (const std::string& type : types) vocabulary.intern("x" + type);
  for (TypeId id = 0; id < types.size(); ++id) ASSERT_EQ(vocabulary.intern(types[id]), types.size() + id);
  for (TypeId id = 0; id < types.size(); ++id) ASSERT_EQ(vocabulary.find("x" + types[id]), id);
}

TEST(Vocabulary, Moves) {
  Vocabulary vocabulary;
  vocabulary.intern("snow");
  const Vocabulary moved = std::move(vocabulary);
  EXPECT_EQ(moved.find("snow"), 0U);
  EXPECT_EQ(moved[0], "snow");
}

TEST(Vocabulary, InternsAllTypesOfAnother) {
  Vocabulary other;
  Vocabulary vocabulary;
  const std::string lengthy(300, 'x');
  for (int i = 0; i < 1000; ++i) {
    const std::string type = std::string(static_cast<std::size_t>(i % 40), 'a') + std::to_string(i);
    other.intern(type);
    if (i % 3 == 0) vocabulary.intern(type + "b");
    if (i % 3 == 1) vocabulary.intern(type);
  }
  other.intern(lengthy);
  other.intern("");
  const std::vector<TypeId> ids = vocabulary.intern(other);
  ASSERT_EQ(ids.size(), other.size());
  for (TypeId id = 0; id < other.size(); ++id) {
    EXPECT_EQ(vocabulary[ids[id]], other[id]);
    EXPECT_EQ(vocabulary.find(other[id]), ids[id]);
  }
  EXPECT_EQ(vocabulary.size(), 334U + 1002U);
  EXPECT_TRUE(vocabulary.intern(Vocabulary{}).empty());
}

}  // namespace
}  // namespace corpus::text
