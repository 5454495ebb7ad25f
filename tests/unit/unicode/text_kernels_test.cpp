// SPDX-License-Identifier: MIT
// Every kernel against what it is said to give, byte by byte.
#include "corpus/unicode/text_kernels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "../../reference/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

using namespace std::string_literals;

constexpr std::size_t stretch = 256;

/// Text but for a character that may go on behind, and no shorter than it must be.
void expect_front(const std::string& bytes, const TextFront& front, std::size_t good, std::string_view kernel) {
  ASSERT_EQ(front.size % stretch, 0U) << kernel;
  ASSERT_LE(front.size, bytes.size()) << kernel;
  const std::string_view text = std::string_view(bytes).substr(0, front.size);
  const std::string_view rest = text.substr(std::min(good, text.size()));
  const bool one_beginning = rest.empty() || (static_cast<unsigned char>(rest[0]) >= 0xC0 && rest.size() <= 3 &&
                                              std::all_of(rest.begin() + 1, rest.end(), continues));
  ASSERT_TRUE(one_beginning) << kernel << ' ' << front.size << ' ' << ::testing::PrintToString(bytes);
  if (kernel != "portable" && front.size + stretch <= bytes.size()) {
    ASSERT_LT(good, front.size + stretch) << kernel << ' ' << ::testing::PrintToString(bytes);
  }
  ASSERT_EQ(front.feeds, static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'))) << kernel;
  ASSERT_EQ(front.returns, text.find('\r') != std::string_view::npos) << kernel;
}

void expect_fronts(const std::string& bytes) {
  const std::size_t good = reference::valid_prefix(bytes);
  const std::size_t nul = std::min(bytes.find('\0'), bytes.size());
  for (const TextKernel& kernel : text_kernels()) {
    expect_front(bytes, kernel.well_formed(bytes), good, kernel.name);
    expect_front(bytes, kernel.check(bytes), std::min(good, nul), kernel.name);
  }
}

TEST(TextKernels, ThePortableOneIsTheLast) { EXPECT_EQ(text_kernels().back().name, "portable"); }

TEST(TextKernels, FrontsAreAsTable37HasIt) {
  const std::string interesting =
      "\x00\x41\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC\xED\xEE\xEF\xF0\xF1\xF3\xF4\xF5\xFF"s;
  std::mt19937 random(8);
  for (const char a : interesting) {
    for (const char b : interesting) {
      for (const char c : interesting) {
        for (const char d : interesting) {
          // Across the border of a stretch or of a vector in it; at the front, or far behind it.
          std::string bytes(random() % 2 == 0 ? random() % 8 : 240 + random() % 100, 'a');
          bytes += {a, b, c, d};
          bytes += std::string(random() % 2 == 0 ? 400 : random() % 300, 'a');
          expect_fronts(bytes);
          if (HasFatalFailure()) return;
        }
      }
    }
  }
}

TEST(TextKernels, FrontsOfRandomText) {
  std::mt19937 random(10);
  for (int round = 0; round < 20000; ++round) {
    std::string bytes;
    const auto ascii = random() % 3;  // thirds
    const bool returns = random() % 2 == 0;
    while (bytes.size() < 700) {
      const char32_t limit = random() % 3 < ascii ? 0x80 : 0x110000;
      const auto point = static_cast<char32_t>(1 + random() % (limit - 1));
      bytes += point == U'\r' && !returns ? "\n" : reference::encode(point);
    }
    // Mostly one fault, of a kind that happens: a byte too few, too many, or changed.
    const std::size_t at = random() % bytes.size();
    if (random() % 4 == 0) bytes.erase(at, 1);
    if (random() % 4 == 0) bytes.insert(at, 1, static_cast<char>(random()));
    if (random() % 4 == 0) bytes[at] = static_cast<char>(random() % 4 == 0 ? 0 : random());
    expect_fronts(bytes);
    if (HasFatalFailure()) return;
  }
}

TEST(TextKernels, CountsAndMarksOfEveryLength) {
  const std::string letters[] = {"a", "é", "漢", "😀", "\n", "\r", " ", "\x8D"s, "\x8A"s};  // the last are no text
  constexpr ByteSet set{"\n\r\xC3\xF0\x8D"};
  std::mt19937 random(4);
  for (int round = 0; round < 6000; ++round) {
    std::string text;
    const std::size_t kinds = random() % 2 == 0 ? std::size(letters) : 4 + random() % 3;
    const std::size_t length = random() % 300;
    while (text.size() < length) text += letters[random() % kinds];
    text = std::string(text);  // bytes behind it are not its own
    std::vector<std::uint64_t> marks((text.size() + 63) / 64);
    for (std::size_t at = 0; at < text.size(); ++at) {
      if ("\n\r\xC3\xF0\x8D"s.find(text[at]) != std::string::npos) marks[at / 64] |= std::uint64_t{1} << (at % 64);
    }
    const auto feeds = std::count(text.begin(), text.end(), '\n');
    const auto points = std::count_if(text.begin(), text.end(), [](char byte) { return !continues(byte); });
    for (const TextKernel& kernel : text_kernels()) {
      EXPECT_EQ(kernel.count_feeds(text), static_cast<std::size_t>(feeds)) << kernel.name;
      EXPECT_EQ(kernel.count_code_points(text), static_cast<std::size_t>(points)) << kernel.name;
      constexpr std::uint64_t untouched = 0x1234567890ABCDEF;
      std::vector<std::uint64_t> found(marks.size() + 1, untouched);
      kernel.mark(text, set, found.data());
      ASSERT_EQ(found.back(), untouched) << kernel.name;
      found.pop_back();
      ASSERT_EQ(found, marks) << kernel.name << ' ' << ::testing::PrintToString(text);
    }
  }
}

TEST(TextKernels, ASetHoldsItsBytesAndNoOthers) {
  const std::string bytes = ".!?\n\r\xC2\xD6\xD8\xE0\xEF\xF0";  // seven upper halves
  const ByteSet set{bytes};
  std::string all;
  for (int byte = 1; byte < 256; ++byte) all += static_cast<char>(byte);
  for (const char byte : all) EXPECT_EQ(set.holds(byte), bytes.find(byte) != std::string::npos) << int{byte};
  for (const TextKernel& kernel : text_kernels()) {
    std::vector<std::uint64_t> masks(4);
    kernel.mark(all, set, masks.data());
    for (std::size_t at = 0; at < all.size(); ++at) {
      ASSERT_EQ((masks[at / 64] >> (at % 64) & 1) != 0, set.holds(all[at])) << kernel.name << ' ' << at;
    }
  }
}

}  // namespace
}  // namespace corpus::unicode
