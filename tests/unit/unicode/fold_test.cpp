// SPDX-License-Identifier: MIT
#include "corpus/unicode/fold.hpp"

#include <gtest/gtest.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <random>
#include <string>

#include "corpus/unicode/utf8.hpp"
#include "random_text.hpp"

namespace corpus::unicode {
namespace {

constexpr TypeRules fold{};
constexpr TypeRules keep{.letter_case = Case::keep};
constexpr TypeRules turkic{.locale = CaseLocale::turkic};

std::string type(std::string_view form, const TypeRules& rules = fold) {
  std::string types;
  append_type(types, form, rules);
  return types;
}

/// Normalization is stable: an ICU as new as the tables, or newer, agrees on all that they assign.
bool icu_knows_all_that_is_assigned() {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  return version[0] >= 15;
}

std::string icu_normalized(const icu::Normalizer2* normalizer, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  normalizer->normalizeUTF8(0, {text.data(), static_cast<int32_t>(text.size())}, sink, nullptr, status);
  EXPECT_TRUE(U_SUCCESS(status));
  return result;
}

const icu::Normalizer2* icu_nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(status);
}

const icu::Normalizer2* icu_nfd() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFDInstance(status);
}

TEST(Fold, FullCaseFolding) {  // CaseFolding.txt 15.0
  EXPECT_EQ(type("Snow"), "snow");
  EXPECT_EQ(type("Straße"), "strasse");
  EXPECT_EQ(type("STRASSE"), "strasse");
  EXPECT_EQ(type("ẞ"), "ss");
  EXPECT_EQ(type("ﬁne"), "fine");
  EXPECT_EQ(type("ΟΔΟΣ"), "οδοσ");
  EXPECT_EQ(type("οδος"), "οδοσ");  // the final sigma
  EXPECT_EQ(type("\u212A"), "k");   // KELVIN SIGN
  EXPECT_EQ(type("ſo"), "so");
  EXPECT_EQ(type("Ἀθῆναι"), "ἀθῆναι");
  EXPECT_EQ(type("Ꭰ"), "Ꭰ");  // Cherokee folds to its capitals
  EXPECT_EQ(type("ꭰ"), "Ꭰ");
}

TEST(Fold, DottedAndDotlessI) {
  EXPECT_EQ(type("İ"), "i\u0307");
  EXPECT_EQ(type("İ", turkic), "i");
  EXPECT_EQ(type("I\u0307", turkic), "i");
  EXPECT_EQ(type("ILIK", turkic), "ılık");
  EXPECT_EQ(type("ilik", turkic), "ilik");
  EXPECT_EQ(type("ILIK"), "ilik");
  EXPECT_EQ(type("I", {.letter_case = Case::keep, .locale = CaseLocale::turkic}), "I");
}

TEST(Fold, OneApostropheAndOneHyphen) {
  for (const std::string mark : {"'", "\u2018", "\u2019", "\u02BC", "\uFF07"})
    EXPECT_EQ(type("Don" + mark + "t"), "don't");
  for (const std::string mark : {"-", "\u2010", "\u2011"}) EXPECT_EQ(type("well" + mark + "known"), "well-known");
  EXPECT_EQ(type("Don\u2019t", keep), "Don't");
  EXPECT_EQ(type("a\u2013b"), "a\u2013b");  // a dash is no hyphen
}

TEST(Fold, AnApostropheThatFoldingBringsForth) {  // U+0149 folds to U+02BC and n
  EXPECT_EQ(type("\u0149"), "'n");
  EXPECT_EQ(type("\u02BCn"), "'n");
}

TEST(Fold, IgnorableCharactersGo) {
  EXPECT_EQ(type("sno\u00ADw"), "snow");
  EXPECT_EQ(type("می\u200Cخواهم"), "میخواهم");
  EXPECT_EQ(type("a\u200D\u2060\uFE0F\u034F"), "a");
  EXPECT_EQ(type("e\u00AD\u0301"), "é");  // and what they kept apart composes
  EXPECT_EQ(type("SNO\u00ADW", keep), "SNOW");
  EXPECT_EQ(type("\u3164"), "\u3164");
}

