// SPDX-License-Identifier: MIT
#include "corpus/io/inputs.hpp"

#include <sys/stat.h>

#include "containers.hpp"
#include "scratch.hpp"

namespace corpus::io {
namespace {

using namespace std::string_view_literals;
using Names = std::vector<std::string>;
using testing::pipe_with;
using testing::problem_of;
using testing::StandardInput;

/// Works inside a fresh directory, so that names are short and relative.
class FindSources : public ::testing::Test {
 protected:
  void SetUp() override {
    start_ = std::filesystem::current_path();
    std::filesystem::permissions(scratch_.root(), std::filesystem::perms::all);
    std::filesystem::current_path(scratch_.root());
  }
  void TearDown() override { std::filesystem::current_path(start_); }

  static Names names(const InputOptions& options) {
    Names result;
    for (const Source& source : find_sources(options).sources) result.push_back(source.name());
    return result;
  }

  static Problem problem(const InputOptions& options) {
    return problem_of([&] { find_sources(options); });
  }

  testing::Scratch scratch_;
  std::filesystem::path start_;
};

TEST_F(FindSources, ComeInTheOrderGiven) {
  scratch_.write("b.txt", "bb");
  scratch_.write("texts/2", "");
  scratch_.write("texts/1", "");
  scratch_.write("a.txt", "");
  EXPECT_EQ(names({.inputs = {"b.txt", "texts", "a.txt"}}), (Names{"b.txt", "texts/1", "texts/2", "a.txt"}));
  EXPECT_EQ(names({.inputs = {"."}}), (Names{"./a.txt", "./b.txt", "./texts/1", "./texts/2"}));
  EXPECT_EQ(find_sources({.inputs = {"b.txt"}}).sources[0].size(), 2U);
  EXPECT_EQ(find_sources({.inputs = {"."}}).sources[1].size(), 2U);
}

TEST_F(FindSources, NoneMeansStandardInput) {
  const StandardInput input(pipe_with("x"));
  EXPECT_EQ(names({}), Names{"-"});
  EXPECT_EQ(names({.inputs = {"-"}}), Names{"-"});
}

TEST_F(FindSources, StandardInputTwiceIsAnError) {
  const StandardInput input(pipe_with("x"));
  EXPECT_EQ(problem({.inputs = {"-", "-"}}).file, "-");
  EXPECT_EQ(problem({.inputs = {"-", "/dev/stdin"}}).file, "/dev/stdin");
}

TEST_F(FindSources, ClosedStandardInputIsAnError) {
  const StandardInput closed(-1);
  EXPECT_EQ(problem({}).cause, "standard input is closed");
}

TEST_F(FindSources, PipesAndDevicesNamedOutrightAreStreams) {
  const int number = pipe_with("through a pipe");
  const Listing listing = find_sources({.inputs = {"/dev/fd/" + std::to_string(number), "/dev/null"}});
  ASSERT_EQ(listing.sources.size(), 2U);
  EXPECT_FALSE(listing.sources[0].reopenable());
  EXPECT_EQ(testing::read_all(*listing.sources[0].open().bytes), "through a pipe");
  EXPECT_EQ(testing::read_all(*listing.sources[1].open().bytes), "");
  ::close(number);
}

TEST_F(FindSources, ListingDoesNotWaitForAPipe) {
  ASSERT_EQ(::mkfifo("fifo", 0600), 0);  // nobody writes
  EXPECT_EQ(names({.inputs = {"fifo"}}), Names{"fifo"});
}

TEST_F(FindSources, WhatIsNamedOutrightIsTakenWhateverItIs) {
  scratch_.write(".hidden", "");
  scratch_.write("binary", "\0"sv);
  scratch_.write("a", "");
  scratch_.link("link", "a");
  EXPECT_EQ(names({.inputs = {".hidden", "binary", "link"}, .exclude = {"*"}}), (Names{".hidden", "binary", "link"}));
}

TEST_F(FindSources, NamesAreBytes) {
  const Names strange{"d/a\nb", "d/a\x1B[31m", "d/b\t", "d/\xFF\xFE"};
  for (const std::string& name : strange) scratch_.write(name, name);
  EXPECT_EQ(names({.inputs = {"d"}}), (Names{"d/a\nb", "d/a\x1B[31m", "d/b\t", "d/\xFF\xFE"}));
  for (const Source& source : find_sources({.inputs = strange}).sources) {
    EXPECT_EQ(testing::read_all(*source.open().bytes), source.name());
  }
}

TEST_F(FindSources, WalksPassOverFilesWithNulBytesAndCountThem) {
  scratch_.write("d/binary", "text\0"sv);
  scratch_.write("d/far", std::string(1000000, 'x') + '\0');
  scratch_.write("d/text", std::string(1000000, 'x'));
  scratch_.write("d/utf-16",
                 "\xFF\xFE"
                 "a\0"sv);
  scratch_.write("d/empty", "");
  const Listing listing = find_sources({.inputs = {"d"}});
  EXPECT_EQ(names({.inputs = {"d"}}), (Names{"d/empty", "d/text", "d/utf-16"}));
  EXPECT_EQ(listing.passed_over, PassedOver{.nul_files = 2});
  EXPECT_EQ(listing.passed_over.summary(), "2 files with NUL bytes");
}

TEST_F(FindSources, WithAnEncodingNulBytesAreKept) {
  scratch_.write("d/binary", "a\0b"sv);
  const Listing listing = find_sources({.inputs = {"d"}, .nul_files = NulFiles::keep});
  ASSERT_EQ(listing.sources.size(), 1U);
  EXPECT_EQ(listing.sources[0].size(), 3U);
  EXPECT_EQ(listing.passed_over, PassedOver{});
}

TEST_F(FindSources, WhatWalksLeaveOutAddsUp) {
  for (const std::string folder : {"d", "e"}) {
    scratch_.write(folder + "/a", "");
    scratch_.link(folder + "/link", "a");
    scratch_.write(folder + "/.hidden", "");
    scratch_.write(folder + "/old", "");
    ASSERT_EQ(::mkfifo((folder + "/fifo").c_str(), 0600), 0);
  }
  scratch_.write("e/nul", "\0"sv);
  const PassedOver passed_over = find_sources({.inputs = {"d", "e"}, .exclude = {"old"}}).passed_over;
  EXPECT_EQ(passed_over, (PassedOver{.nul_files = 1, .links = 2, .special = 2, .hidden = 2, .unmatched = 2}));
  EXPECT_EQ(passed_over.summary(), "1 file with NUL bytes, 2 symbolic links, 2 pipes, sockets or devices");
}

TEST_F(FindSources, AMissingFileIsAnErrorWithTheNearestName) {
  scratch_.write("interview.txt", "");
  const Problem found = problem({.inputs = {"intervew.txt"}});
  EXPECT_EQ(found.file, "intervew.txt");
  EXPECT_EQ(found.cause, "No such file or directory");
  EXPECT_EQ(found.hint, "did you mean 'interview.txt'?");
}

TEST_F(FindSources, WhatCannotBeReachedIsAnError) {
  scratch_.write("a", "");
  scratch_.link("dangling", "nowhere");
  scratch_.link("circle", "circle2");
  scratch_.link("circle2", "circle");
  EXPECT_EQ(problem({.inputs = {"dangling"}}).cause, "a symbolic link to 'nowhere', which does not exist");
  EXPECT_EQ(problem({.inputs = {"circle"}}).cause, "Too many levels of symbolic links");
  EXPECT_EQ(problem({.inputs = {"a/b"}}).cause, "Not a directory");
  EXPECT_EQ(problem({.inputs = {std::string(300, 'a')}}).cause, "File name too long");
  EXPECT_EQ(problem({.inputs = {""}}).cause, "the name of an input is empty");
  EXPECT_EQ(problem({.inputs = {std::string("a\0b", 3)}}).cause, "the name of an input holds a NUL byte");
}

TEST_F(FindSources, WhatMayNotBeReadIsAnError) {
  scratch_.write("d/a", "");
  scratch_.write("d/b", "");
  std::filesystem::permissions("d/a", std::filesystem::perms::none);
  testing::as_nobody([&] {
    EXPECT_EQ(problem({.inputs = {"d/a"}}).cause, "Permission denied");
    EXPECT_EQ(problem({.inputs = {"d"}}).file, "d/a");
    const Listing listing = find_sources({.inputs = {"d"}, .on_problem = OnProblem::collect});
    EXPECT_EQ(listing.sources.size(), 1U);
    ASSERT_EQ(listing.problems.size(), 1U);
    EXPECT_EQ(listing.problems[0].problem().file, "d/a");
  });
}

TEST_F(FindSources, AReadErrorInAWalkIsAnError) {
  // Without the file system of the kernel there is no file whose reading fails so surely.
  const Problem found = problem({.inputs = {"/proc/self"}, .include = {"/mem"}});
  EXPECT_EQ(found.file, "/proc/self/mem");
  EXPECT_EQ(found.cause, "Input/output error");
}

TEST_F(FindSources, ADirectoryWithoutDocumentsIsAnError) {
  scratch_.folder("empty/also");
  EXPECT_EQ(problem({.inputs = {"empty"}}).file, "empty");
  EXPECT_EQ(problem({.inputs = {"empty"}}).cause, "no documents in this directory");
  scratch_.write("d/.hidden", "");
  scratch_.write("d/nul", "\0"sv);
  EXPECT_EQ(problem({.inputs = {"d"}}).cause,
            "no documents in this directory, only 1 file with NUL bytes, 1 hidden entry");
  scratch_.write("e/a.md", "");
  EXPECT_EQ(problem({.inputs = {"e"}, .include = {"*.txt"}}).hint, "look at --include and --exclude");
}

TEST_F(FindSources, ProblemsCanBeCollected) {
  scratch_.folder("empty");
  scratch_.write("a", "");
  scratch_.write("b", "");
  const Listing listing =
      find_sources({.inputs = {"none", "a", "empty", "./a", "b"}, .on_problem = OnProblem::collect});
  ASSERT_EQ(listing.sources.size(), 2U);
  EXPECT_EQ(listing.sources[0].name(), "a");
  EXPECT_EQ(listing.sources[1].name(), "b");
  ASSERT_EQ(listing.problems.size(), 3U);
  EXPECT_EQ(listing.problems[0].problem().file, "none");
  EXPECT_EQ(listing.problems[1].problem().file, "empty");
  EXPECT_EQ(listing.problems[2].problem().file, "./a");
}

TEST_F(FindSources, ADocumentGivenTwiceNamesBothWays) {
  scratch_.write("d/a", "");
  scratch_.link("link", "d/a");
  scratch_.write("names", "d/../d/a\n");
  EXPECT_EQ(problem({.inputs = {"d/a", "link"}}).cause,
            "a document given twice, as 'd/a' (named outright) and as 'link' (named outright)");
  EXPECT_EQ(problem({.inputs = {"d", "./d/a"}}).cause,
            "a document given twice, as 'd/a' (in 'd') and as './d/a' (named outright)");
  EXPECT_EQ(problem({.inputs = {"d"}, .files_from = "names"}).cause,
            "a document given twice, as 'd/a' (in 'd') and as 'd/../d/a' (listed in 'names', line 1)");
  EXPECT_EQ(problem({.inputs = {"d", "d/"}}).file, "d/a");
  EXPECT_EQ(problem({.inputs = {".", "d"}}).file, "d/a");
}

TEST_F(FindSources, WhatAWalkLeavesOutIsNotGivenTwice) {
  scratch_.write(".hidden/a", "");
  scratch_.write("b", "");
  EXPECT_EQ(names({.inputs = {".", ".hidden"}}), (Names{"./b", ".hidden/a"}));
}

TEST_F(FindSources, ListsOfNames) {
  scratch_.write("d/1", "");
  scratch_.write("d/2", "");
  scratch_.write("a", "");
  scratch_.write("b\nc", "");
  scratch_.write("lines", "d\r\n\n");
  scratch_.write("nuls", "b\nc\0d\0"sv);
  EXPECT_EQ(names({.inputs = {"a"}, .files_from = "lines"}), (Names{"a", "d/1", "d/2"}));
  EXPECT_EQ(names({.files_from = "nuls", .separator = Separator::nul}), (Names{"b\nc", "d/1", "d/2"}));
}

TEST_F(FindSources, AMissingNameSaysWhereItIsListed) {
  scratch_.write("names", "\nnowhere at all\n");
  EXPECT_EQ(problem({.files_from = "names"}).cause, "No such file or directory (listed in 'names', line 2)");
}

TEST_F(FindSources, StandardInputIsTheListOrADocument) {
  scratch_.write("a", "");
  {
    const StandardInput input(pipe_with("a\n"));
    EXPECT_EQ(names({.files_from = "-"}), Names{"a"});
  }
  const StandardInput input(pipe_with("a\n-\n"));
  EXPECT_EQ(problem({.files_from = "-"}).cause.substr(0, 27), "standard input cannot be bo");
}

TEST_F(FindSources, AnEmptyListIsAnErrorAndNotStandardInput) {
  scratch_.write("names", "\n");
  EXPECT_EQ(problem({.files_from = "names"}).file, "names");
}

TEST_F(FindSources, WalksKeepContainersWhateverBytesTheyHold) {
  scratch_.write("d/a.gz", testing::sample(Container::gzip));
  scratch_.write("d/b.tar", testing::tar_of({{.name = "a"}}));
  scratch_.write("d/c.zip", testing::sample_zip());
  scratch_.write("d/binary", "text\0"sv);
  const Listing listing = find_sources({.inputs = {"d", "d/a.gz"}, .on_problem = OnProblem::collect});
  ASSERT_EQ(listing.sources.size(), 3U);
  EXPECT_EQ(listing.passed_over, PassedOver{.nul_files = 1});
  EXPECT_EQ(listing.sources[0].found(), Found::in_walk);
  EXPECT_EQ(find_sources({.inputs = {"d/a.gz"}}).sources[0].found(), Found::outright);
}

}  // namespace
}  // namespace corpus::io
