// SPDX-License-Identifier: MIT
#include "corpus/report/output.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "capture.hpp"
#include "corpus/error.hpp"
#include "corpus/report/terminal.hpp"

namespace corpus::report {
namespace {

constexpr std::size_t more_than_a_buffer = 1'000'003;

std::string numbered_bytes(std::size_t size) {
  std::string bytes;
  while (bytes.size() < size) bytes += std::to_string(bytes.size()) + ' ';
  bytes.resize(size);
  return bytes;
}

/// The problem that writing `size` bytes and closing meets.
Problem problem_of(Output& output, std::size_t size) {
  try {
    output.write(std::string(size, 'x'));
    output.close();
  } catch (const Error& error) {
    return error.problem();
  }
  return {};
}

/// Both ends of a pipe, and SIGPIPE ignored as the command line does it.
struct Pipe {
  Pipe() {
    EXPECT_EQ(::pipe(ends.data()), 0);
    old = std::signal(SIGPIPE, SIG_IGN);
  }
  ~Pipe() {
    close_end(0);
    close_end(1);
    std::signal(SIGPIPE, old);
  }
  void close_end(std::size_t end) {
    if (ends.at(end) >= 0) ::close(ends.at(end));
    ends.at(end) = -1;
  }

  std::array<int, 2> ends{-1, -1};
  void (*old)(int) = nullptr;
};

/// Takes what `pipe` gives, in small bites, until the writer is done.
std::string drain(int descriptor, std::size_t size) {
  std::string bytes;
  std::array<char, 4099> bite{};
  while (bytes.size() < size) {
    const ssize_t count = ::read(descriptor, bite.data(), bite.size());
    if (count <= 0) break;
    bytes.append(bite.data(), static_cast<std::size_t>(count));
  }
  return bytes;
}

TEST(Output, WritesEverythingInOrderWhateverThePieces) {
  const std::string expected = numbered_bytes(more_than_a_buffer);
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{4096}, std::size_t{131071},
                                  std::size_t{131072}, std::size_t{131073}, more_than_a_buffer}) {
    Capture capture;
    for (std::string_view rest = expected; !rest.empty(); rest.remove_prefix(std::min(piece, rest.size()))) {
      capture.output().write(rest.substr(0, piece));
    }
    EXPECT_EQ(capture.text(), expected) << piece;
  }
}

TEST(Output, MixesBytesTextsAndRoomFilledInPlace) {
  Capture capture;
  std::string expected;
  for (int round = 0; round < 60000; ++round) {
    capture.output().write('a');
    capture.output().write("bc");
    std::fill_n(capture.output().room(24), 20, 'd');
    capture.output().advance(20);
    expected += "abc" + std::string(20, 'd');
  }
  EXPECT_EQ(capture.text(), expected);
}

TEST(Output, SurvivesPartialWrites) {
  Pipe pipe;
  ASSERT_GE(::fcntl(pipe.ends[1], F_SETFL, O_NONBLOCK), 0);  // a full pipe then takes a part, and next time EAGAIN
  const std::string expected = numbered_bytes(more_than_a_buffer);
  std::string received;
  std::thread reader{[&] { received = drain(pipe.ends[0], expected.size()); }};
  Output output{pipe.ends[1], "a pipe"};
  output.write(expected);
  output.close();
  reader.join();
  EXPECT_EQ(received, expected);
}

TEST(Output, SurvivesInterruptions) {
  Pipe pipe;
  struct sigaction handler {};
  struct sigaction old {};
  handler.sa_handler = [](int) {};  // without SA_RESTART: a waiting write ends with EINTR
  ::sigaction(SIGUSR1, &handler, &old);
  const std::string expected = numbered_bytes(more_than_a_buffer);
  std::string received;
  const pthread_t writer = ::pthread_self();
  std::thread reader{[&] {
    // The first signals end a write that has moved something; only one that meets a full pipe ends with EINTR.
    for (int round = 0; round < 50; ++round) {
      std::this_thread::sleep_for(std::chrono::milliseconds{1});
      ::pthread_kill(writer, SIGUSR1);
    }
    received += drain(pipe.ends[0], expected.size() - received.size());
  }};
  Output output{pipe.ends[1], "a pipe"};
  output.write(expected);
  output.close();
  reader.join();
  ::sigaction(SIGUSR1, &old, nullptr);
  EXPECT_EQ(received, expected);
}

