// SPDX-License-Identifier: MIT
#include "corpus/unicode/language.hpp"

#include <unicode/uloc.h>

namespace corpus::unicode {

std::string three_letters(std::string_view tag) { return uloc_getISO3Language(std::string(tag).c_str()); }

}  // namespace corpus::unicode
