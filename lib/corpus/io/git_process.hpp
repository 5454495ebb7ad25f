// SPDX-License-Identifier: MIT
/// \file
/// A git that runs beside this program, asked through its standard input and heard through its standard output.
///
///     GitProcess git{{.environment = environment}, {"cat-file", "--batch-check"}};
///     git.send("HEAD:texts\n");
///     git.line();                          // "c3b9… tree 137"
///
/// Started without a shell: arguments are a list. What it says on standard error becomes the cause of an Error. Costs a
/// process, about a millisecond.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/io/descriptor.hpp"

namespace corpus::io {

struct GitProgram {
  std::string name = "git";                   ///< looked for in PATH where it holds no slash
  std::vector<std::string> environment = {};  ///< `NAME=value`
};

class GitProcess {
 public:
  /// Throws Error where git cannot be started.
  GitProcess(const GitProgram& program, const std::vector<std::string>& arguments);
  GitProcess(const GitProcess&) = delete;
  GitProcess& operator=(const GitProcess&) = delete;
  /// One that is still at work is told to end.
  ~GitProcess();

  /// What git has given up to read is no failure here, but where its answer is missing.
  void send(std::string_view text);

  /// Some bytes of what git prints; 0 at the end. Throws Error.
  std::size_t read(std::span<char> buffer);
  /// Up to the line end or NUL byte that ends it, without that. Throws Error where git ends before, with its words.
  std::string line(char end = '\n');

  /// Whether it ended as it should, once `read` has come to the end.
  bool succeeded();
  /// What it said on standard error last, without the word `fatal`; empty where it was quiet.
  [[nodiscard]] std::string complaint() const;

 private:
  bool fill();
  int wait();

  std::string name_;
  Descriptor questions_;
  Descriptor answers_;
  Descriptor complaints_;
  pid_t process_ = -1;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  ///< of what was not read of the buffer …
  std::size_t end_ = 0;    ///< … and its end
};

}  // namespace corpus::io
