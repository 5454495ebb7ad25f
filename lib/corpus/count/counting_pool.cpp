// SPDX-License-Identifier: MIT
#include "corpus/count/counting_pool.hpp"

#include <mutex>
#include <utility>

namespace corpus::count {
namespace {

/// Lists by group.
class GroupLists {
 public:
  explicit GroupLists(const text::TokenizerOptions& rules) : tokenizer_(rules) {}

  void start_document() { ++document_; }

  /// The list of a group to which the document at hand belongs.
  FrequencyCounter& of(std::size_t group) {
    if (groups_.size() <= group) groups_.resize(group + 1);
    if (!groups_[group]) groups_[group] = std::make_unique<Group>();
    Group& found = *groups_[group];
    if (std::exchange(found.document, document_) != document_) found.counter.start_document();
    return found.counter;
  }

  void add(const text::Block& block, std::size_t group) {
    FrequencyCounter& counter = of(group);
    const std::size_t types_before = counter.types();
    tokenizer_.start(block);
    for (auto batch = tokenizer_.next(); !batch.empty(); batch = tokenizer_.next()) counter.add(batch);
    types_ += counter.types() - types_before;
  }

  /// Adds what others counted of the document at hand.
  void take_in(GroupLists& guest) {
    guest.take([&](std::size_t group, const FrequencyList& part) { of(group).add_part(part); });
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

  text::Tokenizer tokenizer_;
  std::uint64_t document_ = 1;
  std::vector<std::unique_ptr<Group>> groups_;
  std::size_t types_ = 0;
};

}  // namespace

struct CountingPool::State {
  State(const text::TokenizerOptions& the_rules, const CountingPoolOptions& options)
      : rules(the_rules), blocks([this] { return std::make_unique<GroupLists>(rules); }, options) {}

  text::TokenizerOptions rules;
  std::mutex mutex;                                  ///< guards what follows
  std::vector<std::unique_ptr<GroupLists>> counted;  ///< by the readers that are done
  text::BlockPool<GroupLists> blocks;
};

struct CountingPool::Counter::Home {
  explicit Home(State& the_pool)
      : pool(the_pool), lists(std::make_unique<GroupLists>(pool.rules)), reader(pool.blocks, *lists) {}

  State& pool;
  std::unique_ptr<GroupLists> lists;
  text::BlockPool<GroupLists>::Reader reader;
};

CountingPool::CountingPool(const text::TokenizerOptions& rules, const CountingPoolOptions& options)
    : state_(std::make_unique<State>(rules, options)) {}

CountingPool::~CountingPool() = default;

std::vector<FrequencyList> CountingPool::take() && {
  std::vector<FrequencyList> sums;
  for (const auto& lists : state_->counted) {
    lists->take([&](std::size_t group, FrequencyList list) {
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

CountingPool::Counter::Counter(CountingPool& pool) : home_(std::make_unique<Home>(*pool.state_)) {}

CountingPool::Counter::~Counter() {
  State& pool = home_->pool;
  auto lists = std::move(home_->lists);
  home_.reset();  // waits for others where the document was left in the middle
  const std::lock_guard lock(pool.mutex);
  pool.counted.push_back(std::move(lists));
}

void CountingPool::Counter::start_document() {
  home_->lists->start_document();
  home_->reader.start_document();
}

void CountingPool::Counter::add_document(std::size_t group) { home_->lists->of(group); }

void CountingPool::Counter::add(const text::Block& block, std::size_t group) {
  if (!home_->reader.give_away(block, group)) home_->lists->add(block, group);
}

void CountingPool::Counter::end_document() { home_->reader.end_document(); }

}  // namespace corpus::count
