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
  report::Output output_;
  std::unique_ptr<report::Writer> writer_;
  bool grouped_;
  std::string_view group_cell_;
  std::vector<report::Cell> cells_;  ///< of a row, with its group
};

/// Whether --columns asks for `name`.
bool asks_for(const OutputArguments& arguments, std::string_view name);

}  // namespace corpus::cmd
