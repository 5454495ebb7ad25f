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

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/unicode/abbreviations.hpp"
#include "corpus/unicode/byte_scanner.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/text_kernels.hpp"

namespace corpus::unicode {

/// The bytes that a character begins with after which a sentence may end: terminators and separators.
inline constexpr ByteSet sentence_stops{".!?\n\r\xC2\xD6\xD8\xDB\xDC\xDF\xE0\xE1\xE2\xE3\xEA\xEF\xF0"};

/// Where sentences of a text end, asked for stretch by stretch by who wants to know it of some stretches only.
class SentenceScanner {
 public:
  /// Both must outlive the scanner. The text is well-formed UTF-8 and smaller than 4 GiB.
  SentenceScanner(std::string_view text, const Abbreviations& abbreviations)
      : text_(text), abbreviations_(abbreviations), stops_(text, sentence_stops) {}

  /// The offsets after the sentences that a terminator or line end in [begin, end) closes; that of white space and quotes
  /// behind it, which are part of the sentence, can be past `end`. `begin` is where a character begins, and not before
  /// the last `end`. Valid until the next call. Costs as much as there is in the stretch, and a little for what was left
  /// out before.
  std::span<const std::uint32_t> ends_in(std::size_t begin, std::size_t end);

 private:
  std::size_t after_terminator(std::size_t at, std::size_t length, SentenceClass kind);
  [[nodiscard]] std::size_t skip(std::size_t at, SentenceClass kind) const noexcept;
  [[nodiscard]] SentenceClass class_before(std::size_t at) const noexcept;
  [[nodiscard]] bool lower_follows(std::size_t at) const noexcept;
  void end_at(std::size_t at) { ends_.push_back(static_cast<std::uint32_t>(at)); }

  std::string_view text_;
  const Abbreviations& abbreviations_;
  ByteScanner stops_;
  std::vector<std::uint32_t> ends_;
};

/// The offset after each sentence; the last is the size. The text is well-formed UTF-8 and smaller than 4 GiB. Empty
/// text holds no sentence. With Abbreviations::none() these are the boundaries of UAX #29.
std::vector<std::uint32_t> sentence_ends(std::string_view text, const Abbreviations& abbreviations);

}  // namespace corpus::unicode
