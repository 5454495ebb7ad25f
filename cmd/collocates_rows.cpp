// SPDX-License-Identifier: MIT
#include "cmd/collocates_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "cmd/collocates_columns.hpp"
#include "cmd/contains.hpp"
#include "cmd/result.hpp"
#include "cmd/row_stream.hpp"
#include "corpus/count/ranking.hpp"
#include "corpus/report/number.hpp"

namespace corpus::cmd {
namespace {

/// Rows that are worth a thread's while.
constexpr std::size_t rows_of_part = 4096;

/// Sorted rows are anywhere in memory, which is slower than to print one.
constexpr std::size_t rows_ahead = 16;

/// A number by which rows can be ordered; greater than all others where there is none.
double number_in(const report::Cell& cell, double sign) {
  if (const auto* count = std::get_if<std::uint64_t>(&cell)) return sign * static_cast<double>(*count);
  if (const auto* real = std::get_if<double>(&cell)) return sign * report::printed_value(*real);
  return std::numeric_limits<double>::infinity();
}

/// A row that is to find its place.
struct Keyed {
  double key = 0;
  std::uint64_t letters = 0;
  text::TypeId type = 0;
};

class Printer {
 public:
  Printer(const CollocatesOptions& options, const search::CollocateOptions& counted, const Inputs& inputs)
      : options_(options),
        window_(counted.window),
        threads_(inputs.threads()),
        columns_(collocate_columns(counted.window, counted.positions)),
        result_(options.output, plain(columns_), usual_columns(options, counted.window), inputs.group_column()) {
    const std::vector<std::string> usual = usual_columns(options, window_);
    for (const CollocateColumn& column : columns_) {
      const std::string& name = column.column.name;
      shown_.push_back(options.output.columns.empty() ? contains(usual, name) : asks_for(options.output, name));
    }
    const auto sorted_by = [&](const CollocateColumn& column) { return column.column.name == options.sort; };
    sort_by_ = &*std::find_if(columns_.begin(), columns_.end(), sorted_by);
  }

  void print(const std::string& group, const search::Collocates& counts) {
    std::vector<text::TypeId> rows;
    for (text::TypeId id = 0; id < counts.entries.size(); ++id) {
      const auto& entry = counts.entries[id];
      if (entry.inside >= options_.min_freq && entry.range >= options_.min_range) rows.push_back(id);
    }
    matching_ += rows.size();
    inside_ += counts.inside;
    nodes_ += counts.nodes;
    ++groups_;
    const stats::AssociationOptions association{.family = std::max<std::size_t>(rows.size(), 1)};
    sort(rows, counts, association);
    rows.resize(std::min<std::uint64_t>(rows.size(), options_.top.value_or(UINT64_MAX)));
    print_parts(result_, rows.size(), threads_, [&](Rows& part, std::size_t begin, std::size_t end) {
      part.group(group);
      std::vector<report::Cell> cells(columns_.size());
      for (std::size_t i = begin; i < end; ++i) {
        if (i + rows_ahead < rows.size()) {
          counts.types.prefetch(rows[i + rows_ahead]);
          __builtin_prefetch(&counts.entries[rows[i + rows_ahead]]);
        }
        const Collocate row = row_of(counts, rows[i], association);
        for (std::size_t j = 0; j < columns_.size(); ++j) {
          if (shown_[j]) cells[j] = columns_[j].value(row);
        }
        part.row(cells);
      }
    });
    printed_ += rows.size();
  }

  void finish(std::uint64_t documents) {
    const std::string last = groups_ == 1 ? counted(documents, "document") : counted(groups_, "group");
    result_.footer(fmt::format("{} of {} shown, {} in the windows of {}, {}", report::format_grouped(printed_),
                               counted(matching_, "collocate"), counted(inside_, "token"), counted(nodes_, "node"),
                               last));
    result_.finish();
  }

 private:
  static std::vector<report::Column> plain(const std::vector<CollocateColumn>& columns) {
    std::vector<report::Column> result;
    for (const CollocateColumn& column : columns) result.push_back(column.column);
    return result;
  }

  [[nodiscard]] Collocate row_of(const search::Collocates& counts, text::TypeId id,
                                 const stats::AssociationOptions& association) const {
    return {counts, id, contingency(counts, id, options_.table, window_), association};
  }

  /// What is not defined comes last, also where the order is turned round; rows that are equal stand by code point.
  void sort(std::vector<text::TypeId>& rows, const search::Collocates& counts,
            const stats::AssociationOptions& association) const {
    std::vector<Keyed> keyed(rows.size());
    const bool rising = (sort_by_->first == stats::Stronger::lower) != options_.reverse;
    do_in_stretches(rows.size(), rows_of_part, threads_, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        const Collocate row = row_of(counts, rows[i], association);
        keyed[i] = {number_in(sort_by_->value(row), rising ? 1 : -1), count::letters_of(counts.types[rows[i]]),
                    rows[i]};
      }
    });
    const bool turned = sort_by_ == columns_.data() && !rising;
    const auto before = [&](const Keyed& one, const Keyed& other) {
      if (one.key != other.key) return one.key < other.key;
      const Keyed& a = turned ? other : one;
      const Keyed& b = turned ? one : other;
      return a.letters != b.letters ? a.letters < b.letters : counts.types[a.type] < counts.types[b.type];
    };
    const std::uint64_t top = std::min<std::uint64_t>(keyed.size(), options_.top.value_or(UINT64_MAX));
    if (top < keyed.size() / 8) {
      std::partial_sort(keyed.begin(), keyed.begin() + static_cast<std::ptrdiff_t>(top), keyed.end(), before);
    } else {
      std::sort(keyed.begin(), keyed.end(), before);
    }
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const Keyed& row) { return row.type; });
  }

  const CollocatesOptions& options_;
  search::WindowSize window_;
  unsigned threads_;
  std::vector<CollocateColumn> columns_;
  std::vector<bool> shown_;  ///< by column
  const CollocateColumn* sort_by_ = nullptr;
  Result result_;

  std::uint64_t printed_ = 0;
  std::uint64_t matching_ = 0;
  std::uint64_t inside_ = 0;
  std::uint64_t nodes_ = 0;
  std::uint64_t groups_ = 0;
};

}  // namespace

void print_collocates(const FoundCollocates& found, const CollocatesOptions& options,
                      const search::CollocateOptions& counted, const Inputs& inputs) {
  Printer printer{options, counted, inputs};
  for (const auto& [name, counts] : found.groups) printer.print(name, counts);
  printer.finish(found.documents);
}

}  // namespace corpus::cmd
