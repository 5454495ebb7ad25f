// SPDX-License-Identifier: MIT
/// \file
/// Cutting and cleaning the text beside a hit: so many characters of it, no grapheme cluster split, on one line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace corpus::search {

/// Where the last `count` code points of `text` begin: or, where that is inside a grapheme cluster, the place after it.
std::size_t last_characters(std::string_view text, std::size_t count);

/// Where the first `count` code points of `text` end: or, where that is inside a grapheme cluster, the place before it.
/// To know, one code point more must be there, unless the text ends.
std::size_t first_characters(std::string_view text, std::size_t count);

/// So many bytes beside a hit are enough to cut `count` characters: a cluster of more than 64 bytes may be split where a
/// context ends.
constexpr std::uint64_t bytes_for_characters(std::uint64_t count) { return 4 * count + 64; }

/// Appends `text` with each line end (LF, CR LF, CR) and each tab as one space. Returns how many bytes it left out: the
/// line feeds behind carriage returns.
std::size_t append_line(std::string& out, std::string_view text);

}  // namespace corpus::search
