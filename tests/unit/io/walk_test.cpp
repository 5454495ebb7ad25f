// SPDX-License-Identifier: MIT
#include "corpus/io/walk.hpp"

#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>

#include "scratch.hpp"

namespace corpus::io {
namespace {

using Names = std::vector<std::string>;
using testing::Scratch;

void fail(const Error& error) { ADD_FAILURE() << error.what(); }

Walk walk(const Scratch& scratch, const Names& include = {}, const Names& exclude = {}) {
  Walk result = walk_directory(scratch.root(), PathFilter(include, exclude), fail);
  for (std::string& file : result.files) file.erase(0, scratch.root().size() + 1);
  return result;
}

TEST(Walk, GoesInByteOrderOfWholePaths) {
  const Scratch scratch;
  const Names names{"B",    "a b", "a!/x", "a-b/x", "a-c",   "a.txt",   "a/-",      "a/b/c", "a/b0/c",
                    "a/b1", "a0",  "b",    "b\nc",  "b\x1B", "z/z/z/z", "\xC3\xA9", "\xFF"};
  for (const std::string& name : names) scratch.write(name, "");
  Names expected = names;
  std::sort(expected.begin(), expected.end());  // as std::string orders: unsigned bytes, the slash as it stands
  EXPECT_EQ(walk(scratch).files, expected);
  EXPECT_LT(std::find(expected.begin(), expected.end(), "a-c"), std::find(expected.begin(), expected.end(), "a.txt"));
  EXPECT_LT(std::find(expected.begin(), expected.end(), "a.txt"), std::find(expected.begin(), expected.end(), "a/-"));
}

TEST(Walk, NamesBeginAsTheDirectoryWasGiven) {
  const Scratch scratch;
  scratch.write("a/b", "");
  const PathFilter all({}, {});
  EXPECT_EQ(walk_directory(scratch.root(), all, fail).files, Names{scratch.root() + "/a/b"});
  EXPECT_EQ(walk_directory(scratch.root() + "/", all, fail).files, Names{scratch.root() + "/a/b"});
  EXPECT_EQ(walk_directory(scratch.root() + "/a/..", all, fail).files, Names{scratch.root() + "/a/../a/b"});
}

TEST(Walk, LeavesHiddenThingsOutAndCountsThem) {
  const Scratch scratch;
  scratch.write(".hidden", "");
  scratch.write(".folder/a", "");
  scratch.write("b/.c", "");
  scratch.write("b/d", "");
  const Walk result = walk(scratch);
  EXPECT_EQ(result.files, Names{"b/d"});
  EXPECT_EQ(result.passed_over, PassedOver{.hidden = 3});
}

TEST(Walk, AHiddenDirectoryNamedOutrightIsWalked) {
  const Scratch scratch;
  scratch.write(".folder/a", "");
  EXPECT_EQ(walk_directory(scratch.path(".folder"), PathFilter({}, {}), fail).files.size(), 1U);
}

TEST(Walk, FollowsNoLinksAndSoHasNoLoops) {
  const Scratch scratch;
  scratch.write("a/b", "");
  scratch.link("a/up", "..");
  scratch.link("file", "a/b");
  scratch.link("dangling", "nowhere");
  const Walk result = walk(scratch);
  EXPECT_EQ(result.files, Names{"a/b"});
  EXPECT_EQ(result.passed_over, PassedOver{.links = 3});
}

TEST(Walk, FollowsTheLinkThatIsTheDirectoryItself) {
  const Scratch scratch;
  scratch.write("a/b", "");
  EXPECT_EQ(walk_directory(scratch.link("link", "a"), PathFilter({}, {}), fail).files, Names{scratch.path("link/b")});
}

TEST(Walk, CountsWhatIsNoFile) {
  const Scratch scratch;
  ASSERT_EQ(::mkfifo(scratch.path("fifo").c_str(), 0600), 0);
  scratch.write("a", "");
  const Walk result = walk(scratch);
  EXPECT_EQ(result.files, Names{"a"});
  EXPECT_EQ(result.passed_over, PassedOver{.special = 1});
}

TEST(Walk, ManyLevelsNeedOneDescriptor) {
  const Scratch scratch;
  std::string name;
  for (int i = 0; i < 300; ++i) name += "d/";
  scratch.write(name + "a", "");
  struct rlimit before {};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  const struct rlimit narrow { .rlim_cur = 100, .rlim_max = before.rlim_max };
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &narrow), 0);
  const Walk result = walk(scratch);
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
  EXPECT_EQ(result.files, Names{name + "a"});
}

