// SPDX-License-Identifier: MIT
#include "corpus/io/decompress.hpp"

#include "containers.hpp"
#include "scratch.hpp"
#include "unit/text/scripted_source.hpp"

namespace corpus::io {
namespace {

using namespace std::string_literals;
using testing::gzip_of;
using testing::problem_of;
using testing::read_all;
using testing::sample;
using testing::sample_text;
using testing::zstd_of;

std::unique_ptr<ByteSource> open(Container format, std::string bytes, std::vector<std::size_t> sizes = {}) {
  return decompress(format, std::make_unique<corpus::testing::ScriptedSource>(std::move(bytes), std::move(sizes)),
                    "a.txt.z");
}

std::string text_of(Container format, std::string bytes, std::vector<std::size_t> sizes = {},
                    std::size_t buffer = 4096) {
  return read_all(*open(format, std::move(bytes), std::move(sizes)), buffer);
}

class Decompress : public ::testing::TestWithParam<Container> {};

INSTANTIATE_TEST_SUITE_P(Formats, Decompress,
                         ::testing::Values(Container::gzip, Container::zstd, Container::xz, Container::bzip2),
                         [](const auto& format) { return std::string(name_of(format.param)); });

TEST_P(Decompress, WhatTheUsualProgramMade) {
  EXPECT_EQ(text_of(GetParam(), sample(GetParam())), sample_text);
  EXPECT_EQ(text_of(GetParam(), sample(GetParam()), {1}, 1), sample_text) << "byte by byte";
  EXPECT_EQ(text_of(GetParam(), sample(GetParam()), {7, 3}, 5), sample_text);
}

TEST_P(Decompress, TheEndStaysTheEnd) {
  const auto bytes = open(GetParam(), sample(GetParam()));
  EXPECT_EQ(read_all(*bytes), sample_text);
  EXPECT_EQ(read_all(*bytes), "");
}

TEST_P(Decompress, MembersOneAfterTheOther) {
  const std::string once = sample(GetParam());
  const std::string thrice = std::string(sample_text) + std::string(sample_text) + std::string(sample_text);
  EXPECT_EQ(text_of(GetParam(), once + once + once), thrice);
  EXPECT_EQ(text_of(GetParam(), once + once + once, {1}), thrice);
}

TEST_P(Decompress, WhatFollowsTheEndIsAnError) {
  for (const std::string& garbage : {"x"s, "\1"s, "garbage"s, std::string(100, 'x'), "\0\0\0\0x"s}) {
    const Problem problem = problem_of([&] { text_of(GetParam(), sample(GetParam()) + garbage); });
    EXPECT_EQ(problem.file, "a.txt.z");
    EXPECT_NE(problem.cause.find(name_of(GetParam())), std::string::npos) << problem.cause;
    // liblzma and libzstd do not tell what follows from what is damaged.
    if (GetParam() == Container::gzip || GetParam() == Container::bzip2) {
      EXPECT_NE(problem.cause.find("follows the end"), std::string::npos) << problem.cause;
    }
  }
}

TEST_P(Decompress, CutOffAnywhereIsAnError) {
  const std::string whole = sample(GetParam());
  for (std::size_t size = 1; size < whole.size(); ++size) {
    const Problem problem = problem_of([&] { text_of(GetParam(), whole.substr(0, size)); });
    EXPECT_EQ(problem.file, "a.txt.z") << size;
  }
}

TEST_P(Decompress, CutOffInTheSecondMemberIsAnError) {
  const std::string whole = sample(GetParam());
  for (std::size_t size = 1; size < whole.size(); ++size) {
    // xz may be filled up with zeros, gzip too; none of the others begins with one.
    EXPECT_THROW(text_of(GetParam(), whole + whole.substr(0, size)), Error) << size;
  }
}

TEST_P(Decompress, AChangedBitIsAnErrorOrChangesNothing) {
  const std::string whole = sample(GetParam());
  for (std::size_t i = 0; i < 8 * whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i / 8] = static_cast<char>(damaged[i / 8] ^ (1 << i % 8));
    std::string text;
    try {
      text = text_of(GetParam(), damaged);
    } catch (const Error&) {
      continue;
    }
    // The time in a gzip header, padding bits, codes that are not used.
    EXPECT_EQ(text, sample_text) << "bit " << i;
  }
}

TEST_P(Decompress, AnErrorOfTheBytesComesThrough) {
  class Broken final : public ByteSource {
    std::size_t read(std::span<char>) override { throw Error{{.file = "a.txt.z", .cause = "cannot be read"}}; }
  };
  const auto bytes = decompress(GetParam(), std::make_unique<Broken>(), "a.txt.z");
  EXPECT_EQ(problem_of([&] { read_all(*bytes); }).cause, "cannot be read");
}

TEST(DecompressGzip, ZerosAtTheEndArePadding) {
  EXPECT_EQ(text_of(Container::gzip, sample(Container::gzip) + std::string(1000, '\0')), sample_text);
}

TEST(DecompressGzip, LongText) {
  std::string text;
  for (int i = 0; text.size() < 3000000; ++i) text += std::to_string(i) + "\n";
  EXPECT_TRUE(text_of(Container::gzip, gzip_of(text)) == text);
  EXPECT_TRUE(text_of(Container::gzip, gzip_of(text), {100000, 1}) == text);
  EXPECT_EQ(text_of(Container::gzip, gzip_of("")), "");
  EXPECT_EQ(text_of(Container::gzip, gzip_of("") + gzip_of("a") + gzip_of("") + gzip_of("b")), "ab");
}

TEST(DecompressZstd, LongText) {
  std::string text;
  for (int i = 0; text.size() < 3000000; ++i) text += std::to_string(i) + "\n";
  EXPECT_TRUE(text_of(Container::zstd, zstd_of(text)) == text);
  EXPECT_TRUE(text_of(Container::zstd, zstd_of(text), {100000, 1}) == text);
  EXPECT_EQ(text_of(Container::zstd, zstd_of("")), "");
  EXPECT_EQ(text_of(Container::zstd, zstd_of("") + zstd_of("a") + zstd_of("") + zstd_of("b")), "ab");
}

// RFC 8878, 3.1.2.
TEST(DecompressZstd, SkippableFramesArePassedOver) {
  const std::string skippable = "\x53\x2A\x4D\x18\x05\0\0\0hello"s;
  EXPECT_EQ(text_of(Container::zstd, skippable + sample(Container::zstd)), sample_text);
  EXPECT_EQ(text_of(Container::zstd, sample(Container::zstd) + skippable), sample_text);
  EXPECT_EQ(text_of(Container::zstd, skippable), "");
  EXPECT_THROW(text_of(Container::zstd, skippable.substr(0, 10)), Error);
}

// bzip2 of nothing, xz of nothing: bzip2 1.0.8, xz 5.4.1.
TEST(Decompress, EmptyFiles) {
  EXPECT_EQ(text_of(Container::bzip2, "BZh9\x17\x72\x45\x38\x50\x90\0\0\0\0"s), "");
  EXPECT_EQ(text_of(Container::xz,
                    "\xFD\x37zXZ\0\0\x04\xE6\xD6\xB4\x46\0\0\0\0\x1C\xDF\x44\x21\x1F\xB6\xF3\x7D\x01\0\0\0\0\x04YZ"s),
            "");
}

}  // namespace
}  // namespace corpus::io
