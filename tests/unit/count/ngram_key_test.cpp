// SPDX-License-Identifier: MIT
#include "corpus/count/ngram_key.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "reference/dice.hpp"

namespace corpus::count {
namespace {

/// Against a list of numbers, the first word first.
template <std::size_t words>
void check(reference::Dice& dice) {
  for (int round = 0; round < 2000; ++round) {
    const auto bits = static_cast<unsigned>(dice.between(1, 32));
    const std::size_t most = (64 * words - 1) / bits;
    if (most == 0) continue;
    const auto random_list = [&] {
      std::vector<std::uint64_t> list(dice.between(1, most));
      for (auto& value : list) value = dice.below(std::size_t{1} << bits);
      return list;
    };
    const auto key_of = [&](const std::vector<std::uint64_t>& list) {
      NgramKey<words> key;
      for (const std::uint64_t value : list) key.push(value, bits);
      return key;
    };
    std::vector<std::uint64_t> list = random_list();
    NgramKey<words> key = key_of(list);
    NgramKey<words> put;
    for (std::size_t i = 0; i < list.size(); ++i) {
      EXPECT_EQ(key.field(i, bits), list[list.size() - 1 - i]) << bits << " bits, word " << i;
      put.put(i, list[list.size() - 1 - i], bits);
    }
    EXPECT_EQ(put, key);
    EXPECT_EQ(key.parts[0] >> 63U, 0U);

    std::vector<std::uint64_t> other = random_list();
    other.resize(list.size());
    EXPECT_EQ(key < key_of(other), list < other);
    EXPECT_EQ(key == key_of(other), list == other);

    const std::size_t kept = dice.between(1, list.size());
    NgramKey<words> tail = key;
    tail.mask(NgramKey<words>::ones(kept, bits));
    EXPECT_EQ(tail, key_of({list.end() - static_cast<std::ptrdiff_t>(kept), list.end()}));
    key.pop(bits);
    list.pop_back();
    EXPECT_EQ(key, key_of(list));
  }
}

TEST(NgramKey, IsAListOfNumbers) {
  reference::Dice dice{3};
  check<1>(dice);
  check<2>(dice);
  check<4>(dice);
  check<8>(dice);
}

}  // namespace
}  // namespace corpus::count
