// SPDX-License-Identifier: MIT
#include "cmd/values.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "toy_command.hpp"

namespace corpus::cmd {
namespace {

using testing::ElementsAre;

TEST(Values, CountsAreDecimal) {
  Toy toy;
  toy.parse({"--top", "010"});
  EXPECT_EQ(toy.top, 10U);  // not octal
  Toy largest;
  largest.parse({"--top", "18446744073709551615"});
  EXPECT_EQ(largest.top, UINT64_MAX);
}

TEST(Values, WhatIsNoCountIsNamed) {
  for (const std::string word : {"ten", "", "1.5", "1e3", "0x10", "+1", " 1", "1 ", "18446744073709551616"}) {
    EXPECT_EQ(Toy().mistake({"--top=" + word}), "--top: '" + word + "' is not a whole number");
  }
  EXPECT_EQ(Toy().mistake({"--top", "-1"}), "--top: '-1' is not a whole number");
}

TEST(Values, BoundsAreNamed) {
  EXPECT_EQ(Toy().mistake({"--window", "0"}), "--window: '0' is not a whole number from 1 to 1000");
  EXPECT_EQ(Toy().mistake({"--window", "1001"}), "--window: '1001' is not a whole number from 1 to 1000");
  EXPECT_EQ(Toy().mistake({"--threshold", "1.01"}), "--threshold: '1.01' is not a number from 0 to 1");
  EXPECT_EQ(Toy().mistake({"--threshold", "nan"}), "--threshold: 'nan' is not a number from 0 to 1");
  Toy toy;
  toy.parse({"--window", "1000", "--threshold", "1"});
  EXPECT_EQ(toy.window, 1000U);
  EXPECT_EQ(toy.threshold, 1.0);
}

TEST(Values, AChoiceNamesTheWordsAndTheNearest) {
  Toy toy;
  toy.parse({"--fruit", "quince"});
  EXPECT_EQ(toy.fruit, Fruit::quince);
  EXPECT_EQ(Toy().mistake({"--fruit", "aple"}),
            "--fruit: 'aple' is not one of apple, pear, quince (did you mean apple?)");
  EXPECT_EQ(Toy().mistake({"--fruit", ""}), "--fruit: '' is not one of apple, pear, quince");
  EXPECT_EQ(Toy().mistake({"--fruit", "Apple"}),
            "--fruit: 'Apple' is not one of apple, pear, quince (did you mean apple?)");
}

TEST(Values, AListKeepsItsOrder) {
  Toy toy;
  toy.parse({"--colors", "blue,red"});
  EXPECT_THAT(toy.colors, ElementsAre("blue", "red"));
  EXPECT_EQ(Toy().mistake({"--colors", "blue,rde"}),
            "--colors: 'rde' is not one of red, green, blue (did you mean red?)");
  EXPECT_EQ(Toy().mistake({"--colors", "blue,"}), "--colors: '' is not one of red, green, blue");
}

TEST(Values, NamesAreFoundBothWays) { EXPECT_EQ(name_of<Fruit>(Fruit::quince, fruit_names), "quince"); }

}  // namespace
}  // namespace corpus::cmd
