// SPDX-License-Identifier: MIT
/// \file
/// Where sentences end: UAX #29's rules (Unicode 15.0, root), and abbreviations that they do not know.
///
///     const auto abbreviations = unicode::Abbreviations::of_language("en");
///     unicode::sentence_ends("Mr. Smith left. He ran.", abbreviations);  // {16, 23}
///
/// White space after a sentence belongs to it. A line end always ends a sentence (a paragraph separator to UAX #29):
/// join the lines of hard-wrapped text before asking. Linear in the text, whatever is in it: full stops and line ends are
/// looked for many bytes at a time, and some tens of nanoseconds spent at each.
///
/// Abbreviations only ever take away ends that UAX #29 sees after U+002E FULL STOP, with no quote or bracket between it
/// and the space; never those at line ends. For the word before the full stop, with the parts before it where there
/// are several (`z. B.`, `p.m.`; one space or none between them, the longest match counts):
/// - `never_final`: no end. `maybe_final`: an end where the next word is capitalised or in a script without case,
///   quotes and brackets before it passed over. `before_number`: no end where a digit comes next.
/// - A part of an abbreviation, with its next part and that one's full stop to follow: no end (`z.` in `z. B.`).
/// - A single capital letter before a capitalised word is an initial: no end (J. Smith). So a sentence that closes with
///   `plan B.` runs on. An English lone `I` is the pronoun, unless another initial stands beside it (I. M. Pei).
/// - A number of one or two digits before a word such as a German month is an ordinal: no end (3. Oktober).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/unicode/abbreviations.hpp"
#include "corpus/unicode/text_kernels.hpp"

namespace corpus::unicode {

/// The bytes that a character begins with after which a sentence may end: terminators and separators.
inline constexpr ByteSet sentence_stops{".!?\n\r\xC2\xD6\xD8\xDB\xDC\xDF\xE0\xE1\xE2\xE3\xEA\xEF\xF0"};

/// The offset after each sentence; the last is the size. The text is well-formed UTF-8 and smaller than 4 GiB. Empty
/// text holds no sentence. With Abbreviations::none() these are the boundaries of UAX #29.
std::vector<std::uint32_t> sentence_ends(std::string_view text, const Abbreviations& abbreviations);

}  // namespace corpus::unicode
