// SPDX-License-Identifier: MIT
/// \file
/// Where an overlong line can be broken, so that neither a word nor a sentence is.
///
///     last_safe_break("so it was, he said", 0);   // 15: between `he` and `said`
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace corpus::text {

/// The last place in well-formed `text`, at or after `from`, where a space or comma between two letters has just passed.
std::optional<std::size_t> last_safe_break(std::string_view text, std::size_t from);

}  // namespace corpus::text
