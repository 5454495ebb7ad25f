// SPDX-License-Identifier: MIT
#include "corpus/io/kept.hpp"

#include <random>

#include "scratch.hpp"
#include "unit/text/scripted_source.hpp"

namespace corpus::io {
namespace {

using testing::read_all;
using testing::Scratch;

std::string read_at(const Kept& kept, std::uint64_t offset, std::size_t size) {
  std::string buffer(size, '?');
  buffer.resize(kept.read_at(offset, buffer));
  return buffer;
}

TEST(Kept, SmallCopiesTouchNoDisk) {
  Kept kept("-", "/nowhere", 4);
  EXPECT_EQ(read_at(kept, 0, 10), "");
  kept.append(std::string("abcd"));
  EXPECT_EQ(read_at(kept, 1, 10), "bcd");
  EXPECT_EQ(kept.size(), 4U);
}

TEST(Kept, WhatIsPastTheLimitIsOnDiskWithoutAName) {
  const Scratch scratch;
  Kept kept("-", scratch.root(), 4);
  for (const std::string chunk : {"abc", "def", "", "ghijkl"}) kept.append(chunk);
  EXPECT_TRUE(std::filesystem::is_empty(scratch.root()));
  EXPECT_EQ(kept.size(), 12U);
  KeptSource all(std::shared_ptr<const Kept>(&kept, [](const Kept*) {}));
  EXPECT_EQ(read_all(all, 5), "abcdefghijkl");
  EXPECT_EQ(read_at(kept, 4, 3), "efg");
  EXPECT_EQ(read_at(kept, 11, 3), "l");
  EXPECT_EQ(read_at(kept, 12, 3), "");
  EXPECT_EQ(read_at(kept, 1000, 3), "");
}

TEST(Kept, AFolderThatCannotBeWrittenToIsNamed) {
  Kept kept("some.gz", "/nowhere", 2);
  const Problem problem = testing::problem_of([&] { kept.append(std::string("abc")); });
  EXPECT_EQ(problem.file, "/nowhere");
  EXPECT_EQ(problem.cause, "No such file or directory, while keeping a copy of 'some.gz'");
}

TEST(Kept, AnOpenFileFromAPlaceOn) {
  const Scratch scratch;
  const std::string name = scratch.write("a", "0123456789");
  const auto kept = std::make_shared<Kept>(name, open_descriptor(name, O_RDONLY), 4);
  EXPECT_EQ(kept->size(), 6U);
  KeptSource source(kept);
  EXPECT_EQ(read_all(source, 4), "456789");
  ASSERT_TRUE(source.rewind());
  EXPECT_EQ(read_all(source), "456789");
  source.seek(5);
  EXPECT_EQ(read_all(source), "9");
  EXPECT_EQ(source.offset(), 6U);
}

TEST(Kept, InAnyPiecesAndFromAnyPlace) {
  const Scratch scratch;
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (std::size_t size = random() % 60; size > 0; --size) bytes += static_cast<char>(random() % 256);
    Kept kept("a", scratch.root(), random() % 40);
    corpus::testing::ScriptedSource source(bytes, {1 + random() % 9, 1 + random() % 9});
    kept.append_all(source);
    for (int look = 0; look < 20; ++look) {
      const std::size_t at = random() % 61;
      const std::size_t size = 1 + random() % 20;
      const std::string expected = at < bytes.size() ? bytes.substr(at, size) : "";
      const std::string got = read_at(kept, at, size);
      ASSERT_EQ(got, expected.substr(0, got.size()));
      ASSERT_EQ(got.empty(), expected.empty());
    }
  }
}

}  // namespace
}  // namespace corpus::io
