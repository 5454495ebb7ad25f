// SPDX-License-Identifier: MIT
/// \file
/// What CollocateCounter has counted.
///
///     sum.add(counts);   // of other documents, under the same options
///     sum.entries[*sum.types.find("snow")].inside;   // O11
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/text/vocabulary.hpp"

namespace corpus::search {

/// What was counted of a group.
struct Collocates {
  struct Entry {
    std::uint64_t freq = 0;      ///< all tokens of the type; …
    std::uint64_t in_nodes = 0;  ///< … those that are part of a node; …
    std::uint64_t inside = 0;    ///< … and those in windows
    std::uint64_t left = 0;      ///< how often one stands in the left window of a node …
    std::uint64_t right = 0;     ///< … or the right one
    std::uint64_t range = 0;     ///< number of documents with one inside
  };

  text::Vocabulary types;
  std::vector<Entry> entries;  ///< by TypeId
  std::vector<std::uint64_t>
      positions;  ///< of the first type, of the second …: from the leftmost place to the rightmost
  std::uint64_t nodes = 0;
  std::uint64_t tokens = 0;       ///< the sum of `freq`, …
  std::uint64_t node_tokens = 0;  ///< … of `in_nodes` …
  std::uint64_t inside = 0;       ///< … and of `inside`

  /// Adds what was counted in other documents. Returns the ids that the other's types have here.
  std::vector<text::TypeId> add(const Collocates& other);
};

}  // namespace corpus::search
