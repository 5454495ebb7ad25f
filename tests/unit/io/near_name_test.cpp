// SPDX-License-Identifier: MIT
#include "corpus/io/near_name.hpp"

#include "scratch.hpp"

namespace corpus::io {
namespace {

using testing::Scratch;

TEST(EditDistance, CountsInsertionsDeletionsReplacementsAndSwaps) {
  EXPECT_EQ(edit_distance("", "", 9), 0U);
  EXPECT_EQ(edit_distance("abc", "", 9), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting", 9), 3U);  // Levenshtein's textbook pair
  EXPECT_EQ(edit_distance("texts", "text", 9), 1U);
  EXPECT_EQ(edit_distance("texts", "etxts", 9), 1U);
  EXPECT_EQ(edit_distance("ca", "abc", 9), 3U);  // 2 only if a swapped pair could be edited again
}

TEST(EditDistance, StopsAtTheLimit) {
  EXPECT_EQ(edit_distance("abcdef", "uvwxyz", 2), 3U);
  EXPECT_EQ(edit_distance("a", "abcdef", 2), 3U);
  EXPECT_EQ(edit_distance("abc", "abd", 1), 1U);
}

TEST(NearName, FindsTheNearestInTheSameFolder) {
  const Scratch scratch;
  scratch.write("interview.txt", "");
  scratch.write("index.md", "");
  EXPECT_EQ(near_name(scratch.path("interveiw.txt")), scratch.path("interview.txt"));
  EXPECT_EQ(near_name(scratch.path("something else")), std::nullopt);
}

TEST(NearName, MendsTheFirstPartThatIsNotThere) {
  const Scratch scratch;
  scratch.write("texts/a.txt", "");
  EXPECT_EQ(near_name(scratch.path("text/a.txt")), scratch.path("texts/a.txt"));
  EXPECT_EQ(near_name(scratch.path("text/b.txt")), scratch.path("texts"));
}

TEST(NearName, TakesTheFirstByBytesAmongEquals) {
  const Scratch scratch;
  for (const char* name : {"abc4", "abc2", "abc3"}) scratch.write(name, "");
  EXPECT_EQ(near_name(scratch.path("abc1")), scratch.path("abc2"));
}

TEST(NearName, HasNothingToSayOfWhatExists) {
  const Scratch scratch;
  scratch.write("a1", "");
  scratch.write("a2", "");
  EXPECT_EQ(near_name(scratch.path("a1")), std::nullopt);
  EXPECT_EQ(near_name(""), std::nullopt);
}

TEST(NearName, DoesNotOfferADanglingLinkForItself) {
  const Scratch scratch;
  EXPECT_EQ(near_name(scratch.link("link", "nowhere")), std::nullopt);
}

}  // namespace
}  // namespace corpus::io
