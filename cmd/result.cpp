// SPDX-License-Identifier: MIT
#include "cmd/result.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "cmd/parse.hpp"
#include "corpus/report/terminal.hpp"

namespace corpus::cmd {
namespace {

report::Format format_of(OutputFormat format, bool terminal) {
  switch (format) {
    case OutputFormat::automatic:
      return terminal ? report::Format::table : report::Format::tsv;
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

bool colored(Color color, bool terminal) {
  if (color != Color::automatic) return color == Color::always;
  const char* const no_color = std::getenv("NO_COLOR");
  return terminal && (no_color == nullptr || *no_color == '\0');
}

std::vector<std::size_t> selection_of(const std::vector<std::string>& names,
                                      const std::vector<report::Column>& columns) {
  std::vector<std::size_t> selection;
  for (const std::string& name : names) {
    bool known = false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].name != name && name != "all") continue;
      known = true;
      // Once is enough: `freq,all` puts freq first, and a JSON object has no key twice.
      if (std::find(selection.begin(), selection.end(), i) == selection.end()) selection.push_back(i);
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
    : output_(STDOUT_FILENO, "standard output"), grouped_(group.has_value()) {
  std::vector<std::size_t> selection = selection_of(arguments.columns.empty() ? shown : arguments.columns, columns);
  if (group) {
    for (std::size_t& column : selection) ++column;
    selection.insert(selection.begin(), 0);
    columns.insert(columns.begin(), {group_column(*group, columns)});
  }
  const bool terminal = report::is_terminal(STDOUT_FILENO);
  report::WriterOptions options{.format = format_of(arguments.format, terminal),
                                .header = arguments.no_header ? report::Header::hidden : report::Header::shown,
                                .csv_safe = arguments.csv_safe ? report::CsvSafe::on : report::CsvSafe::off,
                                .target = terminal ? report::Target::terminal : report::Target::pipe,
                                .color = colored(arguments.color, terminal) ? report::Color::on : report::Color::off,
                                .terminal_width = terminal ? report::terminal_width(STDOUT_FILENO) : std::nullopt,
                                .selection = std::move(selection)};
  writer_ = report::make_writer(output_, std::move(columns), std::move(options));
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

bool asks_for(const OutputArguments& arguments, std::string_view name) {
  return std::any_of(arguments.columns.begin(), arguments.columns.end(),
                     [&](const std::string& column) { return column == name || column == "all"; });
}

}  // namespace corpus::cmd
