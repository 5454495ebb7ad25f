// SPDX-License-Identifier: MIT
#include "corpus/io/duplicates.hpp"

#include <sys/stat.h>

#include <string>
#include <vector>

#include "scratch.hpp"

namespace corpus::io {
namespace {

using testing::Scratch;
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

Pairs duplicates(const std::vector<std::string>& names) {
  std::vector<Source> sources;
  std::vector<Identity> identities;
  for (const std::string& name : names) {
    struct stat status {};
    if (name == "-" ? ::fstat(0, &status) != 0 : ::stat(name.c_str(), &status) != 0) ADD_FAILURE() << name;
    identities.push_back({status.st_dev, status.st_ino, sources.size(), 0});
    sources.push_back(name == "-" ? Source::standard_input() : Source::file(name, 0));
  }
  Pairs pairs;
  for (const auto& [first, second] : find_duplicates(identities, sources)) {
    pairs.emplace_back(first.source, second.source);
  }
  return pairs;
}

TEST(Duplicates, NoneWhereAllDiffer) {
  const Scratch scratch;
  EXPECT_EQ(duplicates({scratch.write("a", "x"), scratch.write("b", "x")}), Pairs{});
  EXPECT_EQ(duplicates({}), Pairs{});
}

TEST(Duplicates, SeesThroughLinksAndDetours) {
  const Scratch scratch;
  const std::string a = scratch.write("a", "");
  const std::string b = scratch.write("b", "");
  const std::string link = scratch.link("link", "a");
  EXPECT_EQ(duplicates({a, b, link, scratch.path("./b"), a}), (Pairs{{0, 2}, {1, 3}, {0, 4}}));
}

TEST(Duplicates, HardLinksAreTwoDocuments) {
  const Scratch scratch;
  const std::string a = scratch.write("a", "");
  std::filesystem::create_hard_link(a, scratch.path("b"));
  EXPECT_EQ(duplicates({a, scratch.path("b")}), Pairs{});
  EXPECT_EQ(duplicates({a, scratch.path("b"), scratch.path("./b")}), (Pairs{{1, 2}}));
}

TEST(Duplicates, APipeUnderTwoNames) {
  const testing::StandardInput input(testing::pipe_with(""));
  EXPECT_EQ(duplicates({"-", "/dev/stdin"}), (Pairs{{0, 1}}));
}

TEST(Duplicates, AFileThatIsAlsoStandardInput) {
  const Scratch scratch;
  const std::string a = scratch.write("a", "");
  const testing::StandardInput input(::open(a.c_str(), O_RDONLY | O_CLOEXEC));
  EXPECT_EQ(duplicates({"-", a}), (Pairs{{0, 1}}));
}

}  // namespace
}  // namespace corpus::io
