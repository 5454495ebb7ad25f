// SPDX-License-Identifier: MIT
#include "corpus/io/container.hpp"

#include <gtest/gtest.h>

#include <string>

#include "containers.hpp"

namespace corpus::io {
namespace {

using namespace std::string_view_literals;
using testing::old_tar_of;
using testing::sample;
using testing::sample_zip;
using testing::tar_of;

TEST(ContainerOf, KnowsWhatTheUsualProgramsMake) {
  for (const Container format : {Container::gzip, Container::bzip2, Container::xz, Container::zstd}) {
    EXPECT_EQ(container_of(sample(format)), format) << name_of(format);
  }
  EXPECT_EQ(container_of(sample_zip()), Container::zip);
  EXPECT_EQ(container_of(tar_of({{.name = "a"}})), Container::tar);
  EXPECT_EQ(container_of(old_tar_of({{.name = "a"}})), Container::tar) << "without magic, by its checksum";
}

TEST(ContainerOf, KnowsUnusualBeginnings) {
  EXPECT_EQ(container_of("\x50\x2A\x4D\x18\0\0\0\0"sv), Container::zstd) << "a skippable frame";
  EXPECT_EQ(container_of("\x5F\x2A\x4D\x18\0\0\0\0"sv), Container::zstd) << "the last of them";
  EXPECT_EQ(container_of("PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"sv), Container::zip) << "without members";
  EXPECT_EQ(container_of("BZh9\x17\x72\x45\x38\x50\x90\0\0\0\0"sv), Container::bzip2) << "of an empty file";
  std::string gnu = tar_of({{.name = "a"}});
  gnu.replace(257, 8, "ustar  \0"sv);
  EXPECT_EQ(container_of(gnu), Container::tar) << "GNU's magic; a wrong checksum makes a damaged tar, not a text";
}

TEST(ContainerOf, TextIsNone) {
  EXPECT_EQ(container_of(""), Container::none);
  EXPECT_EQ(container_of("BZh9 is how a bzip2 file begins\n"), Container::none);
  EXPECT_EQ(container_of("PK was here\n"), Container::none);
  EXPECT_EQ(container_of("P*M and so on"), Container::none);
  EXPECT_EQ(container_of("\x60\x2A\x4D\x18"sv), Container::none) << "past the last skippable frame";
  std::string text(1000, 'x');
  text.replace(257, 7, "ustar  ");
  EXPECT_EQ(container_of(text), Container::none) << "a text about tar, which by chance has the word there";
  EXPECT_EQ(container_of(std::string(1000, '\0')), Container::none);
}

TEST(ContainerOf, ATextThatSumsUpRightIsNone) {
  // 511 bytes but the 8 of the checksum, which count as spaces: 504 times `a`, 97 each, and 8 times 32 make 49144.
  std::string text(512, 'a');
  text.replace(148, 8, " 137770 ");
  EXPECT_EQ(container_of(text), Container::none) << "it has no NUL byte";
  text[0] = 'b';
  text[511] = '\0';
  text.replace(148, 8, " 137630 ");  // 98 - 97 more, 97 less
  EXPECT_EQ(container_of(text), Container::tar) << "the sum is right, or the case above says nothing";
}

TEST(ContainerOf, NeedsAWholeTarHeader) {
  const std::string archive = tar_of({{.name = "a"}});
  EXPECT_EQ(container_of(archive.substr(0, 511)), Container::none);
  EXPECT_EQ(container_of(archive.substr(0, 512)), Container::tar);
}

TEST(MayBecomeContainer, UntilALineEndIsSeen) {
  EXPECT_TRUE(may_become_container(""));
  EXPECT_TRUE(may_become_container("BZh9"));
  EXPECT_TRUE(may_become_container("a title"));
  EXPECT_FALSE(may_become_container("a line\n"));
  EXPECT_FALSE(may_become_container("\x1F\x8B"sv)) << "it is one";
  const std::string archive = tar_of({{.name = "a\nb"}});
  EXPECT_TRUE(may_become_container(archive.substr(0, 300))) << "a name may hold a line end";
  EXPECT_FALSE(may_become_container(std::string(512, 'x')));
}

}  // namespace
}  // namespace corpus::io
