// SPDX-License-Identifier: MIT
#include "corpus/count/counting_pool.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "reference/dice.hpp"

namespace corpus::count {
namespace {

using Row = std::pair<std::uint64_t, std::uint64_t>;  // frequency and range
using Rows = std::map<std::string, Row>;

/// A document is the words of its blocks, each block in a group.
struct Part {
  std::vector<std::string> words;
  std::size_t group = 0;
};
using Documents = std::vector<std::vector<Part>>;

/// Counted without any of the code under test.
std::vector<Rows> counted_slowly(const Documents& documents, std::size_t groups) {
  std::vector<Rows> rows(groups);
  for (const auto& document : documents) {
    std::set<std::pair<std::size_t, std::string>> met;
    for (const Part& part : document) {
      for (const std::string& word : part.words) {
        Row& row = rows[part.group][word];
        ++row.first;
        if (met.emplace(part.group, word).second) ++row.second;
      }
    }
  }
  return rows;
}

void count_documents(const Documents& documents, std::size_t first, std::size_t step, CountingPool& pool) {
  CountingPool::Counter counter{pool};
  for (std::size_t i = first; i < documents.size(); i += step) {
    counter.start_document();
    for (const Part& part : documents[i]) {
      std::string text;
      for (const std::string& word : part.words) text += word + ' ';
      counter.add(text::Block::of(text), part.group);  // the text is gone when the next is made
    }
    counter.end_document();
  }
}

/// `readers` threads take the documents in turn.
std::vector<Rows> counted_by_pool(const Documents& documents, const CountingPoolOptions& options, std::size_t readers) {
  CountingPool pool{{}, options};
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < readers; ++i)
    threads.emplace_back([&, i] { count_documents(documents, i, readers, pool); });
  count_documents(documents, 0, readers, pool);
  for (std::thread& thread : threads) thread.join();
  std::vector<Rows> rows;
  for (const FrequencyList& list : std::move(pool).take()) {
    Rows& group = rows.emplace_back();
    for (text::TypeId id = 0; id < list.entries.size(); ++id) {
      group[std::string(list.types[id])] = {list.entries[id].freq, list.entries[id].range};
    }
  }
  return rows;
}

Documents random_documents(reference::Dice& dice, std::size_t groups) {
  Documents documents;
  for (std::uint64_t i = dice.below(40); i > 0; --i) {
    auto& document = documents.emplace_back();
    for (std::uint64_t parts = dice.below(12); parts > 0; --parts) {
      Part& part = document.emplace_back();
      part.group = dice.below(groups);
      for (std::uint64_t words = dice.below(30); words > 0; --words) {
        part.words.push_back("w" + std::to_string(dice.below(50)));
      }
    }
  }
  return documents;
}

/// Without the rows of groups that nothing fell into: the pool does not know of those at the end.
void expect_equal(std::vector<Rows> pool, std::vector<Rows> slow, const std::string& about) {
  pool.resize(slow.size());
  EXPECT_EQ(pool, slow) << about;
}

TEST(CountingPool, EveryNumberOfThreadsCountsTheSame) {
  reference::Dice dice{20221122};
  for (int round = 0; round < 60; ++round) {
    const std::size_t groups = 1 + dice.below(3);
    const Documents documents = random_documents(dice, groups);
    const auto slow = counted_slowly(documents, groups);
    for (const unsigned threads : {1U, 2U, 3U, 8U}) {
      // So few bytes that others help with documents, from somewhere in the middle on.
      const std::size_t home = dice.below(400);
      const std::size_t guest_types = dice.one_in(2) ? 0 : dice.below(80);  // too few for a list of a helper
      const std::size_t readers = 1 + dice.below(threads);
      expect_equal(counted_by_pool(documents, {threads, home, guest_types}, readers), slow,
                   fmt::format("{}, threads {}, of which {} read", round, threads, readers));
    }
  }
}

TEST(CountingPool, AnEmptyDocumentIsOne) {
  for (const unsigned threads : {1U, 4U}) {
    CountingPool pool{{}, {.threads = threads, .home_bytes = 0}};
    {
      CountingPool::Counter counter{pool};
      for (int i = 0; i < 3; ++i) {
        counter.start_document();
        counter.add_document();
        counter.end_document();
      }
      counter.start_document();
      counter.add(text::Block::of("one"));
      counter.end_document();
    }
    const auto lists = std::move(pool).take();
    ASSERT_EQ(lists.size(), 1U);
    EXPECT_EQ(lists[0].documents, 4U);
    EXPECT_EQ(lists[0].tokens, 1U);
  }
}

TEST(CountingPool, GivenTokensAreCountedByTheirValues) {
  for (const unsigned threads : {1U, 2U}) {
    CountingPool pool{{}, {.threads = threads, .home_bytes = 0}};
    {
      CountingPool::Counter counter{pool};
      counter.start_document();
      const std::string text = "went goes";
      const std::string lemma = "go";
      const std::vector<text::GivenToken> tokens{{0, 4, unicode::WordKind::word, lemma},
                                                 {5, 9, unicode::WordKind::word, lemma}};
      text::Block block = text::Block::of(text);
      block.pretokenized = true;
      block.tokens = tokens;
      counter.add(block);
      counter.end_document();
    }
    const auto lists = std::move(pool).take();
    ASSERT_EQ(lists.size(), 1U);
    ASSERT_TRUE(lists[0].types.find("go"));
    EXPECT_EQ(lists[0].entries[*lists[0].types.find("go")].freq, 2U);
  }
}

TEST(CountingPool, CanBeLeftInTheMiddle) {
  CountingPool pool{{}, {.threads = 4, .home_bytes = 16}};
  CountingPool::Counter counter{pool};
  counter.start_document();
  for (int i = 0; i < 1000; ++i) counter.add(text::Block::of("one two three four five six seven "));
  SUCCEED();  // a hang or a crash on the way out is what would fail
}

TEST(CountingPool, WhatAReaderLeavesInTheMiddleHarmsNoOther) {
  const Documents documents{{{{"a", "b", "a"}}}, {{{"b"}}}};
  CountingPool pool{{}, {.threads = 3, .home_bytes = 0}};
  std::thread other{[&] {
    CountingPool::Counter counter{pool};
    counter.start_document();
    for (int i = 0; i < 1000; ++i) counter.add(text::Block::of("left in the middle "), 1);
  }};
  count_documents(documents, 0, 1, pool);
  other.join();
  const auto lists = std::move(pool).take();
  ASSERT_GE(lists.size(), 1U);
  EXPECT_EQ(lists[0].tokens, 4U);
  EXPECT_EQ(lists[0].documents, 2U);
  EXPECT_EQ(lists[0].entries[*lists[0].types.find("b")].range, 2U);
}

}  // namespace
}  // namespace corpus::count
