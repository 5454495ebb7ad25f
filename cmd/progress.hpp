// SPDX-License-Identifier: MIT
/// \file
/// How far the reading has come, on standard error: only on a terminal, and only when it takes over a second.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>

#include "corpus/document.hpp"

namespace corpus::cmd {

class Progress {
 public:
  enum class Mode : std::uint8_t { automatic, silent };

  explicit Progress(Mode mode);

  /// `bytes`, counted as they are read. The progress must outlive them.
  std::unique_ptr<ByteSource> watch(std::unique_ptr<ByteSource> bytes);

  /// Takes the line away, before anything else is printed there.
  void clear();

 private:
  class Watched;
  using Clock = std::chrono::steady_clock;

  void add(std::uint64_t bytes);

  bool visible_;
  bool shown_ = false;
  std::mutex mutex_;  ///< compressed files are read by a thread of their own
  std::uint64_t bytes_ = 0;
  Clock::time_point next_;  ///< when to show it again
};

}  // namespace corpus::cmd
