// SPDX-License-Identifier: MIT
/// \file
/// The oracle of the word scanner: ICU's word iterator of the root locale over the whole text, then `word@1`'s few rules, written
/// plainly. Right where the installed ICU has the rules of ICU 72; slow.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/unicode/words.hpp"

namespace corpus::reference {

std::vector<unicode::Segment> icu_words(std::string_view text);

}  // namespace corpus::reference
