// SPDX-License-Identifier: MIT
#include "corpus/io/read_ahead.hpp"

#include <atomic>
#include <random>
#include <thread>

#include "scratch.hpp"
#include "unit/text/scripted_source.hpp"

namespace corpus::io {
namespace {

using testing::read_all;

std::unique_ptr<ByteSource> source_of(std::string bytes, std::vector<std::size_t> sizes = {}) {
  return std::make_unique<corpus::testing::ScriptedSource>(std::move(bytes), std::move(sizes));
}

/// Never ends, and counts how often it is read.
class Endless final : public ByteSource {
 public:
  explicit Endless(std::atomic<std::size_t>& reads) : reads_(reads) {}
  std::size_t read(std::span<char> buffer) override {
    ++reads_;
    std::fill(buffer.begin(), buffer.end(), 'x');
    return buffer.size();
  }

 private:
  std::atomic<std::size_t>& reads_;
};

class Broken final : public ByteSource {
 public:
  explicit Broken(std::string before) : before_(std::move(before)) {}
  std::size_t read(std::span<char> buffer) override {
    if (before_.empty()) throw Error{{.file = "a.gz", .cause = "cut off"}};
    const std::size_t taken = before_.copy(buffer.data(), std::min<std::size_t>(buffer.size(), 3));
    before_.erase(0, taken);
    return taken;
  }

 private:
  std::string before_;
};

TEST(ReadAhead, GivesTheSameBytes) {
  std::mt19937 random(1);
  for (int round = 0; round < 100; ++round) {
    std::string text;
    for (std::size_t size = random() % 5000; size > 0; --size) text += static_cast<char>(random() % 256);
    ReadAhead bytes(source_of(text, {1 + random() % 100, 1 + random() % 100}));
    ASSERT_EQ(read_all(bytes, 1 + random() % 200), text);
    ASSERT_EQ(read_all(bytes), "") << "the end stays the end";
  }
}

TEST(ReadAhead, GivesMoreThanItHolds) {
  std::string text;
  for (int i = 0; text.size() < 10000000; ++i) text += std::to_string(i) + "\n";
  ReadAhead bytes(source_of(text));
  EXPECT_TRUE(read_all(bytes, 100000) == text);
}

TEST(ReadAhead, AnErrorComesAfterWhatWasReadBeforeIt) {
  ReadAhead bytes(std::make_unique<Broken>("some text"));
  std::string got;
  std::vector<char> buffer(4);
  const Problem problem = testing::problem_of([&] {
    while (const std::size_t taken = bytes.read(buffer)) got.append(buffer.data(), taken);
  });
  EXPECT_EQ(got, "some text");
  EXPECT_EQ(problem.cause, "cut off");
  EXPECT_THROW((void)bytes.read(buffer), Error) << "and again, it is no end";
}

TEST(ReadAhead, RunsAheadSoFarAndNoFurther) {
  std::atomic<std::size_t> reads = 0;
  ReadAhead bytes(std::make_unique<Endless>(reads));
  while (reads < 16) std::this_thread::yield();
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_EQ(reads, 16U) << "of 128 KiB: 2 MiB";
}

TEST(ReadAhead, MayBeLeftAtAnyMoment) {
  std::mt19937 random(2);
  std::vector<char> buffer(50000);
  for (int round = 0; round < 200; ++round) {
    std::atomic<std::size_t> reads = 0;
    ReadAhead bytes(std::make_unique<Endless>(reads));
    for (std::size_t i = random() % 60; i > 0; --i) ASSERT_NE(bytes.read(buffer), 0U);
  }
}

}  // namespace
}  // namespace corpus::io
