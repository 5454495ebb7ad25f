// SPDX-License-Identifier: MIT
/// \file
/// The inputs of `corpus dispersion` as one running text, documents in order: its parts, and what stands where in it.
///
///     const FoundQueries found = find_queries(inputs, {.queries = texts, …});
///     found.text.parts.holding(found.positions[0]);
///
/// Costs 8 bytes for each hit of a query; of all types, four for each token, besides the types (occurrences.hpp). Documents
/// are read by as many threads as may work, each by one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cmd/inputs.hpp"
#include "cmd/kwic_queries.hpp"
#include "corpus/count/occurrences.hpp"
#include "corpus/count/text_parts.hpp"
#include "corpus/search/concordance.hpp"
#include "corpus/text/tokenizer.hpp"

namespace corpus::cmd {

struct TextDocument {
  std::string name;
  std::uint64_t begin = 0;  ///< of its tokens in the running text
  std::uint64_t tokens = 0;
};

struct RunningText {
  count::TextParts parts;
  std::uint64_t document_count = 0;
  std::vector<TextDocument> documents;  ///< if they are to be kept
};

enum class Documents : std::uint8_t { counted, kept };

struct TextWanted {
  std::optional<std::uint64_t> equal_parts = {};  ///< else the parts are those that --by names
  Documents documents = Documents::counted;
};

struct FoundQueries {
  RunningText text;
  std::vector<std::vector<std::uint64_t>> positions;  ///< by query: of the first token of each hit, ascending
};

/// `make_queries` is called on each thread, for a query can be asked by one alone. Throws Error.
FoundQueries find_queries(Inputs& inputs, const MakeQueries& make_queries, const search::ConcordanceOptions& options,
                          const TextWanted& wanted);

struct FoundTypes {
  RunningText text;
  count::Occurrences types;
};

/// Every type. Throws Error.
FoundTypes find_types(Inputs& inputs, const text::TokenizerOptions& rules, const TextWanted& wanted);

}  // namespace corpus::cmd
