// SPDX-License-Identifier: MIT
/// \file
/// Numbers as expressions and fields write them.
///
///     number_of(" -5% ");  // -0.05
#pragma once

#include <optional>
#include <string_view>

namespace corpus::expr {

/// `text` as a number: digits with a point, a sign, an exponent or a percent sign, white space around them; nothing
/// where it is anything else (`1,000`, `0x10`, `nan`) or too large.
std::optional<double> number_of(std::string_view text);

/// How many bytes at the front of `text` are a number; 0 where none begins there.
std::size_t number_length(std::string_view text);

}  // namespace corpus::expr
