// SPDX-License-Identifier: MIT
#include "corpus/io/peeking_source.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "corpus/io/source.hpp"
#include "scratch.hpp"
#include "unit/text/scripted_source.hpp"

namespace corpus::io {
namespace {

PeekingSource source_of(std::string bytes, std::vector<std::size_t> sizes = {}) {
  return PeekingSource(std::make_unique<corpus::testing::ScriptedSource>(std::move(bytes), std::move(sizes)));
}

/// As a pipe is.
class Once final : public ByteSource {
 public:
  explicit Once(std::string bytes) : bytes_(std::move(bytes), {3}) {}
  std::size_t read(std::span<char> buffer) override { return bytes_.read(buffer); }

 private:
  corpus::testing::ScriptedSource bytes_;
};

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

TEST(PeekingSource, AnErrorBelowWaitsForTheReader) {
  class Broken final : public ByteSource {
    std::size_t read(std::span<char> buffer) override {
      if (read_) throw Error{{.file = "a.txt", .cause = "cannot be read"}};
      read_ = true;
      return std::string_view("hello").copy(buffer.data(), buffer.size());
    }
    bool read_ = false;
  };
  PeekingSource source(std::make_unique<Broken>());
  EXPECT_EQ(source.front(10), "hello");
  EXPECT_EQ(source.more(), "hello");
  std::string buffer(10, '?');
  EXPECT_EQ(source.read(buffer), 5U);
  EXPECT_THROW((void)source.read(buffer), Error);
  EXPECT_TRUE(source.rewind());
  EXPECT_EQ(source.read(buffer), 5U);
  EXPECT_THROW((void)source.read(buffer), Error) << "and again";
}

TEST(PeekingSource, MoreIsWhatOneReadBrings) {
  PeekingSource source = source_of("hello world", {3, 4});
  EXPECT_EQ(source.seen(), "");
  EXPECT_EQ(source.more(), "hel");
  EXPECT_EQ(source.more(), "hello w");
  EXPECT_EQ(source.seen(), "hello w");
  EXPECT_EQ(testing::read_all(source, 2), "hello world");
  PeekingSource at_end = source_of("ab");
  EXPECT_EQ(at_end.more(), "ab");
  EXPECT_EQ(at_end.more(), "ab");
}

TEST(PeekingSource, RewindsWithinWhatWasLookedAt) {
  PeekingSource source(std::make_unique<Once>("hello world"));
  EXPECT_EQ(source.front(5), "hello");
  std::string buffer(5, '?');
  EXPECT_EQ(source.read(buffer), 5U);
  EXPECT_TRUE(source.rewind());
  EXPECT_EQ(testing::read_all(source), "hello world");
  EXPECT_FALSE(source.rewind()) << "the stream below cannot";
}

TEST(PeekingSource, RewindsAndGivesBackAFile) {
  const testing::Scratch scratch;
  const Source file = Source::file(scratch.write("a", "hello world"), 11);
  PeekingSource source(file.open().bytes);
  EXPECT_EQ(source.front(5), "hello");
  EXPECT_EQ(testing::read_all(source), "hello world");
  EXPECT_TRUE(source.rewind());
  EXPECT_EQ(testing::read_all(source, 2), "hello world");
  const auto bytes = source.release();
  ASSERT_NE(bytes, nullptr);
  EXPECT_EQ(testing::read_all(*bytes), "hello world");
  PeekingSource pipe(std::make_unique<Once>("hello"));
  EXPECT_EQ(pipe.front(2), "he");
  EXPECT_EQ(pipe.release(), nullptr);
  EXPECT_EQ(testing::read_all(pipe), "hello") << "and nothing has changed";
}

}  // namespace
}  // namespace corpus::io
