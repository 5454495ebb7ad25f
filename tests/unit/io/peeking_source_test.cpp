// SPDX-License-Identifier: MIT
#include "corpus/io/peeking_source.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "scratch.hpp"
#include "unit/text/scripted_source.hpp"

namespace corpus::io {
namespace {

PeekingSource source_of(std::string bytes, std::vector<std::size_t> sizes = {}) {
  return PeekingSource(std::make_unique<corpus::testing::ScriptedSource>(std::move(bytes), std::move(sizes)));
}

TEST(PeekingSource, ReadsAsIfNobodyHadLooked) {
  PeekingSource source = source_of("hello world");
  EXPECT_EQ(source.front(5), "hello");
  EXPECT_EQ(testing::read_all(source), "hello world");
}

TEST(PeekingSource, LooksAgain) {
  PeekingSource source = source_of("hello world", {3});
  EXPECT_EQ(source.front(0), "");
  EXPECT_EQ(source.front(7), "hello w");
  EXPECT_EQ(source.front(2), "he");
  EXPECT_EQ(source.front(9), "hello wor");
  EXPECT_EQ(testing::read_all(source, 4), "hello world");
}

TEST(PeekingSource, FewerThanAskedForAtTheEnd) {
  PeekingSource source = source_of("ab", {1});
  EXPECT_EQ(source.front(100), "ab");
  EXPECT_EQ(testing::read_all(source), "ab");
  PeekingSource empty = source_of("");
  EXPECT_EQ(empty.front(4), "");
  EXPECT_EQ(testing::read_all(empty), "");
}

TEST(PeekingSource, NobodyLooks) {
  PeekingSource source = source_of("hello", {2});
  EXPECT_EQ(testing::read_all(source, 3), "hello");
}

TEST(PeekingSource, InEveryCut) {
  std::mt19937 random(10);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (std::size_t size = random() % 50; size > 0; --size) bytes += static_cast<char>(random() % 256);
    PeekingSource source = source_of(bytes, {1 + random() % 7, 1 + random() % 7});
    for (std::size_t looks = random() % 3; looks > 0; --looks) {
      const std::size_t size = random() % 60;
      ASSERT_EQ(source.front(size), bytes.substr(0, size));
    }
    ASSERT_EQ(testing::read_all(source, 1 + random() % 20), bytes);
  }
}

TEST(PeekingSource, AnErrorBelowComesThrough) {
  class Broken final : public ByteSource {
    std::size_t read(std::span<char>) override { throw Error{{.file = "a.txt", .cause = "cannot be read"}}; }
  };
  PeekingSource source(std::make_unique<Broken>());
  EXPECT_THROW(source.front(1), Error);
}

}  // namespace
}  // namespace corpus::io
