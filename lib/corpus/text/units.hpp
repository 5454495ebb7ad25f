// SPDX-License-Identifier: MIT
/// \file
/// The units a text is made of besides its tokens: characters, lines, paragraphs, sentences.
///
///     UnitCounter units{abbreviations};
///     while (auto block = reader.next()) {
///       for (const Sentence& sentence : units.add(*block)) …
///     }
///     units.counts().sentences;
///
/// A paragraph is a line of the text, as it is read, that is not blank; lines are those of the source. A sentence ends where UAX #29 says (always at a line end), or not after an
/// abbreviation; it holds at least one letter or digit: a row of asterisks is none. Linear in the text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/text/block.hpp"
#include "corpus/unicode/sentence.hpp"

namespace corpus::text {

struct UnitCounts {
  std::uint64_t characters = 0;  ///< code points, white space included
  std::uint64_t lines = 0;       ///< a last line need not end
  std::uint64_t paragraphs = 0;
  std::uint64_t sentences = 0;
};

/// A stretch of a block between two sentence boundaries: bytes [begin, end) of its text, the white space after it
/// included.
struct Sentence {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint64_t number = 0;  ///< in the document, from 1; a stretch without a word has that of the sentence before it
  bool has_word = false;     ///< it, or what the block before it began, holds a letter or digit
  bool goes_on = false;      ///< into the next block, in the middle of an overlong line
};

/// Counts one document, and numbers its sentences as it goes.
class UnitCounter {
 public:
  /// `abbreviations` must outlive the counter.
  explicit UnitCounter(const unicode::Abbreviations& abbreviations) : abbreviations_(abbreviations) {}

  /// The sentences of the block that follows those added before. Valid until the next call.
  std::span<const Sentence> add(const Block& block);

  /// What is added next is of another document.
  void end_document();

  /// Of all blocks so far.
  [[nodiscard]] UnitCounts counts() const;

 private:
  void add_lines(std::string_view raw);
  void add_paragraphs(std::string_view text);

  const unicode::Abbreviations& abbreviations_;
  UnitCounts counts_;
  std::vector<Sentence> sentences_;
  bool sentence_open_ = false;   ///< the last one goes on …
  bool open_has_word_ = false;   ///< … and holds a word already
  bool line_open_ = false;       ///< the last line of the source has not ended
  bool paragraph_open_ = false;  ///< nor has the last paragraph
};

/// Whether `text`, which is well-formed UTF-8, is white space throughout.
bool is_blank(std::string_view text);

/// Whether `text`, which is well-formed UTF-8, holds a letter or a digit: whether a token of it would be a word or a
/// number.
bool has_word(std::string_view text);

struct Stretch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// [begin, end) of `text` without white space at its ends.
Stretch without_outer_white_space(std::string_view text, std::uint32_t begin, std::uint32_t end);

}  // namespace corpus::text
