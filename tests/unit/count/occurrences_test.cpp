// SPDX-License-Identifier: MIT
#include "corpus/count/occurrences.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace corpus::count {
namespace {

/// Stretches with vocabularies of their own, now and then longer than a chunk.
TEST(Occurrences, AreWhereTheTypesStand) {
  std::mt19937 random(4);
  Occurrences text;
  std::map<std::string, std::vector<std::uint64_t>> expected;
  std::uint64_t token = 0;
  for (int stretch = 0; stretch < 40; ++stretch) {
    text::Vocabulary types;
    std::vector<TypeId> ids;
    for (std::size_t left = stretch == 17 ? (std::size_t{1} << 20) + 3 : random() % 500; left > 0; --left) {
      const std::string type = "w" + std::to_string(random() % (1 + random() % 300));
      ids.push_back(types.intern(type));
      expected[type].push_back(token++);
    }
    text.add(types, ids);
  }
  EXPECT_EQ(text.list().tokens, token);
  ASSERT_EQ(text.list().types.size(), expected.size());
  std::vector<TypeId> ids;
  for (const auto& [type, positions] : expected) {
    const auto id = text.list().types.find(type);
    ASSERT_TRUE(id) << type;
    EXPECT_EQ(text.list().entries[*id].freq, positions.size());
    ids.push_back(*id);
  }
  auto next = expected.begin();
  text.each(ids, [&](std::size_t i, stats::Counts positions) {
    ASSERT_EQ(text.list().types[ids[i]], next->first);
    ASSERT_EQ((std::vector<std::uint64_t>{positions.begin(), positions.end()}), next->second) << next->first;
    ++next;
  });
  EXPECT_EQ(next, expected.end());
}

TEST(Occurrences, OfNothingAreNone) {
  Occurrences text;
  text.add(text::Vocabulary{}, {});
  EXPECT_EQ(text.list().tokens, 0u);
  EXPECT_EQ(text.list().types.size(), 0u);
  text.each({}, [](std::size_t, stats::Counts) { FAIL(); });
}

}  // namespace
}  // namespace corpus::count
