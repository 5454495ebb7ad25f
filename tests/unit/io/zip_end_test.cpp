// SPDX-License-Identifier: MIT
#include "corpus/io/zip_end.hpp"

#include "containers.hpp"
#include "scratch.hpp"

namespace corpus::io {
namespace {

using namespace std::string_literals;
using testing::sample_zip;
using testing::zip_of;

std::uint64_t count(const std::string& bytes) {
  Kept kept("a.zip", "/nowhere", Kept::usual_memory);
  kept.append(bytes);
  return count_zip_members(kept, "a.zip");
}

/// APPNOTE.TXT 4.3.14 to 4.3.16: the records of zip64 go between the directory and its end, whose fields are all ones.
std::string zip64_of(std::string archive, unsigned members) {
  const std::string end = archive.substr(archive.size() - 22);
  archive.resize(archive.size() - 22);
  const std::string eight_zeros(8, '\0');
  const std::string size_of_directory = end.substr(12, 4) + std::string(4, '\0');
  const std::string offset_of_directory = end.substr(16, 4) + std::string(4, '\0');
  const std::string count = static_cast<char>(members) + std::string(7, '\0');
  std::string offset_of_end;
  for (unsigned i = 0; i < 8; ++i) offset_of_end += static_cast<char>(std::uint64_t{archive.size()} >> 8 * i & 0xFFU);
  archive +=
      "PK\6\6\x2C\0\0\0\0\0\0\0\x2D\0\x2D\0"s + eight_zeros + count + count + size_of_directory + offset_of_directory;
  archive += "PK\6\7\0\0\0\0"s + offset_of_end + "\1\0\0\0"s;
  return archive + "PK\5\6\0\0\0\0"s + std::string(12, '\xFF') + "\0\0"s;
}

TEST(CountZipMembers, AsTheDirectorySays) {
  EXPECT_EQ(count(sample_zip()), 3U);
  EXPECT_EQ(count(zip_of({})), 0U);
  EXPECT_EQ(count(zip_of({{.name = "a"}})), 1U);
}

TEST(CountZipMembers, BehindAComment) {
  EXPECT_EQ(count(zip_of({{.name = "a"}}, "a comment")), 1U);
  EXPECT_EQ(count(zip_of({{.name = "a"}}, std::string(0xFFFF, 'x'))), 1U) << "the longest";
  EXPECT_EQ(count(zip_of({{.name = "a"}}, "PK\5\6 is how the end begins")), 1U);
}

TEST(CountZipMembers, OfZip64) {
  const std::string archive = zip64_of(zip_of({{.name = "a", .text = "text"}, {.name = "b"}}), 2);
  EXPECT_EQ(count(archive), 2U);
  for (std::size_t size = 0; size < archive.size(); ++size) EXPECT_THROW(count(archive.substr(0, size)), Error) << size;
}

TEST(CountZipMembers, WithoutItsEndItIsDamaged) {
  const std::string archive = sample_zip();
  for (std::size_t size = 0; size < archive.size(); ++size) {
    EXPECT_EQ(testing::problem_of([&] { count(archive.substr(0, size)); }).file, "a.zip") << size;
  }
  EXPECT_THROW(count(archive + "x"), Error) << "something follows";
  EXPECT_THROW(count("x" + archive), Error) << "something is before it";
  EXPECT_THROW(count(archive.substr(0, 50) + archive.substr(51)), Error) << "a byte is missing in the middle";
}

// What is left may end with the end of another archive, and all it says is right, of that one.
TEST(CountZipMembers, TheEndOfAMemberIsNotTheEndOfTheArchive) {
  const std::string inner = zip_of({{.name = "inner", .text = "text"}});
  const std::string outer = zip_of({{.name = "a.zip", .text = inner}, {.name = "b", .text = "more"}});
  EXPECT_EQ(count(outer), 2U);
  const std::size_t end_of_inner = outer.find(inner) + inner.size();
  EXPECT_THROW(count(outer.substr(0, end_of_inner)), Error);
}

}  // namespace
}  // namespace corpus::io
