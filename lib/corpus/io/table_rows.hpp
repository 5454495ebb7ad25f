// SPDX-License-Identifier: MIT
/// \file
/// Rows of CSV and TSV, as cells without names.
///
///     const auto rows = open_csv(std::move(text), {.delimiter = ';'});
///     while (const auto row = rows->next()) use(row->cells);
///
/// CSV is RFC 4180, strictly: white space belongs to a cell, a quote in a cell without quotes is an error. In TSV
/// quotes mean nothing, and `\t`, `\n`, `\r` and `\\` stand for what cannot be written. Lines end with LF, CR LF or CR,
/// empty ones are passed over. Memory: a piece of the table, and a row of at most `longest_record` bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/io/table_text.hpp"

namespace corpus::io {

struct Row {
  std::vector<std::string> cells;  ///< at least one
  std::uint64_t line = 0;          ///< on which it begins, from 1
};

class Rows {
 public:
  Rows() = default;
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  virtual ~Rows() = default;

  /// Nothing at the end. Throws Error where the table is malformed, when all rows before were given.
  virtual std::optional<Row> next() = 0;
};

struct RowOptions {
  char delimiter = ',';  ///< of CSV
  std::size_t longest_record = std::size_t{1} << 30;
};

std::unique_ptr<Rows> open_csv(TableText text, const RowOptions& options);
std::unique_ptr<Rows> open_tsv(TableText text, const RowOptions& options);

}  // namespace corpus::io