TEST(Output, ReaderThatHasGoneIsNoError) {
  Pipe pipe;
  pipe.close_end(0);
  Output output{pipe.ends[1], "standard output"};
  output.write("short");
  EXPECT_THROW(output.close(), ClosedPipe);
  EXPECT_THROW(output.write(std::string(more_than_a_buffer, 'x')), ClosedPipe);
}

TEST(Output, FullDiskIsSeenEvenWhenTheBufferIsNot) {
  const int full = ::open("/dev/full", O_WRONLY);
  ASSERT_GE(full, 0);
  for (const std::size_t size : {std::size_t{1}, more_than_a_buffer}) {
    Output output{full, "standard output"};
    const Problem problem = problem_of(output, size);
    EXPECT_EQ(problem.file, "standard output");
    EXPECT_EQ(problem.cause, "cannot write: No space left on device");
    EXPECT_NE(problem.hint, "");
  }
  ::close(full);
}

TEST(Output, ClosedDescriptorIsAnErrorOnceSomethingIsWritten) {
  const int closed = ::open("/dev/null", O_WRONLY);
  ::close(closed);
  Output output{closed, "standard output"};
  EXPECT_EQ(problem_of(output, 1).cause, "cannot write: it is closed");
  Output silent{closed, "standard output"};
  EXPECT_EQ(problem_of(silent, 0).cause, "");
}

TEST(Output, LeavesTheCallersDescriptorOpen) {
  const int null = ::open("/dev/null", O_WRONLY);
  {
    Output output{null, "nowhere"};
    output.write("x");
    output.close();
  }
  EXPECT_EQ(::close(null), 0);
}

TEST(Output, IsNotFlushedByItsEnd) {
  Pipe pipe;
  {
    Output output{pipe.ends[1], "a pipe"};
    output.write("half a result");
  }
  pipe.close_end(1);
  EXPECT_EQ(drain(pipe.ends[0], 1), "");
}

TEST(Output, CreatesAndEmptiesFiles) {
  const std::string path = testing::TempDir() + "corpus-output-test";
  for (const std::string text : {"a longer text", "short"}) {
    Output output = Output::to_file(path);
    output.write(text);
    output.close();
    std::ifstream file{path};
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>{file}, {}), text);
  }
  std::filesystem::remove(path);
}

TEST(Output, FileThatCannotBeMadeIsNamed) {
  const std::string path = testing::TempDir() + "no-such-folder/manifest.json";
  try {
    Output output = Output::to_file(path);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.problem().file, path);
    EXPECT_EQ(error.problem().cause, "cannot create: No such file or directory");
  }
}

TEST(Terminal, PipesAndFilesAreNone) {
  Pipe pipe;
  EXPECT_FALSE(is_terminal(pipe.ends[1]));
  EXPECT_EQ(terminal_width(pipe.ends[1]), std::nullopt);
  EXPECT_FALSE(is_terminal(-1));
}

TEST(Terminal, TellsItsWidth) {
  const int master = ::posix_openpt(O_RDWR | O_NOCTTY);
  ASSERT_GE(master, 0);
  ASSERT_EQ(::grantpt(master), 0);
  ASSERT_EQ(::unlockpt(master), 0);
  const int terminal = ::open(::ptsname(master), O_RDWR | O_NOCTTY);
  ASSERT_GE(terminal, 0);
  EXPECT_TRUE(is_terminal(terminal));
  EXPECT_EQ(terminal_width(terminal), std::nullopt);  // nobody has set it
  winsize size{};
  size.ws_col = 97;
  ASSERT_EQ(::ioctl(terminal, TIOCSWINSZ, &size), 0);
  EXPECT_EQ(terminal_width(terminal), 97U);
  ::close(terminal);
  ::close(master);
}

}  // namespace
}  // namespace corpus::report
