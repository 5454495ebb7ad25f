// SPDX-License-Identifier: MIT
#include "corpus/count/ngram_threads.hpp"

#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace corpus::count {

void do_by_threads(std::size_t tasks, unsigned threads,
                   const std::function<void(std::size_t task, unsigned thread)>& work) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failure;
  const auto take_tasks = [&](unsigned thread) {
    try {
      for (std::size_t task = next++; task < tasks; task = next++) work(task, thread);
    } catch (...) {
      next = tasks;
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
    }
  };
  std::vector<std::thread> others;
  for (unsigned thread = 1; thread < threads && thread < tasks; ++thread) {
    try {
      others.emplace_back(take_tasks, thread);
    } catch (const std::system_error&) {
      break;
    }
  }
  take_tasks(0);
  for (std::thread& other : others) other.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace corpus::count