TEST(Fold, OuterConnectorsGo) {
  EXPECT_EQ(type("_the_"), "the");
  EXPECT_EQ(type("__The"), "the");
  EXPECT_EQ(type("snake_case"), "snake_case");
  EXPECT_EQ(type("_é_"), "é");
  EXPECT_EQ(type("\u202F1\u202F000\u202F"), "1\u202F000");
  EXPECT_EQ(type("\u203Fa\u2040"), "a");
  EXPECT_EQ(type("_\u00AD_a\u00AD_"), "a");
  EXPECT_EQ(type("___"), "___");
  EXPECT_EQ(type("_"), "_");
  EXPECT_EQ(type("_The_", keep), "The");
  EXPECT_EQ(type("_I_", turkic), "ı");
}

TEST(Fold, Composes) {
  EXPECT_EQ(type("Cafe\u0301"), "café");
  EXPECT_EQ(type("Cafe\u0301", keep), "Café");
  EXPECT_EQ(type("\u1100\u1161"), "가");
  EXPECT_EQ(type("\u212B"), "å");
}

TEST(Fold, AppendsAndLeavesWhatWasThere) {
  std::string types = "snow";
  append_type(types, "Wind", fold);
  append_type(types, "É", fold);
  append_type(types, "", fold);
  EXPECT_EQ(types, "snowwindé");
}

TEST(Fold, ATypeIsItsOwnType) {
  const testing::RandomText random_text{400};
  std::mt19937 random(3);
  for (int round = 0; round < 60000; ++round) {
    const std::string text = random_text(random() % 8, random);
    for (const TypeRules& rules : {fold, keep, turkic}) {
      const std::string once = type(text, rules);
      ASSERT_EQ(type(once, rules), once) << ::testing::PrintToString(text);
    }
  }
}

TEST(Fold, TheTypeOfEveryCharacterIsItsOwnType) {
  for (char32_t c = 1; c < 0x110000; ++c) {
    if (!assigned(c)) continue;
    std::string text = "a";
    append(text, c);
    text += "\u0301b";
    for (const TypeRules& rules : {fold, turkic}) {
      const std::string once = type(text, rules);
      ASSERT_EQ(type(once, rules), once) << std::hex << static_cast<unsigned>(c);
    }
  }
}

TEST(Fold, CanonicallyEquivalentFormsHaveOneType) {
  if (!icu_knows_all_that_is_assigned()) GTEST_SKIP() << "this ICU does not know Unicode 15.0";
  std::size_t decomposable = 0;
  for (char32_t c = 1; c < 0x110000; ++c) {
    if (!assigned(c)) continue;
    std::string composed;
    append(composed, c);
    const std::string decomposed = icu_normalized(icu_nfd(), composed);
    if (decomposed == composed) continue;
    ++decomposable;
    for (const TypeRules& rules : {fold, keep, turkic}) {
      ASSERT_EQ(type(decomposed, rules), type(composed, rules)) << std::hex << static_cast<unsigned>(c);
    }
  }
  EXPECT_GT(decomposable, 13000U);  // 11,172 of them syllables of Hangul
}

TEST(Nfc, AsIcuNormalizes) {
  if (!icu_knows_all_that_is_assigned()) GTEST_SKIP() << "this ICU does not know Unicode 15.0";
  // Letters and the marks that compose with them or change places, more of them than word classes would bring.
  std::vector<char32_t> points;
  for (char32_t c = 1; c < 0x110000; ++c) {
    if (assigned(c) && (composes(c) || c % 97 == 0)) points.push_back(c);
  }
  const testing::RandomText random_text{200};
  std::mt19937 random(4);
  for (int round = 0; round < 60000; ++round) {
    std::string text = random_text(random() % 4, random);
    for (std::size_t length = random() % 8; length > 0; --length) append(text, points[random() % points.size()]);
    text += icu_normalized(icu_nfd(), random_text(random() % 4, random));
    ASSERT_EQ(nfc(text), icu_normalized(icu_nfc(), text)) << ::testing::PrintToString(text);
  }
}

TEST(Nfc, UnassignedCharactersStayAndStandBetween) {
  // U+0378 is not assigned; an e and an acute on its two sides do not meet.
  EXPECT_EQ(nfc("e\u0378\u0301"), "e\u0378\u0301");
  EXPECT_EQ(nfc("e\u0301\u0378e\u0301"), "é\u0378é");
}

TEST(Nfc, LongTextAndNone) {
  std::string decomposed;
  std::string composed;
  for (int i = 0; i < 100000; ++i) {
    decomposed += "e\u0301";
    composed += "é";
  }
  EXPECT_EQ(nfc(decomposed), composed);
  EXPECT_EQ(nfc(""), "");
}

}  // namespace
}  // namespace corpus::unicode
