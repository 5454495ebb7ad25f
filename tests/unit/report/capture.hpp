// SPDX-License-Identifier: MIT
/// \file
/// An output whose bytes a test can look at.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <memory>
#include <string>

#include "corpus/report/output.hpp"

namespace corpus::report {

class Capture {
 public:
  Output& output() { return output_; }

  /// What has been written. Closes the output.
  std::string text() {
    output_.close();
    std::string bytes(static_cast<std::size_t>(::lseek(descriptor_, 0, SEEK_END)), '\0');
    const ssize_t size = ::pread(descriptor_, bytes.data(), bytes.size(), 0);
    bytes.resize(static_cast<std::size_t>(size < 0 ? 0 : size));
    return bytes;
  }

 private:
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_{std::tmpfile(), std::fclose};
  int descriptor_ = ::fileno(file_.get());
  Output output_{descriptor_, "a temporary file"};
};

}  // namespace corpus::report
