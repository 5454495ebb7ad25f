// SPDX-License-Identifier: MIT
/// \file
/// The columns of `corpus collocates`: what each says of a collocate, and which way rows are sorted by it.
///
///     const std::vector<CollocateColumn> columns = collocate_columns(options, window);
///     columns[i].value({counts, id, contingency(counts, id, options), {}})
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/collocates_options.hpp"
#include "corpus/report/writer.hpp"
#include "corpus/search/collocates.hpp"
#include "corpus/stats/association.hpp"

namespace corpus::cmd {

/// A row.
struct Collocate {
  const search::Collocates& counts;
  text::TypeId type = 0;
  stats::Contingency table = {};
  stats::AssociationOptions options = {};
};

struct CollocateColumn {
  report::Column column;
  stats::Stronger first = stats::Stronger::higher;  ///< which values come first where rows are sorted by it
  std::function<report::Cell(const Collocate&)> value = {};
};

/// What --columns takes, and --sort; places of windows as far as a line of `kwic` can be sorted by them.
std::vector<std::string_view> collocate_column_names();

/// In their order. The collocate is the first.
std::vector<CollocateColumn> collocate_columns(const search::WindowSize& window, search::Positions positions);

/// Those that are shown where --columns names none.
std::vector<std::string> usual_columns(const CollocatesOptions& options, const search::WindowSize& window);

/// Whether the column is a place of windows: `2R`.
bool is_place(std::string_view column);
/// Whether it is one of these windows.
bool holds_place(const search::WindowSize& window, std::string_view column);

stats::Contingency contingency(const search::Collocates& counts, text::TypeId type, TableKind kind,
                               const search::WindowSize& window);

}  // namespace corpus::cmd
