// SPDX-License-Identifier: MIT
/// \file
/// The wrapping that the others are measured by is what it says: checked byte by byte.
#include "reference/text/wrapping.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "reference/text/place.hpp"
#include "scale/prose.hpp"

namespace corpus::scale {
namespace {

using reference::BreakKind;
using reference::Dice;
using reference::WrappedText;

WrappedText wrapped_sample(std::uint64_t seed) {
  Dice dice{seed};
  const auto paragraphs = invented_paragraphs(dice, 9'000);
  auto style = reference::random_style(dice, "");
  style.height = dice.between(5, 12);
  text::Tokenizer tokenizer{{.hyphens = seed % 2 == 0 ? text::Hyphens::join : text::Hyphens::split}};
  const reference::SplitPoints split_points = reference::syllable_split_points;
  reference::Wrapping wrapping{style, split_points, tokenizer, seed};
  for (const auto& paragraph : stretch(paragraphs, dice, 8'000, "Chapter")) wrapping.add(paragraph);
  return wrapping.finish();
}

/// What stands at a token's span, without what a line end put there; in small letters.
std::string at_span(const WrappedText& wrapped, Span span) {
  std::string form;
  for (std::uint64_t at = span.begin; at < span.end; ++at) {
    const auto gap = std::find_if(wrapped.broken.begin(), wrapped.broken.end(), [&](const auto& broken) {
      const std::uint64_t begin = broken.gap.begin + (broken.kind == BreakKind::split ? 0 : 1);
      return at >= begin && at < broken.gap.end;
    });
    if (gap != wrapped.broken.end()) continue;
    const char c = wrapped.bytes[at];
    form += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return form;
}

TEST(Wrapping, itsTokensStandWhereItSays) {
  std::size_t split = 0;
  std::size_t compound = 0;
  std::size_t across = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const WrappedText wrapped = wrapped_sample(seed);
    ASSERT_GT(wrapped.tokens.size(), 500U);
    std::uint64_t last = 0;
    for (const auto& token : wrapped.tokens) {
      ASSERT_LE(last, token.span.begin);
      last = token.span.end;
      ASSERT_EQ(at_span(wrapped, token.span), token.type) << "seed " << seed;
    }
    const std::size_t mark = wrapped.bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;  // stands in no column
    for (std::size_t at = 0; at < wrapped.tokens.size(); at += 50) {
      const auto& token = wrapped.tokens[at];
      ASSERT_EQ(reference::place_of(wrapped.bytes.substr(mark), token.span.begin - mark), token.place);
    }
    for (const auto& broken : wrapped.broken) {
      split += broken.kind == BreakKind::split ? 1 : 0;
      compound += broken.kind == BreakKind::compound ? 1 : 0;
      across += broken.across_pages ? 1 : 0;
      ASSERT_NE(wrapped.bytes.substr(broken.gap.begin, broken.gap.end - broken.gap.begin).find_first_of("\r\n"),
                std::string::npos);
      const Span first = wrapped.tokens[broken.first_token].span;
      const Span last_span = wrapped.tokens[broken.first_token + broken.tokens - 1].span;
      ASSERT_LT(first.begin, broken.gap.begin);
      ASSERT_GT(last_span.end, broken.gap.end);
    }
    for (const Span line : wrapped.running) {
      const auto token = std::find_if(wrapped.tokens.begin(), wrapped.tokens.end(),
                                      [&](const auto& t) { return t.span.end > line.begin; });
      // A split word may stand around the line.
      if (token == wrapped.tokens.end() || token->span.begin >= line.end) continue;
      ASSERT_TRUE(token->span.begin < line.begin && token->span.end > line.end);
    }
  }
  EXPECT_GT(split, 1000U);
  EXPECT_GT(compound, 40U);
  EXPECT_GT(across, 20U);
}

TEST(Wrapping, aMarkedUpExample) {
  text::Tokenizer tokenizer;
  const reference::PageStyle style{.width = 12, .height = 2, .footer = reference::Footer::number, .footer_gap = 0};
  const reference::SplitPoints split_points = [](std::string_view word) {
    return word == "territories" ? std::vector<std::size_t>{3, 5, 7} : std::vector<std::size_t>{};
  };
  reference::Wrapping wrapping{style, split_points, tokenizer, 1};
  wrapping.add({"The seven  well-known territories lie."});
  const WrappedText wrapped = wrapping.finish();
  EXPECT_EQ(wrapped.bytes,
            "The seven\n"
            "well-known\n"
            "1\n"
            "territories\n"
            "lie.\n"
            "2\n");
}

TEST(Wrapping, splitsAndBreaksWhereALineIsFull) {
  text::Tokenizer tokenizer;
  const reference::PageStyle style{.width = 10, .height = 2, .footer = reference::Footer::number, .footer_gap = 0};
  const reference::SplitPoints split_points = [](std::string_view word) {
    return word == "territories" ? std::vector<std::size_t>{3, 5, 7} : std::vector<std::size_t>{};
  };
  reference::Wrapping wrapping{style, split_points, tokenizer, 1};
  wrapping.add({"In all well-known territories."});
  const WrappedText wrapped = wrapping.finish();
  EXPECT_EQ(wrapped.bytes,
            "In all\n"
            "well-known\n"
            "1\n"
            "territo-\n"
            "ries.\n"
            "2\n");
  ASSERT_EQ(wrapped.broken.size(), 1U);
  EXPECT_EQ(wrapped.broken[0].kind, BreakKind::split);
  EXPECT_EQ(wrapped.broken[0].gap, (Span{27, 29}));
  ASSERT_EQ(wrapped.tokens.size(), 5U);
  EXPECT_EQ(wrapped.tokens[4].type, "territories");
  EXPECT_EQ(wrapped.tokens[4].span, (Span{20, 33}));
  EXPECT_EQ(wrapped.tokens[4].place, (Place{4, 1}));
}

}  // namespace
}  // namespace corpus::scale
