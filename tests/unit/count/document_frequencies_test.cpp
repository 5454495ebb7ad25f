// SPDX-License-Identifier: MIT
#include "corpus/count/document_frequencies.hpp"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "corpus/text/block.hpp"

namespace corpus::count {
namespace {

using Values = std::vector<double>;

class DocumentFrequenciesTest : public ::testing::Test {
 protected:
  void add(std::string_view text, std::size_t group) {
    tokenizer_.start(text::Block::of(text));
    for (auto batch = tokenizer_.next(); !batch.empty(); batch = tokenizer_.next()) frequencies_.add(batch, group);
  }

  DocumentFrequencies frequencies_{{"snow", "wind"}};
  text::Tokenizer tokenizer_{{}};
};

TEST_F(DocumentFrequenciesTest, GivesRatesOfEachDocument) {
  frequencies_.start_document();
  add("snow and snow again", 0);
  frequencies_.start_document();
  add("wind", 1);
  frequencies_.start_document();
  add("rain or wind", 0);
  const auto snow = frequencies_.rates_of("snow", 0).value();
  EXPECT_EQ(snow.target, (Values{0.5, 0}));
  EXPECT_EQ(snow.reference, (Values{0}));
  EXPECT_EQ(snow.target_freq, 2U);
  EXPECT_EQ(snow.reference_freq, 0U);
  const auto wind = frequencies_.rates_of("wind", 1).value();
  EXPECT_EQ(wind.target, (Values{1}));
  EXPECT_EQ(wind.reference, (Values{0, 1.0 / 3}));
  EXPECT_EQ(wind.reference_freq, 1U);
}

TEST_F(DocumentFrequenciesTest, JoinsWhatGroupsTakeTurnsAt) {
  frequencies_.start_document();
  add("snow", 0);
  add("wind wind", 1);
  add("wind snow snow", 0);
  frequencies_.start_document();
  add("snow", 1);
  const auto snow = frequencies_.rates_of("snow", 0).value();
  EXPECT_EQ(snow.target, (Values{0.75}));
  EXPECT_EQ(snow.reference, (Values{0, 1}));
}

TEST_F(DocumentFrequenciesTest, LeavesOutWhatHasNoTokens) {
  frequencies_.start_document();
  add("...", 0);
  frequencies_.start_document();
  add("snow", 0);
  EXPECT_EQ(frequencies_.rates_of("snow", 0).value().target, (Values{1}));
}

TEST_F(DocumentFrequenciesTest, KnowsOnlyWhatIsWanted) {
  frequencies_.start_document();
  add("rain", 0);
  EXPECT_FALSE(frequencies_.rates_of("rain", 0));
  EXPECT_EQ(frequencies_.rates_of("wind", 0).value().target, (Values{0}));
  EXPECT_EQ(frequencies_.rates_of("wind", 7).value().reference, (Values{0}));
}

}  // namespace
}  // namespace corpus::count
