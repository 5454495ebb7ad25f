// SPDX-License-Identifier: MIT
#include "corpus/io/descriptor.hpp"

#include <pthread.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <thread>

#include "scratch.hpp"

namespace corpus::io {
namespace {

using testing::problem_of;
using testing::Scratch;

TEST(Descriptor, ClosesItselfAndMovesAway) {
  int number = -1;
  {
    Descriptor first(testing::pipe_with(""));
    number = first.number();
    Descriptor second = std::move(first);
    EXPECT_EQ(second.number(), number);
    EXPECT_NE(::fcntl(number, F_GETFD), -1);
  }
  EXPECT_EQ(::fcntl(number, F_GETFD), -1);
}

TEST(Descriptor, IsNotPassedOnToChildren) {
  const Descriptor file = open_descriptor("/dev/null", O_RDONLY);
  EXPECT_NE(::fcntl(file.number(), F_GETFD) & FD_CLOEXEC, 0);
  EXPECT_NE(::fcntl(duplicate_standard_input().number(), F_GETFD) & FD_CLOEXEC, 0);
}

TEST(Descriptor, NamesTheFileAndTheCause) {
  const Scratch scratch;
  const Problem problem = problem_of([&] { open_descriptor(scratch.path("none\n\x1B"), O_RDONLY); });
  EXPECT_EQ(problem.file, scratch.path("none\n\x1B"));
  EXPECT_EQ(problem.cause, "No such file or directory");
}

TEST(Descriptor, ReadingADirectoryIsAnError) {
  const Descriptor folder = open_descriptor("/", O_RDONLY);
  std::array<char, 8> buffer;
  const Problem problem = problem_of([&] { read_some(folder, buffer, "/"); });
  EXPECT_EQ(problem.file, "/");
  EXPECT_EQ(problem.cause, "Is a directory");
  EXPECT_NE(problem.hint, "");
}

TEST(Descriptor, AFailedReadIsAnErrorAndNotTheEnd) {
  const Descriptor memory = open_descriptor("/proc/self/mem", O_RDONLY);  // nothing is mapped at 0
  std::array<char, 8> buffer;
  EXPECT_EQ(problem_of([&] { read_some(memory, buffer, "mem"); }).cause, "Input/output error");
  EXPECT_EQ(problem_of([&] { read_some_at(memory, 0, buffer, "mem"); }).file, "mem");
}

TEST(Descriptor, MessagesDoNotFollowTheLocale) {
  EXPECT_EQ(system_error("a", EACCES).problem().cause, "Permission denied");
  EXPECT_EQ(system_error("a", 9999).problem().cause, "error 9999");
}

TEST(Descriptor, ClosedStandardInputIsAnError) {
  const testing::StandardInput closed(-1);
  EXPECT_EQ(problem_of([] { duplicate_standard_input(); }).cause, "standard input is closed");
}

TEST(Descriptor, GoesOnAfterASignal) {
  static std::atomic<int> signals;
  signals = 0;
  struct sigaction action {};
  struct sigaction before {};
  action.sa_handler = [](int) { ++signals; };  // without SA_RESTART, read(2) ends with EINTR
  ASSERT_EQ(::sigaction(SIGUSR1, &action, &before), 0);
  int ends[2];
  ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  const Descriptor in(ends[0]);
  Descriptor out(ends[1]);
  std::string got;
  std::atomic<bool> reading = false;
  std::thread reader([&] {
    std::array<char, 8> buffer;
    reading = true;
    try {
      got.assign(buffer.data(), read_some(in, buffer, "pipe"));
    } catch (const Error& error) {
      got = error.what();
    }
  });
  while (!reading) std::this_thread::yield();
  for (int sent = 1; sent <= 20; ++sent) {
    ::pthread_kill(reader.native_handle(), SIGUSR1);
    while (signals < sent) ::usleep(1000);
  }
  EXPECT_EQ(::write(out.number(), "x", 1), 1);
  reader.join();
  ::sigaction(SIGUSR1, &before, nullptr);
  EXPECT_EQ(got, "x");
}

}  // namespace
}  // namespace corpus::io
