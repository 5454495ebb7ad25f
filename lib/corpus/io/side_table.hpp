// SPDX-License-Identifier: MIT
/// \file
/// A side table: metadata in a file of its own, a row for each document.
///
///     io::SideTable table{"meta.csv", std::move(bytes)};
///     for (Document& document : documents) {
///       table.claim(document.name);
///       if (auto fields = table.fields_of(document.name)) …
///     }
///     if (const auto error = table.unmatched()) throw *error;
///
/// The table is CSV, TSV or JSON Lines (table_records.hpp). The field `doc`, or else the first one, names the document:
/// the row belongs to the document with this name, or whose name ends with it after a `/` or `!`. So `17.txt` and
/// `2020/17.txt` both mean `news/2020/17.txt`. A row stands for one document, and a document has one row or none.
///
/// Memory: the table, and the names of the documents. Time: a look-up for each `/` and `!` in a document's name. It serves one thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/error.hpp"
#include "corpus/io/table.hpp"
#include "corpus/unicode/decode.hpp"

namespace corpus::io {

struct SideTableOptions {
  TableFormat format = TableFormat::automatic;
  std::string encoding = {};  ///< none: UTF-8, or what a byte order mark says
  unicode::OnInvalid invalid = unicode::OnInvalid::stop;
};

class SideTable {
 public:
  /// Reads `bytes` to the end. Throws Error where the table is malformed or has no records, and where two rows name
  /// the same document.
  SideTable(std::string name, std::unique_ptr<ByteSource> bytes, const SideTableOptions& options = {});

  /// The fields of the document's row, but for the one that names it; nothing if it has no row. Throws Error where
  /// the document has two rows.
  [[nodiscard]] std::optional<Metadata> fields_of(std::string_view document) const;

  /// Notes that there is such a document. Throws Error where its row is that of another already, or it has two. The same
  /// document may be claimed again.
  void claim(std::string_view document);

  /// The error that there are rows that no document has claimed: the line of the first, and how many there are.
  [[nodiscard]] std::optional<Error> unmatched() const;

 private:
  struct RowOfDocument {
    std::string name;  ///< that it gives the document
    Metadata fields;
    std::uint64_t line = 0;
    std::optional<std::string> document = std::nullopt;  ///< whose row it is
  };
  /// So that a part of a name can be looked up as it stands.
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  [[nodiscard]] std::optional<std::size_t> find(std::string_view document) const;

  std::string name_;
  std::vector<RowOfDocument> rows_;
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> row_named_;
  std::optional<std::string> without_row_;  ///< the first document
};

}  // namespace corpus::io
