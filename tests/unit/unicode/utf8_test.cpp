// SPDX-License-Identifier: MIT
#include "corpus/unicode/utf8.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "../../reference/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

using namespace std::string_literals;

/// A byte from each stretch that table 3-7 tells apart, and its edges.
const std::string interesting =
    "\x00\x41\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC\xED\xEE\xEF\xF0\xF1\xF3\xF4\xF5\xFF"s;

void expect_as_reference(const std::string& bytes) {
  const std::size_t valid = valid_prefix(bytes);
  ASSERT_EQ(valid, reference::valid_prefix(bytes)) << testing::PrintToString(bytes);
  const std::string_view rest = std::string_view(bytes).substr(valid);
  ASSERT_EQ(truncated_at_end(rest), reference::completes(rest)) << testing::PrintToString(bytes);
  if (!rest.empty()) {
    ASSERT_EQ(maximal_subpart(rest), reference::maximal_subpart(rest)) << testing::PrintToString(bytes);
  }
}

TEST(Utf8, EveryScalarValueGoesThereAndBack) {
  std::string all;
  std::size_t count = 0;
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    std::string text = "x";
    append(text, point);
    ASSERT_EQ(text.substr(1), reference::encode(point));
    ASSERT_EQ(decode(text, 1), (CodePoint{point, static_cast<std::uint32_t>(text.size() - 1)}));
    ASSERT_EQ(decode_before(text, text.size()).value, point);
    all += text;
    count += 2;
  }
  EXPECT_EQ(valid_prefix(all), all.size());
  EXPECT_EQ(count_code_points(all), count);
}

TEST(Utf8, EverySequenceOfUpToFourInterestingBytes) {
  std::vector<std::string> tails = {""};
  for (int length = 1; length <= 4; ++length) {
    std::vector<std::string> longer;
    for (const std::string& tail : tails) {
      for (const char byte : interesting) longer.push_back(byte + tail);
    }
    for (const std::string& bytes : longer) expect_as_reference(bytes);
    tails = std::move(longer);
  }
}

TEST(Utf8, RandomBytesInAndAfterAscii) {
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string bytes(random() % 80, 'a');
    for (std::size_t pieces = random() % 12; pieces > 0; --pieces) {
      if (random() % 3 == 0) {
        bytes += interesting[random() % interesting.size()];
      } else {
        bytes += reference::encode(static_cast<char32_t>(random() % 0x110000));
      }
    }
    expect_as_reference(bytes);
  }
}

TEST(Utf8, TheFrontThatIsText) {
  std::mt19937 random(12);
  const std::string pieces[] = {
      "a", "b", "é", "漢", "😀", "\n", "\r", "\r\n", std::string(100, 'x'), std::string(300, 'y')};
  for (int round = 0; round < 5000; ++round) {
    std::string bytes;
    for (std::size_t count = random() % 60; count > 0; --count) bytes += pieces[random() % std::size(pieces)];
    if (!bytes.empty() && random() % 2 == 0) bytes[random() % bytes.size()] = static_cast<char>(random() % 4 * 0x40);
    const std::string_view text = std::string_view(bytes).substr(0, reference::valid_prefix(bytes));
    const std::string_view expected = text.substr(0, text.find('\0'));
    const TextFront front = text_front(bytes);
    ASSERT_EQ(front.size, expected.size()) << testing::PrintToString(bytes);
    ASSERT_EQ(front.feeds, static_cast<std::uint64_t>(std::count(expected.begin(), expected.end(), '\n')));
    ASSERT_EQ(front.returns, expected.find('\r') != std::string_view::npos);
  }
}

TEST(Utf8, TheStandardsExamplesOfMaximalSubparts) {
  // The Unicode Standard 15.0, tables 3-8 to 3-11: how many U+FFFD stand for what.
  const auto replacements = [](std::string_view bytes) {
    std::size_t count = 0;
    while (!bytes.empty()) {
      bytes.remove_prefix(valid_prefix(bytes));
      if (bytes.empty()) break;
      bytes.remove_prefix(maximal_subpart(bytes));
      ++count;
    }
    return count;
  };
  EXPECT_EQ(replacements("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"), 8U);
  EXPECT_EQ(replacements("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41"), 8U);
  EXPECT_EQ(replacements("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42"), 7U);
  EXPECT_EQ(replacements("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"), 4U);
}

TEST(Utf8, CutAndIllFormedEndsDiffer) {
  EXPECT_FALSE(truncated_at_end(""));
  EXPECT_TRUE(truncated_at_end("\xE2\x82"));
  EXPECT_TRUE(truncated_at_end("\xF0"));
  EXPECT_FALSE(truncated_at_end("\xE2\x82z"));
  EXPECT_FALSE(truncated_at_end("\x82"));
  EXPECT_FALSE(truncated_at_end("\xE0\x80"));
  EXPECT_FALSE(truncated_at_end("\xED\xA0"));
}

}  // namespace
}  // namespace corpus::unicode
