// SPDX-License-Identifier: MIT
/// \file
/// What is counted of hits in place of showing them.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string_view>

#include "cmd/inputs.hpp"
#include "cmd/kwic_options.hpp"
#include "cmd/kwic_search.hpp"
#include "corpus/search/query.hpp"

namespace corpus::cmd {

/// The columns beside those of lines, of all these views together.
inline constexpr std::array<std::string_view, 6> count_columns{"hits",  "tokens", "per_million",
                                                               "value", "share",  "range"};

// The arguments must outlive the views. All throw UsageError.

/// --count: a row for each document, printed when it ends.
std::unique_ptr<HitView> view_documents(const KwicOptions& options, std::span<const search::Query> queries);
/// --by: a row for each group.
std::unique_ptr<HitView> view_groups(const KwicOptions& options, const Inputs& inputs,
                                     std::span<const search::Query> queries);
/// --group-by: a row for each word that stands at a place of the hits.
std::unique_ptr<HitView> view_values(const KwicOptions& options, const Inputs& inputs,
                                     std::span<const search::Query> queries);
/// --files-with and --files-without: names of documents.
std::unique_ptr<HitView> view_files(const KwicOptions& options);
/// --quiet: nothing; whether there is a hit.
std::unique_ptr<HitView> view_nothing();

}  // namespace corpus::cmd
