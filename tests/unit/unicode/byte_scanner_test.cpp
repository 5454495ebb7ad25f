// SPDX-License-Identifier: MIT
#include "corpus/unicode/byte_scanner.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace corpus::unicode {
namespace {

constexpr ByteSet vowels{"aeiou"};

std::vector<std::size_t> all_from(std::string_view text, std::size_t begin) {
  std::vector<std::size_t> found;
  ByteScanner scanner{text, vowels, begin};
  for (std::size_t at = scanner.next(begin); at < text.size(); at = scanner.next(at + 1)) found.push_back(at);
  return found;
}

TEST(ByteScanner, ByHand) {
  EXPECT_EQ(all_from("", 0), (std::vector<std::size_t>{}));
  EXPECT_EQ(all_from("xyz", 0), (std::vector<std::size_t>{}));
  EXPECT_EQ(all_from("a cat sat", 0), (std::vector<std::size_t>{0, 3, 7}));
  EXPECT_EQ(all_from("a cat sat", 1), (std::vector<std::size_t>{3, 7}));
  EXPECT_EQ(all_from("a cat sat", 9), (std::vector<std::size_t>{}));
  ByteScanner scanner{"a cat sat", vowels};
  EXPECT_EQ(scanner.next(1), 3U);
  EXPECT_EQ(scanner.next(2), 3U);  // not before it: it is still there
  EXPECT_EQ(scanner.next(9), 9U);
  EXPECT_EQ(scanner.next(9), 9U);
}

TEST(ByteScanner, IsAskedHereAndThere) {
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    std::string text(random() % 5000, 'x');
    for (std::size_t count = random() % 200; count > 0 && !text.empty(); --count) text[random() % text.size()] = 'e';
    const std::size_t begin = random() % (text.size() + 1);
    ByteScanner scanner{text, vowels, begin};
    for (std::size_t at = begin; at <= text.size(); at += 1 + random() % (random() % 2 == 0 ? 3 : 1500)) {
      ASSERT_EQ(scanner.next(at), std::min(text.find('e', at), text.size())) << at;
    }
  }
}

}  // namespace
}  // namespace corpus::unicode
