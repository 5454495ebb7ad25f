// SPDX-License-Identifier: MIT
#include "icu_words.hpp"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <memory>
#include <stdexcept>

namespace corpus::reference {
namespace {

using unicode::WordKind;

/// A letter as the word rules know letters, by ICU's own properties.
bool is_letter(UChar32 c) {
  if (c == '@' || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return false;
  const int word_break = u_getIntPropertyValue(c, UCHAR_WORD_BREAK);
  if (word_break == U_WB_EXTEND || word_break == U_WB_FORMAT || word_break == U_WB_ZWJ) {
    return u_getIntPropertyValue(c, UCHAR_SCRIPT) == USCRIPT_HAN;
  }
  if (u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_CONTROL) return false;
  return word_break == U_WB_ALETTER || word_break == U_WB_HEBREW_LETTER || word_break == U_WB_KATAKANA ||
         u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT ||
         u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || u_getIntPropertyValue(c, UCHAR_SCRIPT) == USCRIPT_HAN ||
         u_getIntPropertyValue(c, UCHAR_SCRIPT) == USCRIPT_HIRAGANA;
}

void require(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

std::unique_ptr<icu::BreakIterator> word_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  require(status);
  return iterator;
}

icu::UnicodeString nfc(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString normalized = icu::Normalizer2::getNFCInstance(status)->normalize(text, status);
  require(status);
  return normalized;
}

/// One kind of apostrophe, one kind of hyphen.
void unify(icu::UnicodeString& text) {
  for (int32_t at = 0; at < text.length(); ++at) {
    const char16_t c = text.charAt(at);
    if (c == u'\u2018' || c == u'\u2019' || c == u'\u02BC' || c == u'\uFF07') text.setCharAt(at, u'\'');
    if (c == u'\u2010' || c == u'\u2011') text.setCharAt(at, u'-');
  }
}

bool is_connector(UChar32 c) { return u_getIntPropertyValue(c, UCHAR_WORD_BREAK) == U_WB_EXTENDNUMLET; }

}  // namespace

std::string icu_type(std::string_view form, const unicode::TypeRules& rules) {
  const auto whole = icu::UnicodeString::fromUTF8({form.data(), static_cast<int32_t>(form.size())});
  icu::UnicodeString type;
  for (int32_t at = 0; at < whole.length(); at = whole.moveIndex32(at, 1)) {
    const UChar32 c = whole.char32At(at);
    if (!u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) type.append(c);
  }
  unify(type);
  // All connectors are of one unit.
  while (!type.isEmpty() && is_connector(type.char32At(0))) type.remove(0, 1);
  while (!type.isEmpty() && is_connector(type.char32At(type.length() - 1))) type.truncate(type.length() - 1);
  type = nfc(type);
  if (rules.letter_case == unicode::Case::fold) {
    const bool turkic = rules.locale == unicode::CaseLocale::turkic;
    type.foldCase(turkic ? U_FOLD_CASE_EXCLUDE_SPECIAL_I : U_FOLD_CASE_DEFAULT);
    unify(type);
    type = nfc(type);
  }
  if (type.isEmpty()) return std::string(form);
  std::string utf8;
  return type.toUTF8String(utf8);
}

std::vector<Segment> icu_words(std::string_view text) {
  // In UTF-16, as ICU's own tests do it: some of its dictionary engines measure runs in native units.
  const auto units = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  static const thread_local std::unique_ptr<icu::BreakIterator> iterator = word_iterator();
  iterator->setText(units);

  std::vector<Segment> segments;
  std::uint32_t byte = 0;
  int32_t begin = iterator->first();
  for (int32_t end = iterator->next(); end != icu::BreakIterator::DONE; begin = end, end = iterator->next()) {
    const std::uint32_t first_byte = byte;
    bool letter = false;
    bool digit = false;
    for (int32_t at = begin; at < end; at = units.moveIndex32(at, 1)) {
      const UChar32 c = units.char32At(at);
      byte += static_cast<std::uint32_t>(U8_LENGTH(c));
      letter = letter || is_letter(c);
      digit = digit || u_getIntPropertyValue(c, UCHAR_WORD_BREAK) == U_WB_NUMERIC;
    }
    const UChar32 first = units.char32At(begin);
    if (!letter && !digit && u_hasBinaryProperty(first, UCHAR_WHITE_SPACE)) continue;
    const WordKind kind = letter             ? WordKind::word
                          : digit            ? WordKind::number
                          : u_ispunct(first) ? WordKind::punctuation
                                             : WordKind::symbol;
    segments.push_back({first_byte, byte, kind});
  }
  return segments;
}

}  // namespace corpus::reference
