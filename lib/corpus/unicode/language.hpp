// SPDX-License-Identifier: MIT
/// \file
/// Names of languages.
///
///     unicode::three_letters("de-AT");  // deu
#pragma once

#include <string>
#include <string_view>

namespace corpus::unicode {

/// The ISO 639-3 code of the language of a tag; empty where it is not known.
std::string three_letters(std::string_view tag);

}  // namespace corpus::unicode
