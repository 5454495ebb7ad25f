// SPDX-License-Identifier: MIT
/// \file
/// The languages whose syllables we can estimate, and for which a Flesch formula was published.
///
///     language_of("de_AT.UTF-8");  // Language::german
///     language_of("fi");           // nothing
#pragma once

#include <optional>
#include <string_view>

namespace corpus::stats {

enum class Language { english, german, french, dutch };

/// The language of a locale name ("en", "en-GB", "en_GB.UTF-8", upper or lower case); nothing for any other language.
[[nodiscard]] std::optional<Language> language_of(std::string_view locale);

}  // namespace corpus::stats
