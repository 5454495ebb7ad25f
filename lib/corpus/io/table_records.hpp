// SPDX-License-Identifier: MIT
/// \file
/// Records of CSV, TSV and JSON Lines alike: fields with names, in the order of the file.
///
///     const auto records = open_records("a.csv", std::move(bytes), {.likely = {"text"}});
///     while (const auto record = records->next()) use(record->fields);
///
/// CSV and TSV (table_rows.hpp) begin with a header of names. CSV may be parted by commas, semicolons or tabs. A column
/// without a name is left out, and so are empty lines.
///
/// Each line of JSON Lines that is not blank is an object. Objects within it are flattened (`author.name`), numbers,
/// `true` and `false` keep their spelling, an array is its JSON text without white space between its tokens, and
/// `null` is a field without a value.
///
/// Told by content, JSON Lines begin with `{` (or `[`, which is then reported as the wrong JSON). Else the delimiter is
/// the one with which most of the likely names are in the header, or the one that gives most names: comma, tab,
/// semicolon, in this order. A header with tabs in which a cell begins with a quote is CSV parted by tabs, others with
/// tabs are TSV.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/io/table.hpp"
#include "corpus/io/table_text.hpp"

namespace corpus::io {

enum class ValueKind : std::uint8_t { text, number, boolean, array, null };

struct RecordField {
  Field field;
  ValueKind kind = ValueKind::text;
};

struct Record {
  std::vector<RecordField> fields;  ///< each name once
  std::uint64_t number = 0;         ///< from 1
  std::uint64_t line = 0;           ///< on which it begins, from 1
};

/// The names of the columns, which of them stand for nothing are empty.
struct Header {
  std::vector<std::string> names;
  std::uint64_t line = 0;
};

class Records {
 public:
  Records() = default;
  Records(const Records&) = delete;
  Records& operator=(const Records&) = delete;
  virtual ~Records() = default;

  /// The next record; nothing at the end. Throws Error where the table is malformed, when all before was given.
  virtual std::optional<Record> next() = 0;
  /// None for JSON Lines.
  [[nodiscard]] virtual const Header* header() const { return nullptr; }
};

struct RecordOptions {
  TableFormat format = TableFormat::automatic;
  TableTextOptions text = {};
  std::vector<std::string> likely = {};  ///< names that a header would hold
  std::size_t longest_record = std::size_t{1} << 30;
};

/// Throws Error where a header is malformed, holds a name twice, or is not there.
std::unique_ptr<Records> open_records(std::string name, std::unique_ptr<ByteSource> bytes,
                                      const RecordOptions& options);

/// How a message says which fields there are instead of one that is missing.
std::string fields_hint(const std::vector<std::string>& names, std::string_view wanted);

}  // namespace corpus::io
