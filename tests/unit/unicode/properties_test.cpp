// SPDX-License-Identifier: MIT
#include "corpus/unicode/properties.hpp"

#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <array>
#include <string>

namespace corpus::unicode {
namespace {

constexpr char32_t limit = 0x110000;

/// A newer ICU knows later characters and corrections; then the comparisons with it say nothing.
bool icu_has_unicode_15_0() { return std::string(U_UNICODE_VERSION) == "15.0"; }

std::string name(char32_t point) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(point));
  return text.data();
}

icu::UnicodeSet set_of(const char* pattern) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeSet set(icu::UnicodeString::fromUTF8(pattern), status);
  EXPECT_TRUE(U_SUCCESS(status)) << pattern;
  return set.freeze(), set;
}

TEST(Properties, WordClassesAreTheSetsOfIcusRootRules) {
  if (!icu_has_unicode_15_0()) GTEST_SKIP() << "ICU has Unicode " U_UNICODE_VERSION;
  // The definitions of ICU 72's word rules, each cut back by what its rules put before it.
  const std::pair<WordClass, const char*> sets[] = {
      {WordClass::cr, "[\\p{WB=CR}]"},
      {WordClass::lf, "[\\p{WB=LF}]"},
      {WordClass::newline, "[\\p{WB=Newline}]"},
      {WordClass::extend, "[[\\p{WB=Extend}\\p{WB=Format}]-[\\p{Script=Han}\\p{LB=SA}]]"},
      {WordClass::zwj, "[\\p{WB=ZWJ}]"},
      {WordClass::regional_indicator, "[\\p{WB=Regional_Indicator}]"},
      {WordClass::space, "[\\p{WB=WSegSpace}]"},
      {WordClass::single_quote, "[\\p{WB=Single_Quote}]"},
      {WordClass::double_quote, "[\\p{WB=Double_Quote}]"},
      {WordClass::mid_letter, "[\\p{WB=MidLetter}-[\\: \\uFE55 \\uFF1A]]"},
      {WordClass::mid_num, "[\\p{WB=MidNum}]"},
      {WordClass::mid_num_let, "[\\p{WB=MidNumLet}]"},
      {WordClass::extend_num_let, "[\\p{WB=ExtendNumLet}]"},
      {WordClass::numeric, "[\\p{WB=Numeric}]"},
      {WordClass::hebrew, "[\\p{WB=Hebrew_Letter}]"},
      {WordClass::letter,
       "[[\\p{WB=ALetter}@]-[\\p{Script=Han}\\p{Script=Hiragana}\\p{WB=Katakana}\\uAC00-\\uD7A3\\p{LB=SA}"
       "\\p{Extended_Pictographic}]]"},
      {WordClass::letter_pictographic, "[\\p{WB=ALetter}&\\p{Extended_Pictographic}]"},
      {WordClass::pictographic, "[\\p{Extended_Pictographic}-\\p{WB=ALetter}]"},
      {WordClass::katakana, "[\\p{WB=Katakana}]"},
      {WordClass::kana_kanji, "[[\\p{Script=Han}\\p{Script=Hiragana}]-\\p{WB=Katakana}]"},
      {WordClass::hangul, "[\\uAC00-\\uD7A3]"},
      {WordClass::ideograph, "[\\p{Ideographic}-[\\p{Script=Han}\\p{WB=Extend}]]"},
      {WordClass::complex, "[\\p{LB=SA}-[\\p{WB=Extend}\\p{GCB=Control}]]"},
      {WordClass::complex_extend, "[\\p{LB=SA}&[\\p{WB=Extend}\\p{WB=Format}]]"},
  };
  icu::UnicodeSet rest(0, 0x10FFFF);
  for (const auto& [expected, pattern] : sets) {
    const icu::UnicodeSet set = set_of(pattern);
    EXPECT_TRUE(rest.containsAll(set)) << pattern << " overlaps a set before it";
    rest.removeAll(set);
    for (char32_t point = 0; point < limit; ++point) {
      ASSERT_EQ(word_class(point) == expected, set.contains(static_cast<UChar32>(point)) != 0)
          << name(point) << ' ' << pattern;
    }
  }
  for (char32_t point = 0; point < limit; ++point) {
    ASSERT_EQ(word_class(point) == WordClass::other, rest.contains(static_cast<UChar32>(point)) != 0) << name(point);
  }
}

