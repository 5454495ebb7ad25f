// SPDX-License-Identifier: MIT
/// \file
/// What the files of the formats share. Private to this folder.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "corpus/report/writer.hpp"

namespace corpus::report {

/// The columns are those that are shown.
std::unique_ptr<Writer> make_delimited(Output& output, const std::vector<Column>& columns, WriterOptions options);
std::unique_ptr<Writer> make_jsonl(Output& output, std::vector<Column> columns, WriterOptions options);
std::unique_ptr<Writer> make_markdown(Output& output, std::vector<Column> columns, WriterOptions options);
std::unique_ptr<Writer> make_table(Output& output, std::vector<Column> columns, WriterOptions options);

/// Whether the cells of a column are text, not numbers.
constexpr bool is_text(Kind kind) noexcept {
  return kind != Kind::count && kind != Kind::ordinal && kind != Kind::real;
}

/// A cell as a person reads it, not yet aligned or escaped beyond `visible`.
std::string readable(const Cell& cell, const Column& column);

}  // namespace corpus::report
