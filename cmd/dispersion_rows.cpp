// SPDX-License-Identifier: MIT
#include "cmd/dispersion_rows.hpp"

#include <array>
#include <optional>

#include "cmd/contains.hpp"
#include "cmd/result.hpp"

namespace corpus::cmd {
namespace {

using stats::DispersionMeasure;
using stats::Even;
using stats::Needs;

constexpr std::array<std::string_view, 12> usual_measures{
    "range", "dp", "dp_norm", "juilland_d", "carroll_d2", "rosengren_s", "d_kl", "da", "arf", "awt", "ald", "idf"};

/// Those that a window of 80 columns has room for.
constexpr std::array<std::string_view, 6> table_measures{"range", "dp", "dp_norm", "d_kl", "da", "arf"};

/// The number of parts stands beside the range, which is out of it.
constexpr std::string_view before_parts = "range";

/// What a word that is spread evenly has.
std::string_view value_if_even(Even even) {
  switch (even) {
    case Even::zero:
      return "0";
    case Even::one:
      return "1";
    case Even::frequency:
      return "freq";
    case Even::high:
      return "parts";
    case Even::low:
      break;
  }
  return "low";
}

}  // namespace

std::vector<std::string_view> dispersion_columns() {
  std::vector<std::string_view> names{"query", "type", "freq"};
  for (const DispersionMeasure& measure : stats::dispersion_measures()) {
    names.push_back(measure.name);
    if (measure.name == before_parts) names.emplace_back("parts");
  }
  return names;
}

std::vector<std::string_view> dispersion_orders() {
  std::vector<std::string_view> names{"freq", "type"};
  for (const DispersionMeasure& measure : stats::dispersion_measures()) names.push_back(measure.name);
  return names;
}

std::optional<double> measure(const DispersionMeasure& measure, stats::Counts positions,
                              const count::TextParts& parts) {
  stats::Spread spread{.parts = {}, .positions = positions, .tokens = parts.tokens()};
  if (measure.needs == Needs::positions) return measure.of(spread);
  const count::HoldingParts holding = parts.holding(positions);
  spread.parts = parts.hits(holding);
  return measure.of(spread);
}

MeasureColumns::MeasureColumns(const OutputArguments& output, std::string_view label)
    : label_(label), table_(format_of(output) == report::Format::table) {
  const std::vector<std::string> usual = shown();
  for (const DispersionMeasure& measure : stats::dispersion_measures()) {
    wanted_.push_back(output.columns.empty() ? contains(usual, measure.name) : asks_for(output, measure.name));
  }
}

std::vector<report::Column> MeasureColumns::all() const {
  std::vector<report::Column> columns{{.name = label_, .note = "even:"}, {"freq", report::Kind::count}};
  for (const DispersionMeasure& measure : stats::dispersion_measures()) {
    columns.push_back({.name = std::string(measure.name),
                       .kind = report::Kind::real,
                       .decimals = measure.decimals,
                       .note = std::string(value_if_even(measure.even))});
    if (measure.name == before_parts) columns.push_back({"parts", report::Kind::count});
  }
  return columns;
}

std::vector<std::string> MeasureColumns::shown() const {
  std::vector<std::string> names{label_, "freq"};
  for (const std::string_view name : usual_measures) {
    if (!table_ || contains(table_measures, name)) names.emplace_back(name);
    if (name == before_parts) names.emplace_back("parts");
  }
  return names;
}

std::vector<report::Cell> MeasureColumns::row(std::string_view label, stats::Counts positions,
                                              const count::TextParts& parts) const {
  const count::HoldingParts holding = parts.holding(positions);
  const stats::Spread spread{.parts = parts.hits(holding), .positions = positions, .tokens = parts.tokens()};
  std::vector<report::Cell> cells{label, std::uint64_t{positions.size()}};
  for (std::size_t i = 0; const DispersionMeasure& measure : stats::dispersion_measures()) {
    cells.push_back(wanted_[i++] ? report::cell(measure.of(spread)) : report::Cell{});
    if (measure.name == before_parts) cells.emplace_back(parts.parts());
  }
  return cells;
}

}  // namespace corpus::cmd
