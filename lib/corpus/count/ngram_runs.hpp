// SPDX-License-Identifier: MIT
/// \file
/// N-grams with their counts, sorted: in runs, which are merged as they are read. Past a limit runs go to a file.
///
///     NgramRuns<NgramRow<1>> runs{listing, bytes, threads, file};
///     // on each thread
///     NgramRuns<NgramRow<1>>::Writer writer{runs};
///     writer.add(row);
///     writer.finish();
///     // when all have finished
///     while (const NgramRow<1>* row = runs.next()) …
///
/// Sorting is n log n in pieces that fit a cache, merging a few comparisons a row. A file of many runs is merged into
/// one, so that merging does not take more than `most_runs` buffers.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <mutex>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "corpus/count/ngram_key.hpp"
#include "corpus/count/ngrams.hpp"
#include "corpus/count/spill_file.hpp"

namespace corpus::count {

template <std::size_t words>
struct NgramRow {
  NgramKey<words> key;  ///< the words as the order wants them, aligned so that the first is uppermost
  std::uint64_t freq = 0;
  std::uint32_t range = 0;
  std::uint32_t fillers = 0;
};

/// With what is measured only where it is asked for.
template <std::size_t words>
struct SpreadNgramRow : NgramRow<words> {
  NgramSpread spread = {};
};

/// Whether a row comes before another.
class NgramRowOrder {
 public:
  explicit NgramRowOrder(NgramOrder order)
      : by_range_(order == NgramOrder::range), by_freq_(by_range_ || order == NgramOrder::frequency) {}

  template <typename Row>
  bool operator()(const Row& a, const Row& b) const {
    if (by_range_ && a.range != b.range) return a.range > b.range;
    if (by_freq_ && a.freq != b.freq) return a.freq > b.freq;
    return a.key < b.key;
  }

 private:
  bool by_range_;
  bool by_freq_;
};

/// A sorted run in memory, or in the file.
template <typename Row>
struct NgramRun {
  std::vector<Row> rows = {};
  std::uint64_t where = 0;  ///< in the file, if there are no rows here …
  std::uint64_t size = 0;   ///< … so many
};

/// Several runs as one.
template <typename Row>
class NgramMerger {
 public:
  NgramMerger(std::vector<NgramRun<Row>> runs, NgramRowOrder before, const SpillFile& file, std::size_t buffer_rows)
      : before_(before), file_(&file), buffer_rows_(std::max<std::size_t>(buffer_rows, 1)), runs_(std::move(runs)) {
    heads_.resize(runs_.size());
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      if (!runs_[i].rows.empty()) heads_[i] = {runs_[i].rows.data(), runs_[i].rows.data() + runs_[i].rows.size()};
      if (heads_[i].next != heads_[i].end || read_more(i)) heap_.push_back(i);
    }
    std::make_heap(heap_.begin(), heap_.end(), [this](std::size_t a, std::size_t b) { return after(a, b); });
  }

  /// Valid until the next call.
  const Row* next() {
    if (taken_) advance();
    taken_ = !heap_.empty();
    return taken_ ? heads_[heap_.front()].next : nullptr;
  }

 private:
  struct Head {
    const Row* next = nullptr;
    const Row* end = nullptr;
  };

  [[nodiscard]] bool after(std::size_t a, std::size_t b) const { return before_(*heads_[b].next, *heads_[a].next); }

  bool read_more(std::size_t i) {
    NgramRun<Row>& run = runs_[i];
    run.rows.resize(std::min<std::uint64_t>(run.size, buffer_rows_));
    if (run.rows.empty()) return false;
    file_->read(run.where, std::as_writable_bytes(std::span(run.rows)));
    run.where += run.rows.size() * sizeof(Row);
    run.size -= run.rows.size();
    heads_[i] = {run.rows.data(), run.rows.data() + run.rows.size()};
    return true;
  }

  /// The first run goes on, and sinks to where its next row belongs.
  void advance() {
    const std::size_t run = heap_.front();
    if (++heads_[run].next == heads_[run].end && !read_more(run)) {
      runs_[run].rows = {};
      heap_.front() = heap_.back();
      heap_.pop_back();
      if (heap_.empty()) return;
    }
    const std::size_t sinking = heap_.front();
    std::size_t at = 0;
    for (std::size_t child = 1; child < heap_.size(); child = 2 * at + 1) {
      if (child + 1 < heap_.size() && after(heap_[child], heap_[child + 1])) ++child;
      if (!after(sinking, heap_[child])) break;
      heap_[at] = heap_[child];
      at = child;
    }
    heap_[at] = sinking;
  }

