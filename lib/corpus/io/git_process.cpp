// SPDX-License-Identifier: MIT
#include "corpus/io/git_process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include "corpus/error.hpp"

namespace corpus::io {
namespace {

constexpr std::size_t buffer_size = std::size_t{64} << 10;
constexpr std::size_t most_complaint = 4096;

/// Above those of standard input, output and error, so that none is written over while the child sorts its own.
Descriptor above_standard(int number) {
  if (number < 0) throw system_error("git", errno);
  Descriptor low{number};
  if (number > STDERR_FILENO) return low;
  const int high = ::fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (high < 0) throw system_error("git", errno);
  return Descriptor{high};
}

struct Pair {
  Descriptor ours;
  Descriptor theirs;
};

/// A socket and no pipe: to write to one whose reader is gone can be told not to end this program.
Pair socket_pair() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) throw system_error("git", errno);
  Descriptor first{ends[0]};
  Descriptor second{ends[1]};
  return {above_standard(first.release()), above_standard(second.release())};
}

Pair pipe_to_us() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw system_error("git", errno);
  Descriptor first{ends[0]};
  Descriptor second{ends[1]};
  return {above_standard(first.release()), above_standard(second.release())};
}

/// What posix_spawn wants, freed in the end.
class Spawning {
 public:
  Spawning() {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawnattr_init(&attributes_);
    // This program ignores SIGPIPE, and git would inherit that: it should end when nobody listens any more.
    sigset_t signals;
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGPIPE);
    ::posix_spawnattr_setsigdefault(&attributes_, &signals);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
  }
  Spawning(const Spawning&) = delete;
  Spawning& operator=(const Spawning&) = delete;
  ~Spawning() {
    ::posix_spawnattr_destroy(&attributes_);
    ::posix_spawn_file_actions_destroy(&actions_);
  }

  void give(const Descriptor& descriptor, int as) {
    ::posix_spawn_file_actions_adddup2(&actions_, descriptor.number(), as);
  }

  pid_t start(const GitProgram& program, const std::vector<std::string>& arguments) {
    std::vector<char*> words{const_cast<char*>(program.name.c_str())};
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    std::vector<char*> environment;
    for (const std::string& variable : program.environment) {
      environment.push_back(const_cast<char*>(variable.c_str()));
    }
    environment.push_back(nullptr);
    pid_t process = -1;
    const int failure =
        ::posix_spawnp(&process, program.name.c_str(), &actions_, &attributes_, words.data(), environment.data());
    if (failure == 0) return process;
    throw Error{{.file = program.name,
                 .cause = "cannot be started: " + system_error("", failure).problem().cause,
                 .hint = "install git, or give the texts as files"}};
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

}  // namespace

GitProcess::GitProcess(const GitProgram& program, const std::vector<std::string>& arguments)
    : name_(program.name), buffer_(buffer_size) {
  Pair questions = socket_pair();
  Pair answers = pipe_to_us();
  complaints_ = above_standard(::memfd_create("git", MFD_CLOEXEC));
  Spawning spawning;
  spawning.give(questions.theirs, STDIN_FILENO);
  spawning.give(answers.theirs, STDOUT_FILENO);
  spawning.give(complaints_, STDERR_FILENO);
  process_ = spawning.start(program, arguments);
  questions_ = std::move(questions.ours);
  answers_ = std::move(answers.ours);
}

GitProcess::~GitProcess() {
  if (process_ < 0) return;
  ::kill(process_, SIGTERM);
  wait();
}

void GitProcess::send(std::string_view text) {
  while (!text.empty()) {
    const ssize_t sent = ::send(questions_.number(), text.data(), text.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return;
    text.remove_prefix(static_cast<std::size_t>(sent));
  }
}

bool GitProcess::fill() {
  begin_ = 0;
  end_ = read_some(answers_, buffer_, name_);
  return end_ > 0;
}

std::size_t GitProcess::read(std::span<char> buffer) {
  if (begin_ == end_) return read_some(answers_, buffer, name_);
  const std::size_t taken = std::min(buffer.size(), end_ - begin_);
  std::memcpy(buffer.data(), buffer_.data() + begin_, taken);
  begin_ += taken;
  return taken;
}

std::string GitProcess::line(char end) {
  std::string line;
  while (true) {
    if (begin_ == end_ && !fill()) {
      wait();
      const std::string words = complaint();
      throw Error{{.file = name_, .cause = words.empty() ? "ended before it had answered" : words}};
    }
    const std::string_view seen{buffer_.data() + begin_, end_ - begin_};
    const std::size_t size = seen.find(end);
    line += seen.substr(0, size);
    begin_ += std::min(seen.size(), size == std::string_view::npos ? seen.size() : size + 1);
    if (size != std::string_view::npos) return line;
  }
}

bool GitProcess::succeeded() {
  const int status = wait();
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int GitProcess::wait() {
  int status = 0;
  while (process_ >= 0 && ::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
  return status;
}

std::string GitProcess::complaint() const {
  std::string words(most_complaint, '\0');
  words.resize(read_some_at(complaints_, 0, words, name_));
  while (!words.empty() && words.back() == '\n') words.pop_back();
  words.erase(0, words.rfind('\n') + 1);
  constexpr std::string_view fatal = "fatal: ";
  if (words.starts_with(fatal)) words.erase(0, fatal.size());
  return words;
}

}  // namespace corpus::io
