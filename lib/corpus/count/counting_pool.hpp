// SPDX-License-Identifier: MIT
/// \file
/// Frequency lists counted by several threads: one reads, the others tokenize and count.
///
///     CountingPool pool{rules, threads};
///     for (each document) {
///       pool.start_document();
///       while (auto block = reader.next()) pool.add(*block);
///     }
///     std::vector<FrequencyList> lists = std::move(pool).take();   // the same whatever `threads` is
///
/// A document belongs to one thread, for a range counts documents: it is at home there. Only where it is longer than
/// `home_bytes` the other threads count blocks of it too; when it ends, what they counted is added at its home. At the end
/// the threads' lists are added up. Ids of types depend on who counted what; everything else does not.
///
/// Threads start when there is work for them: a small input is counted by the caller. Memory: a list for each thread, and
/// up to `home_bytes` of text that waits for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "corpus/count/frequency_list.hpp"
#include "corpus/text/block.hpp"
#include "corpus/text/tokenizer.hpp"

namespace corpus::count {

struct CountingPoolOptions {
  unsigned threads = 1;
  std::size_t home_bytes = std::size_t{4} << 20;    ///< of a document that one thread counts alone
  std::size_t caller_bytes = std::size_t{1} << 20;  ///< that the caller counts before threads start
};

class CountingPool {
 public:
  CountingPool(const text::TokenizerOptions& rules, const CountingPoolOptions& options);
  CountingPool(const CountingPool&) = delete;
  CountingPool& operator=(const CountingPool&) = delete;
  ~CountingPool();

  /// Another document begins. It counts in no group before it has a part there, or `add_document` says so.
  void start_document();
  /// The document belongs to a group, whatever is in it: an empty document is one.
  void add_document(std::size_t group = 0);
  /// A part of the document at hand, which is copied where a thread is to count it. Throws what a thread has thrown.
  void add(const text::Block& block, std::size_t group = 0);

  /// A list for each group that was named, 0 to the greatest.
  std::vector<FrequencyList> take() &&;

 private:
  class Counter;
  struct Job;
  class Worker;

  void start_threads();
  void end_document();
  Worker& lightest();
  std::unique_ptr<Job> job_for(const text::Block& block, std::size_t group);

  text::TokenizerOptions rules_;
  CountingPoolOptions options_;
  std::unique_ptr<Counter> first_;                ///< the caller's, and then the first thread's
  std::vector<std::unique_ptr<Worker>> workers_;  ///< none before threads start
  Worker* home_ = nullptr;                        ///< of the document at hand
  std::uint64_t document_ = 0;                    ///< from 1
  std::size_t document_bytes_ = 0;
  bool shared_ = false;  ///< other threads count parts of it too
  std::size_t bytes_ = 0;
};

}  // namespace corpus::count
