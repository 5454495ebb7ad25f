// SPDX-License-Identifier: MIT
#include "corpus/text/key_table.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace corpus::text {
namespace {

template <typename Table>
typename Table::Key key_of(std::string letters, char behind = 'Z') {
  const std::size_t size = letters.size();
  letters.append(sizeof(typename Table::Key), behind);  // what is behind a key is not looked at
  return Table::key_of(letters.data(), size);
}

template <typename Table>
class KeyTables : public ::testing::Test {};
using Both = ::testing::Types<KeyTable<2>, KeyTable<4>>;
TYPED_TEST_SUITE(KeyTables, Both);

TYPED_TEST(KeyTables, KeysAreTheirLettersAlone) {
  std::vector<typename TypeParam::Key> keys;
  for (std::size_t size = 1; size <= TypeParam::longest; ++size) {
    keys.push_back(key_of<TypeParam>(std::string(size, 'a')));
    EXPECT_EQ(key_of<TypeParam>(std::string(size, 'a'), '\xFF'), keys.back());
    keys.push_back(key_of<TypeParam>(std::string(size - 1, 'a') + 'b'));
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(keys[i], keys[j]);
  }
}

TYPED_TEST(KeyTables, AgreesWithAMapWhileItGrows) {
  std::mt19937 random(50);
  TypeParam table{random(), 4};
  std::map<std::string, std::uint32_t> expected;
  for (int i = 0; i < 60000; ++i) {
    std::string letters;
    for (std::size_t length = 1 + random() % TypeParam::longest; length > 0; --length) {
      letters += static_cast<char>('a' + random() % (length > 6 ? 1 : 5));
    }
    const auto key = key_of<TypeParam>(letters);
    const auto next = static_cast<std::uint32_t>(expected.size() + 1);
    const auto [row, fresh] = expected.try_emplace(letters, next);
    const std::size_t home = table.prefetch_home(key);
    const std::uint32_t at_home = table.number_from(home, key);
    ASSERT_TRUE(at_home == 0 || at_home == row->second);
    ASSERT_EQ(table.find(key), fresh ? 0 : row->second);
    ASSERT_EQ(table.intern(key, [&] { return next; }), row->second);
    // A home that was asked for before the table grew may be wrong, and nothing worse.
    const std::uint32_t later = table.number_from(home, key);
    ASSERT_TRUE(later == 0 || later == row->second);
    // One that was not looked for since the table grew is found too.
    const auto& [old_letters, number] = *expected.begin();
    ASSERT_EQ(table.find(key_of<TypeParam>(old_letters)), number);
  }
  for (const auto& [letters, number] : expected) ASSERT_EQ(table.find(key_of<TypeParam>(letters)), number);
}

TEST(KeyTable, CollisionsMadeOnPurposeAreRefused) {
  // The first eight letters make the product 0, whatever follows.
  std::uint64_t seed = 0;
  std::memcpy(&seed, "abcdefgh", sizeof seed);
  const auto key = [](std::uint32_t i) { return key_of<KeyTable<2>>("abcdefgh" + std::to_string(i)); };
  KeyTable<2> table{seed, 1024};
  std::uint32_t placed = 0;
  while (placed < 1000 && table.intern(key(placed), [&] { return placed + 1; }) != 0) ++placed;
  EXPECT_LE(placed, table.most_probes() + 1);
  EXPECT_GT(placed, 64U);
  EXPECT_EQ(table.find(key(placed)), 0U);
  EXPECT_EQ(table.find(key(placed - 1)), placed);
  table.clear(0x0123456789ABCDEF);
  EXPECT_EQ(table.find(key(0)), 0U);
  for (std::uint32_t i = 0; i < 1000; ++i) ASSERT_EQ(table.intern(key(i), [&] { return i + 1; }), i + 1);
}

}  // namespace
}  // namespace corpus::text
