// SPDX-License-Identifier: MIT
#include "corpus/io/table_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <tuple>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/io/json_lines.hpp"
#include "corpus/io/near_name.hpp"
#include "corpus/io/string_source.hpp"
#include "corpus/io/table_rows.hpp"

namespace corpus::io {
namespace {

/// How cells are told apart.
struct Dialect {
  TableFormat format;
  char delimiter;
};

std::unique_ptr<Rows> open_rows(Dialect dialect, TableText text, std::size_t longest_record) {
  const RowOptions options{dialect.delimiter, longest_record};
  return dialect.format == TableFormat::tsv ? open_tsv(std::move(text), options) : open_csv(std::move(text), options);
}

/// The cells of the first row of a table that begins so; none where they cannot be told.
std::vector<std::string> first_row(Dialect dialect, std::string_view front) {
  TableText text("", std::make_unique<StringSource>(std::string(front)), {.encoding = "UTF-8"});
  try {
    const auto row = open_rows(dialect, std::move(text), front.size())->next();
    return row ? row->cells : std::vector<std::string>{};
  } catch (const Error&) {
    return {};
  }
}

std::string_view first_line(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of("\r\n"), text.size());
  return text.substr(begin, text.find_first_of("\r\n", begin) - begin);
}

/// A cell that begins with a quote: then quotes mean something.
bool is_quoted(std::string_view line) { return line.starts_with('"') || line.find("\t\"") != std::string_view::npos; }

std::vector<Dialect> dialects(TableFormat format, std::string_view front) {
  constexpr Dialect tsv{TableFormat::tsv, '\t'};
  constexpr Dialect comma{TableFormat::csv, ','};
  constexpr Dialect semicolon{TableFormat::csv, ';'};
  constexpr Dialect tab{TableFormat::csv, '\t'};
  if (format == TableFormat::tsv) return {tsv};
  if (format == TableFormat::csv) return {comma, semicolon, tab};
  return {comma, is_quoted(first_line(front)) ? tab : tsv, semicolon};
}

Dialect best_dialect(std::string_view front, const RecordOptions& options) {
  const std::vector<Dialect> candidates = dialects(options.format, front);
  Dialect best = candidates.front();
  std::pair<std::ptrdiff_t, std::size_t> most{-1, 0};  // likely names, names
  for (const Dialect candidate : candidates) {
    const std::vector<std::string> names = first_row(candidate, front);
    const auto likely = std::count_if(options.likely.begin(), options.likely.end(), [&](const std::string& name) {
      return std::find(names.begin(), names.end(), name) != names.end();
    });
    if (const std::pair found{likely, names.size()}; found > most) {
      most = found;
      best = candidate;
    }
  }
  return best;
}

class RowRecords final : public Records {
 public:
  RowRecords(std::string name, std::unique_ptr<Rows> rows, TableFormat format)
      : name_(std::move(name)), rows_(std::move(rows)), format_(format) {
    auto first = rows_->next();
    if (!first) throw Error{{.file = name_, .cause = "the table is empty: it has no header"}};
    header_ = {std::move(first->cells), first->line};
    std::vector<std::string> names = header_.names;
    std::sort(names.begin(), names.end());
    for (auto at = names.begin(); (at = std::adjacent_find(at, names.end())) != names.end(); ++at) {
      if (at->empty()) continue;
      throw Error{{.file = name_, .line = header_.line, .cause = fmt::format("two columns are named '{}'", *at)}};
    }
  }

  std::optional<Record> next() override {
    auto row = rows_->next();
    if (!row) return std::nullopt;
    Record record{{}, ++number_, row->line};
    if (row->cells.size() != header_.names.size()) refuse(*row);
    record.fields.reserve(row->cells.size());
    for (std::size_t i = 0; i < row->cells.size(); ++i) {
      if (header_.names[i].empty()) continue;
      record.fields.push_back({{header_.names[i], std::move(row->cells[i])}, ValueKind::text});
    }
    return record;
  }

  [[nodiscard]] const Header* header() const override { return &header_; }

 private:
  [[noreturn]] void refuse(const Row& row) const {
    throw Error{{.file = name_,
                 .line = row.line,
                 .cause = fmt::format("record {} has {} field{}, the header has {}", number_, row.cells.size(),
                                      row.cells.size() == 1 ? "" : "s", header_.names.size()),
                 .hint = format_hint(row)}};
  }

  /// Another format that the table may be in.
  [[nodiscard]] std::string format_hint(const Row& row) const {
    const auto is_quoted = [](const std::string& cell) { return cell.starts_with('"'); };
    if (format_ == TableFormat::tsv && std::any_of(row.cells.begin(), row.cells.end(), is_quoted)) {
      return "quotes mean nothing in TSV; --table csv, if they should";
    }
    if (format_ == TableFormat::csv && header_.names.size() == 1) return "--table tsv, if it has one column";
    return {};
  }

  std::string name_;
  std::unique_ptr<Rows> rows_;
  TableFormat format_;
  Header header_;
  std::uint64_t number_ = 0;  ///< of the last record
};

}  // namespace

std::unique_ptr<Records> open_records(std::string name, std::unique_ptr<ByteSource> bytes,
                                      const RecordOptions& options) {
  TableText text(name, std::move(bytes), options.text);
  const std::string_view front = text.front();
  const std::size_t begin = std::min(front.find_first_not_of(" \t\r\n"), front.size());
  const bool json = front.substr(begin).starts_with('{') || front.substr(begin).starts_with('[');
  if (options.format == TableFormat::jsonl || (options.format == TableFormat::automatic && json)) {
    return open_json_lines(std::move(text), {options.text.invalid, options.longest_record});
  }
  const Dialect dialect = best_dialect(front, options);
  auto rows = open_rows(dialect, std::move(text), options.longest_record);
  return std::make_unique<RowRecords>(std::move(name), std::move(rows), dialect.format);
}

std::string fields_hint(const std::vector<std::string>& names, std::string_view wanted) {
  constexpr std::size_t most = 20;
  std::string hint;
  const std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
  const auto distance = [&](const std::string& name) { return edit_distance(wanted, name, limit); };
  const auto near = std::min_element(names.begin(), names.end(), [&](const std::string& a, const std::string& b) {
    return distance(a) < distance(b);
  });
  if (near != names.end() && distance(*near) <= limit) hint = fmt::format("did you mean '{}'? ", *near);
  hint += names.empty() ? "it has no fields" : "the fields are";
  for (std::size_t i = 0; i < std::min(names.size(), most); ++i) hint += (i == 0 ? " " : ", ") + names[i];
  if (names.size() > most) hint += fmt::format(" and {} more", names.size() - most);
  return hint;
}

}  // namespace corpus::io
