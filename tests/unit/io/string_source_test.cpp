// SPDX-License-Identifier: MIT
#include "corpus/io/string_source.hpp"

#include <gtest/gtest.h>

#include "scratch.hpp"

namespace corpus::io {
namespace {

TEST(StringSource, GivesItsBytesInPieces) {
  StringSource source("hello world");
  EXPECT_EQ(testing::read_all(source, 4), "hello world");
  EXPECT_EQ(testing::read_all(source, 4), "");
}

TEST(StringSource, StartsAgain) {
  StringSource source("hello");
  char buffer[3];
  EXPECT_EQ(source.read(buffer), 3U);
  EXPECT_TRUE(source.rewind());
  EXPECT_EQ(testing::read_all(source), "hello");
  EXPECT_TRUE(source.rewind());
  EXPECT_EQ(testing::read_all(source), "hello");
}

TEST(StringSource, Empty) {
  StringSource source("");
  EXPECT_EQ(testing::read_all(source), "");
}

}  // namespace
}  // namespace corpus::io
