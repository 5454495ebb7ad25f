// SPDX-License-Identifier: MIT
#include "corpus/count/counting_pool.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

namespace corpus::count {
namespace {

/// Lists by group.
class GroupLists {
 public:
  FrequencyCounter& of(std::size_t group, std::uint64_t document) {
    if (groups_.size() <= group) groups_.resize(group + 1);
    if (!groups_[group]) groups_[group] = std::make_unique<Group>();
    Group& found = *groups_[group];
    if (std::exchange(found.document, document) != document) found.counter.start_document();
    return found.counter;
  }

  void add(const text::Block& block, std::size_t group, std::uint64_t document, text::Tokenizer& tokenizer) {
    FrequencyCounter& counter = of(group, document);
    const std::size_t types_before = counter.types();
    tokenizer.start(block);
    for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) counter.add(batch);
    types_ += counter.types() - types_before;
  }

  /// Of all lists to which blocks were added.
  [[nodiscard]] std::size_t types() const { return types_; }

  /// Calls `use` with each group that was counted, and its list; what was counted is gone then.
  template <typename Use>
  void take(Use use) {
    for (std::size_t group = 0; group < groups_.size(); ++group) {
      if (groups_[group]) use(group, std::move(groups_[group]->counter).take());
      groups_[group].reset();
    }
    groups_.clear();
  }

 private:
  struct Group {
    FrequencyCounter counter;
    std::uint64_t document = 0;  ///< that had a part in it last
  };

  std::vector<std::unique_ptr<Group>> groups_;
  std::size_t types_ = 0;
};

}  // namespace

/// What a reader counts, and where what others count of its document comes home.
struct CountingPool::Home {
  Home(State& the_pool, const text::TokenizerOptions& rules) : pool(the_pool), tokenizer(rules) {}

  void take_in_long_lists();
  void take_in(const std::vector<std::unique_ptr<GroupLists>>& counted);
  void end_document();

  State& pool;
  text::Tokenizer tokenizer;
  GroupLists lists;
  std::uint64_t document = 0;  ///< at hand, from 1
  std::size_t document_bytes = 0;
  bool shared = false;  ///< others were given parts of it

  // Guarded by the pool's mutex.
  std::size_t unfinished = 0;                           ///< parts that wait or are being counted
  std::vector<std::unique_ptr<GroupLists>> guests;      ///< what others counted; those in use just now are not here …
  std::vector<std::unique_ptr<GroupLists>> long_lists;  ///< … nor those that have become long
  std::exception_ptr failure;                           ///< that somebody met
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
      token.lemma = token.upos = {};  // not copied
    }
    block.tokens = tokens;
  }

  Home* home = nullptr;
  std::size_t group = 0;
  text::Block block;
  std::string text;
  std::vector<text::GivenToken> tokens;
  std::string values;
};

struct CountingPool::State {
  State(const text::TokenizerOptions& the_rules, const CountingPoolOptions& the_options)
      : rules(the_rules), options(the_options) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { stop(); }

  bool offer(const text::Block& block, std::size_t group, Home& home);
  void await_helpers(Home& home);
  void stop();
  void help();
  std::unique_ptr<Job> take_job(const Home* home);
  void count(Job& job, GroupLists& lists, std::uint64_t document, text::Tokenizer& tokenizer);

  /// Blocks that may wait. While a reader counts one, helpers need some to go on with.
  [[nodiscard]] std::size_t most_waiting() const { return 4 * helpers.size() + 4; }

  text::TokenizerOptions rules;
  CountingPoolOptions options;
  std::mutex mutex;                 ///< guards what follows
  std::condition_variable work;     ///< for helpers: there is some
  std::condition_variable changed;  ///< for readers: a part was counted
  std::size_t readers = 0;
  std::deque<std::unique_ptr<Job>> queue;
  std::vector<std::unique_ptr<Job>> spare;
  std::vector<GroupLists> counted;  ///< by the readers that are done
  bool stopping = false;
  std::vector<std::thread> helpers;
};

/// Whether a helper will count the block.
bool CountingPool::State::offer(const text::Block& block, std::size_t group, Home& home) {
  std::unique_lock lock(mutex);
  if (home.failure) std::rethrow_exception(home.failure);
  if (readers + helpers.size() < options.threads) {
    try {
      helpers.emplace_back([this] { help(); });
    } catch (const std::system_error&) {
      options.threads = 1;  // the system grants no more
    }
  }
  if (helpers.empty() || queue.size() >= most_waiting()) return false;
  auto job = std::unique_ptr<Job>{};
  if (!spare.empty()) {
    job = std::move(spare.back());
    spare.pop_back();
  }
  lock.unlock();
  if (!job) job = std::make_unique<Job>();
  job->assign(block);
  job->group = group;
  job->home = &home;
  lock.lock();
  queue.push_back(std::move(job));
  ++home.unfinished;
  home.shared = true;
  lock.unlock();
  work.notify_one();
  return true;
}

