// SPDX-License-Identifier: MIT
/// \file
/// The surface of a query of words: white space between words, `|` between alternatives, `*` and `?`, and `\`.
///
///     for (const QueryWord& word : split_words(QueryText{"of cours* people|persons"})) …   // three words
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corpus/search/query_text.hpp"

namespace corpus::search {

struct Alternative {
  /// As it is written, but that a letter (or, among digits, a digit) stands for each wildcard: for the tokenizer.
  std::string shape;
  std::string wildcards;             ///< for each byte of it, `*`, `?`, or NUL where it is meant as it is
  std::vector<std::size_t> offsets;  ///< for each byte of it, where in the query it stands

  [[nodiscard]] bool is_literal(std::size_t begin, std::size_t end) const;
  /// The part [begin, end) as a glob.
  [[nodiscard]] std::string glob(std::size_t begin, std::size_t end) const;
};

/// At least one alternative.
using QueryWord = std::vector<Alternative>;

/// At least one word. Throws Error where an alternative is missing.
std::vector<QueryWord> split_words(const QueryText& text);

}  // namespace corpus::search
