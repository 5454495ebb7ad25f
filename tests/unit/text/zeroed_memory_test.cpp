// SPDX-License-Identifier: MIT
#include "corpus/text/zeroed_memory.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

namespace corpus::text {
namespace {

bool all_zero(const ZeroedMemory& memory, std::size_t size) {
  const auto* bytes = static_cast<const char*>(memory.data());
  return std::all_of(bytes, bytes + size, [](char byte) { return byte == 0; });
}

TEST(ZeroedMemory, IsZeroAlignedAndWritableWhateverItsSize) {
  for (const std::size_t size : {1UL, 64UL, 1000UL, (1UL << 21) - 64, 1UL << 21, (1UL << 22) + 64}) {
    for (int again = 0; again < 3; ++again) {  // the library hands out what was given back to it
      const ZeroedMemory memory{size};
      ASSERT_EQ(reinterpret_cast<std::uintptr_t>(memory.data()) % 64, 0U);
      ASSERT_TRUE(all_zero(memory, size)) << size;
      std::memset(memory.data(), 0xFF, size);
    }
  }
}

TEST(ZeroedMemory, Moves) {
  for (const std::size_t size : {100UL, 1UL << 21}) {
    ZeroedMemory memory{size};
    *static_cast<char*>(memory.data()) = 'x';
    ZeroedMemory moved = std::move(memory);
    memory = ZeroedMemory{};
    EXPECT_EQ(*static_cast<char*>(moved.data()), 'x');
    moved = ZeroedMemory{size};
    EXPECT_TRUE(all_zero(moved, size));
  }
}

}  // namespace
}  // namespace corpus::text
