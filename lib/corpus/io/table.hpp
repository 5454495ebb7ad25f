// SPDX-License-Identifier: MIT
/// \file
/// Tables as inputs: CSV, TSV and JSON Lines, a document for each record.
///
///     const auto table = io::open_table("debates.csv", std::move(bytes), {.text_field = "Text"});
///     while (auto document = table->next()) read(*document);   // debates.csv!1, debates.csv!2 …
///
/// The text of a document is the value of the text field, after quotes and escapes are resolved, in UTF-8 whatever the
/// encoding of the table is: spans, lines and columns count inside that value. The other fields are the metadata, in
/// the order of the table, the id field among them. What the formats are, table_records.hpp says.
///
/// One pass. Memory: a record, at most `longest_record`, and with an id field all ids: two records may not have one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "corpus/document.hpp"
#include "corpus/unicode/decode.hpp"

namespace corpus::io {

enum class TableFormat : std::uint8_t { automatic, csv, tsv, jsonl };

struct TableOptions {
  std::string text_field;
  std::optional<std::string> id_field = std::nullopt;  ///< names the documents; else the record's number does, from 1
  TableFormat format = TableFormat::automatic;
  std::string encoding = {};  ///< of the file; none: UTF-8, or what a byte order mark says
  unicode::OnInvalid invalid = unicode::OnInvalid::stop;
  std::size_t longest_record = std::size_t{1} << 30;  ///< in bytes; a quote that is not closed must not fill the memory
};

class DocumentStream;

/// `name` is the file's. Throws Error, now or as records are read: a field that is not there, a quote that is not
/// closed, a row with too few or too many fields, a line that is no JSON object, an empty id, two records with one id,
/// a table without records; each names the file and the line on which the record begins, and the record in words.
/// What stands before the error is given first.
std::unique_ptr<DocumentStream> open_table(std::string name, std::unique_ptr<ByteSource> bytes,
                                           const TableOptions& options);

}  // namespace corpus::io
