// SPDX-License-Identifier: MIT
/// \file
/// The slow twin of search::CollocateCounter: what is counted together in one string, tokenized at once; from each node a
/// walk to both sides.
///
///     EXPECT_EQ(fast_collocates(parts, …), reference::collocates(parts, …));
#pragma once

#include <cstdint>
#include <map>
#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "corpus/search/collocates.hpp"
#include "reference/search/concordance.hpp"

namespace corpus::reference {

struct CollocateRow {
  std::uint64_t freq = 0;
  std::uint64_t in_nodes = 0;
  std::uint64_t inside = 0;
  std::uint64_t left = 0;
  std::uint64_t right = 0;
  std::uint64_t range = 0;
  std::vector<std::uint64_t> positions = {};  ///< none where they are counted together

  bool operator==(const CollocateRow&) const = default;
};

struct CollocateTable {
  std::map<std::string, CollocateRow> rows;
  std::uint64_t nodes = 0;
  std::uint64_t tokens = 0;
  std::uint64_t node_tokens = 0;
  std::uint64_t inside = 0;

  bool operator==(const CollocateTable&) const = default;
};

std::ostream& operator<<(std::ostream& out, const CollocateTable& table);

/// Of several documents, by group.
using Documents = std::span<const std::vector<Part>>;
std::vector<CollocateTable> collocates(Documents documents, search::Paragraphs paragraphs,
                                       std::span<const search::Query> queries, const search::CollocateOptions& options);

CollocateTable table_of(const search::Collocates& counts);

/// How search::CollocateCounter is put to work.
struct Labour {
  std::uint32_t room = std::uint32_t{1} << 31U;
  std::size_t guests = 0;  ///< counters that take turns at the parts of each document that stand alone
};

/// The same by search::CollocateCounter.
std::vector<CollocateTable> fast_collocates(Documents documents, search::Paragraphs paragraphs,
                                            std::span<const search::Query> queries,
                                            const search::CollocateOptions& options, const Labour& labour = {});

}  // namespace corpus::reference
