// SPDX-License-Identifier: MIT
#include "corpus/report/writer.hpp"

#include <stdexcept>
#include <utility>

#include "corpus/report/concordance.hpp"
#include "corpus/report/formats.hpp"
#include "corpus/report/number.hpp"
#include "corpus/report/safety.hpp"

namespace corpus::report {

Writer::Writer(std::vector<std::size_t> selection) : selection_(std::move(selection)), selected_(selection_.size()) {}

void Writer::row(std::span<const Cell> cells) {
  if (selection_.empty()) return write_row(cells);
  for (std::size_t at = 0; at < selection_.size(); ++at) selected_[at] = cells[selection_[at]];
  write_row(selected_);
}

std::unique_ptr<Writer> make_writer(Output& output, std::vector<Column> columns, WriterOptions options) {
  if (!options.selection.empty()) {
    std::vector<Column> selected;
    for (const std::size_t at : options.selection) selected.push_back(columns.at(at));
    columns = std::move(selected);
  }
  switch (options.format) {
    case Format::table:
      if (is_concordance(columns)) return make_concordance(output, std::move(columns), std::move(options));
      return make_table(output, std::move(columns), std::move(options));
    case Format::tsv:
    case Format::csv:
      return make_delimited(output, columns, std::move(options));
    case Format::jsonl:
      return make_jsonl(output, std::move(columns), std::move(options));
    case Format::markdown:
      return make_markdown(output, std::move(columns), std::move(options));
  }
  throw std::logic_error{"no such format"};
}

std::string readable(const Cell& cell, const Column& column) {
  if (const auto* text = std::get_if<std::string_view>(&cell)) return visible(*text);
  if (const auto* real = std::get_if<double>(&cell)) return format_fixed(*real, column.decimals);
  if (const auto* count = std::get_if<std::uint64_t>(&cell)) {
    if (column.kind == Kind::real) return format_fixed(static_cast<double>(*count), column.decimals);
    return column.kind == Kind::ordinal ? std::to_string(*count) : format_grouped(*count);
  }
  return {};
}

}  // namespace corpus::report
