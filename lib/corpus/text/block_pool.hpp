// SPDX-License-Identifier: MIT
/// \file
/// Blocks of long documents, counted by several threads.
///
///     BlockPool<WordCounter> pool{[&] { return std::make_unique<WordCounter>(rules); }, {.threads = 4}};
///     // on each of up to four threads that read documents:
///     WordCounter counter{rules};
///     BlockPool<WordCounter>::Reader reader{pool, counter};
///     for (each of its documents) {
///       reader.start_document();
///       while (auto block = parts.next()) {
///         if (!reader.give_away(*block, group)) counter.add(*block, group);
///       }
///       reader.end_document();   // now `counter` has taken in what others counted of the document
///     }
///
/// A document is at home with the thread that reads it, for a range counts documents. Where fewer threads read than may
/// work, others help with documents longer than `home_bytes`: they are given copies of blocks, as many as they can
/// take, and the reader counts what they cannot. What they counted is taken in at the document's home when it ends, or
/// when it has become long. So one file keeps all threads at work, and so do many.
///
/// A counter is made by `make` for each helper, and is one thread's at a time:
///     void add(const Block& block, std::size_t group);
///     void take_in(Counter& guest);              // what `guest` counted of the document at hand; it is not used again
///     std::size_t types() const;                 // how many it holds: what makes it long
///
/// Two locks for each block that is given away, and its copy. Memory: a few blocks, and the counters of the helpers.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "corpus/text/block_copy.hpp"

namespace corpus::text {

struct BlockPoolOptions {
  unsigned threads = 1;
  std::size_t home_bytes = std::size_t{1} << 20;  ///< of a document that its reader counts alone
  std::size_t guest_types = 80'000;               ///< after which a helper's counts go home: their tables stay in 6 MB
};

template <typename Counter>
class BlockPool {
 public:
  class Reader;

  BlockPool(std::function<std::unique_ptr<Counter>()> make, const BlockPoolOptions& options)
      : make_(std::move(make)), options_(options) {}
  BlockPool(const BlockPool&) = delete;
  BlockPool& operator=(const BlockPool&) = delete;
  ~BlockPool() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    work_.notify_all();
    for (std::thread& helper : helpers_) helper.join();
  }

 private:
  using Guests = std::vector<std::unique_ptr<Counter>>;

  struct Job {
    Reader* reader = nullptr;
    std::size_t group = 0;
    BlockCopy copy;
  };

  bool offer(const Block& block, std::size_t group, Reader& reader);
  void await_helpers(Reader& reader);
  void help();
  std::unique_ptr<Job> take_job(const Reader* reader);
  void count(Job& job, Counter& counter);

  /// Blocks that may wait. While a reader counts one, helpers need some to go on with.
  [[nodiscard]] std::size_t most_waiting() const { return 4 * helpers_.size() + 4; }

  std::function<std::unique_ptr<Counter>()> make_;
  BlockPoolOptions options_;
  std::mutex mutex_;                 ///< guards what follows
  std::condition_variable work_;     ///< for helpers: there is some
  std::condition_variable changed_;  ///< for readers: a part was counted
  std::size_t readers_ = 0;
  std::deque<std::unique_ptr<Job>> queue_;
  std::vector<std::unique_ptr<Job>> spare_;
  bool stopping_ = false;
  std::vector<std::thread> helpers_;
};