SentenceClass sentence_class_of_icu(UChar32 point) {
  switch (u_getIntPropertyValue(point, UCHAR_SENTENCE_BREAK)) {
    case U_SB_CR:
      return SentenceClass::cr;
    case U_SB_LF:
      return SentenceClass::lf;
    case U_SB_SEP:
      return SentenceClass::separator;
    case U_SB_EXTEND:
      return SentenceClass::extend;
    case U_SB_FORMAT:
      return SentenceClass::format;
    case U_SB_SP:
      return SentenceClass::space;
    case U_SB_LOWER:
      return SentenceClass::lower;
    case U_SB_UPPER:
      return SentenceClass::upper;
    case U_SB_OLETTER:
      return SentenceClass::letter;
    case U_SB_NUMERIC:
      return SentenceClass::numeric;
    case U_SB_ATERM:
      return SentenceClass::full_stop;
    case U_SB_SCONTINUE:
      return SentenceClass::continuation;
    case U_SB_STERM:
      return SentenceClass::terminator;
    case U_SB_CLOSE:
      return SentenceClass::close;
    default:
      return SentenceClass::other;
  }
}

GraphemeClass grapheme_class_of_icu(UChar32 point) {
  if (u_hasBinaryProperty(point, UCHAR_EXTENDED_PICTOGRAPHIC)) return GraphemeClass::pictographic;
  switch (u_getIntPropertyValue(point, UCHAR_GRAPHEME_CLUSTER_BREAK)) {
    case U_GCB_CR:
      return GraphemeClass::cr;
    case U_GCB_LF:
      return GraphemeClass::lf;
    case U_GCB_CONTROL:
      return GraphemeClass::control;
    case U_GCB_EXTEND:
      return GraphemeClass::extend;
    case U_GCB_ZWJ:
      return GraphemeClass::zwj;
    case U_GCB_REGIONAL_INDICATOR:
      return GraphemeClass::regional_indicator;
    case U_GCB_PREPEND:
      return GraphemeClass::prepend;
    case U_GCB_SPACING_MARK:
      return GraphemeClass::spacing_mark;
    case U_GCB_L:
      return GraphemeClass::hangul_l;
    case U_GCB_V:
      return GraphemeClass::hangul_v;
    case U_GCB_T:
      return GraphemeClass::hangul_t;
    case U_GCB_LV:
      return GraphemeClass::hangul_lv;
    case U_GCB_LVT:
      return GraphemeClass::hangul_lvt;
    default:
      return GraphemeClass::other;
  }
}

Category category_of_icu(UChar32 point) {
  const std::uint32_t mask = U_GET_GC_MASK(point);
  if ((mask & U_GC_L_MASK) != 0) return Category::letter;
  if ((mask & U_GC_M_MASK) != 0) return Category::mark;
  if ((mask & U_GC_N_MASK) != 0) return Category::number;
  if ((mask & U_GC_P_MASK) != 0) return Category::punctuation;
  if ((mask & U_GC_S_MASK) != 0) return Category::symbol;
  if ((mask & U_GC_Z_MASK) != 0) return Category::separator;
  return Category::other;
}

TEST(Properties, SentenceAndGraphemeClassesAreIcus) {
  if (!icu_has_unicode_15_0()) GTEST_SKIP() << "ICU has Unicode " U_UNICODE_VERSION;
  for (char32_t point = 0; point < limit; ++point) {
    const auto icu_point = static_cast<UChar32>(point);
    ASSERT_EQ(sentence_class(point), sentence_class_of_icu(icu_point)) << name(point);
    ASSERT_EQ(grapheme_class(point), grapheme_class_of_icu(icu_point)) << name(point);
  }
}

