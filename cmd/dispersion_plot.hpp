// SPDX-License-Identifier: MIT
/// \file
/// Where queries are found in each document, drawn: --plot and --svg of `corpus dispersion`.
#pragma once

#include <span>
#include <vector>

#include "cmd/dispersion_text.hpp"
#include "cmd/options.hpp"
#include "corpus/report/bar_code.hpp"
#include "corpus/search/query.hpp"

namespace corpus::cmd {

/// A bar for each query and document. Valid as long as both.
std::vector<report::BarCode> bar_codes(const FoundQueries& found, std::span<const search::Query> queries);

/// On standard output, as wide as the window, or 80 columns.
void print_bar_codes(std::span<const report::BarCode> bars, std::size_t queries, const OutputArguments& output);

}  // namespace corpus::cmd
