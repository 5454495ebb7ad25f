// SPDX-License-Identifier: MIT
/// \file
/// Bytes to a file descriptor through one buffer, with every write checked.
///
///     report::Output output{STDOUT_FILENO, "standard output"};
///     output.write("the\t153\n");
///     output.close();  // without it, what is still in the buffer is lost
///
/// A full disk, even one noticed only when the file is closed, is an `Error`; a reader that is gone (`| head`) is a
/// `ClosedPipe`. For the latter SIGPIPE must be ignored, or the system ends the process before `write` returns.
/// Costs 128 KiB of memory, and a copy of each byte.
#pragma once

#include <cstddef>
#include <cstring>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

namespace corpus::report {

/// The reader of the output has gone. No failure: the program ends quietly with exit code 0.
class ClosedPipe : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "the reader of the output has gone"; }
};

class Output {
 public:
  /// Writes to a descriptor that somebody else owns and closes. `name` is for error messages.
  Output(int descriptor, std::string name);
  /// Creates the file, or empties it. Throws Error.
  static Output to_file(const std::string& path);
  /// Appends to `text`, which must outlive it.
  static Output to_string(std::string& text);

  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  /// Neither throws nor flushes: an output that is left because of an error stays unfinished.
  ~Output();

  void write(std::string_view bytes) {
    if (bytes.size() > capacity - used_) return write_through(bytes);
    if (bytes.empty()) return;  // memcpy wants an address even then
    std::memcpy(buffer_.get() + used_, bytes.data(), bytes.size());
    used_ += bytes.size();
  }
  void write(char byte) {
    if (used_ == capacity) flush();
    buffer_[used_++] = byte;
  }

  /// Room for at least `size` bytes, at most 4,096, to be filled in place; `advance` says how many were.
  [[nodiscard]] char* room(std::size_t size) {
    if (size > capacity - used_) flush();
    return buffer_.get() + used_;
  }
  void advance(std::size_t size) { used_ += size; }

  /// Hands all bytes to the system. Throws ClosedPipe or Error.
  void flush();

  /// Flushes, and asks the system for errors that it reports only on closing (a quota, a network file system).
  void close();

 private:
  enum class Owner { caller, output };
  static constexpr std::size_t capacity = std::size_t{128} << 10;

  Output(int descriptor, std::string name, Owner owner, std::string* text = nullptr);
  void write_through(std::string_view bytes);
  void write_out(std::string_view bytes);

  int descriptor_;
  Owner owner_;
  std::string* text_;  ///< instead of a descriptor
  std::string name_;
  std::unique_ptr<char[]> buffer_;
  std::size_t used_ = 0;
  bool written_ = false;
};

}  // namespace corpus::report
