// SPDX-License-Identifier: MIT
#include "corpus/unicode/fold.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>

#include "corpus/error.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

bool is_connector(char32_t c) { return word_class(c) == WordClass::extend_num_let; }

/// The one apostrophe, the one hyphen.
char32_t unified(char32_t c) {
  switch (c) {
    case U'\u2018':
    case U'\u2019':
    case U'\u02BC':
    case U'\uFF07':
      return U'\'';
    case U'\u2010':
    case U'\u2011':
      return U'-';
    default:
      return c;
  }
}

std::string_view without_outer_connectors(std::string_view form) {
  while (!form.empty()) {
    const auto [code_point, length] = decode(form, 0);
    if (!is_connector(code_point)) break;
    form.remove_prefix(length);
  }
  while (!form.empty()) {
    const auto [code_point, length] = decode_before(form, form.size());
    if (!is_connector(code_point)) break;
    form.remove_suffix(length);
  }
  return form;
}

/// Appends and returns true if `form` is ASCII, or would be but for its apostrophes and hyphens.
bool append_ascii(std::string& types, std::string_view form, Case letter_case) {
  const std::size_t before = types.size();
  types.resize(before + form.size());
  char* out = types.data() + before;
  for (std::size_t at = 0; at < form.size();) {
    char32_t c = static_cast<unsigned char>(form[at]);
    std::size_t length = 1;
    if (c >= 0x80) {
      const CodePoint character = decode(form, at);
      c = unified(character.value);
      length = character.length;
      if (c >= 0x80) {
        types.resize(before);
        return false;
      }
    }
    const bool upper = letter_case == Case::fold && c >= 'A' && c <= 'Z';
    *out++ = static_cast<char>(upper ? c | 0x20 : c);
    at += length;
  }
  types.resize(static_cast<std::size_t>(out - types.data()));
  return true;
}

const icu::Normalizer2& icu_nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) {
    throw Error{{.cause = std::string("ICU cannot normalize: ") + u_errorName(status), .hint = "reinstall ICU"}};
  }
  return *instance;
}

void append_normalized(std::string& out, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string normalized;
  icu::StringByteSink<std::string> sink(&normalized);
  icu_nfc().normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, status);
  if (U_FAILURE(status)) throw Error{{.cause = std::string("ICU cannot normalize: ") + u_errorName(status)}};
  out += normalized;
}

void append_folded(std::string& out, char32_t c, CaseLocale locale) {
  // U+0149 brings forth an apostrophe.
  for (const char32_t folded : case_folding(c, locale)) append(out, unified(folded));
}

}  // namespace

std::string nfc(std::string_view text) {
  // Only what Unicode 15.0 assigns is normalized; what lies between is copied.
  std::string result;
  std::size_t begin = 0;
  bool may_change = false;
  const auto flush = [&](std::size_t end) {
    const std::string_view run = text.substr(begin, end - begin);
    if (may_change) {
      append_normalized(result, run);
    } else {
      result += run;
    }
    may_change = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, length] = decode(text, at);
    if (code_point >= 0x300) {
      may_change = may_change || composes(code_point);
      if (!assigned(code_point)) {
        flush(at);
        result += text.substr(at, length);
        begin = at + length;
      }
    }
    at += length;
  }
  flush(text.size());
  return result;
}

namespace {

/// Nothing where the form is all connectors and ignorable characters.
void append_letters(std::string& types, std::string_view form, const TypeRules& rules) {
  if (!form.empty() && (form.front() == '_' || form.back() == '_')) form = without_outer_connectors(form);
  if (rules.locale == CaseLocale::root && append_ascii(types, form, rules.letter_case)) return;

  std::string plain;
  for (std::size_t at = 0; at < form.size();) {
    const auto [code_point, length] = decode(form, at);
    if (!default_ignorable(code_point)) append(plain, unified(code_point));
    at += length;
  }
  const std::string normalized = nfc(without_outer_connectors(plain));
  if (rules.letter_case == Case::keep) {
    types += normalized;
    return;
  }
  std::string folded;
  for (std::size_t at = 0; at < normalized.size();) {
    const auto [code_point, length] = decode(normalized, at);
    append_folded(folded, code_point, rules.locale);
    at += length;
  }
  types += nfc(folded);
}

}  // namespace

void append_type(std::string& types, std::string_view form, const TypeRules& rules) {
  const std::size_t before = types.size();
  append_letters(types, form, rules);
  if (types.size() == before) types += form;
}

}  // namespace corpus::unicode
