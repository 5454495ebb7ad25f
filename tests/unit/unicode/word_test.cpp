// SPDX-License-Identifier: MIT
#include "corpus/unicode/word.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace corpus::unicode {
namespace {

using Fields = std::tuple<std::uint32_t, std::uint32_t, WordKind, std::string>;

Fields fields_of(const Word& word) { return {word.begin, word.end, word.kind, std::string(word.type())}; }

std::vector<Fields> all_of(const Words& words) {
  std::vector<Fields> all;
  for (const Word& word : words) all.push_back(fields_of(word));
  return all;
}

TEST(Words, AreWhatWasAdded) {
  // Bytes of a text in which every word is two bytes long, and a space lies between.
  const std::string folded(4096, 'f');
  const std::string elsewhere = std::string("another's") + std::string(type_padding, ' ');
  std::mt19937 random(3);
  WordBatch batch;
  for (int round = 0; round < 300; ++round) {
    batch.clear(folded.data());
    std::vector<Fields> expected;
    for (std::size_t size = random() % 40; size > 0; --size) {
      const auto begin = static_cast<std::uint32_t>(3 * expected.size());
      switch (random() % 6) {
        case 0: {
          const std::string type(random() % 40, 't');  // none at all, or longer than any padding
          batch.add(begin, begin + 2, WordKind::symbol, type);
          expected.emplace_back(begin, begin + 2, WordKind::symbol, type);
          break;
        }
        case 1:
          batch.refer({begin, begin + 2, WordKind::word, std::string_view(elsewhere).substr(0, 9)});
          expected.emplace_back(begin, begin + 2, WordKind::word, "another's");
          break;
        case 2:
          batch.add_folded(begin, begin + 2, WordKind::number);
          expected.emplace_back(begin, begin + 2, WordKind::number, "ff");
          break;
        default:
          batch.add_folded(begin, begin + 2);
          expected.emplace_back(begin, begin + 2, WordKind::word, "ff");
      }
    }
    ASSERT_EQ(batch.size(), expected.size());
    const Words words = batch.words();
    ASSERT_EQ(all_of(words), expected);
    ASSERT_EQ(words.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) ASSERT_EQ(fields_of(words[i]), expected[i]);
    const std::size_t from = random() % (expected.size() + 1);
    const std::size_t size = random() % (expected.size() - from + 1);
    const Words some = words.subspan(from).first(size);
    const auto begin = expected.begin() + static_cast<std::ptrdiff_t>(from);
    ASSERT_EQ(all_of(some), std::vector<Fields>(begin, begin + static_cast<std::ptrdiff_t>(size)));
    for (std::size_t i = 0; i < size; ++i) ASSERT_EQ(fields_of(some[i]), expected[from + i]);
  }
}

TEST(Words, NoneAtFirst) {
  EXPECT_TRUE(Words{}.empty());
  EXPECT_TRUE(all_of(Words{}).empty());
  EXPECT_TRUE(WordBatch{}.words().empty());
}

}  // namespace
}  // namespace corpus::unicode
