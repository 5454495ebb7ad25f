// SPDX-License-Identifier: MIT
/// \file
/// A temporary directory with files, and what the tests of this folder do with them.
///
///     Scratch scratch;
///     scratch.write("a/b.txt", "text");
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/error.hpp"

namespace corpus::io::testing {

class Scratch {
 public:
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "corpus-io-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
    // Without links on the way, so that tests may compare canonical paths.
    root_ = std::filesystem::canonical(name).string();
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }

  [[nodiscard]] const std::string& root() const { return root_; }
  [[nodiscard]] std::string path(const std::string& name) const { return root_ + "/" + name; }

  std::string write(const std::string& name, std::string_view bytes) const {
    std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path(name);
  }
  std::string folder(const std::string& name) const {
    std::filesystem::create_directories(path(name));
    return path(name);
  }
  std::string link(const std::string& name, const std::string& target) const {
    std::filesystem::create_symlink(target, path(name));
    return path(name);
  }

 private:
  std::string root_;
};

/// Standard input is another descriptor for as long as this lives. -1 closes it.
class StandardInput {
 public:
  explicit StandardInput(int number) : saved_(::fcntl(0, F_DUPFD_CLOEXEC, 10)) {
    if (number < 0) {
      ::close(0);
    } else {
      ::dup2(number, 0);
      ::close(number);
    }
  }
  StandardInput(const StandardInput&) = delete;
  StandardInput& operator=(const StandardInput&) = delete;
  ~StandardInput() {
    ::dup2(saved_, 0);
    ::close(saved_);
  }

 private:
  int saved_;
};

/// The reading end of a pipe that holds `bytes` (at most 64 KiB) and then ends.
inline int pipe_with(std::string_view bytes) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe failed");
  if (::write(ends[1], bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) {
    throw std::runtime_error("write failed");
  }
  ::close(ends[1]);
  return ends[0];
}

inline std::string read_all(ByteSource& bytes, std::size_t buffer_size = 4096) {
  std::string text;
  std::vector<char> buffer(buffer_size);
  while (const std::size_t taken = bytes.read(buffer)) text.append(buffer.data(), taken);
  return text;
}

/// What the Error says that `action` throws; a failure and an empty problem where it throws none.
inline Problem problem_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.problem();
  }
  ADD_FAILURE() << "no Error was thrown";
  return {};
}

/// Runs `action` as a user whom permissions bind: tests may run as root.
inline void as_nobody(const std::function<void()>& action) {
  constexpr uid_t kNobody = 65534;
  const bool is_root = ::geteuid() == 0;
  ASSERT_TRUE(!is_root || ::seteuid(kNobody) == 0);
  action();
  ASSERT_TRUE(!is_root || ::seteuid(0) == 0);
}

}  // namespace corpus::io::testing
