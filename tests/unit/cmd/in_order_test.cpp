// SPDX-License-Identifier: MIT
#include "cmd/in_order.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "reference/dice.hpp"

namespace corpus::cmd {
namespace {

constexpr unsigned thread_counts[] = {1, 2, 3, 8};

/// What tasks hand in, each time so many bytes; a task may throw at its end.
struct Plan {
  std::vector<std::vector<std::size_t>> tasks;
  std::optional<std::size_t> failing = {};
};

struct Outcome {
  std::vector<std::string> delivered;
  std::string failure;

  bool operator==(const Outcome&) const = default;
};

std::string name_of(std::size_t task, std::size_t part) { return std::to_string(task) + '.' + std::to_string(part); }

Outcome run(const Plan& plan, unsigned threads) {
  Outcome outcome;
  const auto do_task = [&](std::size_t number, Outlet& outlet) {
    const auto& parts = plan.tasks[number];
    for (std::size_t part = 0; part < parts.size(); ++part) {
      if (parts[part] % 64 == 0) std::this_thread::yield();
      outlet.hand_in(parts[part], [&outcome, number, part] { outcome.delivered.push_back(name_of(number, part)); });
    }
    if (number == plan.failing) throw std::runtime_error(std::to_string(number));
  };
  try {
    do_in_order(plan.tasks.size(), threads, [&] { return do_task; });
  } catch (const std::runtime_error& error) {
    outcome.failure = error.what();
  }
  return outcome;
}

/// What comes of it in order, by definition.
Outcome expected(const Plan& plan) {
  Outcome outcome;
  for (std::size_t task = 0; task < plan.tasks.size(); ++task) {
    for (std::size_t part = 0; part < plan.tasks[task].size(); ++part) outcome.delivered.push_back(name_of(task, part));
    if (task != plan.failing) continue;
    outcome.failure = std::to_string(task);
    break;
  }
  return outcome;
}

Plan random_plan(reference::Dice& dice) {
  Plan plan;
  plan.tasks.resize(dice.below(200));
  // In some rounds much has to wait for its turn, in others hardly anything.
  const std::size_t most = dice.below(2) == 0 ? 100 : most_waiting;
  for (auto& task : plan.tasks) {
    for (std::uint64_t parts = dice.below(6); parts > 0; --parts) task.push_back(dice.below(most));
  }
  if (!plan.tasks.empty() && dice.below(3) == 0) plan.failing = dice.below(plan.tasks.size());
  return plan;
}

TEST(InOrder, EveryNumberOfThreadsDeliversTheSame) {
  reference::Dice dice{20221122};
  for (int round = 0; round < 200; ++round) {
    const Plan plan = random_plan(dice);
    for (const unsigned threads : thread_counts)
      EXPECT_EQ(run(plan, threads), expected(plan)) << round << ' ' << threads;
  }
}

TEST(InOrder, TheFirstOfSeveralFailuresIsThrown) {
  for (const unsigned threads : thread_counts) {
    for (int round = 0; round < 50; ++round) {
      std::vector<std::size_t> delivered;
      try {
        do_in_order(40, threads, [&] {
          return [&](std::size_t number, Outlet& outlet) {
            if (number == 7) std::this_thread::sleep_for(std::chrono::microseconds(200));
            outlet.hand_in(1, [&, number] { delivered.push_back(number); });
            if (number >= 7) throw std::runtime_error(std::to_string(number));
          };
        });
        ADD_FAILURE() << "nothing was thrown";
      } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "7");
      }
      EXPECT_EQ(delivered, (std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7}));
    }
  }
}

TEST(InOrder, NothingIsDeliveredAfterADeliveryThatThrows) {
  for (const unsigned threads : thread_counts) {
    std::vector<std::size_t> delivered;
    EXPECT_THROW(do_in_order(40, threads,
                             [&] {
                               return [&](std::size_t number, Outlet& outlet) {
                                 // Those behind run ahead, and what they hand in waits.
                                 if (number == 4) std::this_thread::sleep_for(std::chrono::milliseconds(5));
                                 for (int part = 0; part < 3; ++part) {
                                   outlet.hand_in(1, [&, number] {
                                     if (number == 5) throw std::runtime_error("the pipe is closed");
                                     delivered.push_back(number);
                                   });
                                 }
                               };
                             }),
                 std::runtime_error);
    EXPECT_EQ(delivered, (std::vector<std::size_t>{0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4})) << threads;
  }
}

