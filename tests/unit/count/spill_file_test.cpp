// SPDX-License-Identifier: MIT
#include "corpus/count/spill_file.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <thread>
#include <vector>

#include "corpus/error.hpp"

namespace corpus::count {
namespace {

/// Threads append lists of their own number, of many lengths, and read them back.
TEST(SpillFile, KeepsWhatThreadsAppend) {
  SpillFile file{testing::TempDir()};
  const auto use = [&](std::uint32_t number) {
    std::vector<std::uint64_t> places;
    for (std::size_t size = 1; size < 300; ++size) {
      const std::vector<std::uint32_t> list(size, number);
      places.push_back(file.append(std::as_bytes(std::span(list))));
    }
    for (std::size_t size = 1; size < 300; ++size) {
      std::vector<std::uint32_t> list(size);
      file.read(places[size - 1], std::as_writable_bytes(std::span(list)));
      EXPECT_EQ(list, std::vector<std::uint32_t>(size, number));
    }
  };
  std::thread other(use, 1);
  use(2);
  other.join();
  EXPECT_EQ(file.size(), 2 * 4 * (299 * 300 / 2));
}

TEST(SpillFile, IsMadeWhenItIsNeeded) {
  SpillFile file{"/nonexistent"};
  EXPECT_EQ(file.size(), 0U);
  const std::vector<std::byte> bytes(1);
  EXPECT_THROW(file.append(bytes), Error);
  EXPECT_THROW(file.append(bytes), Error);
}

TEST(SpillFile, HasNothingBeyondItsEnd) {
  SpillFile file{testing::TempDir()};
  std::vector<std::byte> bytes(10);
  file.append(bytes);
  bytes.resize(11);
  EXPECT_THROW(file.read(0, bytes), Error);
}

}  // namespace
}  // namespace corpus::count
