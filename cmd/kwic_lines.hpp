// SPDX-License-Identifier: MIT
/// \file
/// The lines of a concordance: printed as they are found, or held to be sorted or drawn by lot.
///
///     auto view = view_lines(options, inputs, queries);
///     find_hits(inputs, queries, …, *view);
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

/// The columns of a line, in their order.
inline constexpr std::array<std::string_view, 15> line_columns{
    "place", "doc",   "line",  "column", "turn",        "speaker",     "query",       "left",
    "node",  "right", "begin", "end",    "left_tokens", "node_tokens", "right_tokens"};

/// The arguments must outlive the view. Throws UsageError.
std::unique_ptr<HitView> view_lines(const KwicOptions& options, const Inputs& inputs,
                                    std::span<const search::Query> queries);

}  // namespace corpus::cmd
