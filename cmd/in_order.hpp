// SPDX-License-Identifier: MIT
/// \file
/// Tasks done by several threads, whose results come out in the order of the tasks.
///
///     do_in_order(files.size(), threads, [&] {                    // once for each thread
///       return [&, scanner = Scanner{}](std::size_t number, Outlet& outlet) mutable {
///         while (auto rows = scanner.next(files[number])) {
///           outlet.hand_in(rows->size(), [&output, rows] { output.write(*rows); });
///         }
///       };
///     });
///
/// Tasks are begun in their order. What the first unfinished one hands in is delivered at once; what later ones do is
/// kept until it is their turn, and past `most_waiting` bytes they wait for it. So the output is the same whatever the
/// threads are, starts at once, and takes bounded memory. One delivery is done at a time: they may share what they write
/// to. With one thread everything happens on the caller's.
///
/// A task that throws ends it all: what it and those before it handed in is delivered, later tasks are given up, and the
/// exception is thrown to the caller. So is one that a delivery throws; nothing is delivered after that.
///
/// Costs two locks a task, and one for each delivery.
#pragma once

#include <cstddef>
#include <functional>

namespace corpus::cmd {

using Delivery = std::function<void()>;

/// Thrown to a task that nobody wants any more, since one before it has failed.
struct GivenUp {};

class InOrder;

/// Where a task hands in what it did.
class Outlet {
 public:
  Outlet(InOrder& order, std::size_t number) : order_(order), number_(number) {}

  /// The task's.
  [[nodiscard]] std::size_t number() const { return number_; }

  /// `bytes` of memory are held until it is delivered. Throws GivenUp, and what the delivery throws if it is done here.
  void hand_in(std::size_t bytes, Delivery delivery);
  /// Before what may take for ever, as to read from a terminal: otherwise the failure of a task before would have to wait
  /// for it. Throws GivenUp.
  void await_turn();
  /// For tasks that hand in nothing for a long time: throws GivenUp.
  void check() const;

 private:
  InOrder& order_;
  std::size_t number_;
};

using DoTask = std::function<void(std::size_t number, Outlet& outlet)>;

/// Bytes that wait for their turn; each task may hold one delivery beyond that.
constexpr std::size_t most_waiting = std::size_t{8} << 20;

/// Does the tasks 0 to `tasks` - 1. `make` is called on each thread, for what it works with.
void do_in_order(std::size_t tasks, unsigned threads, const std::function<DoTask()>& make);

/// Calls `use` with stretches of 0 to `count` - 1, each `at_once` long or what is left, by several threads: `begin`, and
/// the end, which is no part of it. Nothing is handed in: each stretch has places of its own to write to.
void do_in_stretches(std::size_t count, std::size_t at_once, unsigned threads,
                     const std::function<void(std::size_t begin, std::size_t end)>& use);

}  // namespace corpus::cmd
