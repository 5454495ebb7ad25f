// SPDX-License-Identifier: MIT
/// \file
/// What is known of documents beside what they hold: from their names (--path-fields), from a table (--metadata).
///
///     DocumentFields fields{arguments};
///     fields.add_to(document);
///     if (fields.has_table()) fields.claim(document.name);   // by one thread at a time
///     fields.check_claimed();                                // when all documents were read
#pragma once

#include <optional>
#include <string>

#include "cmd/options.hpp"
#include "corpus/document.hpp"
#include "corpus/io/path_fields.hpp"
#include "corpus/io/side_table.hpp"

namespace corpus::cmd {

class DocumentFields {
 public:
  /// Throws UsageError and Error. `arguments` must outlive it.
  explicit DocumentFields(const InputArguments& arguments);

  /// Throws Error where two sources contradict each other.
  void add_to(Document& document) const;

  [[nodiscard]] bool has_table() const { return table_.has_value(); }
  /// Where there is a table: notes that there is such a document. Throws Error as SideTable::claim does.
  void claim(const std::string& document) { table_->claim(document); }
  /// Throws Error where the table has rows that no document claimed.
  void check_claimed() const;

 private:
  const InputArguments& arguments_;
  std::optional<io::PathFields> path_fields_;
  std::optional<io::SideTable> table_;
};

}  // namespace corpus::cmd
