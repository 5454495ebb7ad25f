// SPDX-License-Identifier: MIT
#include "corpus/compare/record_paths.hpp"

#include <gtest/gtest.h>

namespace corpus::compare {
namespace {

using Names = std::vector<std::string>;

TEST(RecordPaths, BelowADirectory) {
  EXPECT_EQ(record_paths(Names{"texts/a.txt", "texts/de/b.txt"}, "texts"), (Names{"a.txt", "de/b.txt"}));
  EXPECT_EQ(record_paths(Names{"texts/de/b.txt"}, "texts/"), (Names{"de/b.txt"}));
  EXPECT_EQ(record_paths(Names{"./texts//de/b.txt"}, "./texts/"), (Names{"de/b.txt"}));
  EXPECT_EQ(record_paths(Names{"./a.txt", "./de/a.txt"}, "."), (Names{"a.txt", "de/a.txt"}));
  EXPECT_EQ(record_paths(Names{"../texts/a.txt"}, "../texts"), (Names{"a.txt"}));
  EXPECT_EQ(record_paths(Names{"/a/b.txt"}, "/"), (Names{"a/b.txt"}));
  EXPECT_EQ(record_paths(Names{"/a/b.txt"}, "/a"), (Names{"b.txt"}));
}

// As it is for the one named, so it is for one in a directory, but for the archive's name.
TEST(RecordPaths, InAnArchiveOrATable) {
  EXPECT_EQ(record_paths(Names{"x/old.zip!de/a.txt", "x/old.zip!b.txt"}, "x/old.zip"), (Names{"de/a.txt", "b.txt"}));
  EXPECT_EQ(record_paths(Names{"texts/old.zip!de/a.txt"}, "texts"), (Names{"old.zip!de/a.txt"}));
  EXPECT_EQ(record_paths(Names{"debates.csv!7", "debates.csv!8"}, "debates.csv"), (Names{"7", "8"}));
  EXPECT_EQ(record_paths(Names{"-!a.txt"}, "-"), (Names{"a.txt"}));
  EXPECT_EQ(record_paths(Names{"a.zip!.//b.txt"}, "a.zip"), (Names{".//b.txt"}));
}

TEST(RecordPaths, AFileIsCalledByTheLastPart) {
  EXPECT_EQ(record_paths(Names{"texts/a.txt"}, "texts/a.txt"), (Names{"a.txt"}));
  EXPECT_EQ(record_paths(Names{"a.txt.gz"}, "a.txt.gz"), (Names{"a.txt.gz"}));
  EXPECT_EQ(record_paths(Names{"-"}, "-"), (Names{"-"}));
  EXPECT_EQ(record_paths(Names{"/a.txt"}, "/a.txt"), (Names{"a.txt"}));
}

TEST(RecordPaths, OfSeveralInputsBelowWhatTheyShare) {
  EXPECT_EQ(record_paths(Names{"texts/de/a.txt", "texts/en/a.txt"}), (Names{"de/a.txt", "en/a.txt"}));
  EXPECT_EQ(record_paths(Names{"texts/a.txt", "./texts/b.txt"}), (Names{"a.txt", "b.txt"}));
  EXPECT_EQ(record_paths(Names{"texts/a.txt", "text/b.txt"}), (Names{"texts/a.txt", "text/b.txt"}));
  EXPECT_EQ(record_paths(Names{"/x/a.txt", "/y/b.txt"}), (Names{"x/a.txt", "y/b.txt"}));
  EXPECT_EQ(record_paths(Names{"/x/a.txt", "y/b.txt"}), (Names{"/x/a.txt", "y/b.txt"}));
  EXPECT_EQ(record_paths(Names{"x/a.zip!m/n.txt", "x/b.zip!m/n.txt"}), (Names{"a.zip!m/n.txt", "b.zip!m/n.txt"}));
  EXPECT_EQ(record_paths(Names{"x/a.zip!m/n.txt", "x/a.zip!m/o.txt"}), (Names{"a.zip!m/n.txt", "a.zip!m/o.txt"}));
  EXPECT_EQ(record_paths(Names{"x/y/a.txt"}), (Names{"a.txt"}));
  EXPECT_EQ(record_paths(Names{}), Names{});
}

TEST(RecordPaths, InAGitRevision) {
  EXPECT_EQ(record_paths(Names{"HEAD~1:texts/a.txt", "HEAD~1:texts/de/b.txt"}, "HEAD~1:texts"),
            (Names{"a.txt", "de/b.txt"}));
  EXPECT_EQ(record_paths(Names{"HEAD:a.txt", "HEAD:de/b.txt"}, "HEAD:"), (Names{"a.txt", "de/b.txt"}));
  EXPECT_EQ(record_paths(Names{"v1:old.zip!a.txt"}, "v1:old.zip"), (Names{"a.txt"}));
  EXPECT_EQ(record_paths(Names{"v1:texts/a.txt"}, "v1:texts/a.txt"), (Names{"a.txt"}));
}

}  // namespace
}  // namespace corpus::compare
