// SPDX-License-Identifier: MIT
#include "corpus/count/frequency_list.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <random>
#include <set>
#include <string>

#include "random_tokens.hpp"

namespace corpus::count {
namespace {

struct Expected {
  std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> entries;  ///< freq, range
  std::uint64_t tokens = 0;
  std::uint64_t documents = 0;

  void add(const std::vector<std::string_view>& document) {
    ++documents;
    tokens += document.size();
    for (const std::string_view type : document) ++entries[std::string(type)].first;
    for (const std::string_view type : std::set(document.begin(), document.end())) ++entries[std::string(type)].second;
  }
};

void expect_equal(const FrequencyList& list, const Expected& expected) {
  EXPECT_EQ(list.tokens, expected.tokens);
  EXPECT_EQ(list.documents, expected.documents);
  ASSERT_EQ(list.entries.size(), expected.entries.size());
  ASSERT_EQ(list.types.size(), expected.entries.size());
  for (const auto& [type, counts] : expected.entries) {
    const auto id = list.types.find(type);
    ASSERT_TRUE(id) << type;
    EXPECT_EQ(list.entries[*id].freq, counts.first) << type;
    EXPECT_EQ(list.entries[*id].range, counts.second) << type;
  }
}

TEST(FrequencyList, ByHand) {
  FrequencyCounter counter;
  counter.start_document();
  counter.add(testing::Tokens({"a", "b"}).all());
  counter.add(testing::Tokens({"a"}).all());  // still the first document
  counter.start_document();
  counter.start_document();  // the second is empty
  counter.add(testing::Tokens({"a", "c"}).all());
  const FrequencyList list = std::move(counter).take();
  EXPECT_EQ(list.tokens, 5U);
  EXPECT_EQ(list.documents, 3U);
  ASSERT_EQ(list.entries.size(), 3U);
  EXPECT_EQ(list.types[0], "a");  // by first appearance
  EXPECT_EQ(list.entries[0].freq, 3U);
  EXPECT_EQ(list.entries[0].range, 2U);
  EXPECT_EQ(list.entries[1].range, 1U);
  EXPECT_EQ(list.entries[2].freq, 1U);
}

TEST(FrequencyList, AgreesWithAMap) {
  std::mt19937 random(30);
  for (std::uint32_t round = 0; round < 100; ++round) {
    FrequencyCounter counter{round % 2 == 0 ? round : std::numeric_limits<std::uint32_t>::max()};
    Expected expected;
    for (std::size_t documents = random() % 8; documents > 0; --documents) {
      const auto document = testing::random_document(random() % 200, random);
      expected.add(document);
      counter.start_document();
      const testing::Tokens tokens{document};
      const std::size_t half = document.size() / 2;
      counter.add(tokens.all().first(half));
      counter.add(tokens.all().subspan(half));
    }
    expect_equal(std::move(counter).take(), expected);
  }
}

TEST(FrequencyList, ListsOfOtherDocumentsAddUp) {
  std::mt19937 random(31);
  for (int round = 0; round < 100; ++round) {
    FrequencyList sum;
    Expected expected;
    for (std::size_t parts = random() % 4; parts > 0; --parts) {
      FrequencyCounter counter;
      for (std::size_t documents = random() % 3; documents > 0; --documents) {
        const auto document = testing::random_document(random() % 100, random);
        expected.add(document);
        counter.start_document();
        counter.add(testing::Tokens(document).all());
      }
      sum.add(std::move(counter).take());
    }
    expect_equal(sum, expected);
  }
}

TEST(FrequencyList, RowsAddUp) {
  FrequencyList list;
  list.add("a", 3, 2);
  list.add("b", 1, 1);
  list.add("a", 4, 1);
  EXPECT_EQ(list.entries[*list.types.find("a")].freq, 7U);
  EXPECT_EQ(list.entries[*list.types.find("a")].range, 3U);
  EXPECT_EQ(list.entries.size(), 2U);
}

}  // namespace
}  // namespace corpus::count
