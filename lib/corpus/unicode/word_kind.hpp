// SPDX-License-Identifier: MIT
/// \file
/// What a stretch of text is that somebody else has set apart as a token: the kind that the word scanner would give it.
///
///     unicode::word_kind("15-year");   // word
///     unicode::word_kind("...");       // punctuation
///
/// Linear in the form, and mostly decided by its first letter.
#pragma once

#include <string_view>

#include "corpus/unicode/words.hpp"

namespace corpus::unicode {

/// `form` is well-formed UTF-8 and not empty.
WordKind word_kind(std::string_view form);

}  // namespace corpus::unicode
