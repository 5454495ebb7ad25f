// SPDX-License-Identifier: MIT
#include "corpus/report/output.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "corpus/error.hpp"

namespace corpus::report {
namespace {

constexpr int no_descriptor = -1;

[[noreturn]] void fail(const std::string& name, const char* action, int error) {
  if (error == EPIPE) throw ClosedPipe{};
  std::string reason = error == EBADF ? "it is closed" : std::generic_category().message(error);
  const bool full = error == ENOSPC || error == EDQUOT;
  throw Error{{.file = name,
               .cause = std::string{action} + ": " + reason,
               .hint = full ? "free some space, or write elsewhere" : ""}};
}

/// A descriptor that does not block, as some terminals and servers hand out, is waited for.
void wait_until_writable(int descriptor) {
  pollfd wanted{.fd = descriptor, .events = POLLOUT, .revents = 0};
  ::poll(&wanted, 1, -1);
}

}  // namespace

Output::Output(int descriptor, std::string name) : Output(descriptor, std::move(name), Owner::caller) {}

Output::Output(int descriptor, std::string name, Owner owner, std::string* text)
    : descriptor_(descriptor), owner_(owner), text_(text), name_(std::move(name)), buffer_(new char[capacity]) {}

Output Output::to_file(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) fail(path, "cannot create", errno);
  return {descriptor, path, Owner::output};
}

Output Output::to_string(std::string& text) { return {no_descriptor, "", Owner::caller, &text}; }

Output::~Output() {
  if (owner_ == Owner::output && descriptor_ != no_descriptor) ::close(descriptor_);
}

void Output::flush() {
  // Emptied first: after a failure the same bytes must not be tried again.
  const std::size_t size = std::exchange(used_, 0);
  write_out({buffer_.get(), size});
}

void Output::close() {
  if (text_ != nullptr) return flush();
  if (descriptor_ == no_descriptor) return;
  flush();
  // A descriptor of the caller stays open: closing a duplicate makes the system report just as well.
  int descriptor = std::exchange(descriptor_, no_descriptor);
  if (owner_ == Owner::caller) {
    if (!written_) return;
    descriptor = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
  }
  // EINTR: Linux has closed the descriptor by then.
  if (descriptor < 0 || (::close(descriptor) != 0 && errno != EINTR)) fail(name_, "cannot write", errno);
}

void Output::write_through(std::string_view bytes) {
  flush();
  if (bytes.size() >= capacity) return write_out(bytes);
  write(bytes);
}

void Output::write_out(std::string_view bytes) {
  if (text_ != nullptr) {
    text_->append(bytes);
    return;
  }
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
      written_ = true;
    } else if (errno == EAGAIN) {
      wait_until_writable(descriptor_);
    } else if (errno != EINTR) {
      fail(name_, "cannot write", errno);
    }
  }
}

}  // namespace corpus::report
