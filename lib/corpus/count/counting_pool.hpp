// SPDX-License-Identifier: MIT
/// \file
/// Frequency lists counted by several threads.
///
///     CountingPool pool{rules, {.threads = 4}};
///     // on each of up to four threads that read documents:
///     CountingPool::Counter counter{pool};
///     for (each of its documents) {
///       counter.start_document();
///       while (auto block = reader.next()) counter.add(*block);
///       counter.end_document();
///     }
///     // when they are done:
///     std::vector<FrequencyList> lists = std::move(pool).take();   // the same whoever has read what
///
/// Long documents are shared out by blocks (text/block_pool.hpp): one file keeps all threads at work, and so do many.
///
/// Ids of types depend on who counted what; everything else does not. Memory: a list for each reader, one of some
/// `guest_types` types for each helper, and a few blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "corpus/count/frequency_list.hpp"
#include "corpus/text/block.hpp"
#include "corpus/text/block_pool.hpp"
#include "corpus/text/tokenizer.hpp"

namespace corpus::count {

using CountingPoolOptions = text::BlockPoolOptions;

class CountingPool {
 public:
  class Counter;

  CountingPool(const text::TokenizerOptions& rules, const CountingPoolOptions& options);
  CountingPool(const CountingPool&) = delete;
  CountingPool& operator=(const CountingPool&) = delete;
  ~CountingPool();

  /// A list for each group that was named, 0 to the greatest. All counters are gone by then.
  std::vector<FrequencyList> take() &&;

 private:
  struct State;

  std::unique_ptr<State> state_;
};

/// What one thread counts the documents with that it reads. Its end is a thread's that may help others from there on.
class CountingPool::Counter {
 public:
  /// The pool must outlive it.
  explicit Counter(CountingPool& pool);
  Counter(const Counter&) = delete;
  Counter& operator=(const Counter&) = delete;
  /// What was counted goes to the pool.
  ~Counter();

  /// Another document begins. It counts in no group before it has a part there, or `add_document` says so.
  void start_document();
  /// The document belongs to a group, whatever is in it: an empty document is one.
  void add_document(std::size_t group = 0);
  /// A part of the document at hand. Throws what a helper has thrown.
  void add(const text::Block& block, std::size_t group = 0);
  /// All parts were added. Throws what a helper has thrown.
  void end_document();

 private:
  struct Home;
  std::unique_ptr<Home> home_;
};

}  // namespace corpus::count