TEST(Walk, PathsThatAreTooLongAreAProblem) {
  const Scratch scratch;
  const std::string part(250, 'd');
  const auto start = std::filesystem::current_path();
  std::filesystem::current_path(scratch.root());
  for (int i = 0; i < 17; ++i) {  // 4,250 bytes; the system takes 4,095
    ASSERT_EQ(::mkdir(part.c_str(), 0700), 0);
    ASSERT_EQ(::chdir(part.c_str()), 0);
  }
  std::filesystem::current_path(start);
  std::vector<Problem> problems;
  walk_directory(scratch.root(), PathFilter({}, {}), [&](const Error& e) { problems.push_back(e.problem()); });
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].cause, "File name too long");
}

TEST(Walk, AFolderThatCannotBeReadIsReportedAndTheRestIsWalked) {
  const Scratch scratch;
  scratch.write("a/x", "");
  scratch.write("b/x", "");
  scratch.write("c/x", "");
  std::filesystem::permissions(scratch.path("b"), std::filesystem::perms::none);
  std::filesystem::permissions(scratch.root(), std::filesystem::perms::all);
  std::vector<Problem> problems;
  Walk result;
  testing::as_nobody([&] {
    result =
        walk_directory(scratch.root(), PathFilter({}, {}), [&](const Error& e) { problems.push_back(e.problem()); });
  });
  EXPECT_EQ(result.files, (Names{scratch.path("a/x"), scratch.path("c/x")}));
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].file, scratch.path("b"));
  EXPECT_EQ(problems[0].cause, "Permission denied");
  std::filesystem::permissions(scratch.path("b"), std::filesystem::perms::owner_all);
}

class WalkGlobs : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"a.txt", "b.md", "x/a.txt", "x/drafts/c.txt", "x/y/d.txt", "drafts"}) {
      scratch_.write(name, "");
    }
  }

  Names files(const Names& include, const Names& exclude = {}) const { return walk(scratch_, include, exclude).files; }

  Scratch scratch_;
};

TEST_F(WalkGlobs, WithoutASlashTheyMatchTheLastPart) {
  EXPECT_EQ(files({"*.txt"}), (Names{"a.txt", "x/a.txt", "x/drafts/c.txt", "x/y/d.txt"}));
  EXPECT_EQ(files({"a.*", "*.md"}), (Names{"a.txt", "b.md", "x/a.txt"}));
  EXPECT_EQ(files({}, {"*.txt"}), (Names{"b.md", "drafts"}));
}

TEST_F(WalkGlobs, WithASlashTheyMatchThePathBelowTheDirectory) {
  EXPECT_EQ(files({"x/*.txt"}), Names{"x/a.txt"});
  EXPECT_EQ(files({"/a.txt"}), Names{"a.txt"});
  EXPECT_EQ(files({"./a.txt"}), Names{"a.txt"});
  EXPECT_EQ(files({"x/**/*.txt"}), (Names{"x/a.txt", "x/drafts/c.txt", "x/y/d.txt"}));
  EXPECT_EQ(files({"y/d.txt"}), Names{});
}

TEST_F(WalkGlobs, AFolderStandsForAllThatIsInIt) {
  EXPECT_EQ(files({"y"}), Names{"x/y/d.txt"});
  EXPECT_EQ(files({"x"}), (Names{"x/a.txt", "x/drafts/c.txt", "x/y/d.txt"}));
  EXPECT_EQ(files({}, {"x"}), (Names{"a.txt", "b.md", "drafts"}));
  EXPECT_EQ(files({"*.txt"}, {"x/y"}), (Names{"a.txt", "x/a.txt", "x/drafts/c.txt"}));
}

TEST_F(WalkGlobs, ASlashAtTheEndAsksForAFolder) {
  EXPECT_EQ(files({}, {"drafts/"}), (Names{"a.txt", "b.md", "drafts", "x/a.txt", "x/y/d.txt"}));
  EXPECT_EQ(files({}, {"drafts"}), (Names{"a.txt", "b.md", "x/a.txt", "x/y/d.txt"}));
}

TEST_F(WalkGlobs, ExcludedOutweighsIncluded) { EXPECT_EQ(files({"*.txt"}, {"a.txt", "drafts", "d.*"}), Names{}); }

TEST_F(WalkGlobs, WhatTheyLeaveOutIsCounted) {
  EXPECT_EQ(walk(scratch_, {"*.md"}).passed_over, PassedOver{.unmatched = 5});
  EXPECT_EQ(walk(scratch_, {}, {"x/"}).passed_over, PassedOver{.unmatched = 1});
}

}  // namespace
}  // namespace corpus::io
