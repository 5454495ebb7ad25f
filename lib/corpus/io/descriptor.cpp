// SPDX-License-Identifier: MIT
#include "corpus/io/descriptor.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace corpus::io {
namespace {

std::string hint_for(int error_number) {
  switch (error_number) {
    case EACCES:
    case EPERM:
      return "check its permissions, or --keep-going to go on without it";
    case EISDIR:
      return "give the directory as an input, and it is walked";
    case ELOOP:
      return "its symbolic links lead in a circle, or it became one while being read";
    case EMFILE:
    case ENFILE:
      return "raise the limit on open files, ulimit -n";
    case ENAMETOOLONG:
      return "start in a folder nearer to it";
    case EIO:
      return "the system cannot read it: look at the disk, or --keep-going to go on without it";
    default:
      return {};
  }
}

/// Calls again for as long as a signal interrupts.
template <typename Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

Error system_error(std::string file, int error_number) {
  // strerror() would follow the locale, and messages are the same on every machine.
  const char* words = ::strerrordesc_np(error_number);
  return Error{{.file = std::move(file),
                .cause = words != nullptr ? words : "error " + std::to_string(error_number),
                .hint = hint_for(error_number)}};
}

Descriptor open_descriptor(const std::string& path, int flags) {
  const int number = uninterrupted([&] { return ::open(path.c_str(), flags | O_CLOEXEC | O_NOCTTY); });
  if (number < 0) throw system_error(path, errno);
  return Descriptor{number};
}

Descriptor duplicate_standard_input() {
  const int number = uninterrupted([] { return ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1); });
  if (number < 0 && errno == EBADF) {
    throw Error{{.file = "-", .cause = "standard input is closed", .hint = "name the files to read"}};
  }
  if (number < 0) throw system_error("-", errno);
  return Descriptor{number};
}

std::size_t read_some(const Descriptor& file, std::span<char> buffer, const std::string& name) {
  const auto taken = uninterrupted([&] { return ::read(file.number(), buffer.data(), buffer.size()); });
  if (taken < 0) throw system_error(name, errno);
  return static_cast<std::size_t>(taken);
}

std::size_t read_some_at(const Descriptor& file, std::uint64_t offset, std::span<char> buffer,
                         const std::string& name) {
  const auto taken =
      uninterrupted([&] { return ::pread(file.number(), buffer.data(), buffer.size(), static_cast<off_t>(offset)); });
  if (taken < 0) throw system_error(name, errno);
  return static_cast<std::size_t>(taken);
}

}  // namespace corpus::io
