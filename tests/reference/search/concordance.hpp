// SPDX-License-Identifier: MIT
/// \file
/// The slow twin of search::Concordance: the whole document in one string, tokenized at once, each line cut from it by
/// counting from its beginning.
///
///     EXPECT_EQ(lines, reference::concordance(parts, queries, options));
#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/search/concordance.hpp"

namespace corpus::reference {

/// What a document is given in.
struct Part {
  std::string text;
  bool line_goes_on = false;
  bool searched = true;
  std::size_t group = 0;
  std::uint64_t turn = 0;
  bool begins_turn = false;
  std::string speaker = {};
};

struct ReferenceLine {
  std::size_t query = 0;
  std::size_t group = 0;
  Place place = {};
  Span span = {};
  std::uint64_t turn = 0;
  std::string speaker;
  std::string left;
  std::string node;
  std::string right;
  std::vector<std::string> left_tokens;  ///< form/type@begin-end
  std::vector<std::string> node_tokens;
  std::vector<std::string> right_tokens;

  bool operator==(const ReferenceLine&) const = default;
};

std::ostream& operator<<(std::ostream& out, const ReferenceLine& line);

std::vector<ReferenceLine> concordance(std::span<const Part> parts, search::Paragraphs paragraphs,
                                       std::span<const search::Query> queries,
                                       const search::ConcordanceOptions& options);

/// The same by search::Concordance.
std::vector<ReferenceLine> fast_concordance(std::span<const Part> parts, search::Paragraphs paragraphs,
                                            std::span<const search::Query> queries,
                                            const search::ConcordanceOptions& options);

}  // namespace corpus::reference
