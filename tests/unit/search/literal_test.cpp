// SPDX-License-Identifier: MIT
#include "corpus/search/literal.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "corpus/text/tokenizer.hpp"
#include "corpus/unicode/utf8.hpp"
#include "reference/dice.hpp"

namespace corpus::search {
namespace {

bool ascii_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string utf8(char32_t point) {
  std::string text;
  unicode::append(text, point);
  return text;
}

std::vector<std::uint32_t> found(std::vector<std::string> stretches, std::string_view text) {
  auto search = LiteralSearch::of(stretches);
  EXPECT_TRUE(search);
  const auto places = search->find(text);
  return {places.begin(), places.end()};
}

/// The places by looking at each.
std::vector<std::uint32_t> slowly_found(const std::vector<std::string>& stretches, const std::string& text) {
  std::string small = text;
  for (char& c : small) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  std::vector<std::uint32_t> places;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (unicode::continues(text[i])) continue;
    const char32_t point = unicode::decode(text, i).value;
    const bool here = std::any_of(stretches.begin(), stretches.end(), [&](const std::string& stretch) {
      return small.compare(i, stretch.size(), stretch) == 0;
    });
    if (here || (point >= 0x80 && may_become_ascii(point))) places.push_back(static_cast<std::uint32_t>(i));
  }
  return places;
}

TEST(LiteralSearchTest, FindsAllCasesAndWhatMayHideAStretch) {
  EXPECT_EQ(found({"time"}, "Time and TIMES; tim e"), (std::vector<std::uint32_t>{0, 9}));
  EXPECT_EQ(found({"time"}, "ti\u00ADme"), (std::vector<std::uint32_t>{2}));
  EXPECT_EQ(found({"course"}, "cour\u017Fe"), (std::vector<std::uint32_t>{4}));
  EXPECT_EQ(found({"kiss"}, "\u212Ai\u00DF, caf\u00E9 \u2019tis \u201Cso\u201D \u2026"),
            (std::vector<std::uint32_t>{0, 4}));
  EXPECT_TRUE(found({"time"}, "").empty());
  EXPECT_EQ(found({"a"}, "a"), (std::vector<std::uint32_t>{0}));
  EXPECT_EQ(found({"cat", "dog"}, "dog, cat"), (std::vector<std::uint32_t>{0, 5}));
}

TEST(LiteralSearchTest, SearchesForTheLongestRunOfLettersAndDigits) {
  EXPECT_EQ(found({"don't"}, "don\u2019t do it, Don"), (std::vector<std::uint32_t>{0, 15}));
  EXPECT_FALSE(LiteralSearch::of(std::vector<std::string>{"time", "'"}));
  EXPECT_FALSE(LiteralSearch::of(std::vector<std::string>{}));
}

/// A type that holds ASCII letters or digits, or nothing, where its form has another character.
TEST(LiteralSearchTest, KnowsEveryCharacterThatMayBecomeAscii) {
  for (char32_t c = 0x80; c < 0x110000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    const std::string form = "x" + utf8(c) + "y";
    for (const unicode::Case letter_case : {unicode::Case::fold, unicode::Case::keep}) {
      const std::string type = text::type_of(form, {.types = {.letter_case = letter_case}});
      const auto ascii = std::count_if(type.begin(), type.end(), ascii_letter_or_digit);
      const bool vanished = type.find("xy") != std::string::npos;
      if (ascii != 2 || vanished) {
        // A mark that merges with the letter before it takes an ASCII letter away, and adds none.
        if (ascii < 2) continue;
        ASSERT_TRUE(may_become_ascii(c)) << std::hex << static_cast<unsigned>(c) << ' ' << type;
      }
    }
    if (may_become_ascii(c)) {
      ASSERT_EQ(found({"time"}, "of " + utf8(c)), (std::vector<std::uint32_t>{3}))
          << std::hex << static_cast<unsigned>(c);
    }
  }
}

/// Two characters, of which the second may recompose with the first or take its place.
TEST(LiteralSearchTest, NoTwoOtherCharactersMakeAscii) {
  std::vector<char32_t> composing;
  for (char32_t c = 0xC0; c < 0x3000; ++c) {
    if (unicode::composes(c) || (c < 0x250 && unicode::case_folding(c).size == 1)) composing.push_back(c);
  }
  reference::Dice dice{3};
  for (int i = 0; i < 200'000; ++i) {
    std::string form;
    bool may = false;
    for (std::size_t size = dice.between(2, 4); size > 0; --size) {
      const char32_t c = dice.pick(composing);
      may = may || may_become_ascii(c);
      form += utf8(c);
    }
    const std::string type = text::type_of(form, {});
    ASSERT_TRUE(may || std::none_of(type.begin(), type.end(), ascii_letter_or_digit)) << form;
  }
}

TEST(LiteralSearchTest, AllKernelsFindTheSame) {
  constexpr std::array<std::string_view, 20> pieces{
      "time",   "Time",   "TIM",    "e",      " ",      "\n",   "\u00AD",  "\u2019", "\u201C", "\u200B",
      "\u202A", "\u017F", "\u0416", "\u3042", "\uFE0F", "@ime", "\x14ime", "course", "of",     "\U0001F469"};
  const std::vector<std::vector<std::string>> wanted{{"time"}, {"e"}, {"of", "course"}, {"me", "ti", "rs", "0"}};
  reference::Dice dice{1};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    const std::size_t count = dice.below(dice.one_in(10) ? 200 : 40);
    for (std::size_t i = 0; i < count; ++i) text += dice.pick(pieces);
    const auto& stretches = dice.pick(wanted);
    const auto expected = slowly_found(stretches, text);
    for (const LiteralKernel& kernel : literal_kernels()) {
      // In memory of just that size, so that a sanitizer sees a byte that is read behind it.
      const std::vector<char> exact(text.begin(), text.end());
      auto search = LiteralSearch::of(stretches, kernel);
      const auto places = search->find({exact.data(), exact.size()});
      ASSERT_EQ(std::vector<std::uint32_t>(places.begin(), places.end()), expected) << kernel.name << ": " << text;
    }
  }
}

}  // namespace
}  // namespace corpus::search
