// SPDX-License-Identifier: MIT
/// \file
/// Whether a full stop closes an abbreviation, an initial or an ordinal rather than a sentence: the second half of
/// sentence.hpp, which says what the choices are.
#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/unicode/abbreviations.hpp"

namespace corpus::unicode {

/// Asked for the U+002E at `stop`, after which, at `next`, the next sentence would begin: only white space stands
/// between, and `next` is less than the size. Reads a bounded stretch before, and after up to the first letter or
/// digit.
bool closes_no_sentence(std::string_view text, std::size_t stop, std::size_t next, const Abbreviations& abbreviations);

}  // namespace corpus::unicode
