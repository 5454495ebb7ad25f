// SPDX-License-Identifier: MIT
#include "corpus/compare/record.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "reference/dice.hpp"
#include "unit/count/random_tokens.hpp"
#include "unit/similarity/sketches.hpp"

namespace corpus::compare {
namespace {

using Text = similarity::testing::Text;

void add(Recorder& recorder, std::string_view text) {
  text::Tokenizer tokenizer;
  tokenizer.start(text);
  for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) recorder.add(batch);
}

DocumentRecord record_of(std::string_view text) {
  Recorder recorder;
  recorder.start_document();
  add(recorder, text);
  return recorder.finish_document();
}

// By the formula in the header, computed by another program.
TEST(Record, ByHand) {
  const DocumentRecord rose = record_of("A rose is a rose.");
  EXPECT_EQ(rose.tokens, 5U);
  EXPECT_EQ(rose.types, 3U);
  EXPECT_EQ(rose.words, 0x7795ABAA0E07C8BU);
  EXPECT_EQ(rose.signature, similarity::testing::signature_of({"a", "rose", "is", "a", "rose"}));
  EXPECT_EQ(record_of("the wind").words, 0xC42FC8952B1D14B4U);
  EXPECT_EQ(record_of(""), (DocumentRecord{.path = "", .words = 0}));
}

TEST(Record, WordsAreTheTypesInOrder) {
  const std::uint64_t words = record_of("The wind rose, and fell.").words;
  EXPECT_EQ(record_of("the wind\nrose and\r\n\"fell\"").words, words);
  EXPECT_NE(record_of("the wind fell and rose").words, words);
  EXPECT_NE(record_of("the wind rose and fell fell").words, words);
  EXPECT_NE(record_of("the wind rose and").words, words);
  EXPECT_NE(record_of("a a").words, record_of("a a a").words);
}

// However the tokens of a document come.
TEST(Record, BatchesDoNotShow) {
  Recorder recorder;
  recorder.start_document();
  for (const std::string_view part : {"the wind ", "", "rose ", "and fell and rose"}) add(recorder, part);
  EXPECT_EQ(recorder.finish_document(), record_of("the wind rose and fell and rose"));
}

/// Each document is recorded as if there were no other, and all are counted as a slow count has them.
TEST(Record, AgreesWithASlowCount) {
  reference::Dice dice{13};
  Recorder recorder;
  std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> counts;
  std::uint64_t tokens = 0;
  for (int i = 0; i < 50; ++i) {
    const Text text = similarity::testing::random_text(dice, dice.below(400));
    const std::set<std::string> types(text.begin(), text.end());
    recorder.start_document();
    recorder.add(count::testing::Tokens({text.begin(), text.end()}).all());
    const DocumentRecord record = recorder.finish_document();
    EXPECT_EQ(record.tokens, text.size());
    EXPECT_EQ(record.types, types.size());
    EXPECT_EQ(record.signature, similarity::testing::signature_of(text));
    for (const std::string& word : text) ++counts[word].first;
    for (const std::string& type : types) ++counts[type].second;
    tokens += text.size();
  }
  const count::FrequencyList list = std::move(recorder).take();
  EXPECT_EQ(list.tokens, tokens);
  EXPECT_EQ(list.documents, 50U);
  ASSERT_EQ(list.types.size(), counts.size());
  for (const auto& [type, count] : counts) {
    const auto id = list.types.find(type);
    ASSERT_TRUE(id);
    EXPECT_EQ(list.entries[*id].freq, count.first);
    EXPECT_EQ(list.entries[*id].range, count.second);
  }
}

}  // namespace
}  // namespace corpus::compare
