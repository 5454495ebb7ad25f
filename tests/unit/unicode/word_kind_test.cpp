// SPDX-License-Identifier: MIT
#include "corpus/unicode/word_kind.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "random_text.hpp"

namespace corpus::unicode {
namespace {

TEST(WordKind, GoesByTheFirstThatIsThere) {
  EXPECT_EQ(word_kind("15-year"), WordKind::word);
  EXPECT_EQ(word_kind("New York"), WordKind::word);
  EXPECT_EQ(word_kind("(c)"), WordKind::word);
  EXPECT_EQ(word_kind("10 000"), WordKind::number);
  EXPECT_EQ(word_kind("-3"), WordKind::number);
  EXPECT_EQ(word_kind("..."), WordKind::punctuation);
  EXPECT_EQ(word_kind("_"), WordKind::punctuation);
  EXPECT_EQ(word_kind("$"), WordKind::symbol);
  EXPECT_EQ(word_kind("@"), WordKind::punctuation);  // joins as a letter does, and is none
  EXPECT_EQ(word_kind(":-)"), WordKind::punctuation);
  EXPECT_EQ(word_kind("😀"), WordKind::symbol);
}

TEST(WordKind, IsWhatTheScannerFinds) {
  const testing::RandomText random_text{40};
  std::mt19937 random(8);
  WordScanner scanner{{.types = {}, .parts = Parts::everything}};
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(60, random);
    scanner.start(text);
    for (auto batch = scanner.next(); !batch.empty(); batch = scanner.next()) {
      for (const Word& word : batch) ASSERT_EQ(word_kind(word.form(text)), word.kind) << word.form(text);
    }
  }
}

}  // namespace
}  // namespace corpus::unicode
