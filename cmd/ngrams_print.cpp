// SPDX-License-Identifier: MIT
#include "cmd/ngrams_print.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "cmd/counts.hpp"
#include "cmd/in_order.hpp"
#include "cmd/remark.hpp"
#include "cmd/result.hpp"
#include "cmd/row_stream.hpp"
#include "cmd/temporary_folder.hpp"
#include "corpus/count/counts_file.hpp"
#include "corpus/report/output.hpp"

namespace corpus::cmd {
namespace {

/// Types are anywhere in memory, which is slower than to print a row.
constexpr std::size_t rows_ahead = 8;

std::uint64_t all_windows(const count::NgramList& list, const count::NgramRules& rules) {
  std::uint64_t windows = 0;
  for (unsigned n = rules.shortest; n <= rules.longest; ++n) windows += list.windows(n);
  return windows;
}

/// Batches of rows for threads that print them: read one after the other, in the order of their numbers.
class Batches {
 public:
  explicit Batches(OrderedNgrams& rows) : rows_(rows) {}

  void next(std::size_t number, NgramBatch& batch) {
    std::unique_lock lock(mutex_);
    turn_.wait(lock, [&] { return failed_ || number_ == number; });
    if (failed_) throw GivenUp{};
    try {
      rows_.next(batch);
    } catch (...) {
      failed_ = true;
      turn_.notify_all();
      throw;
    }
    ++number_;
    lock.unlock();
    turn_.notify_all();
  }

 private:
  OrderedNgrams& rows_;
  std::mutex mutex_;
  std::condition_variable turn_;
  std::size_t number_ = 0;
  bool failed_ = false;
};

/// What the rows of one group are filled with.
class GroupPrinter {
 public:
  GroupPrinter(const count::NgramCounts& counts, const count::NgramList& list, const NgramsOptions& options,
               const count::NgramRules& rules)
      : list_(list),
        rules_(rules),
        names_(counts.types()),
        slot_(counts.slot()),
        measures_(wanted_measures(options)),
        tokens_(static_cast<double>(list.tokens())),
        windows_(static_cast<double>(all_windows(list, rules))) {}

  void print(const NgramBatch& batch, Rows& rows) const {
    std::string text;
    std::vector<report::Cell> cells;
    for (std::size_t i = 0; i < batch.size(); ++i) {
      if (i + rows_ahead < batch.size()) prefetch(batch.types(i + rows_ahead));
      const count::Ngram ngram = batch.ngram(i);
      const count::Rank& rank = batch[i].rank;
      text.clear();
      append_text(text, ngram.types, names_);
      cells.assign({rank.rank, std::string_view(text), std::uint64_t{ngram.types.size()}, ngram.freq,
                    static_cast<double>(ngram.freq) * 1e6 / tokens_, ngram.range,
                    static_cast<double>(rank.cumulative) / windows_,
                    ngram.spread ? report::Cell{ngram.spread->arf} : report::Cell{},
                    ngram.spread ? report::Cell{ngram.spread->dp} : report::Cell{},
                    slot_ ? report::Cell{ngram.fillers} : report::Cell{}});
      for (const stats::AssociationMeasure* const measure : measures_) {
        cells.push_back(report::cell(measure_ngram(*measure, ngram, list_, rules_, slot_)));
      }
      rows.row(cells);
    }
  }

 private:
  void prefetch(std::span<const count::TypeId> types) const {
    for (const count::TypeId type : types) __builtin_prefetch(names_[type].data());
  }

