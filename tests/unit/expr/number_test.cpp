// SPDX-License-Identifier: MIT
#include "corpus/expr/number.hpp"

#include <gtest/gtest.h>

#include <string>

namespace corpus::expr {
namespace {

TEST(Number, IsDigitsWithASignAPointAnExponentOrPercent) {
  EXPECT_EQ(number_of("2020"), 2020.0);
  EXPECT_EQ(number_of("-2.5"), -2.5);
  EXPECT_EQ(number_of("+7"), 7.0);
  EXPECT_EQ(number_of("007"), 7.0);
  EXPECT_EQ(number_of(".5"), 0.5);
  EXPECT_EQ(number_of("5."), 5.0);
  EXPECT_EQ(number_of("1e3"), 1000.0);
  EXPECT_EQ(number_of("1E+3"), 1000.0);
  EXPECT_EQ(number_of("25e-2"), 0.25);
  EXPECT_EQ(number_of(" 12\r\n"), 12.0);
}

// 0.7 / 100 is not 0.007 in binary.
TEST(Number, APercentIsTheNearestNumberToAHundredth) {
  EXPECT_EQ(number_of("5%"), 0.05);
  EXPECT_EQ(number_of("-5%"), -0.05);
  EXPECT_EQ(number_of("0.7%"), 0.007);
  EXPECT_EQ(number_of("100%"), 1.0);
}

TEST(Number, IsNothingElse) {
  for (const char* const text :
       {"",           " ",     ".",     "-",   "+",    "%",    "-%",     "e3",    "1e",       "1e+",
        "1e5%",       "1 000", "1,000", "3,5", "0x10", "nan",  "inf",    "-inf",  "infinity", "1.2.3",
        "2020-05-01", "--1",   "+-1",   "- 1", "5 %",  "12th", "\u0661", "1e999", "1e-999"}) {
    EXPECT_EQ(number_of(text), std::nullopt) << text;
  }
  EXPECT_EQ(number_of(std::string("1\0", 2)), std::nullopt);
}

TEST(Number, EndsWhereItCanNotGoOn) {
  EXPECT_EQ(number_length("2020-05"), 4U);
  EXPECT_EQ(number_length("5%)"), 2U);
  EXPECT_EQ(number_length("1e5x"), 3U);
  EXPECT_EQ(number_length("1ex"), 1U);
  EXPECT_EQ(number_length("-x"), 0U);
  EXPECT_EQ(number_length(""), 0U);
}

}  // namespace
}  // namespace corpus::expr
