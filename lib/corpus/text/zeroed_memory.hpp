// SPDX-License-Identifier: MIT
/// \file
/// Memory full of zeros, for tables that are looked into all over.
///
///     ZeroedMemory memory{size};   // memory.data() is aligned for a cache line
///
/// A large piece asks for large pages: fewer are cleared one by one when they are met first, and their addresses stay at
/// hand. Where the system has none it is as good as any other.
#pragma once

#include <cstddef>
#include <utility>

namespace corpus::text {

class ZeroedMemory {
 public:
  ZeroedMemory() = default;
  /// Throws std::bad_alloc.
  explicit ZeroedMemory(std::size_t size);
  ZeroedMemory(ZeroedMemory&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)),
        mapping_(std::exchange(other.mapping_, nullptr)),
        size_(std::exchange(other.size_, 0)) {}
  ZeroedMemory& operator=(ZeroedMemory&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(mapping_, other.mapping_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~ZeroedMemory();

  [[nodiscard]] void* data() const { return data_; }

 private:
  void* data_ = nullptr;
  void* mapping_ = nullptr;  ///< from the system, or nothing: then the memory is the library's
  std::size_t size_ = 0;     ///< of the mapping
};

}  // namespace corpus::text
