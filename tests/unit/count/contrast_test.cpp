// SPDX-License-Identifier: MIT
#include "corpus/count/contrast.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "reference/dice.hpp"

namespace corpus::count {
namespace {

using Numbers = std::tuple<std::uint64_t, std::uint64_t, std::uint64_t, std::uint64_t>;
using Plain = std::map<std::string, std::pair<std::uint64_t, std::uint64_t>>;  // frequency and range

FrequencyList list_of(const Plain& rows, std::uint64_t documents) {
  FrequencyList list;
  for (const auto& [type, numbers] : rows) {
    list.add(type, numbers.first, numbers.second);
    list.tokens += numbers.first;
  }
  list.documents = documents;
  return list;
}

std::map<std::string, Numbers> rows_of(const Contrast& contrast, std::size_t list) {
  std::map<std::string, Numbers> found;
  const auto rows = contrast.against_rest(list);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& [target, rest] = rows[i];
    found[std::string(contrast.type(i))] = {target.freq, target.range, rest.freq, rest.range};
  }
  return found;
}

TEST(Contrast, SetsEachListAgainstAllOthers) {
  std::vector<FrequencyList> lists;
  lists.push_back(list_of({{"a", {3, 1}}, {"b", {1, 1}}}, 1));
  lists.push_back(list_of({{"b", {2, 2}}, {"ä", {1, 1}}, {"c", {5, 2}}}, 2));
  lists.push_back(list_of({{"a", {4, 3}}}, 3));
  const Contrast contrast{std::move(lists)};
  ASSERT_EQ(contrast.size(), 4U);
  EXPECT_EQ(contrast.type(0), "a");
  EXPECT_EQ(contrast.type(3), "ä");
  EXPECT_EQ(rows_of(contrast, 0),
            (std::map<std::string, Numbers>{
                {"a", {3, 1, 4, 3}}, {"b", {1, 1, 2, 2}}, {"c", {0, 0, 5, 2}}, {"ä", {0, 0, 1, 1}}}));
  EXPECT_EQ(rows_of(contrast, 2),
            (std::map<std::string, Numbers>{
                {"a", {4, 3, 3, 1}}, {"b", {0, 0, 3, 3}}, {"c", {0, 0, 5, 2}}, {"ä", {0, 0, 1, 1}}}));
  EXPECT_EQ(contrast.size_of(1).tokens, 8U);
  EXPECT_EQ(contrast.size_of(1).documents, 2U);
  EXPECT_EQ(contrast.size_of_rest(1).tokens, 8U);
  EXPECT_EQ(contrast.size_of_rest(1).documents, 4U);
}

TEST(Contrast, OfNothingIsEmpty) {
  EXPECT_EQ(Contrast{{}}.size(), 0U);
  std::vector<FrequencyList> lists(2);
  const Contrast contrast{std::move(lists)};
  EXPECT_EQ(contrast.size(), 0U);
  EXPECT_TRUE(contrast.against_rest(1).empty());
  EXPECT_EQ(contrast.size_of_rest(0).tokens, 0U);
}

TEST(Contrast, AgreesWithMapsOnRandomLists) {
  reference::Dice dice{11};
  for (int round = 0; round < 50; ++round) {
    std::vector<Plain> plain(1 + dice.below(4));
    for (Plain& rows : plain) {
      for (std::uint64_t i = dice.below(300); i > 0; --i) {
        std::string type(1 + dice.below(40), 'x');  // of every size that the vocabulary keeps apart
        for (char& letter : type) letter = static_cast<char>('a' + dice.below(2));
        const std::uint64_t range = 1 + dice.below(5);
        rows[type] = {range + dice.below(9), range};
      }
    }
    std::vector<FrequencyList> lists;
    for (const Plain& rows : plain) lists.push_back(list_of(rows, 9));
    const Contrast contrast{std::move(lists)};
    for (std::size_t target = 0; target < plain.size(); ++target) {
      std::map<std::string, Numbers> expected;
      for (std::size_t i = 0; i < plain.size(); ++i) {
        for (const auto& [type, numbers] : plain[i]) {
          auto& [freq, range, rest_freq, rest_range] = expected[type];
          (i == target ? freq : rest_freq) += numbers.first;
          (i == target ? range : rest_range) += numbers.second;
        }
      }
      EXPECT_EQ(rows_of(contrast, target), expected);
    }
    for (std::size_t i = 1; i < contrast.size(); ++i) EXPECT_LT(contrast.type(i - 1), contrast.type(i));
  }
}

}  // namespace
}  // namespace corpus::count
