// SPDX-License-Identifier: MIT
// Every kernel against what the masks are said to be, byte by byte.
#include "corpus/unicode/byte_masks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace corpus::unicode {
namespace {

bool is_set(std::uint64_t mask, std::size_t at) { return ((mask >> at) & 1U) != 0; }

void expect_masks_of(std::string_view text, const ByteKernel& kernel, AsciiCase letter_case) {
  const std::size_t size = text.size() / mask_bytes + 1;
  ByteMasks masks;
  masks.resize(size);
  for (MaskRow* row : {&masks.letter, &masks.digit, &masks.hangul}) std::fill_n(row->data(), size, ~std::uint64_t{0});
  std::string folded(size * mask_bytes, '?');
  kernel.classify(text, letter_case, masks, folded.data());
  ASSERT_EQ(masks.letter[size], 0U);
  const auto bit = [&](const MaskRow& row, std::size_t at) { return is_set(row[at / mask_bytes], at % mask_bytes); };
  for (std::size_t i = 0; i < size * mask_bytes; ++i) {
    const char c = i < text.size() ? text[i] : '\0';
    const bool capital = c >= 'A' && c <= 'Z';
    ASSERT_EQ(bit(masks.letter, i), capital || (c >= 'a' && c <= 'z') || c == '@') << kernel.name << ' ' << i;
    ASSERT_EQ(bit(masks.digit, i), c >= '0' && c <= '9') << kernel.name << ' ' << i;
    ASSERT_EQ(bit(masks.connector, i), c == '_') << kernel.name << ' ' << i;
    ASSERT_EQ(bit(masks.mid_both, i), c == '.' || c == '\'') << kernel.name << ' ' << i;
    ASSERT_EQ(bit(masks.mid_number, i), c == ',' || c == ';') << kernel.name << ' ' << i;
    ASSERT_EQ(bit(masks.irregular, i), c == '_' || c == '@') << kernel.name << ' ' << i;
    ASSERT_EQ(bit(masks.lead, i), static_cast<unsigned char>(c) >= 0xC0) << kernel.name << ' ' << i;
    ASSERT_FALSE(bit(masks.hangul, i));
    if (i < text.size()) {
      const bool folds = capital && letter_case == AsciiCase::fold;
      ASSERT_EQ(folded[i], static_cast<char>(folds ? c - 'A' + 'a' : c)) << kernel.name << ' ' << i;
    }
  }
}

TEST(ByteMasks, EveryByteAtEveryPlace) {
  std::string bytes;
  for (int c = 0; c < 256; ++c) bytes += static_cast<char>(c);
  bytes += bytes;
  for (const ByteKernel& kernel : byte_kernels()) {
    for (std::size_t from = 0; from < mask_bytes; ++from) {
      expect_masks_of(std::string_view(bytes).substr(from), kernel, AsciiCase::fold);
      expect_masks_of(std::string_view(bytes).substr(from), kernel, AsciiCase::keep);
      if (HasFatalFailure()) return;
    }
  }
}

TEST(ByteMasks, EveryLength) {
  const std::string bytes(200, 'A');
  for (const ByteKernel& kernel : byte_kernels()) {
    for (std::size_t size = 0; size <= bytes.size(); ++size) {
      expect_masks_of(std::string(bytes, 0, size), kernel, AsciiCase::fold);  // a copy: bytes behind it are not its own
      if (HasFatalFailure()) return;
    }
  }
}

TEST(ByteMasks, Edges) {
  std::mt19937_64 random(9);
  for (int round = 0; round < 2000; ++round) {
    const std::size_t size = 1 + random() % 6;
    MaskRow bits;
    bits.resize(size);
    for (std::uint64_t& mask : std::span(bits.data(), size)) {
      mask = random();
      if (random() % 2 == 0) mask &= random();
      if (random() % 2 == 0) mask |= random();
      if (random() % 5 == 0) mask = random() % 2 == 0 ? 0 : ~std::uint64_t{0};
      if (random() % 9 == 0) mask = 0x5555555555555555;  // as many edges as there can be
    }
    const std::size_t first = random() % size;
    const std::size_t last = first + random() % (size - first + 1);
    std::vector<bool> all;
    for (std::size_t i = 0; i < last * mask_bytes; ++i) all.push_back(is_set(bits[i / mask_bytes], i % mask_bytes));
    std::vector<std::uint32_t> expected;
    std::vector<std::uint32_t> expected_before;
    for (std::size_t i = first * mask_bytes; i < last * mask_bytes; ++i) {
      if (i % mask_bytes == 0) expected_before.push_back(static_cast<std::uint32_t>(expected.size()));
      if (all[i] != (i > 0 && all[i - 1])) expected.push_back(static_cast<std::uint32_t>(i));
    }
    for (const ByteKernel& kernel : byte_kernels()) {
      constexpr std::uint32_t untouched = 0xFFFFFFFF;
      std::vector<std::uint32_t> found((last - first) * mask_bytes + 1, untouched);
      std::vector<std::uint32_t> before(last - first);
      std::uint32_t* const end = kernel.edges(bits, first, last, found.data(), before.data());
      found.resize(static_cast<std::size_t>(end - found.data()));
      ASSERT_EQ(before, expected_before) << kernel.name;
      ASSERT_EQ(found, expected) << kernel.name;
      ASSERT_EQ(found.data()[(last - first) * mask_bytes], untouched) << kernel.name;  // the vector has kept its memory
    }
  }
}

TEST(ByteMasks, RulesAreThoseOfTheirBits) {
  // A few bytes of every kind in random order, and the rules as they are said, place by place.
  const std::string_view kinds = "aab1_.',; @9";
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string text(random() % 300, ' ');
    for (char& c : text) c = kinds[random() % kinds.size()];
    const std::size_t size = text.size() / mask_bytes + 1;
    const auto in = [&](std::size_t at, std::string_view set) {
      return at < text.size() && set.find(text[at]) != std::string_view::npos;  // before 0 is behind all
    };
    std::vector<bool> token(text.size() + 1);
    for (std::size_t at = 0; at < text.size(); ++at) {
      const bool letters = in(at - 1, "ab@") && in(at + 1, "ab@");
      const bool digits = in(at - 1, "19") && in(at + 1, "19");
      token[at] = in(at, "ab@19_") || (in(at, ".'") && (letters || digits)) || (in(at, ",;") && digits);
    }
    for (const ByteKernel& kernel : byte_kernels()) {
      ByteMasks masks;
      TokenMasks tokens;
      masks.resize(size);
      tokens.resize(size);
      std::string folded(size * mask_bytes, ' ');
      kernel.classify(text, AsciiCase::fold, masks, folded.data());
      kernel.join(masks, size, tokens);
      for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = token[at] && (at == 0 || !token[at - 1]);
        ASSERT_EQ(is_set(tokens.token[at / mask_bytes], at % mask_bytes), token[at]) << kernel.name << ' ' << text;
        ASSERT_EQ(is_set(tokens.odd[at / mask_bytes], at % mask_bytes), in(at, "_@") || (begins && in(at, "19")))
            << kernel.name << ' ' << text;
      }
    }
  }
}

}  // namespace
}  // namespace corpus::unicode
