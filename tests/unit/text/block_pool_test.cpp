// SPDX-License-Identifier: MIT
#include "corpus/text/block_pool.hpp"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace corpus::text {
namespace {

/// How many bytes each group has. Fails at a question mark.
struct Bytes {
  void add(const Block& block, std::size_t group) {
    if (block.text == "?") throw std::runtime_error("a question");
    by_group[group] += block.text.size();
    seen += block.text.size();
  }
  void take_in(Bytes& guest) {
    for (const auto& [group, bytes] : guest.by_group) by_group[group] += bytes;
  }
  [[nodiscard]] std::size_t types() const { return seen; }

  std::map<std::size_t, std::size_t> by_group;
  std::size_t seen = 0;
};

using Pool = BlockPool<Bytes>;

/// Reads documents of `blocks` blocks, and waits at the end of each. Returns what was counted of all.
Bytes read(Pool& pool, std::size_t documents, const std::vector<std::string>& blocks) {
  Bytes home;
  Pool::Reader reader{pool, home};
  for (std::size_t i = 0; i < documents; ++i) {
    reader.start_document();
    for (std::size_t j = 0; j < blocks.size(); ++j) {
      std::string text = blocks[j];
      if (!reader.give_away(Block::of(text), j % 3)) home.add(Block::of(text), j % 3);
      text.assign(text.size(), '!');  // it may not be counted yet
    }
    reader.end_document();
  }
  return home;
}

TEST(BlockPoolTest, CountsEachBlockOnceWhoeverDoes) {
  const std::vector<std::string> blocks(90, "seven b");
  for (const unsigned threads : {1U, 2U, 5U}) {
    for (const std::size_t guest_types : {std::size_t{1}, std::size_t{1000}}) {  // long ones come home on the way
      Pool pool{[] { return std::make_unique<Bytes>(); },
                {.threads = threads, .home_bytes = 20, .guest_types = guest_types}};
      std::array<Bytes, 2> found;
      std::thread other([&] { found[1] = read(pool, 40, blocks); });
      found[0] = read(pool, 30, blocks);
      other.join();
      const auto of_documents = [](std::size_t n) {
        return std::map<std::size_t, std::size_t>{{0, n * 210}, {1, n * 210}, {2, n * 210}};
      };
      EXPECT_EQ(found[0].by_group, of_documents(30)) << threads;
      EXPECT_EQ(found[1].by_group, of_documents(40)) << threads;
    }
  }
}

TEST(BlockPoolTest, TellsTheReaderOnceWhatAHelperHasThrown) {
  Pool pool{[] { return std::make_unique<Bytes>(); }, {.threads = 2, .home_bytes = 0}};
  Bytes home;
  Pool::Reader reader{pool, home};
  reader.start_document();
  // A helper is there and has nothing else to do: it takes the only block, or the reader does at the end.
  ASSERT_TRUE(reader.give_away(Block::of("?"), 0));
  EXPECT_THROW(reader.end_document(), std::runtime_error);
  reader.start_document();
  ASSERT_TRUE(reader.give_away(Block::of("four"), 0));
  reader.end_document();
  EXPECT_EQ(home.by_group, (std::map<std::size_t, std::size_t>{{0, 4}}));
}

}  // namespace
}  // namespace corpus::text