/// What one thread reads its documents with. Its end is a thread's that may help others from there on.
template <typename Counter>
class BlockPool<Counter>::Reader {
 public:
  /// Both must outlive it.
  Reader(BlockPool& pool, Counter& home) : pool_(pool), home_(home) {
    const std::lock_guard lock(pool_.mutex_);
    ++pool_.readers_;
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() {
    pool_.await_helpers(*this);  // where the document was left in the middle
    const std::lock_guard lock(pool_.mutex_);
    --pool_.readers_;
  }

  void start_document() { bytes_ = 0; }

  /// Whether a helper counts the block; if not, the reader has to. Throws what a helper has thrown.
  bool give_away(const Block& block, std::size_t group) {
    take_in_long_ones();
    bytes_ += block.text.size();
    return bytes_ > pool_.options_.home_bytes && pool_.offer(block, group, *this);
  }

  /// Returns when all that was given away is counted and at home. Throws what a helper has thrown.
  void end_document() {
    if (!shared_) return;
    pool_.await_helpers(*this);
    shared_ = false;
    take_in(std::exchange(long_guests_, {}));
    take_in(std::exchange(guests_, {}));
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
  }

 private:
  friend class BlockPool;

  /// Those that would take ever more memory.
  void take_in_long_ones() {
    if (!shared_) return;
    std::unique_lock lock(pool_.mutex_);
    const Guests guests = std::exchange(long_guests_, {});
    lock.unlock();
    take_in(guests);
  }

  void take_in(const Guests& guests) {
    for (const auto& guest : guests) home_.take_in(*guest);
  }

  BlockPool& pool_;
  Counter& home_;
  std::size_t bytes_ = 0;  ///< of the document that could have been given away
  bool shared_ = false;    ///< others were given parts of it

  // Guarded by the pool's mutex.
  std::size_t unfinished_ = 0;  ///< parts that wait or are being counted
  Guests guests_;               ///< with what others counted; those in use just now are not here …
  Guests long_guests_;          ///< … nor those that have become long
  std::exception_ptr failure_;  ///< that somebody met
};

/// Whether a helper will count the block.
template <typename Counter>
bool BlockPool<Counter>::offer(const Block& block, std::size_t group, Reader& reader) {
  std::unique_lock lock(mutex_);
  if (reader.failure_) std::rethrow_exception(reader.failure_);
  if (readers_ + helpers_.size() < options_.threads) {
    try {
      helpers_.emplace_back([this] { help(); });
    } catch (const std::system_error&) {
      options_.threads = 1;  // the system grants no more
    }
  }
  if (helpers_.empty() || queue_.size() >= most_waiting()) return false;
  auto job = std::unique_ptr<Job>{};
  if (!spare_.empty()) {
    job = std::move(spare_.back());
    spare_.pop_back();
  }
  lock.unlock();
  if (!job) job = std::make_unique<Job>();
  job->copy.assign(block);
  job->group = group;
  job->reader = &reader;
  lock.lock();
  queue_.push_back(std::move(job));
  ++reader.unfinished_;
  reader.shared_ = true;
  lock.unlock();
  work_.notify_one();
  return true;
}

/// The first that waits, or the first of that reader; none where there is none.
template <typename Counter>
std::unique_ptr<typename BlockPool<Counter>::Job> BlockPool<Counter>::take_job(const Reader* reader) {
  const auto found = std::find_if(queue_.begin(), queue_.end(),
                                  [&](const auto& job) { return reader == nullptr || job->reader == reader; });
  if (found == queue_.end()) return nullptr;
  auto job = std::move(*found);
  queue_.erase(found);
  return job;
}

template <typename Counter>
void BlockPool<Counter>::count(Job& job, Counter& counter) {
  std::exception_ptr failure;
  try {
    counter.add(job.copy.block(), job.group);
  } catch (...) {
    failure = std::current_exception();
  }
  const std::lock_guard lock(mutex_);
  if (failure) job.reader->failure_ = failure;
}

template <typename Counter>
void BlockPool<Counter>::help() {
  std::unique_lock lock(mutex_);
  while (true) {
    work_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
    if (stopping_) return;
    auto job = take_job(nullptr);
    Reader& reader = *job->reader;
    std::unique_ptr<Counter> guest;
    if (!reader.guests_.empty()) {
      guest = std::move(reader.guests_.back());
      reader.guests_.pop_back();
    }
    lock.unlock();
    if (!guest) guest = make_();
    count(*job, *guest);
    lock.lock();
    (guest->types() < options_.guest_types ? reader.guests_ : reader.long_guests_).push_back(std::move(guest));
    if (--reader.unfinished_ == 0) changed_.notify_all();
    spare_.push_back(std::move(job));
  }
}

/// Returns when all parts of the document at hand are counted, of which the reader takes a share.
template <typename Counter>
void BlockPool<Counter>::await_helpers(Reader& reader) {
  std::unique_lock lock(mutex_);
  while (auto job = take_job(&reader)) {
    lock.unlock();
    count(*job, reader.home_);
    lock.lock();
    --reader.unfinished_;
    spare_.push_back(std::move(job));
  }
  changed_.wait(lock, [&] { return reader.unfinished_ == 0; });
}

}  // namespace corpus::text