  NgramRowOrder before_;
  const SpillFile* file_;
  std::size_t buffer_rows_;
  std::vector<NgramRun<Row>> runs_;
  std::vector<Head> heads_;
  std::vector<std::size_t> heap_;  ///< runs, the one with the first row on top
  bool taken_ = false;
};

template <typename Row>
class NgramRuns {
 public:
  NgramRuns(const NgramListing& listing, std::uint64_t limit, unsigned threads, SpillFile& file)
      : before_(listing.order),
        top_(listing.top),
        limit_(limit),
        run_rows_(std::clamp<std::uint64_t>(limit / (4 * threads), least_run, most_run) / sizeof(Row)),
        file_(&file) {}

  class Writer {
   public:
    explicit Writer(NgramRuns& runs) : runs_(runs) {}

    void add(const Row& row) {
      if (rows_.size() == runs_.run_rows_) finish();
      if (rows_.empty()) rows_.reserve(runs_.run_rows_);
      rows_.push_back(row);
    }
    void finish() {
      if (!rows_.empty()) runs_.take(std::move(rows_));
      rows_.clear();
    }

   private:
    NgramRuns& runs_;
    std::vector<Row> rows_;
  };

  /// Rows that were added.
  [[nodiscard]] std::uint64_t size() const { return size_; }

  /// The next of all, valid until the next call; nullptr at the end, or at the top's.
  const Row* next() {
    if (!merger_) {
      for (auto& runs : filed_) std::move(runs.begin(), runs.end(), std::back_inserter(memory_));
      const std::size_t rows = buffer_rows(memory_.size());
      merger_.emplace(std::move(memory_), before_, *file_, rows);
    }
    if (given_ == std::min(top_, size_)) return nullptr;
    ++given_;
    return merger_->next();
  }

 private:
  static constexpr std::uint64_t least_run = 4096;
  static constexpr std::uint64_t most_run = std::uint64_t{1} << 22;
  static constexpr std::size_t most_runs = 64;
  static constexpr std::size_t most_buffer = std::size_t{1} << 18;

  [[nodiscard]] std::size_t buffer_rows(std::size_t runs) const {
    return std::clamp<std::size_t>(limit_ / (runs + 1) / 4, least_run, most_buffer) / sizeof(Row);
  }

  void take(std::vector<Row> rows) {
    const std::size_t size = rows.size();
    if (top_ < size) {
      std::nth_element(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(top_), rows.end(), before_);
      rows.resize(top_);
      rows.shrink_to_fit();
    }
    std::sort(rows.begin(), rows.end(), before_);
    const std::lock_guard lock(mutex_);
    size_ += size;
    if (rows.empty()) return;
    const std::uint64_t bytes = rows.size() * sizeof(Row);
    if (in_memory_ + bytes > limit_ && !memory_.empty()) spill();
    in_memory_ += bytes;
    memory_.push_back({std::move(rows)});
  }

  /// Makes one run of all that are in memory.
  void spill() {
    in_memory_ = 0;
    add_filed(write_merged(std::exchange(memory_, {})), 0);
  }

  /// Many runs are merged into one, and many such into one again: each row is written once for each time the number of
  /// runs grows by that factor.
  void add_filed(NgramRun<Row> run, std::size_t level) {
    if (filed_.size() == level) filed_.emplace_back();
    filed_[level].push_back(std::move(run));
    if (filed_[level].size() == most_runs) add_filed(write_merged(std::exchange(filed_[level], {})), level + 1);
  }

  NgramRun<Row> write_merged(std::vector<NgramRun<Row>> runs) {
    const std::size_t rows = buffer_rows(runs.size());
    NgramMerger<Row> merger{std::move(runs), before_, *file_, rows};
    NgramRun<Row> run;
    std::vector<Row> buffer;
    const auto write = [&] {
      const std::uint64_t where = file_->append(std::as_bytes(std::span(buffer)));
      if (run.size == 0) run.where = where;
      run.size += buffer.size();
      buffer.clear();
    };
    while (const Row* row = merger.next()) {
      if (buffer.size() == rows) write();
      buffer.push_back(*row);
    }
    write();
    return run;
  }

  NgramRowOrder before_;
  std::uint64_t top_;
  std::uint64_t limit_;
  std::size_t run_rows_;
  SpillFile* file_;
  std::mutex mutex_;  ///< guards what follows
  std::uint64_t size_ = 0;
  std::uint64_t in_memory_ = 0;
  std::vector<NgramRun<Row>> memory_;
  std::vector<std::vector<NgramRun<Row>>> filed_;  ///< by how many times they were merged
  std::optional<NgramMerger<Row>> merger_;
  std::uint64_t given_ = 0;
};

}  // namespace corpus::count
