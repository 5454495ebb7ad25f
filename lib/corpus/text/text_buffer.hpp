// SPDX-License-Identifier: MIT
/// \file
/// Text that is read in at its end and dropped at its front. Room is not cleared before it is read into, which for a small
/// file would cost more than to read it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

namespace corpus::text {

class TextBuffer {
 public:
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Where `size` more bytes can be written; `grow` says how many were. What `view` gave is no longer valid.
  std::span<char> room(std::size_t size) {
    if (capacity_ - size_ < size) {
      capacity_ = std::max(2 * capacity_, size_ + 2 * size);
      std::unique_ptr<char[]> bytes(new char[capacity_]);  // not make_unique, which clears
      if (size_ > 0) std::memcpy(bytes.get(), bytes_.get(), size_);
      bytes_ = std::move(bytes);
    }
    return {bytes_.get() + size_, size};
  }
  void grow(std::size_t size) { size_ += size; }

  void append(std::string_view text) {
    if (text.empty()) return;
    std::memcpy(room(text.size()).data(), text.data(), text.size());
    grow(text.size());
  }

  /// The first bytes are no longer wanted.
  void drop(std::size_t size) {
    size_ -= size;
    if (size_ > 0 && size > 0) std::memmove(bytes_.get(), bytes_.get() + size, size_);
  }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace corpus::text
