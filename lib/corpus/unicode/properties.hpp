// SPDX-License-Identifier: MIT
/// \file
/// What Unicode 15.0 says about a character, from tables of our own: the same answers whatever ICU is installed.
///
///     if (unicode::category(point) == unicode::Category::letter) ...
///     for (char32_t folded : unicode::case_folding(U'ß')) ...  // U's', U's'
///
/// Every question takes a code point of at most U+10FFFF (what utf8.hpp decodes never exceeds it) and costs two loads.
/// Code points that are not assigned get the default that the standard gives them.
#pragma once

#include <cstdint>

#include "corpus/unicode/folding.hpp"
#include "corpus/unicode/tables/tables.hpp"

namespace corpus::unicode {

/// The classes of the word rules: Word_Break of UAX #29 as ICU 72's root rules tailor it, for `word@1`.
/// They exclude one another; where the standard's sets overlap, the remarks say which class wins.
enum class WordClass : std::uint8_t {
  other,
  cr,
  lf,
  newline,
  extend,  ///< Extend or Format; the Han reading marks U+16FF0 and U+16FF1 are `kana_kanji`, see `complex_extend`
  zwj,
  regional_indicator,
  space,  ///< WSegSpace
  single_quote,
  double_quote,
  mid_letter,  ///< without the colons U+003A, U+FE55 and U+FF1A, which join nothing: they are `other`
  mid_num,
  mid_num_let,
  extend_num_let,
  numeric,
  hebrew,
  letter,               ///< ALetter and `@`, without Han and Hangul syllables
  letter_pictographic,  ///< the same and Extended_Pictographic: ℹ Ⓜ 🅰 🅱 🅾 🅿
  pictographic,         ///< Extended_Pictographic and nothing else
  katakana,             ///< Word_Break=Katakana, which takes in marks that both kana share, such as ー
  kana_kanji,           ///< script Han or Hiragana
  hangul,               ///< the syllables U+AC00 to U+D7A3; jamo are `letter`
  ideograph,            ///< Ideographic, but not Han: Tangut, Khitan, Nushu, 〆; no letters to UAX #29
  complex,              ///< line break class SA: Thai, Lao, Khmer, Burmese and others that need a dictionary
  complex_extend,       ///< their marks: SA and Extend
};

/// Sentence_Break of UAX #29.
enum class SentenceClass : std::uint8_t {
  other,
  cr,
  lf,
  separator,  ///< Sep
  extend,
  format,
  space,  ///< Sp
  lower,
  upper,
  letter,  ///< OLetter
  numeric,
  full_stop,     ///< ATerm
  continuation,  ///< SContinue
  terminator,    ///< STerm
  close,
};

/// Grapheme_Cluster_Break of UAX #29, and Extended_Pictographic, with which it never overlaps.
enum class GraphemeClass : std::uint8_t {
  other,
  cr,
  lf,
  control,
  extend,
  zwj,
  regional_indicator,
  prepend,
  spacing_mark,
  hangul_l,
  hangul_v,
  hangul_t,
  hangul_lv,
  hangul_lvt,
  pictographic,
};

/// The first letter of General_Category.
enum class Category : std::uint8_t { letter, mark, number, punctuation, symbol, separator, other };

/// Whose case rules hold. Turkic: I folds to ı, and İ to i (Turkish, Azerbaijani, and others that write a dotless i).
enum class CaseLocale : std::uint8_t { root, turkic };

namespace detail {

inline std::uint8_t general(char32_t point) noexcept {
  return tables::look_up(tables::general_index, tables::general_values, point);
}

inline std::uint8_t shape(char32_t point) noexcept {
  return tables::look_up(tables::shape_index, tables::shape_values, point);
}

}  // namespace detail

inline WordClass word_class(char32_t point) noexcept {
  return static_cast<WordClass>(tables::look_up(tables::word_index, tables::word_values, point) & 0x1F);
}

/// All that the word scanner asks about a character beyond ASCII, in one look-up.
struct WordProperties {
  WordClass word_class;
  bool folds;      ///< case folding replaces it by one character of as many bytes
  bool irregular;  ///< the type of a word that holds it must be worked out: it folds to another length, may compose, is
                   ///< ignorable, a connector, or one of several apostrophes and hyphens
  bool combines;   ///< its combining class is not 0: two of these side by side may have to change places
};

inline WordProperties word_properties(char32_t point) noexcept {
  const std::uint8_t value = tables::look_up(tables::word_index, tables::word_values, point);
  return {static_cast<WordClass>(value & 0x1F), (value & 0x20) != 0, (value & 0x40) != 0, (value & 0x80) != 0};
}

inline SentenceClass sentence_class(char32_t point) noexcept {
  return static_cast<SentenceClass>(tables::look_up(tables::sentence_index, tables::sentence_values, point));
}

inline GraphemeClass grapheme_class(char32_t point) noexcept {
  return static_cast<GraphemeClass>(detail::shape(point) & 0x0F);
}

inline Category category(char32_t point) noexcept { return static_cast<Category>(detail::general(point) & 0x07); }

/// Characters that show nothing unless a program gives them a meaning: soft hyphen, joiners, variation selectors ...
inline bool default_ignorable(char32_t point) noexcept { return (detail::general(point) & 0x08) != 0; }

/// The marks, embeddings, overrides and isolates that reorder what is shown.
inline bool bidi_control(char32_t point) noexcept { return (detail::general(point) & 0x10) != 0; }

/// The derived properties, which take in letter-like numbers and symbols: Ⅷ, ⓐ, ª.
inline bool uppercase(char32_t point) noexcept { return (detail::general(point) & 0x20) != 0; }
inline bool lowercase(char32_t point) noexcept { return (detail::general(point) & 0x40) != 0; }

/// Whether a string with this character may not be in NFC: NFC_Quick_Check is not Yes, or the canonical combining class
/// is not 0. A string without any such character is in NFC.
inline bool composes(char32_t point) noexcept { return (detail::general(point) & 0x80) != 0; }

/// Assigned in Unicode 15.0, private use included. Noncharacters and surrogates are not.
inline bool assigned(char32_t point) noexcept { return (detail::shape(point) & 0x40) != 0; }

/// Columns on a terminal, 0, 1 or 2, of the character alone; text is measured by clusters, see grapheme.hpp.
/// 2: East Asian Wide and Fullwidth (not Ambiguous), emoji presentation. 0: controls, nonspacing and enclosing marks,
/// format characters and other default ignorables, medial vowels and final consonants of Hangul.
/// Spacing marks take 1, as do the soft hyphen and the Arabic signs that enclose a number: so do terminals.
inline unsigned display_width(char32_t point) noexcept { return (detail::shape(point) >> 4) & 0x03U; }

/// Full case folding (CaseFolding.txt, C and F; T where the locale is Turkic). Most characters fold to themselves.
/// Folding keeps no normalization form: fold, then normalize again where `composes` says so.
inline Folding case_folding(char32_t point, CaseLocale locale = CaseLocale::root) noexcept {
  if (locale == CaseLocale::turkic) {
    if (point == U'I') return {{U'\u0131'}, 1};
    if (point == U'\u0130') return {{U'i'}, 1};
  }
  const std::uint16_t row = tables::look_up(tables::folding_index, tables::folding_values, point);
  return row == 0 ? Folding{{point}, 1} : tables::foldings[row];
}

}  // namespace corpus::unicode
