// SPDX-License-Identifier: MIT
/// \file
/// From a token's form to its type: what counts as the same word.
///
///     TypeRules rules{.letter_case = Case::fold};
///     std::string type;
///     append_type(type, "_Don’t_", rules);   // "don't"
///
/// A type is NFC, case-folded by full Unicode case folding (after NFC, and NFC again), with one kind of apostrophe
/// (U+2018, U+2019, U+02BC and U+FF07 become ') and one kind of hyphen (U+2010 and U+2011 become -), without
/// default-ignorable characters (soft hyphens, joiners, variation selectors …), and without underscores and other
/// connectors at its ends. Code points that Unicode 15.0 does not assign stay as they are, whatever ICU is installed.
/// ASCII costs about a nanosecond a byte; ICU is called only for forms that may not be NFC already.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/unicode/properties.hpp"

namespace corpus::unicode {

enum class Case : std::uint8_t { fold, keep };

struct TypeRules {
  Case letter_case = Case::fold;
  CaseLocale locale = CaseLocale::root;  ///< `turkic` folds I to ı and İ to i
};

/// Appends the type of `form`, which is well-formed UTF-8, to `types`. Where nothing would be left of it (`_`, a lone
/// joiner), that is the form itself.
void append_type(std::string& types, std::string_view form, const TypeRules& rules);

/// Normalization Form C by Unicode 15.0. `text` is well-formed UTF-8.
std::string nfc(std::string_view text);

}  // namespace corpus::unicode
