// SPDX-License-Identifier: MIT
/// \file
/// The English rule of syllables.hpp.
///
///     english_syllables(U"readable");  // 3
///
/// O(letters), one small allocation.
#pragma once

#include <cstdint>
#include <string_view>

namespace corpus::stats {

/// The syllables of one word of lower-case letters, apostrophes and hyphens; 0 without a vowel letter.
[[nodiscard]] std::uint32_t english_syllables(std::u32string_view word);

}  // namespace corpus::stats
