// SPDX-License-Identifier: MIT
#include "cmd/collocates_columns.hpp"

#include <fmt/format.h>

#include <array>

#include "cmd/contains.hpp"
#include "cmd/kwic_sort.hpp"

namespace corpus::cmd {
namespace {

using report::Cell;
using report::Kind;
using Entry = search::Collocates::Entry;

const Entry& entry(const Collocate& row) { return row.counts.entries[row.type]; }

struct PlainColumn {
  std::string_view name;
  Kind kind;
  Cell (*value)(const Collocate&);
};

// clang-format off
constexpr std::array<PlainColumn, 8> plain_columns{{
    {"collocate", Kind::text,  [](const Collocate& row) { return Cell{row.counts.types[row.type]}; }},
    {"o11",       Kind::count, [](const Collocate& row) { return Cell{row.table.o11}; }},
    {"e11",       Kind::real,  [](const Collocate& row) { return row.table.n == 0 ? Cell{} : Cell{row.table.expected()}; }},
    {"left",      Kind::count, [](const Collocate& row) { return Cell{entry(row).left}; }},
    {"right",     Kind::count, [](const Collocate& row) { return Cell{entry(row).right}; }},
    {"node_freq", Kind::count, [](const Collocate& row) { return Cell{row.counts.nodes}; }},
    {"freq",      Kind::count, [](const Collocate& row) { return Cell{entry(row).freq}; }},
    {"range",     Kind::count, [](const Collocate& row) { return Cell{entry(row).range}; }},
}};
constexpr std::array<PlainColumn, 3> margin_columns{{
    {"r1",        Kind::count, [](const Collocate& row) { return Cell{row.table.r1}; }},
    {"c1",        Kind::count, [](const Collocate& row) { return Cell{row.table.c1}; }},
    {"n",         Kind::count, [](const Collocate& row) { return Cell{row.table.n}; }},
}};
// clang-format on

std::vector<std::string> place_names(const search::WindowSize& window) {
  std::vector<std::string> names;
  for (std::uint32_t i = window.left; i > 0; --i) names.push_back(fmt::format("{}L", i));
  for (std::uint32_t i = 1; i <= window.right; ++i) names.push_back(fmt::format("{}R", i));
  return names;
}

CollocateColumn column_of(const PlainColumn& column) {
  return {.column = {.name = std::string(column.name), .kind = column.kind},
          .first = column.kind == Kind::text ? stats::Stronger::lower : stats::Stronger::higher,
          .value = column.value};
}

CollocateColumn column_of(const stats::AssociationMeasure& measure) {
  return {.column = {.name = std::string(measure.name), .kind = Kind::real, .decimals = measure.decimals},
          .first = measure.stronger,
          .value = [&measure](const Collocate& row) { return report::cell(measure.of_pair(row.table, row.options)); }};
}

}  // namespace

bool is_place(std::string_view column) { return !column.empty() && column.front() >= '0' && column.front() <= '9'; }

bool holds_place(const search::WindowSize& window, std::string_view column) {
  const std::vector<std::string> names = place_names(window);
  return contains(names, column);
}

std::vector<std::string_view> collocate_column_names() {
  std::vector<std::string_view> names;
  for (const PlainColumn& column : plain_columns) names.push_back(column.name);
  for (const PlainColumn& column : margin_columns) names.push_back(column.name);
  for (const stats::AssociationMeasure& measure : stats::association_measures()) names.push_back(measure.name);
  std::copy_if(sort_words.begin(), sort_words.end(), std::back_inserter(names), is_place);
  return names;
}

std::vector<CollocateColumn> collocate_columns(const search::WindowSize& window, search::Positions positions) {
  std::vector<CollocateColumn> columns;
  for (const PlainColumn& column : plain_columns) columns.push_back(column_of(column));
  if (positions == search::Positions::apart) {
    std::size_t place = 0;
    for (std::string& name : place_names(window)) {
      const auto count = [place, places = window.places()](const Collocate& row) {
        return Cell{row.counts.positions[row.type * places + place]};
      };
      columns.push_back({.column = {.name = std::move(name), .kind = Kind::count}, .value = count});
      ++place;
    }
  }
  for (const PlainColumn& column : margin_columns) columns.push_back(column_of(column));
  for (const stats::AssociationMeasure& measure : stats::association_measures()) columns.push_back(column_of(measure));
  return columns;
}

std::vector<std::string> usual_columns(const CollocatesOptions& options, const search::WindowSize& window) {
  std::vector<std::string> names;
  for (const PlainColumn& column : plain_columns) names.emplace_back(column.name);
  if (options.by_position) {
    for (std::string& name : place_names(window)) names.push_back(std::move(name));
  }
  for (const PlainColumn& column : margin_columns) {
    if (options.marginals) names.emplace_back(column.name);
  }
  for (const std::string& measure : options.measures) {
    if (measure != "all") {
      names.push_back(measure);
      continue;
    }
    for (const stats::AssociationMeasure& known : stats::association_measures()) names.emplace_back(known.name);
  }
  return names;
}

stats::Contingency contingency(const search::Collocates& counts, text::TypeId type, TableKind kind,
                               const search::WindowSize& window) {
  const Entry& entry = counts.entries[type];
  switch (kind) {
    case TableKind::exact:
      return {.o11 = entry.inside,
              .r1 = counts.inside,
              .c1 = entry.freq - entry.in_nodes,
              .n = counts.tokens - counts.node_tokens};
    case TableKind::span:
      return {.o11 = entry.inside, .r1 = window.places() * counts.nodes, .c1 = entry.freq, .n = counts.tokens};
    case TableKind::plain:
      return {.o11 = entry.inside, .r1 = counts.nodes, .c1 = entry.freq, .n = counts.tokens};
  }
  return {};
}

}  // namespace corpus::cmd
