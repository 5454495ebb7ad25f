// SPDX-License-Identifier: MIT
#include "cmd/diff_paths.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace corpus::cmd {
namespace {

using Names = std::vector<std::string>;

TEST(SidePaths, BeginBelowWhatWasNamed) {
  const Names before{"old/de/a.txt", "old/b.txt"};
  const Names after{"x/new/de/a.txt"};
  const auto paths = side_paths({before, "old"}, {after, "./x/new/"});
  EXPECT_EQ(paths.before, (Names{"de/a.txt", "b.txt"}));
  EXPECT_EQ(paths.after, (Names{"de/a.txt"}));
}

TEST(SidePaths, OfARevisionBeginBelowItsPath) {
  const Names before{"HEAD~1:texts/a.txt", "HEAD~1:texts/b/c.txt"};
  EXPECT_EQ(paths_below({before, "HEAD~1:texts"}), (Names{"a.txt", "b/c.txt"}));
  const Names all{"v1.0:texts/a.txt"};
  EXPECT_EQ(paths_below({all, "v1.0:"}), (Names{"texts/a.txt"}));
}

TEST(SidePaths, OfALockAreAsTheyStand) {
  const Names before{"corpus.lock", "corpus.lock/a.txt", "b.txt"};
  EXPECT_EQ(paths_below({before, ""}), before);
}

TEST(SidePaths, TwoFilesAreOneDocument) {
  const Names before{"texts/a.txt"};
  const Names after{"other/b.txt"};
  const auto paths = side_paths({before, "texts/a.txt"}, {after, "other/b.txt"});
  EXPECT_EQ(paths.before, paths.after);
  EXPECT_EQ(paths.after, (Names{"b.txt"}));
  // The only file of a folder may be another document.
  const auto in_folder = side_paths({before, "texts"}, {after, "other/b.txt"});
  EXPECT_EQ(in_folder.before, (Names{"a.txt"}));
}

TEST(SidePaths, AnArchiveMayHoldTheFolder) {
  const Names before{"texts/a.txt", "texts/b.txt"};
  const Names after{"t.zip!texts/a.txt", "t.zip!texts/c.txt"};
  EXPECT_EQ(side_paths({before, "texts"}, {after, "t.zip"}).after, (Names{"a.txt", "c.txt"}));
  EXPECT_EQ(side_paths({after, "t.zip"}, {before, "texts"}).before, (Names{"a.txt", "c.txt"}));
  // Not where paths agree as they stand, where not all are in one folder, and where it would make none agree.
  const Names with_folder{"here/texts/a.txt", "here/a.txt"};
  EXPECT_EQ(side_paths({with_folder, "here"}, {after, "t.zip"}).after, (Names{"texts/a.txt", "texts/c.txt"}));
  const Names two{"t.zip!texts/a.txt", "t.zip!a/c.txt"};
  EXPECT_EQ(side_paths({before, "texts"}, {two, "t.zip"}).after, (Names{"texts/a.txt", "a/c.txt"}));
  const Names others{"t.zip!texts/x.txt"};
  EXPECT_EQ(side_paths({before, "texts"}, {others, "t.zip"}).after, (Names{"texts/x.txt"}));
}

}  // namespace
}  // namespace corpus::cmd
