// SPDX-License-Identifier: MIT
/// \file
/// The rows that a command prints on standard output, as the "Output" options want them.
///
///     Result result{options.output, {{"type"}, {"freq", report::Kind::count}}, {"type"}};
///     result.row({type, freq});
///     result.finish();
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/options.hpp"
#include "corpus/report/output.hpp"
#include "corpus/report/writer.hpp"

namespace corpus::cmd {

class Result {
 public:
  /// `columns` are all that the command fills; --columns selects among them, or else `shown` does. Where the rows fall
  /// into groups, `group` names the column of --by, which stands before them all and is always shown. Throws UsageError
  /// where --columns names another.
  Result(const OutputArguments& arguments, std::vector<report::Column> columns, const std::vector<std::string>& shown,
         const std::optional<std::string>& group = std::nullopt);

  /// The same rows printed apart, without a header: to `text`, which must outlive it.
  static Result part(const Result& whole, std::string& text) { return {whole, text}; }
  /// Whether rows can be printed apart; a table has to know them.
  [[nodiscard]] bool has_parts() const { return options_.format != report::Format::table; }
  /// Rows that were.
  void append(std::string_view text) { output_.write(text); }

  /// The rows from here on are of this group, which must outlive them.
  void group(std::string_view name) { group_cell_ = name; }

  void row(std::span<const report::Cell> cells);
  void row(std::initializer_list<report::Cell> cells) {
    row(std::span<const report::Cell>{cells.begin(), cells.size()});
  }

  /// A remark below a table.
  void footer(std::string_view text) { writer_->footer(text); }

  /// Hands what was printed so far to the reader, for output that is watched while it grows.
  void flush() { output_.flush(); }

  /// After the last row. Throws Error where the output could not be written to the end.
  void finish();

 private:
  Result(const Result& whole, std::string& text);

  report::Output output_;
  std::vector<report::Column> columns_;
  report::WriterOptions options_;
  std::unique_ptr<report::Writer> writer_;
  bool grouped_;
  std::string_view group_cell_;
  std::vector<report::Cell> cells_;  ///< of a row, with its group
};

/// What rows are printed as, which hangs on where standard output goes unless --format says it.
report::Format format_of(const OutputArguments& arguments);

/// Whether standard output is coloured, by --color and NO_COLOR.
report::Color color_of(const OutputArguments& arguments);

/// `1 token`, `1,234 tokens`: for footers.
std::string counted(std::uint64_t count, std::string_view unit);

/// Whether --columns asks for `name`.
bool asks_for(const OutputArguments& arguments, std::string_view name);

}  // namespace corpus::cmd