TEST(Properties, GeneralPropertiesAreIcus) {
  if (!icu_has_unicode_15_0()) GTEST_SKIP() << "ICU has Unicode " U_UNICODE_VERSION;
  for (char32_t point = 0; point < limit; ++point) {
    const auto icu_point = static_cast<UChar32>(point);
    const auto has = [&](UProperty property) { return u_hasBinaryProperty(icu_point, property) != 0; };
    ASSERT_EQ(category(point), category_of_icu(icu_point)) << name(point);
    ASSERT_EQ(default_ignorable(point), has(UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) << name(point);
    ASSERT_EQ(bidi_control(point), has(UCHAR_BIDI_CONTROL)) << name(point);
    ASSERT_EQ(uppercase(point), has(UCHAR_UPPERCASE)) << name(point);
    ASSERT_EQ(lowercase(point), has(UCHAR_LOWERCASE)) << name(point);
    ASSERT_EQ(assigned(point), u_isdefined(icu_point) && u_charType(icu_point) != U_SURROGATE) << name(point);
    ASSERT_EQ(composes(point), u_getIntPropertyValue(icu_point, UCHAR_NFC_QUICK_CHECK) != UNORM_YES ||
                                   u_getCombiningClass(icu_point) != 0)
        << name(point);
  }
}

TEST(Properties, CaseFoldingIsIcus) {
  if (!icu_has_unicode_15_0()) GTEST_SKIP() << "ICU has Unicode " U_UNICODE_VERSION;
  for (char32_t point = 0; point < limit; ++point) {
    if (point >= 0xD800 && point < 0xE000) continue;
    for (const CaseLocale locale : {CaseLocale::root, CaseLocale::turkic}) {
      icu::UnicodeString expected(static_cast<UChar32>(point));
      expected.foldCase(locale == CaseLocale::root ? U_FOLD_CASE_DEFAULT : U_FOLD_CASE_EXCLUDE_SPECIAL_I);
      icu::UnicodeString folded;
      for (const char32_t each : case_folding(point, locale)) folded.append(static_cast<UChar32>(each));
      ASSERT_EQ(folded, expected) << name(point);
    }
  }
}

TEST(Properties, CaseFoldingByHand) {
  // Rows of CaseFolding.txt.
  EXPECT_EQ(case_folding(U'A'), (Folding{{U'a'}, 1}));
  EXPECT_EQ(case_folding(U'a'), (Folding{{U'a'}, 1}));
  EXPECT_EQ(case_folding(U'ß'), (Folding{{U's', U's'}, 2}));
  EXPECT_EQ(case_folding(U'ΐ'), (Folding{{0x3B9, 0x308, 0x301}, 3}));
  EXPECT_EQ(case_folding(U'ς'), (Folding{{U'σ'}, 1}));
  EXPECT_EQ(case_folding(U'İ'), (Folding{{U'i', 0x307}, 2}));
  EXPECT_EQ(case_folding(U'I'), (Folding{{U'i'}, 1}));
  EXPECT_EQ(case_folding(U'İ', CaseLocale::turkic), (Folding{{U'i'}, 1}));
  EXPECT_EQ(case_folding(U'I', CaseLocale::turkic), (Folding{{U'ı'}, 1}));
  EXPECT_EQ(case_folding(U'ß', CaseLocale::turkic), (Folding{{U's', U's'}, 2}));
}

TEST(Properties, WordClassesByHand) {
  EXPECT_EQ(word_class(U'@'), WordClass::letter);
  EXPECT_EQ(word_class(U':'), WordClass::other);
  EXPECT_EQ(word_class(U'·'), WordClass::mid_letter);
  EXPECT_EQ(word_class(U'’'), WordClass::mid_num_let);
  EXPECT_EQ(word_class(U'\u00AD'), WordClass::extend);
  EXPECT_EQ(word_class(U'漢'), WordClass::kana_kanji);
  EXPECT_EQ(word_class(U'ー'), WordClass::katakana);
  EXPECT_EQ(word_class(U'가'), WordClass::hangul);
  EXPECT_EQ(word_class(U'\u1100'), WordClass::letter);
  EXPECT_EQ(word_class(U'ก'), WordClass::complex);
  EXPECT_EQ(word_class(U'\u0E31'), WordClass::complex_extend);
  EXPECT_EQ(word_class(U'Ⓜ'), WordClass::letter_pictographic);
  EXPECT_EQ(word_class(U'😀'), WordClass::pictographic);
  EXPECT_EQ(word_class(U'\U00017000'), WordClass::ideograph);
  EXPECT_EQ(word_class(U'\U0010FFFF'), WordClass::other);
}

TEST(Properties, DisplayWidth) {
  // East Asian Width and emoji presentation; zero for what draws on its neighbour or not at all.
  for (const char32_t point : {U'a', U'é', U'я', U'ก', U'§', U'●', U'\u00AD', U'\u0903', U'ｱ'}) {
    EXPECT_EQ(display_width(point), 1U) << name(point);
  }
  for (const char32_t point : {U'漢', U'あ', U'가', U'\u1100', U'Ａ', U'😀', U'⌚', U'\u3000'}) {
    EXPECT_EQ(display_width(point), 2U) << name(point);
  }
  for (const char32_t point : {U'\0', U'\n', U'\u0301', U'\u20E3', U'\u200B', U'\u200D', U'\u202E', U'\uFE0F',
                               U'\u1161', U'\u2028', U'\uFEFF', U'\U000E0041'}) {
    EXPECT_EQ(display_width(point), 0U) << name(point);
  }
}

TEST(Properties, UnassignedAndNoncharacters) {
  EXPECT_TRUE(assigned(U'a'));
  EXPECT_TRUE(assigned(U'\U00011F02'));  // Kawi, new in 15.0
  EXPECT_TRUE(assigned(U'\uE000'));
  EXPECT_FALSE(assigned(U'\u0378'));
  EXPECT_FALSE(assigned(char32_t{0xFFFE}));
  EXPECT_FALSE(assigned(char32_t{0xD800}));
  EXPECT_FALSE(assigned(U'\u2FFC'));  // assigned in 15.1
}

}  // namespace
}  // namespace corpus::unicode
