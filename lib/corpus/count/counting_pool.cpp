// SPDX-License-Identifier: MIT
#include "corpus/count/counting_pool.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

namespace corpus::count {

/// Counts what one thread is given, in groups.
class CountingPool::Counter {
 public:
  explicit Counter(const text::TokenizerOptions& rules) : tokenizer_(rules) {}

  void add(const text::Block& block, std::size_t group, std::uint64_t document) {
    FrequencyCounter& counter = of(group, document);
    tokenizer_.start(block);
    for (auto batch = tokenizer_.next(); !batch.empty(); batch = tokenizer_.next()) counter.add(batch);
  }

  FrequencyCounter& of(std::size_t group, std::uint64_t document) {
    while (groups_.size() <= group) groups_.emplace_back();
    Group& found = groups_[group];
    if (found.document != document) found.counter.start_document();
    found.document = document;
    return found.counter;
  }

  /// What was counted so far, by group; from here on it counts anew.
  std::vector<FrequencyList> take() {
    std::vector<FrequencyList> lists;
    for (Group& group : groups_) lists.push_back(std::move(group.counter).take());
    groups_.clear();
    return lists;
  }

 private:
  struct Group {
    FrequencyCounter counter;
    std::uint64_t document = 0;  ///< that had a part in it last
  };

  text::Tokenizer tokenizer_;
  std::deque<Group> groups_;
};

/// A block with all that it points to.
struct CountingPool::Job {
  void assign(const text::Block& source) {
    text.assign(source.text);
    block = text::Block::of(text);
    block.pretokenized = source.pretokenized;
    tokens.assign(source.tokens.begin(), source.tokens.end());
    values.clear();
    for (const text::GivenToken& token : tokens) values += token.value;
    const char* value = values.data();
    for (text::GivenToken& token : tokens) {
      token.value = {value, token.value.size()};
      value += token.value.size();
    }
    block.tokens = tokens;
  }

  text::Block block;
  std::string text;
  std::vector<text::GivenToken> tokens;
  std::string values;
  std::size_t group = 0;
  std::uint64_t document = 0;
  bool at_home = true;  ///< or a guest's part of a document that has its home with another thread
};

/// A thread with its queue and its counts.
class CountingPool::Worker {
 public:
  Worker(std::unique_ptr<Counter> counter, const text::TokenizerOptions& rules)
      : home_(std::move(counter)), guest_(rules), thread_([this] { run(); }) {}
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }

  /// Waits while more than `limit` bytes are waiting.
  void push(std::unique_ptr<Job> job, std::size_t limit) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_ <= limit; });
    waiting_ += job->text.size();
    ++jobs_;
    queue_.push_back(std::move(job));
    changed_.notify_all();
  }

  /// A job that is done, to be used again.
  std::unique_ptr<Job> spare() {
    const std::lock_guard lock(mutex_);
    if (spare_.empty()) return std::make_unique<Job>();
    auto job = std::move(spare_.back());
    spare_.pop_back();
    return job;
  }

  std::size_t waiting() {
    const std::lock_guard lock(mutex_);
    return waiting_;
  }

  /// Returns when all is counted: its counts are then the caller's to use, until the next push. Throws what it threw.
  void wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return jobs_ == 0; });
    if (failure_) std::rethrow_exception(failure_);
  }

  Counter& home() { return *home_; }
  Counter& guest() { return guest_; }

 private:
  void run() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
      if (stopping_) return;
      auto job = std::move(queue_.front());
      queue_.pop_front();
      const bool failed = failure_ != nullptr;
      lock.unlock();
      const std::exception_ptr failure = failed ? nullptr : count(*job);
      lock.lock();
      if (failure) failure_ = failure;
      waiting_ -= job->text.size();
      --jobs_;
      spare_.push_back(std::move(job));
      changed_.notify_all();
    }
  }

  std::exception_ptr count(const Job& job) {
    try {
      (job.at_home ? *home_ : guest_).add(job.block, job.group, job.document);
      return nullptr;
    } catch (...) {
      return std::current_exception();
    }
  }

  std::unique_ptr<Counter> home_;
  Counter guest_;
  std::mutex mutex_;  ///< guards what follows
  std::condition_variable changed_;
  std::deque<std::unique_ptr<Job>> queue_;
  std::vector<std::unique_ptr<Job>> spare_;
  std::size_t jobs_ = 0;     ///< in the queue and in work …
  std::size_t waiting_ = 0;  ///< … and their bytes
  std::exception_ptr failure_;
  bool stopping_ = false;
  std::thread thread_;  ///< last, for it runs on all the others
};

CountingPool::CountingPool(const text::TokenizerOptions& rules, const CountingPoolOptions& options)
    : rules_(rules), options_(options), first_(std::make_unique<Counter>(rules)) {}

CountingPool::~CountingPool() = default;

void CountingPool::start_document() {
  end_document();
  ++document_;
  document_bytes_ = 0;
  if (workers_.empty() && options_.threads > 1 && bytes_ >= options_.caller_bytes) start_threads();
  if (!workers_.empty()) home_ = &lightest();
}

void CountingPool::add_document(std::size_t group) { add({}, group); }

void CountingPool::add(const text::Block& block, std::size_t group) {
  if (home_ == nullptr && options_.threads > 1 && bytes_ >= options_.caller_bytes) {
    start_threads();
    home_ = workers_.front().get();
  }
  bytes_ += block.text.size();
  document_bytes_ += block.text.size();
  if (home_ == nullptr) {
    first_->add(block, group, document_);
    return;
  }
  if (document_bytes_ > options_.home_bytes) shared_ = true;
  Worker& worker = shared_ ? lightest() : *home_;
  auto job = worker.spare();
  job->assign(block);
  job->group = group;
  job->document = document_;
  job->at_home = &worker == home_;
  worker.push(std::move(job), options_.home_bytes);
}

/// The first thread goes on where the caller left off: the document at hand is at home there.
void CountingPool::start_threads() {
  workers_.push_back(std::make_unique<Worker>(std::move(first_), rules_));
  while (workers_.size() < options_.threads) {
    workers_.push_back(std::make_unique<Worker>(std::make_unique<Counter>(rules_), rules_));
  }
}

CountingPool::Worker& CountingPool::lightest() {
  Worker* found = nullptr;
  std::size_t least = SIZE_MAX;
  for (const auto& worker : workers_) {
    const std::size_t waiting = worker->waiting();
    if (waiting < least) {
      least = waiting;
      found = worker.get();
    }
  }
  return *found;
}

/// Brings home what guests counted.
void CountingPool::end_document() {
  if (!shared_) return;
  shared_ = false;
  for (const auto& worker : workers_) worker->wait();
  for (const auto& worker : workers_) {
    const std::vector<FrequencyList> parts = worker->guest().take();
    for (std::size_t group = 0; group < parts.size(); ++group) {
      if (parts[group].tokens > 0) home_->home().of(group, document_).add_part(parts[group]);
    }
  }
}

std::vector<FrequencyList> CountingPool::take() && {
  end_document();
  if (workers_.empty()) return first_->take();
  std::vector<FrequencyList> lists;
  for (const auto& worker : workers_) {
    worker->wait();
    std::vector<FrequencyList> more = worker->home().take();
    if (lists.size() < more.size()) lists.resize(more.size());
    for (std::size_t group = 0; group < more.size(); ++group) {
      if (lists[group].documents == 0) {
        lists[group] = std::move(more[group]);
      } else {
        lists[group].add(more[group]);
      }
    }
  }
  return lists;
}

}  // namespace corpus::count
