// SPDX-License-Identifier: MIT
#include "corpus/count/ranking.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "corpus/unicode/utf8.hpp"
#include "random_tokens.hpp"

namespace corpus::count {
namespace {

std::u32string points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = unicode::decode(text, at);
    points += point;
    at += length;
  }
  return points;
}

std::u32string backwards(std::string_view text) {
  const std::u32string forwards = points(text);
  return {forwards.rbegin(), forwards.rend()};
}

using Before = std::function<bool(TypeId, TypeId)>;

/// Each order as its description says it.
Before comparator(const FrequencyList& list, Order order) {
  const auto by_type = [&list](TypeId a, TypeId b) { return points(list.types[a]) < points(list.types[b]); };
  const auto by_freq = [&list, by_type](TypeId a, TypeId b) {
    if (list.entries[a].freq != list.entries[b].freq) return list.entries[a].freq > list.entries[b].freq;
    return by_type(a, b);
  };
  switch (order) {
    case Order::frequency:
      return by_freq;
    case Order::range:
      return [&list, by_freq](TypeId a, TypeId b) {
        if (list.entries[a].range != list.entries[b].range) return list.entries[a].range > list.entries[b].range;
        return by_freq(a, b);
      };
    case Order::ending:
      return [&list](TypeId a, TypeId b) { return backwards(list.types[a]) < backwards(list.types[b]); };
    case Order::type:
      break;
  }
  return by_type;
}

FrequencyList random_list(std::mt19937& random) {
  FrequencyList list;
  const std::vector<std::string> letters = {"a", "b", "é", "漢", "\uFFFD", "😀", "\x01"};
  for (std::size_t i = random() % 200; i > 0; --i) {
    std::string type = random() % 2 == 0 ? "" : "snowfall";  // as long as the prefix that is compared first
    for (std::size_t length = random() % 5; length > 0; --length) type += letters[random() % letters.size()];
    if (random() % 3 == 0) type += "able";
    if (list.types.find(type)) continue;
    const std::uint64_t range = 1 + random() % 3;
    list.add(type, range + random() % 4, range);
  }
  return list;
}

std::vector<TypeId> all(const FrequencyList& list) {
  std::vector<TypeId> ids(list.entries.size());
  std::iota(ids.begin(), ids.end(), TypeId{0});
  return ids;
}

TEST(Ranking, ByHand) {
  FrequencyList list;
  list.add("wind", 3, 1);
  list.add("able", 2, 2);
  list.add("snow", 3, 2);
  list.add("unable", 9, 1);
  const auto sorted = [&](Order order) {
    std::vector<TypeId> ids = all(list);
    sort(ids, list, order);
    return ids;
  };
  EXPECT_EQ(sorted(Order::frequency), (std::vector<TypeId>{3, 2, 0, 1}));
  EXPECT_EQ(sorted(Order::type), (std::vector<TypeId>{1, 2, 3, 0}));
  EXPECT_EQ(sorted(Order::range), (std::vector<TypeId>{2, 1, 3, 0}));
  EXPECT_EQ(sorted(Order::ending), (std::vector<TypeId>{0, 1, 3, 2}));  // -d, -e, -e, -w
}

TEST(Ranking, AgreesWithPlainSorting) {
  std::mt19937 random(34);
  for (int round = 0; round < 300; ++round) {
    const FrequencyList list = random_list(random);
    for (const Order order : {Order::frequency, Order::type, Order::range, Order::ending}) {
      std::vector<TypeId> expected = all(list);
      std::sort(expected.begin(), expected.end(), comparator(list, order));
      if (order == Order::type) {
        ASSERT_EQ(by_code_point(list.types), expected);
      }
      if (order == Order::ending) {
        ASSERT_EQ(by_ending(list.types), expected);
      }
      std::erase_if(expected, [&](TypeId) { return random() % 4 == 0; });
      std::shuffle(expected.begin(), expected.end(), random);
      std::vector<TypeId> ids = expected;
      std::sort(expected.begin(), expected.end(), comparator(list, order));
      const std::size_t top = random() % 2 == 0 ? SIZE_MAX : random() % 50;
      if (expected.size() > top) expected.resize(top);
      sort(ids, list, order, top);
      ASSERT_EQ(ids, expected) << "order " << static_cast<int>(order) << ", top " << top;
    }
  }
}

TEST(Ranking, ManyTypes) {  // dealt out, not compared; and some that differ only far behind
  std::mt19937 random(35);
  FrequencyList list;
  for (int i = 0; i < 5000; ++i) {
    std::string type = random() % 4 == 0 ? std::string(random() % 100, 'x') : "";
    for (std::size_t length = 1 + random() % 20; length > 0; --length) type += "abé漢"[random() % 7];
    if (!list.types.find(type)) list.add(type, 1 + random() % (random() % 2 == 0 ? 5 : 100000), 1 + random() % 2);
  }
  for (const std::size_t length : {1000000U, 999999U, 1000001U}) list.add(std::string(length, 'x'), 3, 1);
  for (const Order order : {Order::frequency, Order::type, Order::range}) {
    for (const std::size_t top : {SIZE_MAX, std::size_t{10}, std::size_t{3000}}) {
      std::vector<TypeId> expected = all(list);
      std::shuffle(expected.begin(), expected.end(), random);
      std::vector<TypeId> ids = expected;
      std::sort(expected.begin(), expected.end(), [&](TypeId a, TypeId b) {
        const auto& x = list.entries[a];
        const auto& y = list.entries[b];
        if (order == Order::range && x.range != y.range) return x.range > y.range;
        if (order != Order::type && x.freq != y.freq) return x.freq > y.freq;
        return list.types[a] < list.types[b];
      });
      expected.resize(std::min(top, expected.size()));
      sort(ids, list, order, top);
      ASSERT_EQ(ids, expected) << "order " << static_cast<int>(order) << ", top " << top;
    }
  }
}

TEST(Ranking, TopNoneAndAll) {
  FrequencyList list;
  list.add("a", 1, 1);
  std::vector<TypeId> ids = {0};
  sort(ids, list, Order::frequency, 0);
  EXPECT_TRUE(ids.empty());
  sort(ids, list, Order::frequency);
  EXPECT_TRUE(ids.empty());
}

TEST(Ranking, LargeFrequencies) {
  FrequencyList list;
  list.add("a", 1, 1);
  list.add("b", UINT64_MAX, 1);
  list.add("c", std::uint64_t{1} << 63, 1);
  std::vector<TypeId> ids = all(list);
  sort(ids, list, Order::frequency);
  EXPECT_EQ(ids, (std::vector<TypeId>{1, 2, 0}));
}

TEST(Rank, ByHand) {
  FrequencyList list;
  list.add("wind", 3, 1);
  list.add("a", 2, 1);
  list.add("snow", 3, 1);
  const auto ranks = rank(list);
  ASSERT_EQ(ranks.size(), 3U);
  EXPECT_EQ(std::pair(ranks[0].rank, ranks[0].cumulative), (std::pair<std::uint64_t, std::uint64_t>(2, 6)));
  EXPECT_EQ(std::pair(ranks[1].rank, ranks[1].cumulative), (std::pair<std::uint64_t, std::uint64_t>(3, 8)));
  EXPECT_EQ(std::pair(ranks[2].rank, ranks[2].cumulative), (std::pair<std::uint64_t, std::uint64_t>(1, 3)));
  EXPECT_TRUE(rank({}).empty());
}

}  // namespace
}  // namespace corpus::count
