// SPDX-License-Identifier: MIT
/// \file
/// A file descriptor that closes itself, and the few system calls this folder makes with it: all retry when a signal
/// interrupts them, none passes a descriptor on to a child, and all say which file a failure was about.
///
///     Descriptor file = open_descriptor("a.txt", O_RDONLY);
///     std::size_t taken = read_some(file, buffer, "a.txt");
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

#include "corpus/error.hpp"

namespace corpus::io {

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) noexcept : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();

  [[nodiscard]] int number() const noexcept { return number_; }
  [[nodiscard]] explicit operator bool() const noexcept { return number_ >= 0; }
  /// Gives the number away; the caller closes it.
  [[nodiscard]] int release() noexcept { return std::exchange(number_, -1); }

 private:
  int number_ = -1;
};

/// The system's words for `error_number` (an errno), in English whatever the locale, and the way out where one is
/// known.
Error system_error(std::string file, int error_number);

/// open(2). Throws Error naming `path`.
Descriptor open_descriptor(const std::string& path, int flags);

/// A second descriptor for standard input, with the offset it shares. Throws Error when standard input is closed.
Descriptor duplicate_standard_input();

/// read(2) into the front of `buffer`; 0 at the end. Throws Error naming `name`.
std::size_t read_some(const Descriptor& file, std::span<char> buffer, const std::string& name);

/// The same from a place of its own (pread(2)), for several readers of one descriptor.
std::size_t read_some_at(const Descriptor& file, std::uint64_t offset, std::span<char> buffer, const std::string& name);

}  // namespace corpus::io
