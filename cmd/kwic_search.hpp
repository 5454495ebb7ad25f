// SPDX-License-Identifier: MIT
/// \file
/// The hits of queries in a command's inputs, handed one by one to a view, which says when it has seen enough.
///
///     const Found found = find_hits(inputs, queries, search_options, view);
///     view.finish(found);
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "cmd/inputs.hpp"
#include "corpus/search/concordance.hpp"

namespace corpus::cmd {

/// What of a hit a view looks at: less costs less.
struct HitNeeds {
  search::LineParts parts = search::LineParts::nothing;
  search::Context context = {.size = 0, .unit = search::ContextUnit::characters};
  std::uint32_t neighbours = 0;
  search::Shortcut shortcut = search::Shortcut::used;
};

struct Found {
  std::uint64_t hits = 0;       ///< that the view was shown
  std::uint64_t documents = 0;  ///< that were searched …
  std::uint64_t with_hits = 0;  ///< … and held one
};

class HitView {
 public:
  HitView() = default;
  HitView(const HitView&) = delete;
  HitView& operator=(const HitView&) = delete;
  virtual ~HitView() = default;

  [[nodiscard]] virtual HitNeeds needs() const { return {}; }

  virtual void start_document(const Document& /*document*/) {}
  /// The number that the group of this name has in lines. Asked with --by only, for each part of a document.
  virtual std::size_t group(const std::string& /*name*/) { return 0; }
  /// What it wants after this hit.
  virtual Wanted take(const Document& document, const search::Line& line) = 0;
  virtual void end_document(const Document& /*document*/) {}
  /// Hands what was printed to the reader: no hit may come for a while.
  virtual void flush() {}

  /// Of all that was searched; `tokens` by group, where Shortcut::unused was asked for.
  virtual void finish(const Found& found, std::span<const std::uint64_t> tokens) = 0;
  /// Trouble ended the search: rows that were printed as hits came end well, of others there are none.
  virtual void break_off() {}
};

struct SearchOptions {
  search::ConcordanceOptions concordance = {};
  std::optional<std::uint64_t> max_count = {};  ///< hits of a document
};

/// Reads the inputs, and finishes the view. Throws Error.
Found find_hits(Inputs& inputs, std::span<const search::Query> queries, const SearchOptions& options, HitView& view);

}  // namespace corpus::cmd
