// SPDX-License-Identifier: MIT
/// \file
/// The word around a place in a text, where a glance at its neighbours is enough: a run of ASCII letters and digits whose
/// two ends are boundaries in word@1 whatever stands further off.
///
///     plain_word("So, the end.", 5, Hyphens::split);   // [4, 7)
///     plain_word("Don't", 1, Hyphens::split);          // nothing: it takes the tokenizer
///
/// Costs a few nanoseconds.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "corpus/text/tokenizer.hpp"
#include "corpus/text/units.hpp"

namespace corpus::search {

/// `text` is such as a tokenizer is given. Nothing where text[at] is no ASCII letter or digit.
std::optional<text::Stretch> plain_word(std::string_view text, std::uint32_t at, text::Hyphens hyphens);

}  // namespace corpus::search
