// SPDX-License-Identifier: MIT
/// \file
/// The columns of `corpus keywords`, and how its rows are ordered and printed.
///
///     KeywordTable table{options, inputs.group_column()};
///     Figures figures{comparison, options, threads};
///     table.print(name, {contrast, comparison, in_order({contrast, comparison}, figures, options, threads)}, figures);
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/keywords_figures.hpp"
#include "cmd/keywords_options.hpp"
#include "cmd/keywords_order.hpp"
#include "cmd/result.hpp"
#include "corpus/count/contrast.hpp"

namespace corpus::cmd {

/// All names that --columns takes.
[[nodiscard]] std::span<const std::string_view> keyword_columns();

/// All names that --sort takes: measures, and p values of the tests over documents.
[[nodiscard]] std::span<const std::string_view> keyword_orders();

/// The place of a test over documents among `document_columns`; nothing for a measure.
[[nodiscard]] std::optional<std::size_t> document_column(std::string_view name);

/// What the rows of a group are made of.
struct KeywordSource {
  const count::Contrast& contrast;
  const KeywordComparison& comparison;
  const DocumentTests* tests;  ///< where the order or a column needs them
};

/// The group's keywords, chosen and in order.
[[nodiscard]] Keywords in_order(const KeywordSource& source, Figures& figures, const KeywordsOptions& options,
                                unsigned threads);

class KeywordTable {
 public:
  /// Throws UsageError where --columns names what is not to be had.
  KeywordTable(const KeywordsOptions& options, const std::optional<std::string>& group_column);

  void print(const std::string& group, const KeywordSource& source, const std::vector<Candidate>& keywords,
             Figures& figures, unsigned threads);
  void finish(const std::string& footer);

 private:
  [[nodiscard]] bool shows(std::string_view column) const;
  void fill(std::span<report::Cell> cells, const KeywordSource& source, const Candidate& keyword) const;

  std::vector<report::Column> columns_;
  std::vector<std::string> shown_;
  std::size_t family_ = 0;  ///< its column; the tests over documents follow
  std::array<bool, document_columns.size()> shown_tests_ = {};
  Result result_;
};

}  // namespace corpus::cmd
