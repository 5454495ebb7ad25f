// SPDX-License-Identifier: MIT
/// \file
/// Text cut to a number of columns, between what readers take for characters. Private to this folder.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace corpus::report {

/// The longest beginning that is drawn in at most `width` columns.
[[nodiscard]] std::string_view beginning_within(std::string_view text, std::size_t width) noexcept;
/// The longest end.
[[nodiscard]] std::string_view end_within(std::string_view text, std::size_t width) noexcept;

/// The text itself, or its beginning and … so that it is drawn in at most `width` columns, which are not 0.
[[nodiscard]] std::string shortened(std::string text, std::size_t width);
/// The same for the name of a file, which keeps its end: that says most.
[[nodiscard]] std::string shortened_name(std::string text, std::size_t width);
/// The same for a place, which keeps its end and whatever stands behind its last colon.
[[nodiscard]] std::string shortened_place(std::string text, std::size_t width);

}  // namespace corpus::report
