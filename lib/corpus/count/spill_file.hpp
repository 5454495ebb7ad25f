// SPDX-License-Identifier: MIT
/// \file
/// A temporary file for what does not fit in memory.
///
///     SpillFile file{"/tmp"};
///     const std::uint64_t where = file.append(std::as_bytes(std::span(numbers)));
///     file.read(where, std::as_writable_bytes(std::span(numbers)));
///
/// It is made when something is appended, and has no name from then on: the system takes it back however the program
/// ends. Several threads may append and read.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>

namespace corpus::count {

class SpillFile {
 public:
  explicit SpillFile(std::string folder) : folder_(std::move(folder)) {}
  SpillFile(const SpillFile&) = delete;
  SpillFile& operator=(const SpillFile&) = delete;
  ~SpillFile();

  /// Returns where the bytes stand. Throws Error naming the folder where it takes no more.
  std::uint64_t append(std::span<const std::byte> bytes);
  /// What was appended: fills `bytes` from there. Throws Error.
  void read(std::uint64_t where, std::span<std::byte> bytes) const;

  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  void open();

  std::string folder_;
  std::mutex opening_;
  int number_ = -1;
  std::atomic<std::uint64_t> size_ = 0;
};

}  // namespace corpus::count
