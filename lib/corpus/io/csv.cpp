// SPDX-License-Identifier: MIT
#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/io/table_rows.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::io {
namespace {

/// How many lines end within a quoted cell.
std::uint64_t line_ends_in(std::string_view cell) {
  auto ends = static_cast<std::uint64_t>(std::count(cell.begin(), cell.end(), '\n'));
  for (std::size_t at = cell.find('\r'); at != std::string_view::npos; at = cell.find('\r', at + 1)) {
    if (at + 1 == cell.size() || cell[at + 1] != '\n') ++ends;
  }
  return ends;
}

/// libcsv calls back, once for each cell and once for each line end outside quotes; rows are kept until they are asked
/// for. It does not tell where it is, so lines are counted from what it hands over.
class CsvRows final : public Rows {
 public:
  CsvRows(TableText text, const RowOptions& options) : text_(std::move(text)), longest_(options.longest_record) {
    csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
    csv_set_delim(&parser_, static_cast<unsigned char>(options.delimiter));
    csv_set_space_func(&parser_, [](unsigned char) { return 0; });  // white space is part of a cell
    csv_set_blk_size(&parser_, std::size_t{1} << 16);
  }
  CsvRows(const CsvRows&) = delete;
  CsvRows& operator=(const CsvRows&) = delete;
  ~CsvRows() override { csv_free(&parser_); }

  std::optional<Row> next() override {
    while (rows_.empty()) {
      if (problem_) throw Error{*problem_};
      if (ended_) return std::nullopt;
      parse_more();
    }
    Row row = std::move(rows_.front());
    rows_.pop_front();
    return row;
  }

 private:
  // An exception must not pass through C: what throws here, for want of memory, ends the program.
  static void add_cell(void* bytes, std::size_t size, void* self) noexcept {
    static_cast<CsvRows*>(self)->add(std::string(static_cast<const char*>(bytes), size));
  }
  static void end_line(int end, void* self) noexcept { static_cast<CsvRows*>(self)->end_line(end); }

  void parse_more() {
    const auto piece = text_.next();
    if (!piece) return finish();
    const std::size_t parsed = csv_parse(&parser_, piece->data(), piece->size(), add_cell, end_line, this);
    if (parsed < piece->size()) return fail(*piece, parsed);
    if (row_size_ + parser_.entry_pos > longest_) {
      problem_ = {text_.name(), row_line(), 0, fmt::format("a row of over {} bytes", longest_),
                  fmt::format("is the quote on line {} closed?", line_)};
    }
  }

  void finish() {
    ended_ = true;
    if (csv_fini(&parser_, add_cell, end_line, this) == 0) return;
    problem_ = {text_.name(), line_, 0, fmt::format("the quote that begins cell {} is never closed", cell_number()),
                "a quote within quotes is written twice"};
  }

  void fail(std::string_view piece, std::size_t at) {
    if (csv_error(&parser_) != CSV_EPARSE) throw std::bad_alloc();
    const Place place = text_.place_after(piece.substr(0, at));
    std::string cause;
    if (parser_.quoted != 0) {
      const std::string_view character = piece.substr(at, unicode::decode(piece, at).length);
      cause = fmt::format("cell {}, whose quote opens on line {}, goes on with {} after a quote", cell_number(), line_,
                          character);
    } else {
      cause = fmt::format("a quote in the middle of cell {}, which does not begin with one", cell_number());
    }
    problem_ = {text_.name(), place.line, place.column, std::move(cause),
                "a cell with quotes in it stands in quotes, and has them twice; or one is missing before"};
  }

  void add(std::string cell) {
    if (row_.cells.empty()) row_.line = line_;
    line_ += line_ends_in(cell);
    row_size_ += cell.size();
    after_return_ = false;
    row_.cells.push_back(std::move(cell));
  }

  void end_line(int end) {
    if (!row_.cells.empty()) rows_.push_back(std::exchange(row_, {}));
    row_size_ = 0;
    // The LF of CR LF is reported as one more line.
    if (end != '\n' || !after_return_) ++line_;
    after_return_ = end == '\r';
  }

  [[nodiscard]] std::uint64_t row_line() const { return row_.cells.empty() ? line_ : row_.line; }
  [[nodiscard]] std::size_t cell_number() const { return row_.cells.size() + 1; }

  TableText text_;
  std::size_t longest_;
  csv_parser parser_ = {};
  std::deque<Row> rows_;
  Row row_;                    ///< which is not yet whole
  std::size_t row_size_ = 0;   ///< of its cells, in bytes
  std::uint64_t line_ = 1;     ///< on which the next cell begins
  bool after_return_ = false;  ///< a line has just ended with CR
  bool ended_ = false;
  std::optional<Problem> problem_;  ///< stands after `rows_`
};

}  // namespace

std::unique_ptr<Rows> open_csv(TableText text, const RowOptions& options) {
  return std::make_unique<CsvRows>(std::move(text), options);
}

}  // namespace corpus::io
