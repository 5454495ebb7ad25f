// SPDX-License-Identifier: MIT
/// \file
/// Rows in, one of five formats out.
///
///     std::vector<report::Column> columns{{"type"}, {"freq", Kind::count}, {"per_million", Kind::real}};
///     auto writer = report::make_writer(output, columns, {.format = report::Format::table});
///     for (const auto& row : rows) writer->row({row.type, row.freq, row.per_million});
///     writer->footer("20 of 8,431 shown");
///     writer->finish();
///     output.close();
///
/// | format   | text                                                       | not defined |
/// |----------|------------------------------------------------------------|-------------|
/// | tsv      | tab, line feed, carriage return, backslash: `\t \n \r \\`  | empty       |
/// | csv      | RFC 4180 quotes, but lines end with LF alone; `""` is the  | empty       |
/// |          | empty text, as in PostgreSQL's COPY                        |             |
/// | jsonl    | an object a row; ill-formed UTF-8 becomes U+FFFD           | `null`      |
/// | markdown | a pipe table; what Markdown would read as markup gets a \  | empty       |
/// | table    | aligned for eyes, by the width that a terminal draws       | empty       |
///
/// The first three are for programs: reals as `format_real`, counts as digits, bytes as they are beside the escapes of
/// the format. On a terminal controls are made visible (safety.hpp); in JSON by `\u`, so that it remains the same text.
/// The last two are for people: fixed decimals, groups of three digits, controls visible wherever it goes.
///
/// A row costs no allocation in the formats for programs. A table holds its first 1,000 rows back to learn their
/// widths; a column that must be wider later grows from there on, so neither memory nor waiting grow with the rows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "corpus/report/output.hpp"

namespace corpus::report {

enum class Format { table, tsv, csv, jsonl, markdown };
enum class Header { shown, hidden };
enum class CsvSafe { off, on };
enum class Color { off, on };
enum class Target { pipe, terminal };

enum class Kind {
  text,
  place,  ///< text that tables cut at its beginning, for its end says most: `interview.txt:120`
  json,   ///< text that is JSON already, and goes into JSON Lines as it is: a nested value
  left,   ///< text of a concordance, as are …
  node,   ///< … (a table with a node is drawn as concordance.hpp says)
  right,
  count,    ///< a quantity: 8,431 where people read it
  ordinal,  ///< a line, a rank, an offset: never grouped, as it is to be looked up or copied
  real
};

struct Column {
  std::string name;
  Kind kind = Kind::text;
  int decimals = 2;       ///< of a real in the formats for people
  std::size_t width = 0;  ///< that it will take in a concordance, which does not wait for its rows; 0: unknown
  std::string note = {};  ///< how to read it: a second line of a table's header
};

/// The first alternative is "not defined"; so is a real that is not finite.
using Cell = std::variant<std::monostate, std::string_view, std::uint64_t, double>;

/// The cell of a value that may not be defined.
template <typename Value>
[[nodiscard]] Cell cell(const std::optional<Value>& value) {
  return value ? Cell{*value} : Cell{};
}

struct WriterOptions {
  Format format = Format::tsv;
  Header header = Header::shown;
  /// Text in CSV that a spreadsheet would run as a formula gets a leading apostrophe and quotation marks: text that
  /// starts with = + - @ (or their full-width forms), a tab, a line end or NUL. OWASP ASVS 5.0, 1.2.10, and OWASP's
  /// page "CSV Injection".
  CsvSafe csv_safe = CsvSafe::off;
  Target target = Target::pipe;
  Color color = Color::off;  ///< of tables
  /// Tables shorten text with … to fit, unless their numbers and headings alone are wider.
  std::optional<std::size_t> terminal_width = std::nullopt;
  /// Which columns, in which order; empty is all. Rows keep having a cell for every column.
  std::vector<std::size_t> selection = {};
};

class Writer {
 public:
  explicit Writer(std::vector<std::size_t> selection);
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  virtual ~Writer() = default;

  void row(std::span<const Cell> cells);
  void row(std::initializer_list<Cell> cells) { row(std::span<const Cell>{cells.begin(), cells.size()}); }

  /// A remark for people, printed below a table and nowhere else.
  virtual void footer(std::string_view /*text*/) {}

  /// After the last row. Does not flush the output.
  virtual void finish() {}

 protected:
  virtual void write_row(std::span<const Cell> cells) = 0;

 private:
  std::vector<std::size_t> selection_;
  std::vector<Cell> selected_;
};

/// Keeps a reference to `output`. The header line, if any, is written at once, or with the first rows of a table.
std::unique_ptr<Writer> make_writer(Output& output, std::vector<Column> columns, WriterOptions options);

/// Text as the table above has it for TSV, in a pipe: for files that are TSV with something before it.
void write_tsv_field(Output& output, std::string_view text);

}  // namespace corpus::report
