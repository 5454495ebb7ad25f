// SPDX-License-Identifier: MIT
/// \file
/// What a reader takes for one character: extended grapheme clusters (UAX #29, Unicode 15.0), and how wide they show.
///
///     for (std::size_t at = 0; at < text.size(); at = unicode::next_grapheme(text, at)) ...
///     const std::size_t padding = 20 - unicode::display_width(cell);
///
/// Text is well-formed UTF-8. One look-up a character, far less where the text is ASCII.
#pragma once

#include <cstddef>
#include <string_view>

namespace corpus::unicode {

/// Where the cluster ends that begins at byte `at`. `at` is 0 or such an end, and less than the size.
std::size_t next_grapheme(std::string_view text, std::size_t at) noexcept;

/// Number of clusters. CR LF is one.
std::size_t count_graphemes(std::string_view text) noexcept;

/// Columns on a terminal, the sum over the clusters. A flag and an emoji sequence (joined, with a skin tone, a keycap,
/// or with U+FE0F) take two; elsewhere each character of a cluster takes what properties.hpp says: a syllable of
/// Hangul jamo two, combining marks nothing. Controls count 0: escape them before measuring.
std::size_t display_width(std::string_view text) noexcept;

}  // namespace corpus::unicode