TEST(InOrder, LaterTasksAreGivenUpInTheMiddle) {
  // The others would go on for ever.
  for (const unsigned threads : {2U, 8U}) {
    std::atomic<bool> begun = false;
    EXPECT_THROW(do_in_order(8, threads,
                             [&] {
                               return [&](std::size_t number, Outlet& outlet) {
                                 if (number == 0) {
                                   while (!begun) std::this_thread::yield();
                                   throw std::runtime_error("");
                                 }
                                 begun = true;
                                 while (true) outlet.check();
                               };
                             }),
                 std::runtime_error);
  }
}

TEST(InOrder, TasksBehindAFailureAreGivenUpBeforeItsTurn) {
  std::atomic<bool> begun = false;
  std::atomic<bool> given_up = false;
  const auto do_task = [&](std::size_t number, Outlet& outlet) {
    if (number == 0) {
      while (!given_up) std::this_thread::yield();
    } else if (number == 1) {
      while (!begun) std::this_thread::yield();
      throw std::runtime_error("");
    }
    if (number != 2) return;
    begun = true;
    try {
      while (true) outlet.check();
    } catch (const GivenUp&) {
      given_up = true;
      throw;
    }
  };
  EXPECT_THROW(do_in_order(3, 3, [&] { return do_task; }), std::runtime_error);
}

TEST(InOrder, WaitingIsBounded) {
  for (const unsigned threads : {2U, 8U}) {
    constexpr std::size_t size = most_waiting / 4;
    std::atomic<std::size_t> handed_in = 0;
    std::size_t delivered = 0;
    std::size_t most = 0;
    do_in_order(100, threads, [&] {
      return [&](std::size_t number, Outlet& outlet) {
        if (number == 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));  // the others run ahead
        outlet.hand_in(size, [&] {
          most = std::max(most, handed_in - delivered);
          ++delivered;
        });
        ++handed_in;
      };
    });
    EXPECT_EQ(delivered, 100U);
    EXPECT_LE(most, 4U + threads);
  }
}

TEST(InOrder, OnlyTheFirstUnfinishedTaskHasTheTurn) {
  for (const unsigned threads : thread_counts) {
    std::vector<std::size_t> turns;  // without a lock: the turn is one
    do_in_order(50, threads, [&] {
      return [&](std::size_t number, Outlet& outlet) {
        outlet.await_turn();
        turns.push_back(number);
      };
    });
    ASSERT_EQ(turns.size(), 50U);
    EXPECT_TRUE(std::is_sorted(turns.begin(), turns.end()));
  }
}

TEST(InOrder, EachThreadMakesWhatItWorksWith) {
  std::atomic<int> made = 0;
  std::atomic<int> done = 0;
  do_in_order(1000, 3, [&] {
    ++made;
    return [&, own = 0](std::size_t, Outlet&) mutable {
      ++own;  // no other thread's
      ++done;
    };
  });
  EXPECT_EQ(done, 1000);
  EXPECT_LE(made, 3);
  EXPECT_THROW(do_in_order(3, 3, []() -> DoTask { throw std::runtime_error("nothing to work with"); }),
               std::runtime_error);
  do_in_order(0, 3, [&] { return [](std::size_t, Outlet&) { ADD_FAILURE(); }; });
}

TEST(InOrder, StretchesMeetEachPlaceOnce) {
  for (const unsigned threads : thread_counts) {
    for (const std::size_t count : {0U, 1U, 7U, 8U, 9U, 100U}) {
      std::vector<int> met(count);
      do_in_stretches(count, 8, threads, [&](std::size_t begin, std::size_t end) {
        EXPECT_LT(begin, end);
        EXPECT_LE(end - begin, 8U);
        for (std::size_t i = begin; i < end; ++i) ++met.at(i);
      });
      EXPECT_EQ(met, std::vector<int>(count, 1));
    }
  }
}

}  // namespace
}  // namespace corpus::cmd
