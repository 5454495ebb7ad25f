// SPDX-License-Identifier: MIT
#include "corpus/unicode/language.hpp"

#include <gtest/gtest.h>

namespace corpus::unicode {
namespace {

/// https://iso639-3.sil.org/code_tables/639/data
TEST(ThreeLetters, AreThoseOfIso639) {
  EXPECT_EQ(three_letters("en"), "eng");
  EXPECT_EQ(three_letters("de-AT"), "deu");
  EXPECT_EQ(three_letters("zh"), "zho");
  EXPECT_EQ(three_letters("yue"), "yue");
}

TEST(ThreeLetters, OfNoLanguageAreNone) {
  EXPECT_EQ(three_letters(""), "");
  EXPECT_EQ(three_letters("qq-nowhere"), "");
}

}  // namespace
}  // namespace corpus::unicode
