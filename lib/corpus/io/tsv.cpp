// SPDX-License-Identifier: MIT
#include <utility>

#include "corpus/io/table_rows.hpp"

namespace corpus::io {
namespace {

/// What a backslash and this letter stand for, or 0: then they stand for themselves.
char unescaped(char letter) {
  switch (letter) {
    case 't':
      return '\t';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case '\\':
      return '\\';
    default:
      return 0;
  }
}

std::string cell_of(std::string_view field) {
  std::string cell;
  while (true) {
    const std::size_t backslash = field.find('\\');
    cell += field.substr(0, backslash);
    if (backslash == std::string_view::npos) return cell;
    const char meant = backslash + 1 < field.size() ? unescaped(field[backslash + 1]) : '\0';
    cell += meant != 0 ? meant : '\\';
    field.remove_prefix(backslash + (meant != 0 ? 2 : 1));
  }
}

class TsvRows final : public Rows {
 public:
  TsvRows(TableText text, const RowOptions& options) : lines_(std::move(text), options.longest_record) {}

  std::optional<Row> next() override {
    auto line = lines_.next();
    while (line && line->text.empty()) line = lines_.next();
    if (!line) return std::nullopt;
    Row row{{}, line->number};
    std::string_view rest = line->text;
    for (std::size_t tab = rest.find('\t'); tab != std::string_view::npos; tab = rest.find('\t')) {
      row.cells.push_back(cell_of(rest.substr(0, tab)));
      rest.remove_prefix(tab + 1);
    }
    row.cells.push_back(cell_of(rest));
    return row;
  }

 private:
  TableLines lines_;
};

}  // namespace

std::unique_ptr<Rows> open_tsv(TableText text, const RowOptions& options) {
  return std::make_unique<TsvRows>(std::move(text), options);
}

}  // namespace corpus::io
