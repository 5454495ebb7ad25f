// SPDX-License-Identifier: MIT
/// \file
/// How well a wrapped text was read: its tokens as they came out, held against those it was made of.
///
/// Tokens are held against each other by their places, so a token is right only where it stands in the file. What is
/// wrong is told apart by what a user would see: a word in two pieces, a compound without its hyphen, a page number
/// among the words, a word that is missing.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "reference/text/read_tokens.hpp"
#include "reference/text/wrapping.hpp"

namespace corpus::scale {

/// So many, and so many of them right.
struct Tally {
  std::size_t all = 0;
  std::size_t right = 0;

  void count(bool is_right) {
    ++all;
    right += is_right ? 1 : 0;
  }
  [[nodiscard]] std::size_t wrong() const { return all - right; }
  [[nodiscard]] double percent_right() const {
    return all == 0 ? 100.0 : 100.0 * static_cast<double>(right) / static_cast<double>(all);
  }
};

struct Score {
  std::size_t documents = 0;
  std::size_t detected = 0;  ///< documents that were known to be wrapped
  std::size_t bytes = 0;
  std::size_t compounds = 0;  ///< hyphens of words' own, at line ends or not
  Tally words;                ///< all tokens
  Tally split;                ///< words split at a line end, rejoined …
  Tally split_across_pages;   ///< … those whose halves stand on two pages …
  Tally split_across_blank;   ///< … and those with a blank line between
  Tally compound;             ///< well-/known, kept as it is
  Tally suspended;            ///< two-/ and threefold
  Tally continued;            ///< neighbours in a paragraph that are in one paragraph still
  Tally divided;              ///< neighbours in two paragraphs that are in two still
  std::size_t leaked = 0;     ///< tokens of headers and footers
  std::size_t lost = 0;       ///< words of the text of which nothing came out
  std::size_t misplaced = 0;  ///< right, but for its span, line or column
  std::size_t changed = 0;    ///< otherwise wrong, and at no line's end
  std::size_t invented = 0;   ///< tokens of bytes that hold none
  std::map<std::string, std::vector<std::string>> examples;  ///< some of each kind of failure

  Score& operator+=(const Score& other);
  /// Of all hyphens of words' own, at line ends or not, those that are gone.
  [[nodiscard]] double own_hyphens_lost_percent() const;
};

Score score(const reference::WrappedText& truth, reference::ReadText read);

/// A table, and the examples.
std::string report(const std::string& name, const Score& score);

}  // namespace corpus::scale
