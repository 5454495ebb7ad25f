// SPDX-License-Identifier: MIT
#include "corpus/unicode/diacritics.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "corpus/error.hpp"
#include "corpus/unicode/fold.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

const icu::Normalizer2& icu_nfd() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) {
    throw Error{{.cause = std::string("ICU cannot decompose: ") + u_errorName(status), .hint = "reinstall ICU"}};
  }
  return *instance;
}

/// What `c`, which is assigned, decomposes to, without the marks.
void append_base(std::string& text, char32_t c, const icu::Normalizer2& decomposer) {
  icu::UnicodeString parts;
  if (!decomposer.getDecomposition(static_cast<UChar32>(c), parts)) {
    parts = icu::UnicodeString(static_cast<UChar32>(c));
  }
  for (int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
    const UChar32 part = parts.char32At(at);
    if (u_charType(part) != U_NON_SPACING_MARK) append(text, static_cast<char32_t>(part));
  }
}

}  // namespace

std::string without_diacritics(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char byte) { return byte >= 0; })) return std::string(text);
  const icu::Normalizer2& decomposer = icu_nfd();
  std::string bases;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = decode(text, at);
    if (point < 0x80 || !assigned(point)) {
      bases += text.substr(at, length);
    } else {
      append_base(bases, point, decomposer);
    }
    at += length;
  }
  return nfc(bases);
}

}  // namespace corpus::unicode
