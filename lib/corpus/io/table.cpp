// SPDX-License-Identifier: MIT
#include "corpus/io/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/error.hpp"
#include "corpus/io/documents.hpp"
#include "corpus/io/string_source.hpp"
#include "corpus/io/table_records.hpp"

namespace corpus::io {
namespace {

std::string_view in_words(ValueKind kind) {
  switch (kind) {
    case ValueKind::text:
      return "a string";
    case ValueKind::number:
      return "a number";
    case ValueKind::boolean:
      return "a boolean";
    case ValueKind::array:
      return "an array";
    case ValueKind::null:
      return "null";
  }
  return "";
}

std::vector<std::string> names_of(const Record& record) {
  std::vector<std::string> names;
  for (const RecordField& field : record.fields) names.push_back(field.field.name);
  return names;
}

class TableDocuments final : public DocumentStream {
 public:
  TableDocuments(std::string name, std::unique_ptr<ByteSource> bytes, const TableOptions& options)
      : name_(std::move(name)), text_field_(options.text_field), id_field_(options.id_field) {
    RecordOptions how{.format = options.format,
                      .text = {options.encoding, options.invalid},
                      .likely = {text_field_},
                      .longest_record = options.longest_record};
    if (id_field_) how.likely.push_back(*id_field_);
    records_ = open_records(name_, std::move(bytes), how);
    if (records_->header() != nullptr) check_header(*records_->header());
  }

  std::optional<Document> next() override {
    auto record = records_->next();
    if (!record) {
      if (!any_) throw Error{{.file = name_, .cause = "the table has no records"}};
      return std::nullopt;
    }
    any_ = true;
    std::string text = take_text(*record);
    std::string id = id_field_ ? id_of(*record) : std::to_string(record->number);
    Document document{name_ + "!" + id, std::make_unique<StringSource>(std::move(text))};
    if (id_field_) keep_id(std::move(id), *record);
    for (RecordField& field : record->fields) {
      if (field.kind == ValueKind::null || field.field.name == text_field_) continue;
      document.metadata.push_back(std::move(field.field));
    }
    return document;
  }

 private:
  void check_header(const Header& header) const {
    const auto check = [&](const std::string& wanted) {
      if (std::find(header.names.begin(), header.names.end(), wanted) != header.names.end()) return;
      throw Error{{.file = name_,
                   .line = header.line,
                   .cause = fmt::format("the table has no field '{}'", wanted),
                   .hint = fields_hint(header.names, wanted)}};
    };
    check(text_field_);
    if (id_field_) check(*id_field_);
  }

  [[noreturn]] void refuse(const Record& record, const std::string& what, std::string hint = {}) const {
    throw Error{{.file = name_,
                 .line = record.line,
                 .cause = fmt::format("record {} {}", record.number, what),
                 .hint = std::move(hint)}};
  }

  RecordField& field_of(Record& record, const std::string& name) const {
    const auto found = std::find_if(record.fields.begin(), record.fields.end(),
                                    [&](const RecordField& field) { return field.field.name == name; });
    if (found != record.fields.end()) return *found;
    refuse(record, fmt::format("has no field '{}'", name), fields_hint(names_of(record), name));
  }

  /// Its field is left behind without a value.
  std::string take_text(Record& record) const {
    RecordField& field = field_of(record, text_field_);
    if (field.kind != ValueKind::text) {
      refuse(record, fmt::format("has {} for the text '{}', not a string", in_words(field.kind), text_field_));
    }
    // Only an escape in JSON can bring it here.
    if (field.field.value.find('\0') != std::string::npos) {
      refuse(record, fmt::format("has a NUL character in the text '{}'", text_field_));
    }
    if (id_field_ == text_field_) return field.field.value;
    return std::exchange(field.field.value, {});
  }

  std::string id_of(Record& record) const {
    const RecordField& field = field_of(record, *id_field_);
    if (field.kind != ValueKind::text && field.kind != ValueKind::number) {
      refuse(record, fmt::format("has {} for the id '{}'", in_words(field.kind), *id_field_));
    }
    if (field.field.value.empty()) refuse(record, fmt::format("has an empty id '{}'", *id_field_));
    return field.field.value;
  }

  void keep_id(std::string id, const Record& record) {
    const auto [first, fresh] = records_with_id_.try_emplace(std::move(id), record.number);
    if (!fresh) refuse(record, fmt::format("has the id '{}' of record {}", first->first, first->second));
  }

  std::string name_;
  std::string text_field_;
  std::optional<std::string> id_field_;
  std::unique_ptr<Records> records_;
  std::unordered_map<std::string, std::uint64_t> records_with_id_;
  bool any_ = false;
};

}  // namespace

std::unique_ptr<DocumentStream> open_table(std::string name, std::unique_ptr<ByteSource> bytes,
                                           const TableOptions& options) {
  return std::make_unique<TableDocuments>(std::move(name), std::move(bytes), options);
}

}  // namespace corpus::io
