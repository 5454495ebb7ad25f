// SPDX-License-Identifier: MIT
/// \file
/// One line of a concordance as a row.
///
///     LineTable table{options, inputs, queries};
///     table.print(table.row_of(document, line, group));
///     table.finish("20 of 5,203 hits shown");
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "cmd/inputs.hpp"
#include "cmd/kwic_options.hpp"
#include "cmd/kwic_search.hpp"
#include "cmd/result.hpp"
#include "corpus/search/concordance.hpp"

namespace corpus::cmd {

/// What is printed of a line. The views are somebody else's.
struct LineRow {
  // These stay as long as the table …
  std::string_view document = {};
  std::string_view group = {};
  std::string_view query = {};
  Place place = {};
  Span span = {};
  std::uint64_t turn = 0;
  // … and these until the next line.
  std::string_view speaker = {};
  std::string_view left = {};
  std::string_view node = {};
  std::string_view right = {};
  std::string_view left_tokens = {};  ///< JSON, where they are wanted
  std::string_view node_tokens = {};
  std::string_view right_tokens = {};
};

/// A row that is kept.
class HeldRow {
 public:
  HeldRow() = default;
  explicit HeldRow(const LineRow& row);

  [[nodiscard]] const LineRow& row() const { return row_; }

 private:
  LineRow row_;
  std::unique_ptr<char[]> text_;
};

class LineTable {
 public:
  LineTable(const KwicOptions& options, const Inputs& inputs, std::span<const search::Query> queries);

  /// What must be known of a line; `context` is what was asked for.
  [[nodiscard]] HitNeeds needs(search::Context context) const;
  /// Valid until the next.
  const LineRow& row_of(std::string_view document, const search::Line& line, std::string_view group);
  void print(const LineRow& row);
  void flush() { result_.flush(); }
  void finish(std::string_view footer);

  /// Whether the footer is seen.
  [[nodiscard]] bool has_footer() const { return has_footer_; }

 private:
  std::span<const search::Query> queries_;
  Result result_;
  bool has_footer_;
  bool wants_place_;
  bool wants_tokens_;
  bool wants_context_;
  LineRow row_;
  std::string place_;
  std::string left_tokens_;
  std::string node_tokens_;
  std::string right_tokens_;
};

}  // namespace corpus::cmd
