// SPDX-License-Identifier: MIT
#include "corpus/io/git.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "corpus/io/documents.hpp"
#include "corpus/io/git_blobs.hpp"
#include "corpus/io/git_process.hpp"
#include "scratch.hpp"

namespace corpus::io {
namespace {

using testing::problem_of;
using testing::read_all;

/// A repository of its own, and a git that looks nowhere else.
class Git : public ::testing::Test {
 protected:
  [[nodiscard]] GitProgram program() const {
    std::vector<std::string> environment{"GIT_DIR=" + scratch_.path("t/.git"),
                                         "GIT_WORK_TREE=" + scratch_.path("t"),
                                         "HOME=" + scratch_.root(),
                                         "GIT_CONFIG_NOSYSTEM=1",
                                         "GIT_AUTHOR_NAME=a",
                                         "GIT_AUTHOR_EMAIL=a@example.org",
                                         "GIT_COMMITTER_NAME=a",
                                         "GIT_COMMITTER_EMAIL=a@example.org"};
    if (const char* path = std::getenv("PATH")) environment.push_back(std::string("PATH=") + path);
    return {.environment = std::move(environment)};
  }

  /// Runs git; its output.
  std::string git(const std::vector<std::string>& arguments) const {
    GitProcess process{program(), arguments};
    std::string text;
    std::array<char, 4096> buffer{};
    while (const std::size_t got = process.read(buffer)) text.append(buffer.data(), got);
    EXPECT_TRUE(process.succeeded()) << process.complaint();
    return text;
  }

  void write(const std::string& name, std::string_view text) const { scratch_.write("t/" + name, text); }

  void commit(const std::string& message) const {
    git({"add", "-A"});
    git({"commit", "-q", "--allow-empty", "-m", message});
  }

  void SetUp() override {
    scratch_.folder("t");
    git({"init", "-q"});
  }

  [[nodiscard]] Listing find(const std::string& input) const { return find_in_git(input, {.program = program()}); }

  /// `name: text` of each document.
  [[nodiscard]] std::vector<std::string> documents(const std::string& input) const {
    std::vector<std::string> all;
    for (const Source& source : find(input).sources) {
      Documents found{source, {}};
      while (auto document = found.next()) all.push_back(document->name + ": " + read_all(*document->bytes));
    }
    return all;
  }

  testing::Scratch scratch_;
};

using Strings = std::vector<std::string>;

TEST(GitPaths, AreTakenApartAtTheFirstColonOutsideBraces) {
  const auto split = [](std::string_view input) {
    const auto parts = split_git_path(input);
    return parts ? parts->revision + " | " + parts->path : "none";
  };
  EXPECT_EQ(split("HEAD~1:texts"), "HEAD~1 | texts");
  EXPECT_EQ(split("HEAD:"), "HEAD | ");
  EXPECT_EQ(split("v1.2:a:b.txt"), "v1.2 | a:b.txt");
  EXPECT_EQ(split("HEAD^{/fix: typos}:a"), "HEAD^{/fix: typos} | a");
  EXPECT_EQ(split("main@{12:00}:a"), "main@{12:00} | a");
  EXPECT_EQ(split(":a"), "none");
  EXPECT_EQ(split("texts"), "none");
  EXPECT_EQ(split(""), "none");
  EXPECT_EQ(split("HEAD}:a"), "HEAD} | a");
}

TEST_F(Git, ReadsARevision) {
  write("texts/a.txt", "old\n");
  write("texts/de/b.txt", "");
  write("other.txt", "other");
  commit("one");
  git({"tag", "v1"});
  write("texts/a.txt", "new\n");
  commit("two");
  EXPECT_EQ(documents("HEAD~1:texts"), (Strings{"HEAD~1:texts/a.txt: old\n", "HEAD~1:texts/de/b.txt: "}));
  EXPECT_EQ(documents("HEAD:texts/"), (Strings{"HEAD:texts/a.txt: new\n", "HEAD:texts/de/b.txt: "}));
  EXPECT_EQ(documents("v1:"), (Strings{"v1:other.txt: other", "v1:texts/a.txt: old\n", "v1:texts/de/b.txt: "}));
  EXPECT_EQ(documents("v1:texts/a.txt"), (Strings{"v1:texts/a.txt: old\n"}));
  EXPECT_EQ(find("v1:texts/a.txt").sources[0].size(), 4U);
}

// Bytes are bytes: line ends, NUL, names that git would quote, a size beyond every buffer.
TEST_F(Git, GivesBytesAsTheyAre) {
  const std::string large(3'000'000, 'x');
  write("a\tb\nc\"é\xFF.txt", "\r\n\r");
  write("large.txt", large);
  commit("one");
  const auto all = documents("HEAD:");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0], "HEAD:a\tb\nc\"é\xFF.txt: \r\n\r");
  EXPECT_EQ(all[1], "HEAD:large.txt: " + large);
}

