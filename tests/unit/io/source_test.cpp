// SPDX-License-Identifier: MIT
#include "corpus/io/source.hpp"

#include <sys/resource.h>
#include <sys/stat.h>

#include <cerrno>
#include <csignal>
#include <thread>

#include "corpus/io/kept.hpp"
#include "scratch.hpp"

namespace corpus::io {
namespace {

using testing::pipe_with;
using testing::problem_of;
using testing::read_all;
using testing::Scratch;
using testing::StandardInput;

std::string text_of(const Source& source) { return read_all(*source.open().bytes); }

std::size_t entries_in(const std::string& folder) {
  return static_cast<std::size_t>(
      std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

TEST(Source, AFileOpensAsOftenAsWanted) {
  const Scratch scratch;
  const std::string text = std::string("a\0b\xFF", 4) + std::string(100000, 'x');
  const Source source = Source::file(scratch.write("a", text), text.size());
  EXPECT_EQ(source.size(), text.size());
  EXPECT_TRUE(source.reopenable());
  EXPECT_FALSE(source.is_standard_input());
  EXPECT_EQ(source.open().name, scratch.path("a"));
  const Document first = source.open();
  const Document second = source.open();
  EXPECT_EQ(read_all(*first.bytes, 7), text);
  EXPECT_EQ(read_all(*second.bytes, 1 << 20), text);
}

TEST(Source, AnEmptyFileIsADocument) {
  const Scratch scratch;
  EXPECT_EQ(text_of(Source::file(scratch.write("a", ""), 0)), "");
}

TEST(Source, AFileThatShrinksEnds) {
  const Scratch scratch;
  const Source source = Source::file(scratch.write("a", std::string(10000, 'x')), 10000);
  const Document document = source.open();
  std::vector<char> buffer(4096);
  ASSERT_EQ(document.bytes->read(buffer), 4096U);
  std::filesystem::resize_file(scratch.path("a"), 5000);
  EXPECT_EQ(read_all(*document.bytes), std::string(5000 - 4096, 'x'));
}

TEST(Source, AFileThatIsGoneIsAnError) {
  EXPECT_EQ(problem_of([] { (void)Source::file("/nowhere/a", 1).open(); }).file, "/nowhere/a");
}

TEST(Source, AReadErrorNamesTheFile) {
  const Document document = Source::file("/proc/self/mem", 0).open();
  EXPECT_EQ(problem_of([&] { read_all(*document.bytes); }).file, "/proc/self/mem");
}

TEST(Source, ProcessSubstitutionIsReadOnce) {
  const int number = pipe_with("through a pipe");
  const Source source = Source::stream("/dev/fd/" + std::to_string(number));
  EXPECT_EQ(source.size(), std::nullopt);
  EXPECT_FALSE(source.reopenable());
  EXPECT_EQ(text_of(source), "through a pipe");
  const Source copy = source;
  EXPECT_EQ(problem_of([&] { (void)copy.open(); }).file, source.name());
  ::close(number);
}

TEST(Source, AFifoIsRead) {
  const Scratch scratch;
  ASSERT_EQ(::mkfifo(scratch.path("fifo").c_str(), 0600), 0);
  std::thread writer([&] { scratch.write("fifo", "through a fifo"); });
  EXPECT_EQ(text_of(Source::stream(scratch.path("fifo"))), "through a fifo");
  writer.join();
}

TEST(Source, StandardInputIsReadOnce) {
  const StandardInput input(pipe_with("standard"));
  const Source source = Source::standard_input();
  EXPECT_EQ(source.name(), "-");
  EXPECT_TRUE(source.is_standard_input());
  EXPECT_EQ(source.size(), std::nullopt);
  EXPECT_EQ(text_of(source), "standard");
  EXPECT_EQ(problem_of([&] { (void)source.open(); }).file, "-");
}

TEST(Source, StandardInputThatIsADirectoryIsAnError) {
  const StandardInput input(::open("/", O_RDONLY | O_CLOEXEC));
  const Problem problem = problem_of([] { text_of(Source::standard_input()); });
  EXPECT_EQ(problem.file, "-");
  EXPECT_EQ(problem.cause, "Is a directory");
}

TEST(Spool, KeepsAPipeForSeveralReadings) {
  const Scratch scratch;
  const StandardInput input(pipe_with(std::string(60000, 'x') + "end"));
  const Source kept = spool(Source::standard_input(), scratch.root());
  EXPECT_EQ(entries_in(scratch.root()), 0U) << "the copy has no name that could be left behind";
  EXPECT_EQ(kept.name(), "-");
  EXPECT_EQ(kept.size(), 60003U);
  EXPECT_TRUE(kept.reopenable());
  EXPECT_TRUE(kept.is_standard_input());
  const Document first = kept.open();
  std::vector<char> buffer(100);
  ASSERT_EQ(first.bytes->read(buffer), 100U);
  EXPECT_EQ(text_of(kept), std::string(60000, 'x') + "end") << "from the start, whatever the first reading took";
  EXPECT_EQ(read_all(*first.bytes), std::string(59900, 'x') + "end");
}

TEST(Spool, CopiesMoreThanOneBuffer) {
  const Scratch scratch;
  std::string text;
  for (int i = 0; i < 200000; ++i) text += std::to_string(i) + "\n";
  ASSERT_EQ(::mkfifo(scratch.path("fifo").c_str(), 0600), 0);
  std::thread writer([&] { scratch.write("fifo", text); });
  const Source kept = spool(Source::stream(scratch.path("fifo")), scratch.root());
  writer.join();
  EXPECT_EQ(kept.name(), scratch.path("fifo"));
  EXPECT_EQ(kept.size(), text.size());
  EXPECT_EQ(text_of(kept), text);
  EXPECT_EQ(text_of(kept), text);
}

TEST(Spool, AnEmptyPipeIsAnEmptyDocument) {
  const Scratch scratch;
  const StandardInput input(pipe_with(""));
  const Source kept = spool(Source::standard_input(), scratch.root());
  EXPECT_EQ(kept.size(), 0U);
  EXPECT_EQ(text_of(kept), "");
}

TEST(Spool, LeavesAFileAsItIs) {
  const Scratch scratch;
  const Source source = Source::file(scratch.write("a", "text"), 4);
  EXPECT_EQ(text_of(spool(source, "/nowhere")), "text");
}

TEST(Spool, TakesRedirectedFilesFromWhereTheyStandWithoutACopy) {
  const Scratch scratch;
  const int number = ::open(scratch.write("a", "first\nsecond\n").c_str(), O_RDONLY | O_CLOEXEC);
  ASSERT_EQ(::lseek(number, 6, SEEK_SET), 6);
  const StandardInput input(number);
  const Source source = Source::standard_input();
  const Source kept = spool(source, "/nowhere");
  EXPECT_EQ(kept.size(), 7U);
  EXPECT_EQ(text_of(kept), "second\n");
  EXPECT_EQ(text_of(kept), "second\n");
  EXPECT_THROW((void)source.open(), Error) << "its one reading is given away";
}

TEST(Spool, AMissingFolderIsAnErrorThatNamesIt) {
  const StandardInput input(pipe_with("x"));
  const Problem problem = problem_of([] { (void)spool(Source::standard_input(), "/nowhere"); });
  EXPECT_EQ(problem.file, "/nowhere");
  EXPECT_EQ(problem.cause, "No such file or directory, while keeping a copy of '-'");
}

TEST(Spool, AFullDiskIsAnErrorThatNamesTheFolder) {
  const Scratch scratch;
  const StandardInput input(pipe_with(std::string(5000, 'x')));
  // No file may grow past 1,000 bytes; the system answers as it does for a full disk, with another number.
  struct rlimit before {};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = ::signal(SIGXFSZ, SIG_IGN);
  const struct rlimit narrow { .rlim_cur = 1000, .rlim_max = before.rlim_max };
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &narrow), 0);
  const Problem problem = problem_of([&] { (void)spool(Source::standard_input(), scratch.root()); });
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  (void)::signal(SIGXFSZ, handler);
  EXPECT_EQ(problem.file, scratch.root());
  EXPECT_EQ(problem.cause, "File too large, while keeping a copy of '-'");
  EXPECT_NE(problem.hint, "");
}

TEST(Source, FilesAreReadTwiceAndPipesAreNot) {
  const Scratch scratch;
  const Document file = Source::file(scratch.write("a", "some text"), 9).open();
  EXPECT_EQ(read_all(*file.bytes, 4), "some text");
  EXPECT_TRUE(file.bytes->rewind());
  EXPECT_EQ(read_all(*file.bytes), "some text");
  const StandardInput input(pipe_with("some text"));
  const Document pipe = Source::standard_input().open();
  EXPECT_FALSE(pipe.bytes->rewind());
  EXPECT_EQ(read_all(*pipe.bytes), "some text");
  EXPECT_FALSE(pipe.bytes->rewind());
}

TEST(Source, ARedirectedFileIsRewoundToWhereItWasRedirected) {
  const Scratch scratch;
  const int number = ::open(scratch.write("a", "first\nsecond\n").c_str(), O_RDONLY | O_CLOEXEC);
  ASSERT_EQ(::lseek(number, 6, SEEK_SET), 6);
  const StandardInput input(number);
  const Document document = Source::standard_input().open();
  EXPECT_EQ(read_all(*document.bytes), "second\n");
  EXPECT_TRUE(document.bytes->rewind());
  EXPECT_EQ(read_all(*document.bytes), "second\n");
}

TEST(Source, FilesAndKeptStreamsAreAtRest) {
  const Scratch scratch;
  const Source file = Source::file(scratch.write("a", "some text"), 9);
  EXPECT_EQ(KeptSource(file.at_rest()).size(), 9U);
  EXPECT_EQ(Source::standard_input().at_rest(), nullptr);
  const StandardInput input(pipe_with("from a pipe"));
  const Source kept = spool(Source::standard_input(), scratch.root());
  KeptSource bytes(kept.at_rest());
  EXPECT_EQ(read_all(bytes), "from a pipe");
  EXPECT_THROW((void)Source::file("/nowhere/a", 1).at_rest(), Error);
}

}  // namespace
}  // namespace corpus::io
