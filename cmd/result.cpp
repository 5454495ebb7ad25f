// SPDX-License-Identifier: MIT
#include "cmd/result.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "cmd/contains.hpp"
#include "cmd/parse.hpp"
#include "corpus/report/number.hpp"
#include "corpus/report/terminal.hpp"

namespace corpus::cmd {
namespace {

std::vector<std::size_t> selection_of(const std::vector<std::string>& names,
                                      const std::vector<report::Column>& columns) {
  std::vector<std::size_t> selection;
  for (const std::string& name : names) {
    bool known = false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].name != name && name != "all") continue;
      known = true;
      // Once is enough: `freq,all` puts freq first, and a JSON object has no key twice.
      if (!contains(selection, i)) selection.push_back(i);
    }
    if (!known) throw UsageError(fmt::format("--columns: there is no column {} here", name));
  }
  return selection;
}

/// The name of the column of --by: a field may be called as one of the command's own columns is.
std::string group_column(const std::string& group, const std::vector<report::Column>& columns) {
  const bool taken =
      std::any_of(columns.begin(), columns.end(), [&](const auto& column) { return column.name == group; });
  return taken ? "group_" + group : group;
}

}  // namespace

Result::Result(const OutputArguments& arguments, std::vector<report::Column> columns,
               const std::vector<std::string>& shown, const std::optional<std::string>& group)
    : output_(STDOUT_FILENO, "standard output"), columns_(std::move(columns)), grouped_(group.has_value()) {
  std::vector<std::size_t> selection = selection_of(arguments.columns.empty() ? shown : arguments.columns, columns_);
  if (group) {
    for (std::size_t& column : selection) ++column;
    selection.insert(selection.begin(), 0);
    columns_.insert(columns_.begin(), {group_column(*group, columns_)});
  }
  const bool terminal = report::is_terminal(STDOUT_FILENO);
  options_ = {.format = format_of(arguments),
              .header = arguments.no_header ? report::Header::hidden : report::Header::shown,
              .csv_safe = arguments.csv_safe ? report::CsvSafe::on : report::CsvSafe::off,
              .target = terminal ? report::Target::terminal : report::Target::pipe,
              .color = color_of(arguments),
              .terminal_width = terminal ? report::terminal_width(STDOUT_FILENO) : std::nullopt,
              .selection = std::move(selection)};
  writer_ = report::make_writer(output_, columns_, options_);
}

Result::Result(const Result& whole, std::string& text)
    : output_(report::Output::to_string(text)),
      columns_(whole.columns_),
      options_(whole.options_),
      grouped_(whole.grouped_) {
  options_.header = report::Header::hidden;
  writer_ = report::make_writer(output_, columns_, options_);
}

void Result::row(std::span<const report::Cell> cells) {
  if (!grouped_) return writer_->row(cells);
  cells_.assign({group_cell_});
  cells_.insert(cells_.end(), cells.begin(), cells.end());
  writer_->row(cells_);
}

void Result::finish() {
  writer_->finish();
  output_.close();
}

report::Format format_of(const OutputArguments& arguments) {
  switch (arguments.format) {
    case OutputFormat::automatic:
      return report::is_terminal(STDOUT_FILENO) ? report::Format::table : report::Format::tsv;
    case OutputFormat::table:
      return report::Format::table;
    case OutputFormat::csv:
      return report::Format::csv;
    case OutputFormat::jsonl:
      return report::Format::jsonl;
    case OutputFormat::markdown:
      return report::Format::markdown;
    case OutputFormat::tsv:
    case OutputFormat::counts:
    case OutputFormat::tei:
    case OutputFormat::chat:
      break;
  }
  return report::Format::tsv;
}

report::Color color_of(const OutputArguments& arguments) {
  bool colored = arguments.color == Color::always;
  if (arguments.color == Color::automatic) {
    const char* const no_color = std::getenv("NO_COLOR");
    colored = report::is_terminal(STDOUT_FILENO) && (no_color == nullptr || *no_color == '\0');
  }
  return colored ? report::Color::on : report::Color::off;
}

std::string counted(std::uint64_t count, std::string_view unit) {
  return fmt::format("{} {}{}", report::format_grouped(count), unit, count == 1 ? "" : "s");
}

bool asks_for(const OutputArguments& arguments, std::string_view name) {
  return std::any_of(arguments.columns.begin(), arguments.columns.end(),
                     [&](const std::string& column) { return column == name || column == "all"; });
}

}  // namespace corpus::cmd
