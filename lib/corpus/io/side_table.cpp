// SPDX-License-Identifier: MIT
#include "corpus/io/side_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "corpus/io/table_records.hpp"

namespace corpus::io {
namespace {

constexpr std::string_view id_field = "doc";

/// The field that names the document.
std::vector<RecordField>::iterator find_id(Record& record) {
  const auto found = std::find_if(record.fields.begin(), record.fields.end(),
                                  [](const RecordField& field) { return field.field.name == id_field; });
  return found != record.fields.end() ? found : record.fields.begin();
}

}  // namespace

SideTable::SideTable(std::string name, std::unique_ptr<ByteSource> bytes, const SideTableOptions& options)
    : name_(std::move(name)) {
  const auto records = open_records(
      name_, std::move(bytes),
      {.format = options.format, .text = {options.encoding, options.invalid}, .likely = {std::string(id_field)}});
  while (auto record = records->next()) {
    const auto id = find_id(*record);
    if (id == record->fields.end() || id->field.value.empty()) {
      throw Error{{.file = name_,
                   .line = record->line,
                   .cause = fmt::format("record {} does not say which document it is about", record->number)}};
    }
    const auto [same, fresh] = row_named_.try_emplace(id->field.value, rows_.size());
    if (!fresh) {
      throw Error{{.file = name_,
                   .line = record->line,
                   .cause = fmt::format("a second row for '{}', the first is on line {}", same->first,
                                        rows_[same->second].line)}};
    }
    RowOfDocument& row = rows_.emplace_back();
    row.name = std::move(id->field.value);
    row.line = record->line;
    record->fields.erase(id);
    for (RecordField& field : record->fields) {
      if (field.kind != ValueKind::null) row.fields.push_back(std::move(field.field));
    }
  }
  if (rows_.empty()) throw Error{{.file = name_, .cause = "the table has no records"}};
}

/// The number of its row.
std::optional<std::size_t> SideTable::find(std::string_view document) const {
  std::optional<std::size_t> found;
  for (std::size_t begin = 0; begin < document.size();) {
    if (const auto named = row_named_.find(document.substr(begin)); named != row_named_.end()) {
      if (found) {
        const auto [first, second] = std::minmax(rows_[*found].line, rows_[named->second].line);
        throw Error{{.file = name_,
                     .line = second,
                     .cause = fmt::format("a second row for {}, the first is on line {}", document, first)}};
      }
      found = named->second;
    }
    begin = std::min(document.find_first_of("/!", begin), document.size() - 1) + 1;
  }
  return found;
}

std::optional<Metadata> SideTable::fields_of(std::string_view document) const {
  const auto row = find(document);
  return row ? std::optional(rows_[*row].fields) : std::nullopt;
}

void SideTable::claim(std::string_view document) {
  const auto found = find(document);
  if (!found) {
    if (!without_row_) without_row_ = document;
    return;
  }
  RowOfDocument& row = rows_[*found];
  if (!row.document) row.document = document;
  if (*row.document == document) return;
  throw Error{{.file = name_,
               .line = row.line,
               .cause = fmt::format("a row for two documents, {} and {}", *row.document, document),
               .hint = "name the documents with more of their paths"}};
}

std::optional<Error> SideTable::unmatched() const {
  std::vector<const RowOfDocument*> rows;
  for (const RowOfDocument& row : rows_) {
    if (!row.document) rows.push_back(&row);
  }
  if (rows.empty()) return std::nullopt;
  std::string cause = fmt::format("a row for '{}', which is no document's name", rows.front()->name);
  if (rows.size() > 1) {
    constexpr std::size_t most = 5;
    cause += fmt::format("; {} rows are so, on the lines", rows.size());
    for (std::size_t i = 0; i < std::min(rows.size(), most); ++i) {
      cause += fmt::format("{} {}", i == 0 ? "" : ",", rows[i]->line);
    }
    if (rows.size() > most) cause += " …";
  }
  std::string hint;
  if (without_row_) hint = fmt::format("a document without a row is {}", *without_row_);
  return Error{{.file = name_, .line = rows.front()->line, .cause = std::move(cause), .hint = std::move(hint)}};
}

}  // namespace corpus::io
