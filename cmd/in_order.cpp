// SPDX-License-Identifier: MIT
#include "cmd/in_order.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace corpus::cmd {
namespace {

/// Tasks begun that are not delivered: what is noted of each takes memory too.
constexpr std::size_t most_begun = 4096;

}  // namespace

class InOrder {
 public:
  explicit InOrder(std::size_t tasks) : end_(tasks) {}

  /// One thread's part; the exceptions of tasks are kept.
  void work(const std::function<DoTask()>& make) {
    try {
      const DoTask do_task = make();
      while (const auto number = begin()) finish(*number, try_task(do_task, *number));
    } catch (...) {
      const std::lock_guard lock(mutex_);
      fail(std::current_exception());
    }
  }

  void hand_in(std::size_t number, std::size_t bytes, Delivery delivery) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] {
      return given_up(number) || has_turn(number) || waiting_ + bytes <= most_waiting || slot(number).queue.empty();
    });
    if (given_up(number)) throw GivenUp{};
    if (has_turn(number)) {
      lock.unlock();
      return delivery();
    }
    waiting_ += bytes;
    slot(number).queue.push_back({bytes, std::move(delivery)});
  }

  void await_turn(std::size_t number) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return given_up(number) || has_turn(number); });
    if (given_up(number)) throw GivenUp{};
  }

  [[nodiscard]] bool given_up(std::size_t number) const { return number >= end_; }

  /// When no thread works any more: throws what ended it.
  void check() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  struct Waiting {
    std::size_t bytes = 0;
    Delivery delivery;
  };
  struct Slot {
    std::vector<Waiting> queue;
    bool done = false;
    std::exception_ptr failure;
  };

  /// The number of a task to be done; nothing where there is none left.
  std::optional<std::size_t> begin() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] {
      return given_up(next_) || slots_.empty() || (waiting_ < most_waiting && slots_.size() < most_begun);
    });
    if (given_up(next_)) return std::nullopt;
    slots_.emplace_back();
    return next_++;
  }

  std::exception_ptr try_task(const DoTask& do_task, std::size_t number) {
    try {
      Outlet outlet{*this, number};
      do_task(number, outlet);
    } catch (const GivenUp&) {
    } catch (...) {
      return std::current_exception();
    }
    return nullptr;
  }

  void finish(std::size_t number, std::exception_ptr failure) {
    std::unique_lock lock(mutex_);
    if (given_up(number)) return;
    if (failure) give_up_after(number);
    slot(number).failure = std::move(failure);
    slot(number).done = true;
    if (has_turn(number)) pass_turn(lock);
  }

  /// To the first task that is not done: delivers what those before it, and it, have handed in.
  void pass_turn(std::unique_lock<std::mutex>& lock) {
    passing_ = true;
    while (!slots_.empty() && !given_up(turn_)) {
      Slot& first = slots_.front();
      if (!first.queue.empty()) {
        deliver(std::exchange(first.queue, {}), lock);
      } else if (!first.done) {
        break;
      } else {
        if (first.failure) fail(first.failure);
        slots_.pop_front();
        ++turn_;
      }
    }
    passing_ = false;
    changed_.notify_all();
  }

  void deliver(std::vector<Waiting> queue, std::unique_lock<std::mutex>& lock) {
    lock.unlock();
    std::exception_ptr failure;
    try {
      for (const Waiting& waiting : queue) waiting.delivery();
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    for (const Waiting& waiting : queue) waiting_ -= waiting.bytes;
    if (failure) fail(std::move(failure));
    changed_.notify_all();
  }

  void give_up_after(std::size_t number) {
    end_ = std::min<std::size_t>(end_, number + 1);
    changed_.notify_all();
  }

  void fail(std::exception_ptr failure) {
    if (!failure_) failure_ = std::move(failure);
    end_ = 0;
    changed_.notify_all();
  }

  [[nodiscard]] bool has_turn(std::size_t number) const { return number == turn_ && !passing_; }
  Slot& slot(std::size_t number) { return slots_[number - turn_]; }

  std::mutex mutex_;  ///< guards what follows
  std::condition_variable changed_;
  std::atomic<std::size_t> end_;  ///< tasks from here on are not wanted
  std::size_t next_ = 0;          ///< to be begun
  std::size_t turn_ = 0;          ///< whose deliveries are done at once …
  bool passing_ = false;          ///< … but while the thread that had the turn before delivers what has waited
  std::deque<Slot> slots_;        ///< of the tasks `turn_` to `next_` - 1
  std::size_t waiting_ = 0;       ///< bytes in them
  std::exception_ptr failure_;
};

void Outlet::hand_in(std::size_t bytes, Delivery delivery) { order_.hand_in(number_, bytes, std::move(delivery)); }

void Outlet::await_turn() { order_.await_turn(number_); }

void Outlet::check() const {
  if (order_.given_up(number_)) throw GivenUp{};
}

void do_in_order(std::size_t tasks, unsigned threads, const std::function<DoTask()>& make) {
  InOrder order{tasks};
  const std::size_t most = std::min<std::size_t>(threads, tasks);
  std::vector<std::thread> others;
  others.reserve(most);
  try {
    while (others.size() + 1 < most) others.emplace_back([&] { order.work(make); });
  } catch (const std::system_error&) {
    // As many as the system grants.
  }
  order.work(make);
  for (std::thread& thread : others) thread.join();
  order.check();
}

void do_in_stretches(std::size_t count, std::size_t at_once, unsigned threads,
                     const std::function<void(std::size_t begin, std::size_t end)>& use) {
  do_in_order((count + at_once - 1) / at_once, threads, [&] {
    return
        [&](std::size_t number, Outlet& /*outlet*/) { use(number * at_once, std::min(count, (number + 1) * at_once)); };
  });
}

}  // namespace corpus::cmd