// In the order of a walk: by the bytes of the paths.
TEST_F(Git, OrderIsThatOfAWalk) {
  for (const char* name : {"a/b", "a.txt", "a-b", "a0", "é", "Z"}) write(name, "x");
  commit("one");
  Strings names;
  for (const Source& source : find("HEAD:").sources) names.push_back(source.name());
  EXPECT_EQ(names, (Strings{"HEAD:Z", "HEAD:a-b", "HEAD:a.txt", "HEAD:a/b", "HEAD:a0", "HEAD:é"}));
}

TEST_F(Git, PassesOverWhatAWalkDoes) {
  write("a.txt", "a");
  write(".hidden/b.txt", "b");
  write("c.bin", std::string("\0\1", 2));
  scratch_.link("t/link.txt", "a.txt");
  scratch_.link("t/nowhere.txt", "nothing");
  commit("one");
  const std::string head = git({"rev-parse", "HEAD"});
  git({"update-index", "--add", "--cacheinfo", "160000," + head.substr(0, head.size() - 1) + ",module"});
  git({"commit", "-q", "-m", "two"});
  const Listing listing = find("HEAD:");
  EXPECT_EQ(listing.sources.size(), 2U);
  EXPECT_EQ(listing.passed_over, (PassedOver{.links = 2, .hidden = 1, .submodules = 1}));
  EXPECT_EQ(listing.passed_over.summary(), "2 symbolic links, 1 submodule");
  Documents binary{listing.sources[1], {}};
  EXPECT_FALSE(binary.next());
  EXPECT_EQ(binary.passed_over(), (PassedOver{.nul_files = 1}));
  // Named outright, a link is followed and a submodule is an Error.
  EXPECT_EQ(documents("HEAD:link.txt"), Strings{"HEAD:link.txt: a"});
  EXPECT_EQ(problem_of([&] { (void)find("HEAD:nowhere.txt"); }).cause, "no 'nowhere.txt' in revision HEAD");
  EXPECT_EQ(problem_of([&] { (void)find("HEAD:module"); }).cause, "no 'module' in revision HEAD");
}

TEST_F(Git, TakesTheGlobsOfAWalk) {
  for (const char* name : {"a.txt", "a.md", "de/b.txt", "drafts/c.txt"}) write(name, "x");
  commit("one");
  const Listing listing = find_in_git("HEAD:", {.program = program(), .include = {"*.txt"}, .exclude = {"drafts"}});
  ASSERT_EQ(listing.sources.size(), 2U);
  EXPECT_EQ(listing.sources[1].name(), "HEAD:de/b.txt");
  EXPECT_EQ(listing.passed_over.unmatched, 2U);
  const Problem problem =
      problem_of([&] { (void)find_in_git("HEAD:drafts", {.program = program(), .include = {"*.md"}}); });
  EXPECT_EQ(problem.cause, "no documents in this folder of the revision");
  EXPECT_EQ(problem.hint, "look at --include and --exclude");
}

TEST_F(Git, WhatIsNotThereIsNamed) {
  write("a.txt", "a");
  commit("one");
  const auto problem = [&](const std::string& input) { return problem_of([&] { (void)find(input); }); };
  EXPECT_EQ(problem("HEAD~9:a.txt").file, "HEAD~9:a.txt");
  EXPECT_EQ(problem("HEAD~9:a.txt").cause, "git knows no revision 'HEAD~9' here");
  EXPECT_EQ(problem("HEAD:b.txt").cause, "no 'b.txt' in revision HEAD");
  EXPECT_EQ(problem("a.txt").cause, "this is no REVISION:PATH");
  EXPECT_EQ(problem("HEAD:a\nHEAD:b").cause, "git cannot be asked for a name with a line end in it");
}

// What looks like an option is a name all the same.
TEST_F(Git, NothingBecomesAnOption) {
  write("--output=x", "a");
  commit("one");
  EXPECT_EQ(documents("HEAD:--output=x"), Strings{"HEAD:--output=x: a"});
  EXPECT_EQ(problem_of([&] { (void)find("--all:a"); }).cause, "git knows no revision '--all' here");
  EXPECT_EQ(problem_of([&] { (void)find("--batch-all-objects:"); }).cause,
            "git knows no revision '--batch-all-objects' here");
}

