// SPDX-License-Identifier: MIT
/// \file
/// What the tests of the formats share.
#pragma once

#include <initializer_list>
#include <random>
#include <string>
#include <vector>

#include "capture.hpp"
#include "corpus/report/writer.hpp"

namespace corpus::report {

using Row = std::vector<Cell>;

/// What a writer makes of some rows.
inline std::string written(WriterOptions options, std::vector<Column> columns, std::initializer_list<Row> rows,
                           std::string_view footer = {}) {
  Capture capture;
  const auto writer = make_writer(capture.output(), std::move(columns), std::move(options));
  for (const Row& row : rows) writer->row(row);
  if (!footer.empty()) writer->footer(footer);
  writer->finish();
  return capture.text();
}

/// A frequency list that has a bit of everything.
inline std::vector<Column> example_columns() {
  return {{"type"}, {"freq", Kind::count}, {"line", Kind::ordinal}, {"per_million", Kind::real}};
}

inline Row example_row() { return {"snow", std::uint64_t{8431}, std::uint64_t{1200}, 2e6 / 3}; }
inline Row undefined_row() { return {Cell{}, Cell{}, Cell{}, Cell{}}; }

/// Short random text in which what formats escape is frequent.
inline std::string hostile_text(std::mt19937& random) {
  static const std::vector<std::string> pieces{
      "\t",   "\n",   "\r", "\\", "\"",     ",",          "'", "t", "n", "", "=", " ", std::string(1, '\0'),
      "\x1b", "\x7f", "é",  "雪", "\u202e", "👩‍🌾"};
  std::string text;
  for (unsigned left = random() % 8; left > 0; --left) text += pieces[random() % pieces.size()];
  return text;
}

}  // namespace corpus::report
