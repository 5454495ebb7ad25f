// SPDX-License-Identifier: MIT
#include "corpus/io/rewindable.hpp"

#include <random>

#include "corpus/io/kept.hpp"
#include "scratch.hpp"
#include "unit/text/scripted_source.hpp"

namespace corpus::io {
namespace {

using testing::read_all;
using testing::Scratch;

std::unique_ptr<ByteSource> make(std::string bytes, const std::string& folder = "/nowhere",
                                 std::vector<std::size_t> sizes = {}) {
  auto source = std::make_unique<corpus::testing::ScriptedSource>(std::move(bytes), std::move(sizes));
  return rewindable(std::move(source), "a.gz", folder);
}

std::string read(ByteSource& bytes, std::size_t size) {
  std::string buffer(size, '?');
  buffer.resize(bytes.read(buffer));
  return buffer;
}

TEST(Rewindable, AsOftenAsWanted) {
  const auto bytes = make("hello world");
  EXPECT_EQ(read(*bytes, 5), "hello");
  EXPECT_TRUE(bytes->rewind());
  EXPECT_EQ(read_all(*bytes, 4), "hello world");
  EXPECT_EQ(read_all(*bytes), "") << "the end is the end";
  EXPECT_TRUE(bytes->rewind());
  EXPECT_EQ(read_all(*bytes), "hello world");
}

TEST(Rewindable, BeforeAnythingIsRead) {
  const auto bytes = make("hello");
  EXPECT_TRUE(bytes->rewind());
  EXPECT_EQ(read_all(*bytes), "hello");
}

TEST(Rewindable, OnceSettledWhatIsKeptIsReadOutAndThenTheStreamGoesOn) {
  const auto bytes = make("hello world");
  EXPECT_EQ(read(*bytes, 7), "hello w");
  EXPECT_TRUE(bytes->rewind());
  EXPECT_EQ(read(*bytes, 2), "he");
  bytes->settle();
  EXPECT_FALSE(bytes->rewind());
  EXPECT_EQ(read_all(*bytes, 3), "llo world");
  EXPECT_FALSE(bytes->rewind());
}

TEST(Rewindable, SettledAtTheStartKeepsNothing) {
  // The folder does not exist: keeping more than fits into memory would fail.
  const auto bytes = make(std::string(Kept::usual_memory + 1000, 'x'));
  EXPECT_EQ(read(*bytes, 10), std::string(10, 'x'));
  EXPECT_TRUE(bytes->rewind());
  bytes->settle();
  EXPECT_EQ(read_all(*bytes, 1 << 20).size(), Kept::usual_memory + 1000);
}

TEST(Rewindable, LongBytesGoToDisk) {
  const Scratch scratch;
  std::string text;
  for (int i = 0; text.size() < Kept::usual_memory + 1000000; ++i) text += std::to_string(i) + "\n";
  const auto bytes = make(text, scratch.root());
  EXPECT_TRUE(read_all(*bytes, 1 << 16) == text);
  EXPECT_TRUE(std::filesystem::is_empty(scratch.root())) << "the copy has no name";
  ASSERT_TRUE(bytes->rewind());
  EXPECT_TRUE(read_all(*bytes, 1 << 16) == text);
}

TEST(Rewindable, AFullDiskIsAnErrorThatNamesTheFolder) {
  const auto bytes = make(std::string(Kept::usual_memory + 1, 'x'));
  EXPECT_EQ(testing::problem_of([&] { read_all(*bytes, 1 << 20); }).file, "/nowhere");
}

// A stream that failed may say next that it is at its end.
TEST(Rewindable, AnErrorStaysWhereItWas) {
  class Broken final : public ByteSource {
    std::size_t read(std::span<char> buffer) override {
      switch (reads_++) {
        case 0:
          return std::string_view("hello").copy(buffer.data(), buffer.size());
        case 1:
          throw Error{{.file = "a.gz", .cause = "cut off"}};
        default:
          return 0;
      }
    }
    int reads_ = 0;
  };
  const auto bytes = rewindable(std::make_unique<Broken>(), "a.gz", "/nowhere");
  EXPECT_THROW(read_all(*bytes), Error);
  ASSERT_TRUE(bytes->rewind());
  EXPECT_EQ(read(*bytes, 10), "hello");
  EXPECT_THROW(read(*bytes, 10), Error);
  bytes->settle();
  EXPECT_THROW(read(*bytes, 10), Error);
}

TEST(Rewindable, InAnyOrderOfReadsAndRewinds) {
  std::mt19937 random(8);
  for (int round = 0; round < 1000; ++round) {
    std::string text;
    for (std::size_t size = random() % 50; size > 0; --size) text += static_cast<char>(random() % 256);
    const auto bytes = make(text, "/nowhere", {1 + random() % 7, 1 + random() % 7});
    std::string expected = text;
    for (int step = 0; step < 6; ++step) {
      if (random() % 3 == 0) {
        ASSERT_TRUE(bytes->rewind());
        expected = text;
      }
      const std::string got = read(*bytes, 1 + random() % 10);
      ASSERT_EQ(got, expected.substr(0, got.size()));
      ASSERT_EQ(got.empty(), expected.empty());
      expected.erase(0, got.size());
    }
    if (random() % 2 == 0) bytes->settle();
    ASSERT_EQ(read_all(*bytes, 7), expected);
  }
}

}  // namespace
}  // namespace corpus::io