/// The first that waits, or the first of that home; none where there is none.
std::unique_ptr<CountingPool::Job> CountingPool::State::take_job(const Home* home) {
  const auto found =
      std::find_if(queue.begin(), queue.end(), [&](const auto& job) { return home == nullptr || job->home == home; });
  if (found == queue.end()) return nullptr;
  auto job = std::move(*found);
  queue.erase(found);
  return job;
}

void CountingPool::State::count(Job& job, GroupLists& lists, std::uint64_t document, text::Tokenizer& tokenizer) {
  std::exception_ptr failure;
  try {
    lists.add(job.block, job.group, document, tokenizer);
  } catch (...) {
    failure = std::current_exception();
  }
  const std::lock_guard lock(mutex);
  if (failure) job.home->failure = failure;
}

void CountingPool::State::help() {
  text::Tokenizer tokenizer{rules};
  std::unique_lock lock(mutex);
  while (true) {
    work.wait(lock, [&] { return stopping || !queue.empty(); });
    if (stopping) return;
    auto job = take_job(nullptr);
    Home& home = *job->home;
    std::unique_ptr<GroupLists> guest;
    if (home.guests.empty()) {
      guest = std::make_unique<GroupLists>();
    } else {
      guest = std::move(home.guests.back());
      home.guests.pop_back();
    }
    lock.unlock();
    count(*job, *guest, 1, tokenizer);
    lock.lock();
    (guest->types() < options.guest_types ? home.guests : home.long_lists).push_back(std::move(guest));
    if (--home.unfinished == 0) changed.notify_all();
    spare.push_back(std::move(job));
  }
}

/// Returns when all parts of the document at hand are counted, of which the reader takes a share.
void CountingPool::State::await_helpers(Home& home) {
  std::unique_lock lock(mutex);
  while (auto job = take_job(&home)) {
    lock.unlock();
    count(*job, home.lists, home.document, home.tokenizer);
    lock.lock();
    --home.unfinished;
    spare.push_back(std::move(job));
  }
  changed.wait(lock, [&] { return home.unfinished == 0; });
}

void CountingPool::State::stop() {
  {
    const std::lock_guard lock(mutex);
    stopping = true;
  }
  work.notify_all();
  for (std::thread& helper : helpers) helper.join();
  helpers.clear();
}

/// Those of what others count that would take ever more memory.
void CountingPool::Home::take_in_long_lists() {
  if (!shared) return;
  std::unique_lock lock(pool.mutex);
  const auto counted = std::exchange(long_lists, {});
  lock.unlock();
  take_in(counted);
}

void CountingPool::Home::take_in(const std::vector<std::unique_ptr<GroupLists>>& counted) {
  for (const auto& guest : counted) {
    guest->take([&](std::size_t group, const FrequencyList& part) { lists.of(group, document).add_part(part); });
  }
}

/// Brings home what others counted.
void CountingPool::Home::end_document() {
  if (!shared) return;
  pool.await_helpers(*this);
  shared = false;
  take_in(std::exchange(long_lists, {}));
  take_in(std::exchange(guests, {}));
  if (failure) std::rethrow_exception(std::exchange(failure, nullptr));
}

CountingPool::CountingPool(const text::TokenizerOptions& rules, const CountingPoolOptions& options)
    : state_(std::make_unique<State>(rules, options)) {}

CountingPool::~CountingPool() = default;

std::vector<FrequencyList> CountingPool::take() && {
  state_->stop();
  std::vector<FrequencyList> sums;
  for (GroupLists& lists : state_->counted) {
    lists.take([&](std::size_t group, FrequencyList list) {
      if (sums.size() <= group) sums.resize(group + 1);
      if (sums[group].documents == 0) {
        sums[group] = std::move(list);
      } else {
        sums[group].add(list);
      }
    });
  }
  return sums;
}

CountingPool::Counter::Counter(CountingPool& pool) : home_(std::make_unique<Home>(*pool.state_, pool.state_->rules)) {
  const std::lock_guard lock(home_->pool.mutex);
  ++home_->pool.readers;
}

CountingPool::Counter::~Counter() {
  State& pool = home_->pool;
  pool.await_helpers(*home_);  // where the document was left in the middle
  const std::lock_guard lock(pool.mutex);
  --pool.readers;
  pool.counted.push_back(std::move(home_->lists));
}

void CountingPool::Counter::start_document() {
  ++home_->document;
  home_->document_bytes = 0;
}

void CountingPool::Counter::add_document(std::size_t group) { home_->lists.of(group, home_->document); }

void CountingPool::Counter::add(const text::Block& block, std::size_t group) {
  Home& home = *home_;
  home.document_bytes += block.text.size();
  home.take_in_long_lists();
  if (home.document_bytes > home.pool.options.home_bytes && home.pool.offer(block, group, home)) return;
  home.lists.add(block, group, home.document, home.tokenizer);
}

void CountingPool::Counter::end_document() { home_->end_document(); }

}  // namespace corpus::count
