// SPDX-License-Identifier: MIT
#include "corpus/io/lent_bytes.hpp"

#include "scratch.hpp"
#include "unit/text/scripted_source.hpp"

namespace corpus::io {
namespace {

using testing::read_all;

LentBytes lent(std::string bytes) {
  return LentBytes{std::make_unique<corpus::testing::ScriptedSource>(std::move(bytes), std::vector<std::size_t>{})};
}

TEST(LentBytes, AreReadByWhomTheyAreLentTo) {
  const LentBytes bytes = lent("some text");
  const auto handle = bytes.lend();
  EXPECT_EQ(read_all(*handle, 4), "some text");
  EXPECT_TRUE(handle->rewind());
  EXPECT_EQ(read_all(*handle), "some text");
  EXPECT_FALSE(bytes.failed());
}

TEST(LentBytes, AreDrained) {
  LentBytes bytes = lent("some text");
  const auto handle = bytes.lend();
  std::string buffer(4, '?');
  EXPECT_EQ(handle->read(buffer), 4U);
  bytes.drain();
  EXPECT_EQ(handle->read(buffer), 0U);
}

TEST(LentBytes, OnceCalledBackNobodyReadsThem) {
  LentBytes bytes = lent("some text");
  const auto handle = bytes.lend();
  bytes.call_back();
  EXPECT_EQ(read_all(*handle), "");
  EXPECT_FALSE(handle->rewind());
  handle->settle();
  bytes.drain();
}

TEST(LentBytes, KnowThatAReaderWasThrownAnError) {
  class Broken final : public ByteSource {
    std::size_t read(std::span<char>) override { throw Error{{.cause = "cannot be read"}}; }
  };
  const LentBytes bytes{std::make_unique<Broken>()};
  const auto handle = bytes.lend();
  EXPECT_THROW(read_all(*handle), Error);
  EXPECT_TRUE(bytes.failed());
}

}  // namespace
}  // namespace corpus::io
