// SPDX-License-Identifier: MIT
#include "corpus/io/hashing_source.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "corpus/io/source.hpp"
#include "scratch.hpp"

namespace corpus::io {
namespace {

class TextSource final : public ByteSource {
 public:
  explicit TextSource(std::string text) : text_(std::move(text)) {}

  std::size_t read(std::span<char> buffer) override {
    const std::size_t taken = text_.copy(buffer.data(), buffer.size(), at_);
    at_ += taken;
    return taken;
  }

 private:
  std::string text_;
  std::size_t at_ = 0;
};

struct Case {
  std::string text;
  std::string digest;
};

class Sha256 : public ::testing::TestWithParam<Case> {};

TEST_P(Sha256, PassesBytesOnAndHashesThem) {
  HashingSource source(std::make_unique<TextSource>(GetParam().text));
  EXPECT_EQ(testing::read_all(source, 1000), GetParam().text);
  EXPECT_EQ(source.size(), GetParam().text.size());
  EXPECT_EQ(source.sha256_hex(), GetParam().digest);
}

// NIST, examples for FIPS 180-4, and the long message of FIPS 180-2.
INSTANTIATE_TEST_SUITE_P(Nist, Sha256,
                         ::testing::Values(Case{"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
                                           Case{"abc",
                                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
                                           Case{"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                                                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
                                           Case{std::string(1000000, 'a'),
                                                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"}));

TEST(HashingSource, ReadingGoesOnAfterTheDigestWasAsked) {
  HashingSource source(std::make_unique<TextSource>("abc"));
  std::vector<char> buffer(1);
  ASSERT_EQ(source.read(buffer), 1U);
  EXPECT_EQ(source.size(), 1U);
  (void)source.sha256_hex();
  testing::read_all(source);
  EXPECT_EQ(source.sha256_hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(HashingSource, WhatIsReadAgainIsHashedOnce) {
  const testing::Scratch scratch;
  const std::string text(1000, 'a');
  const Source file = Source::file(scratch.write("a", text), text.size());
  HashingSource once(file.open().bytes);
  testing::read_all(once);
  for (const std::size_t first : {1U, 500U, 1000U}) {
    HashingSource twice(file.open().bytes);
    std::vector<char> buffer(first);
    ASSERT_EQ(twice.read(buffer), first);
    ASSERT_TRUE(twice.rewind());
    EXPECT_EQ(testing::read_all(twice, 300), text);
    ASSERT_TRUE(twice.rewind());
    EXPECT_EQ(testing::read_all(twice), text);
    EXPECT_EQ(twice.size(), text.size());
    EXPECT_EQ(twice.sha256_hex(), once.sha256_hex());
  }
  HashingSource pipe(std::make_unique<TextSource>("abc"));
  EXPECT_FALSE(pipe.rewind()) << "what is below cannot";
}

}  // namespace
}  // namespace corpus::io
