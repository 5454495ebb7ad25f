// SPDX-License-Identifier: MIT
#include "corpus/similarity/minhash.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "corpus/similarity/shingles.hpp"
#include "reference/dice.hpp"
#include "sketches.hpp"

namespace corpus::similarity {
namespace {

Signature signature(const std::vector<std::uint64_t>& set) {
  MinHash sketch;
  for (const std::uint64_t member : set) sketch.add(member);
  return sketch.signature();
}

Signature with(std::initializer_list<std::pair<std::size_t, std::uint16_t>> bins) {
  Signature signature = empty_signature();
  for (const auto& [bin, value] : bins) signature[bin] = value;
  return signature;
}

// The bin is the upper seven bits, what stands in it the last sixteen of the least hash there.
TEST(MinHash, ByHand) {
  EXPECT_EQ(signature({}), empty_signature());
  EXPECT_EQ(signature({5}), with({{0, 5}}));
  EXPECT_EQ(signature({0x0200000000000007U}), with({{1, 7}}));
  EXPECT_EQ(signature({0xFE00000000001234U, 0xFE00000000011111U}), with({{127, 0x1234}}));
  EXPECT_EQ(signature({0xFE00000000011111U, 0xFE00000000001234U, 0xFE00000000001234U}), with({{127, 0x1234}}));
  EXPECT_EQ(signature({0x1FFFF}), with({{0, 0xFFFE}}));
  EXPECT_EQ(signature({0xFFFFFFFFFFFFFFFFU}), empty_signature());
}

// As the formula in the header gives it, computed by another program.
TEST(MinHash, IsTheSameEverywhere) {
  EXPECT_EQ(testing::signature_of({"a", "rose", "is", "a", "rose"}), with({{25, 0xCE34}, {65, 0xB501}, {112, 0x259F}}));
}

TEST(MinHash, StartsAnewWhenCleared) {
  MinHash sketch;
  sketch.add(5);
  sketch.clear();
  EXPECT_EQ(sketch.signature(), empty_signature());
}

// One bin agrees, three are filled on one side at least.
TEST(MinHash, ResemblanceByHand) {
  EXPECT_EQ(resemblance(with({{0, 5}, {1, 7}}), with({{0, 5}, {2, 7}})), 1.0 / 3);
  EXPECT_EQ(resemblance(with({{0, 5}}), with({{0, 6}})), 0.0);
  EXPECT_EQ(resemblance(with({{0, 5}}), with({{0, 5}})), 1.0);
  EXPECT_EQ(resemblance(with({{0, 5}}), empty_signature()), 0.0);
  EXPECT_EQ(resemblance(empty_signature(), empty_signature()), std::nullopt);
}

// Within four standard errors of what it estimates.
TEST(MinHash, EstimatesTheResemblanceOfSets) {
  reference::Dice dice{11};
  for (const std::size_t size : {40U, 400U, 20000U}) {
    for (const double share : {0.0, 0.2, 0.5, 0.8, 0.95, 1.0}) {
      const auto shared = static_cast<std::size_t>(share * static_cast<double>(size));
      MinHash one;
      MinHash other;
      for (std::size_t i = 0; i < size; ++i) {
        const std::uint64_t member = scramble(1 + dice.below(SIZE_MAX));
        one.add(member);
        other.add(i < shared ? member : scramble(1 + dice.below(SIZE_MAX)));
      }
      const double exact = static_cast<double>(shared) / static_cast<double>(2 * size - shared);
      const double error = std::sqrt(exact * (1 - exact) / 128);
      const auto estimate = resemblance(one.signature(), other.signature());
      ASSERT_TRUE(estimate);
      EXPECT_NEAR(*estimate, exact, 4 * error + 1e-3) << size << " members, " << shared << " shared";
      EXPECT_EQ(estimate, resemblance(other.signature(), one.signature()));
    }
  }
}

}  // namespace
}  // namespace corpus::similarity