  const count::NgramList& list_;
  count::NgramRules rules_;
  std::span<const std::string_view> names_;
  std::optional<count::TypeId> slot_;
  std::vector<const stats::AssociationMeasure*> measures_;
  double tokens_;
  double windows_;
};

/// Returns how many were printed.
std::uint64_t print_group(Result& result, const std::string& group, OrderedNgrams& rows, const GroupPrinter& printer,
                          unsigned threads) {
  constexpr std::size_t rows_worth_threads = 16384;
  std::uint64_t shown = 0;
  if (threads == 1 || rows.most() < rows_worth_threads || !result.has_parts()) {
    Rows all{result, Rows::Printed::at_once};
    all.group(group);
    NgramBatch batch;
    while (rows.next(batch)) {
      printer.print(batch, all);
      shown += batch.size();
    }
    return shown;
  }
  Batches batches{rows};
  do_in_order(rows.most() / rows_of_batch + 1, threads, [&] {
    auto part = std::make_shared<Rows>(result, Rows::Printed::apart);
    return [&, part, batch = NgramBatch{}](std::size_t number, Outlet& outlet) mutable {
      batches.next(number, batch);
      part->start(outlet);
      part->group(group);
      printer.print(batch, *part);
      part->flush();
      outlet.hand_in(0, [&shown, size = batch.size()] { shown += size; });
    };
  });
  return shown;
}

std::vector<report::Column> columns_of(const NgramsOptions& options) {
  using enum report::Kind;
  std::vector<report::Column> columns{
      {"rank", ordinal},        {"type"},          {"n", ordinal},          {"freq", count},
      {"per_million", real, 2}, {"range", count},  {"cumulative", real, 4}, {"arf", real, 2},
      {"dp", real, 3},          {"fillers", count}};
  for (const stats::AssociationMeasure* const measure : wanted_measures(options)) {
    columns.push_back({std::string(measure->name), real, measure->decimals});
  }
  return columns;
}

/// Says once that temporary files are in use.
class SpillRemark {
 public:
  explicit SpillRemark(const NgramsOptions& options) : told_(options.inputs.quiet) {}

  void tell(const count::NgramCounts& counts) {
    if (!counts.spilled() || std::exchange(told_, true)) return;
    remark(fmt::format("--memory is exceeded: counts are kept in temporary files in {}", temporary_folder()));
  }

 private:
  bool told_;
};

}  // namespace

void print_ngrams(CountedNgrams& counted, const NgramsOptions& options, const NgramOrdering& ordering,
                  const Inputs& inputs) {
  Result result{options.output, columns_of(options), usual_columns(options, ordering.rules), inputs.group_column()};
  SpillRemark spill{options};
  std::uint64_t shown = 0;
  ListSize size{.unit = "n-gram"};
  for (const auto& [name, number] : counted.groups) {
    OrderedNgrams rows{counted.counts, number, ordering};
    spill.tell(counted.counts);
    const GroupPrinter printer{counted.counts, rows.list(), options, ordering.rules};
    shown += print_group(result, name, rows, printer, inputs.threads());
    size.matching += rows.matching();
    size.tokens = rows.list().tokens();
    size.documents = rows.list().documents();
  }
  const std::size_t groups = counted.groups.size();
  result.footer(groups == 1 ? list_footer(shown, size) : groups_footer(shown, size.matching, groups));
  result.finish();
}

void print_ngram_counts(CountedNgrams& counted, const NgramsOptions& options, const NgramOrdering& ordering,
                        const std::string& rules) {
  NgramOrdering by_type = ordering;
  // Of those that --top leaves out, --sort decides which.
  if (!options.rows.top) {
    by_type.measure = nullptr;
    by_type.order = count::NgramOrder::type;
  }
  OrderedNgrams rows{counted.counts, counted.groups.begin()->second, by_type};
  SpillRemark{options}.tell(counted.counts);
  const count::NgramList& list = rows.list();
  report::Output output{STDOUT_FILENO, "standard output"};
  output.write(count::format_header({.tokens = list.tokens(),
                                     .documents = list.documents(),
                                     .rules = rules,
                                     .cut = cut_of(options),
                                     .windows = all_windows(list, ordering.rules)}));
  NgramBatch batch;
  std::string text;
  const auto print = [&](const NgramBatch& ngrams) {
    for (std::size_t i = 0; i < ngrams.size(); ++i) {
      text.clear();
      append_text(text, ngrams.types(i), counted.counts.types());
      write_counts_row(output, text, ngrams[i].freq, ngrams[i].range);
    }
  };
  if (options.rows.top) {
    NgramBatch all;
    while (rows.next(batch)) all.append(batch);
    all.sort_by_types();
    print(all);
  } else {
    while (rows.next(batch)) print(batch);
  }
  output.close();
}

}  // namespace corpus::cmd
