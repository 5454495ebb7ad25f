// SPDX-License-Identifier: MIT
/// \file
/// Rows of `corpus dispersion`: a query or type, how often it is found, and the measures that are wanted.
///
///     const MeasureColumns columns{options, "query"};
///     Result result{options.output, columns.all(), columns.shown()};
///     result.row(columns.row(query.text(), positions, parts));
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/options.hpp"
#include "corpus/count/text_parts.hpp"
#include "corpus/report/writer.hpp"
#include "corpus/stats/dispersion_measures.hpp"

namespace corpus::cmd {

/// What --columns takes.
std::vector<std::string_view> dispersion_columns();

/// What --sort takes: `freq`, `type`, and the measures in their order.
std::vector<std::string_view> dispersion_orders();
inline constexpr std::size_t order_by_frequency = 0;
inline constexpr std::size_t orders_before_measures = 2;

/// Undefined where the measure is.
std::optional<double> measure(const stats::DispersionMeasure& measure, stats::Counts positions,
                              const count::TextParts& parts);

class MeasureColumns {
 public:
  /// `label` is the name of the first column.
  MeasureColumns(const OutputArguments& output, std::string_view label);

  [[nodiscard]] std::vector<report::Column> all() const;
  /// Where --columns does not say.
  [[nodiscard]] std::vector<std::string> shown() const;
  /// Valid as long as `label`.
  [[nodiscard]] std::vector<report::Cell> row(std::string_view label, stats::Counts positions,
                                              const count::TextParts& parts) const;

 private:
  std::string label_;
  bool table_;
  std::vector<bool> wanted_;  ///< by measure
};

}  // namespace corpus::cmd
