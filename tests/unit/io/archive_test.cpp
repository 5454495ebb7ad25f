// SPDX-License-Identifier: MIT
#include "corpus/io/archive.hpp"

#include "containers.hpp"
#include "corpus/io/kept.hpp"
#include "scratch.hpp"
#include "unit/text/scripted_source.hpp"

namespace corpus::io {
namespace {

using namespace std::string_literals;
using testing::problem_of;
using testing::tar_of;
using testing::TarMember;
using testing::zip_of;

std::unique_ptr<Archive> open_tar(std::string bytes, std::vector<std::size_t> sizes = {}) {
  return Archive::tar("a.tar", std::make_unique<corpus::testing::ScriptedSource>(std::move(bytes), std::move(sizes)));
}

std::unique_ptr<Archive> open_zip(const std::string& bytes) {
  auto kept = std::make_shared<Kept>("a.zip", "/nowhere", Kept::usual_memory);
  kept->append(bytes);
  return Archive::zip("a.zip", kept);
}

std::string text_of(Archive& archive, std::size_t buffer_size = 100) {
  std::string text;
  std::string buffer(buffer_size, '?');
  while (const std::size_t taken = archive.read(buffer)) text.append(buffer, 0, taken);
  return text;
}

/// `name=text` of the files, the name and a sign of what they are for the others.
std::vector<std::string> list(Archive& archive) {
  std::vector<std::string> members;
  while (const auto member = archive.next()) {
    switch (member->kind) {
      case Member::Kind::file:
        members.push_back(member->name + "=" + text_of(archive));
        break;
      case Member::Kind::folder:
        members.push_back(member->name + " folder");
        break;
      case Member::Kind::link:
        members.push_back(member->name + " link");
        break;
      case Member::Kind::special:
        members.push_back(member->name + " special");
        break;
    }
  }
  return members;
}

using Members = std::vector<std::string>;

TEST(Tar, MembersInOrder) {
  const std::vector<TarMember> members{{.name = "b.txt", .text = "one two\n"},
                                       {.name = "dir/", .type = '5'},
                                       {.name = "dir/a.txt", .text = std::string(3000, 'x')},
                                       {.name = "empty"},
                                       {.name = "hard", .type = '1', .link = "b.txt"},
                                       {.name = "soft", .type = '2', .link = "b.txt"},
                                       {.name = "null", .type = '3'},
                                       {.name = "fifo", .type = '6'},
                                       {.name = "last.txt", .text = "end"}};
  const Members expected{"b.txt=one two\n", "dir/ folder",  "dir/a.txt=" + std::string(3000, 'x'),
                         "empty=",          "hard link",    "soft link",
                         "null special",    "fifo special", "last.txt=end"};
  EXPECT_EQ(list(*open_tar(tar_of(members))), expected);
  EXPECT_EQ(list(*open_tar(tar_of(members), {1})), expected);
  EXPECT_EQ(list(*open_tar(tar_of(members), {513, 100000})), expected);
  EXPECT_EQ(list(*open_tar(testing::old_tar_of(members))), expected);
}

TEST(Tar, NamesOfPaxHeaders) {
  const std::string far = std::string(120, 'd') + "/" + std::string(120, 'n');
  const std::string cyrillic = "\xD1\x84.txt";
  EXPECT_EQ(list(*open_tar(testing::pax_tar_of({{.name = far, .text = "1"}, {.name = cyrillic, .text = "2"}}))),
            (Members{far + "=1", cyrillic + "=2"}));
}

TEST(Tar, NamesAreBytes) {
  EXPECT_EQ(list(*open_tar(tar_of({{.name = "\xE9\n\xFF", .text = "1"},
                                   {.name = "./dot", .text = "2"},
                                   {.name = "././twice", .text = "3"},
                                   {.name = "../up", .text = "4"},
                                   {.name = "/absolute", .text = "5"},
                                   {.name = "./", .type = '5'}}))),
            (Members{"\xE9\n\xFF=1", "dot=2", "twice=3", "../up=4", "/absolute=5", "./ folder"}));
}

TEST(Tar, WhatIsNotReadIsPassedOver) {
  const auto archive = open_tar(tar_of({{.name = "a", .text = std::string(5000, 'a')},
                                        {.name = "b", .text = std::string(5000, 'b')},
                                        {.name = "c", .text = "c"}}));
  ASSERT_TRUE(archive->next());
  ASSERT_TRUE(archive->next());
  std::string buffer(600, '?');
  ASSERT_GT(archive->read(buffer), 0U);
  EXPECT_EQ(buffer[0], 'b');
  ASSERT_TRUE(archive->next());
  EXPECT_EQ(text_of(*archive), "c");
  EXPECT_FALSE(archive->next());
}

TEST(Tar, ArchivesOneAfterTheOther) {
  const std::string two = tar_of({{.name = "a", .text = "1"}}) + tar_of({{.name = "b", .text = "2"}});
  EXPECT_EQ(list(*open_tar(two)), (Members{"a=1", "b=2"}));
  EXPECT_EQ(list(*open_tar(two + std::string(10240, '\0'))), (Members{"a=1", "b=2"}));
}

TEST(Tar, WithoutItsLastZerosItIsCutOff) {
  const std::string whole = tar_of({{.name = "a", .text = "1"}, {.name = "b", .text = "2"}});
  EXPECT_EQ(list(*open_tar(whole.substr(0, whole.size() - 512))), (Members{"a=1", "b=2"})) << "one block is enough";
  const Problem problem = problem_of([&] { list(*open_tar(whole.substr(0, whole.size() - 1024))); });
  EXPECT_EQ(problem.file, "a.tar");
  EXPECT_EQ(problem.cause, "the tar archive is cut off: the zeros at its end are missing");
  // The zeros of the contents are not those of the end.
  const std::string zeros = tar_of({{.name = "a", .text = std::string(2048, '\0')}});
  EXPECT_THROW(list(*open_tar(zeros.substr(0, zeros.size() - 1024))), Error);
}

TEST(Tar, WhatFollowsTheEndIsAnError) {
  const std::string whole = tar_of({{.name = "a", .text = "1"}});
  for (const std::string& garbage : {"x"s, std::string(512, 'x'), std::string(2000, 'x')}) {
    EXPECT_EQ(problem_of([&] { list(*open_tar(whole + garbage)); }).file, "a.tar");
  }
}

TEST(Tar, DamageNamesTheMember) {
  const std::string whole = tar_of({{.name = "a", .text = "1"}, {.name = "b", .text = std::string(5000, 'b')}});
  const Problem inside = problem_of([&] { list(*open_tar(whole.substr(0, 3000))); });
  EXPECT_EQ(inside.file, "a.tar!b");
  std::string damaged = whole;
  damaged[1024] = 'c';  // the name of the second member: its header's checksum is wrong
  const Problem header = problem_of([&] { list(*open_tar(damaged)); });
  EXPECT_EQ(header.file, "a.tar");
  EXPECT_NE(header.cause.find("after its member 'a'"), std::string::npos) << header.cause;
}

/// The format of old GNU tar (info tar, Standard): pieces of 12 + 12 octal digits at 386, the real size at 483.
std::string sparse_tar(const std::vector<std::pair<std::string, std::string>>& pieces, const std::string& stored,
                       const std::string& size) {
  std::string archive = tar_of({{.name = "sparse", .text = stored, .type = 'S'}});
  archive.replace(257, 8, "ustar  \0"s);
  std::size_t at = 386;
  for (const auto& [offset, length] : pieces) {
    archive.replace(at, 12, offset + '\0');
    archive.replace(at + 12, 12, length + '\0');
    at += 24;
  }
  archive.replace(483, 12, size + '\0');
  archive.replace(148, 8, 8, ' ');
  unsigned sum = 0;
  for (std::size_t i = 0; i < 512; ++i) sum += static_cast<unsigned char>(archive[i]);
  std::string digits;
  for (int i = 0; i < 6; ++i, sum /= 8) digits.insert(digits.begin(), static_cast<char>('0' + sum % 8));
  archive.replace(148, 7, digits + '\0');
  return archive;
}

TEST(Tar, HolesOfSparseFilesAreZeros) {
  // 4 bytes at 16, 3 at 40, and 64 in all.
  const auto archive = open_tar(
      sparse_tar({{"00000000020", "00000000004"}, {"00000000050", "00000000003"}, {"00000000100", "00000000000"}},
                 "abcdefg", "00000000100"));
  const auto member = archive->next();
  ASSERT_TRUE(member);
  EXPECT_TRUE(member->expands);
  EXPECT_EQ(text_of(*archive, 7),
            std::string(16, '\0') + "abcd" + std::string(20, '\0') + "efg" + std::string(21, '\0'));
  EXPECT_FALSE(archive->next());
}

TEST(Zip, MembersInOrder) {
  std::string long_text;
  for (int i = 0; i < 400; ++i) long_text += "ab ";
  EXPECT_EQ(list(*open_zip(testing::sample_zip())),
            (Members{"z/b.txt=" + long_text, "z/a.txt=one two\n", "z/link link"}));
  EXPECT_EQ(list(*open_zip(zip_of({{.name = "b", .text = "1"},
                                   {.name = "dir/", .mode = 040755},
                                   {.name = "./dir/a", .text = std::string(100000, 'x')},
                                   {.name = "fifo", .mode = 0140644},
                                   {.name = "../up", .text = "2"}}))),
            (Members{"b=1", "dir/ folder", "dir/a=" + std::string(100000, 'x'), "fifo special", "../up=2"}));
}

TEST(Zip, NamesAreBytes) {
  // e and a combining acute accent, and in the end half a character of UTF-8.
  const std::string accent = "cafe\xCC\x81/\xD1\x84.txt";
  EXPECT_EQ(list(*open_zip(zip_of({{.name = accent, .text = "1"}, {.name = "\x82", .text = "2"}}))),
            (Members{accent + "=1", "\x82=2"}));
}

TEST(Zip, NamesMarkedAsUtf8AreComposed) {
  constexpr unsigned kUtf8 = 0x800;
  EXPECT_EQ(list(*open_zip(zip_of({{.name = "cafe\xCC\x81/\xD1\x84.txt", .text = "1", .flags = kUtf8}}))),
            (Members{"caf\xC3\xA9/\xD1\x84.txt=1"}));
}

TEST(Zip, WithoutMembers) { EXPECT_EQ(list(*open_zip(zip_of({}))), Members{}); }

TEST(Zip, EncryptedMembersAreMarked) {
  const auto archive = open_zip(zip_of({{.name = "a", .text = "text"}, {.name = "b", .text = "text", .flags = 1}}));
  EXPECT_EQ(archive->next()->protection, Member::Protection::none);
  EXPECT_EQ(archive->next()->protection, Member::Protection::encrypted);
}

TEST(Zip, DamageNamesTheMember) {
  std::string archive = zip_of({{.name = "a", .text = "text"}, {.name = "b", .text = "more text"}});
  archive.replace(archive.find("more"), 4, "mere");
  const Problem problem = problem_of([&] { list(*open_zip(archive)); });
  EXPECT_EQ(problem.file, "a.zip!b");
  EXPECT_NE(problem.cause.find("CRC"), std::string::npos) << problem.cause;
}

TEST(Zip, ADirectoryWithFewerMembersThanItSaysIsDamaged) {
  std::string archive = zip_of({{.name = "a", .text = "text"}, {.name = "b", .text = "text"}});
  archive[archive.size() - 14] = 3;
  archive[archive.size() - 12] = 3;
  EXPECT_EQ(problem_of([&] { list(*open_zip(archive)); }).file, "a.zip");
}

TEST(Zip, AFolderWithContentsIsDamaged) {
  EXPECT_THROW(list(*open_zip(zip_of({{.name = "a/", .text = "text"}}))), Error);
}

}  // namespace
}  // namespace corpus::io