TEST_F(Git, NoRepositoryAndNoGit) {
  GitProgram elsewhere = program();
  elsewhere.environment[0] = "GIT_DIR=" + scratch_.path("nowhere");
  const Problem problem = problem_of([&] { (void)find_in_git("HEAD:a", {.program = elsewhere}); });
  EXPECT_EQ(problem.file, "HEAD:a");
  EXPECT_EQ(problem.cause, "git: not a git repository: '" + scratch_.path("nowhere") + "'");
  const Problem missing = problem_of([] { (void)find_in_git("HEAD:a", {.program = {.name = "no-such-git"}}); });
  EXPECT_EQ(missing.file, "no-such-git");
  EXPECT_EQ(missing.cause, "cannot be started: No such file or directory");
}

TEST_F(Git, PointersOfLfsAreNoTexts) {
  const std::string pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n";
  write("a.txt", pointer);
  write("b.txt", pointer + std::string(2000, 'x'));
  write("c.txt", "version 2");
  commit("one");
  const Problem problem = problem_of([&] { (void)documents("HEAD:a.txt"); });
  EXPECT_EQ(problem.file, "HEAD:a.txt");
  EXPECT_EQ(problem.cause, "git holds but a pointer of Git LFS here, not the text");
  EXPECT_EQ(documents("HEAD:b.txt").size(), 1U);
  EXPECT_EQ(documents("HEAD:c.txt"), Strings{"HEAD:c.txt: version 2"});
}

// One that is left in the middle, or read twice, disturbs none that is read after it.
TEST_F(Git, CanBeLeftAndReadAgain) {
  write("a.txt", std::string(3'000'000, 'a') + "end");
  write("b.txt", std::string(5000, 'b'));
  write("c.txt", "c");
  commit("one");
  const Listing listing = find("HEAD:");
  for (const std::size_t size : {1U, 1000U, 100000U}) {
    for (const Source& source : listing.sources) {
      auto bytes = source.open().bytes;
      std::vector<char> some(size);
      EXPECT_GT(bytes->read(some), 0U);
      ASSERT_TRUE(bytes->rewind());
      const std::string whole = read_all(*bytes);
      EXPECT_EQ(whole.size(), source.size());
      EXPECT_EQ(bytes->read(some), 0U);
      ASSERT_TRUE(bytes->rewind());
      EXPECT_EQ(read_all(*bytes, 7777), whole);
      EXPECT_GT(source.open().bytes->read(some), 0U);
    }
  }
}

TEST_F(Git, ThreadsReadSideBySide) {
  for (int i = 0; i < 60; ++i) write("f" + std::to_string(i), std::string(static_cast<std::size_t>(i) * 997, 'x'));
  commit("one");
  const Listing listing = find("HEAD:");
  std::vector<std::size_t> sizes(listing.sources.size());
  std::vector<std::thread> threads;
  for (std::size_t thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&, thread] {
      for (std::size_t i = thread; i < sizes.size(); i += 4) {
        sizes[i] = read_all(*listing.sources[i].open().bytes).size();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < sizes.size(); ++i) EXPECT_EQ(sizes[i], listing.sources[i].size());
}

// A container in a revision is opened as one in a folder is.
TEST_F(Git, OpensWhatIsPacked) {
  write("in/a.txt", "a");
  commit("one");
  const std::string tar = git({"archive", "--format=tar", "HEAD:in"});
  write("b.tar", tar);
  const std::string zip = git({"archive", "--format=zip", "HEAD:in"});
  write("c.zip", zip);
  commit("two");
  EXPECT_EQ(documents("HEAD:"), (Strings{"HEAD:b.tar!a.txt: a", "HEAD:c.zip!a.txt: a", "HEAD:in/a.txt: a"}));
}

// An object that is gone, as in a damaged repository.
TEST_F(Git, WhatGitHasLost) {
  write("a.txt", "lost");
  commit("one");
  const Listing listing = find("HEAD:");
  const std::string id = git({"rev-parse", "HEAD:a.txt"});
  std::filesystem::remove(scratch_.path("t/.git/objects/" + id.substr(0, 2) + "/" + id.substr(2, id.size() - 3)));
  const Problem problem = problem_of([&] { (void)read_all(*listing.sources[0].open().bytes); });
  EXPECT_EQ(problem.file, "HEAD:a.txt");
  EXPECT_EQ(problem.cause, "git cannot give its content: " + id.substr(0, id.size() - 1) + " missing");
}

}  // namespace
}  // namespace corpus::io
