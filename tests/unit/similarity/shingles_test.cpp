// SPDX-License-Identifier: MIT
#include "corpus/similarity/shingles.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace corpus::similarity {
namespace {

using Hashes = std::vector<std::uint64_t>;

/// Of documents one after the other.
std::vector<Hashes> shingles_of(const std::vector<std::vector<std::string>>& documents) {
  Shingles shingles;
  std::vector<Hashes> all;
  for (const auto& words : documents) {
    Hashes hashes;
    const auto use = [&](std::uint64_t shingle) { hashes.push_back(shingle); };
    for (const std::string& word : words) shingles.add(stable_hash(word), use);
    shingles.finish(use);
    all.push_back(hashes);
  }
  return all;
}

// MurmurHash3's finalizer of 1, as other implementations of it have it.
TEST(Shingles, ScrambleIsMurmurs) {
  EXPECT_EQ(scramble(0), 0U);
  EXPECT_EQ(scramble(1), 0xB456BCFC34C2CB2CU);
}

// The published values of FNV-1a, 64 bits, scrambled.
TEST(Shingles, TypesAreHashedByFnv) {
  EXPECT_EQ(stable_hash(""), scramble(0xCBF29CE484222325U));
  EXPECT_EQ(stable_hash("a"), scramble(0xAF63DC4C8601EC8CU));
  EXPECT_EQ(stable_hash("foobar"), scramble(0x85944171F73967E8U));
}

// By the formula in the header, computed by another program: lock files are read by other releases.
TEST(Shingles, HashesAreTheSameEverywhere) {
  EXPECT_EQ(stable_hash("snow"), 0xB315EC5286397E06U);
  EXPECT_EQ(stable_hash("é"), 0x9D55CCB9BA86763BU);
  EXPECT_EQ(shingles_of({{"a", "b", "c"}, {"a", "b"}, {"a"}}),
            (std::vector<Hashes>{{0xA762D4FFCAAB311CU}, {0xCEE08DCB97E8281FU}, {0x98AB58057744F04AU}}));
}

TEST(Shingles, OneForEachRunOfThree) {
  const auto all = shingles_of({{}, {"a", "b", "c", "d", "a", "b", "c"}, {"c", "b", "a"}});
  EXPECT_TRUE(all[0].empty());
  ASSERT_EQ(all[1].size(), 5U);
  EXPECT_EQ(all[1][0], all[1][4]);  // a b c
  EXPECT_NE(all[1][0], all[1][1]);
  EXPECT_NE(all[1][0], all[2][0]);  // the order matters
}

TEST(Shingles, NoneReachesIntoTheNextDocument) {
  const auto apart = shingles_of({{"c", "d", "e"}, {"d"}});
  EXPECT_EQ(shingles_of({{"a", "b"}, {"c", "d", "e"}, {"a", "b", "c"}, {"d"}}),
            (std::vector<Hashes>{shingles_of({{"a", "b"}})[0], apart[0], shingles_of({{"a", "b", "c"}})[0], apart[1]}));
}

}  // namespace
}  // namespace corpus::similarity
