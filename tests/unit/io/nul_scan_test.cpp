// SPDX-License-Identifier: MIT
#include "corpus/io/nul_scan.hpp"

#include <thread>

#include "scratch.hpp"
#include "unit/text/scripted_source.hpp"

namespace corpus::io {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

bool scan(std::string_view bytes, std::size_t buffer_size = 16) {
  const testing::Scratch scratch;
  const std::string name = scratch.write("a", bytes);
  std::vector<char> buffer(buffer_size);
  return holds_nul(open_descriptor(name, O_RDONLY), bytes.size(), buffer, name);
}

TEST(HoldsNul, FindsNulBytesAnywhere) {
  EXPECT_FALSE(scan(""));
  EXPECT_FALSE(scan("text"));
  EXPECT_TRUE(scan("\0"sv));
  for (std::size_t at = 0; at < 70; ++at) {
    std::string bytes(70, 'x');
    EXPECT_FALSE(scan(bytes));
    bytes[at] = '\0';
    EXPECT_TRUE(scan(bytes)) << at;
  }
}

TEST(HoldsNul, BytesLeftInTheBufferDoNotCount) {
  const testing::Scratch scratch;
  const std::string name = scratch.write("a", "ab");
  std::vector<char> buffer(16, '\0');
  EXPECT_FALSE(holds_nul(open_descriptor(name, O_RDONLY), 2, buffer, name));
}

// Unicode Standard, section 2.13, table 2-5: the byte order marks.
TEST(HoldsNul, WideTextBeginsWithAMark) {
  EXPECT_FALSE(
      scan("\xFF\xFE"
           "a\0b\0"sv));
  EXPECT_FALSE(
      scan("\xFE\xFF"
           "\0a\0b"sv));
  EXPECT_FALSE(
      scan("\xFF\xFE\0\0"
           "a\0\0\0"sv));
  EXPECT_FALSE(
      scan("\0\0\xFE\xFF"
           "\0\0\0a"sv));
  EXPECT_TRUE(scan("a\0b\0"sv));
  EXPECT_TRUE(
      scan("\xEF\xBB\xBF"
           "a\0"sv));
  EXPECT_TRUE(
      scan("0123456789abcdef\xFF\xFE"
           "a\0"sv))
      << "a mark stands at the very beginning";
}

TEST(HoldsNul, AMarkMayArriveInPieces) {
  int ends[2];
  ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  const Descriptor in(ends[0]);
  std::thread writer([&] {
    for (const char byte : "\0\0\xFE\xFF\0\0\0a"sv) {
      EXPECT_EQ(::write(ends[1], &byte, 1), 1);
      ::usleep(2000);
    }
    ::close(ends[1]);
  });
  std::vector<char> buffer(16);
  EXPECT_FALSE(holds_nul(in, 0, buffer, "pipe"));
  writer.join();
}

TEST(HoldsNul, TheSizeIsNotBelievedWhereItIsWrong) {
  const std::string name = "/proc/self/cmdline";  // has size 0, and ends each argument with NUL
  std::vector<char> buffer(16);
  EXPECT_TRUE(holds_nul(open_descriptor(name, O_RDONLY), 0, buffer, name));
}

TEST(HoldsNul, AReadErrorIsAnError) {
  std::vector<char> buffer(16);
  const Descriptor memory = open_descriptor("/proc/self/mem", O_RDONLY);
  EXPECT_EQ(testing::problem_of([&] { holds_nul(memory, 0, buffer, "mem"); }).file, "mem");
}

TEST(HoldsNul, OfBytesInPieces) {
  const auto scan_bytes = [](std::string bytes, std::uint64_t most, std::size_t piece) {
    corpus::testing::ScriptedSource source(std::move(bytes), {piece});
    std::vector<char> buffer(16);
    return holds_nul(source, most, buffer);
  };
  for (std::size_t at = 0; at < 70; ++at) {
    std::string bytes(70, 'x');
    EXPECT_FALSE(scan_bytes(bytes, 1000, 1 + at % 5));
    bytes[at] = '\0';
    EXPECT_TRUE(scan_bytes(bytes, 1000, 1 + at % 5)) << at;
    EXPECT_EQ(scan_bytes(bytes, 30, 1), at < 30) << at;
  }
  EXPECT_FALSE(
      scan_bytes("\xFF\xFE"
                 "a\0b\0"s,
                 1000, 1));
}

}  // namespace
}  // namespace corpus::io
