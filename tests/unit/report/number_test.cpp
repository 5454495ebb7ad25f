// SPDX-License-Identifier: MIT
// Expected texts are what ISO C's "%.12g" prescribes, worked out by hand.
#include "corpus/report/number.hpp"

#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstdio>
#include <limits>
#include <random>
#include <string>

namespace corpus::report {
namespace {

TEST(FormatReal, HasAtMostTwelveSignificantDigits) {
  EXPECT_EQ(format_real(1.0 / 3), "0.333333333333");
  EXPECT_EQ(format_real(2.0 / 3), "0.666666666667");
  EXPECT_EQ(format_real(2e6 / 3), "666666.666667");
  EXPECT_EQ(format_real(0.1 + 0.2), "0.3");
  EXPECT_EQ(format_real(1234.5), "1234.5");
  EXPECT_EQ(format_real(999999999999.4), "999999999999");
  EXPECT_EQ(format_real(999999999999.5), "1e+12");
  EXPECT_EQ(format_real(123456789012345.0), "1.23456789012e+14");
}

TEST(FormatReal, UsesAnExponentWhereCDoes) {
  EXPECT_EQ(format_real(1e-7), "1e-07");
  EXPECT_EQ(format_real(0.0001), "0.0001");
  EXPECT_EQ(format_real(0.00001), "1e-05");
  EXPECT_EQ(format_real(1e22), "1e+22");
  EXPECT_EQ(format_real(1e12), "1e+12");
  EXPECT_EQ(format_real(100000000000.0), "100000000000");
  EXPECT_EQ(format_real(5e-324), "4.94065645841e-324");
  EXPECT_EQ(format_real(-1.7976931348623157e308), "-1.79769313486e+308");
}

TEST(FormatReal, ZeroHasNoSignAndWholeNumbersNoPoint) {
  EXPECT_EQ(format_real(0.0), "0");
  EXPECT_EQ(format_real(-0.0), "0");
  EXPECT_EQ(format_real(-3.0), "-3");
  EXPECT_EQ(format_real(8431.0), "8431");
}

TEST(FormatReal, WhatIsNotFiniteIsNothing) {
  EXPECT_EQ(format_real(std::numeric_limits<double>::quiet_NaN()), "");
  EXPECT_EQ(format_real(std::numeric_limits<double>::infinity()), "");
  EXPECT_EQ(format_real(-std::numeric_limits<double>::infinity()), "");
}

TEST(FormatReal, AgreesWithTheCLibraryOnAnyBits) {
  std::mt19937_64 random{20231121};
  for (int round = 0; round < 20000; ++round) {
    double value = round % 2 == 0 ? std::bit_cast<double>(random()) : static_cast<double>(random() % 1000003) / 997;
    if (!std::isfinite(value)) continue;
    std::array<char, 64> expected{};
    std::snprintf(expected.data(), expected.size(), "%.12g", value);
    ASSERT_EQ(format_real(value), expected.data());
    ASSERT_LE(format_real(value).size(), longest_number);
  }
}

TEST(PrintedValue, IsTheNumberThatIsShown) {
  EXPECT_EQ(printed_value(0.1 + 0.2), 0.3);
  EXPECT_EQ(printed_value(1.0 / 3), 0.333333333333);
  EXPECT_EQ(printed_value(8431), 8431.0);
  EXPECT_EQ(printed_value(1e22), 1e22);
  EXPECT_FALSE(std::signbit(printed_value(-0.0)));
}

TEST(PrintedValue, MakesEqualWhatPrintsEqual) {
  const double low = 1.0000000000001;
  const double high = 1.0000000000002;
  EXPECT_LT(low, high);
  EXPECT_EQ(printed_value(low), printed_value(high));
}

TEST(FormatCount, ReachesTheLargest) {
  std::array<char, longest_number> text{};
  EXPECT_EQ(std::string(text.data(), print_count(text.data(), std::numeric_limits<std::uint64_t>::max())),
            "18446744073709551615");
  EXPECT_EQ(std::string(text.data(), print_count(text.data(), 0)), "0");
}

TEST(FormatGrouped, SetsACommaBeforeEveryThreeDigits) {
  EXPECT_EQ(format_grouped(0), "0");
  EXPECT_EQ(format_grouped(999), "999");
  EXPECT_EQ(format_grouped(1000), "1,000");
  EXPECT_EQ(format_grouped(123456), "123,456");
  EXPECT_EQ(format_grouped(1234567), "1,234,567");
}

TEST(FormatFixed, RoundsAndGroups) {
  EXPECT_EQ(format_fixed(48431.256, 2), "48,431.26");
  EXPECT_EQ(format_fixed(0, 2), "0.00");
  EXPECT_EQ(format_fixed(-0.0, 2), "0.00");
  EXPECT_EQ(format_fixed(-1234.5, 1), "-1,234.5");
  EXPECT_EQ(format_fixed(-123.5, 1), "-123.5");
  EXPECT_EQ(format_fixed(12.0, 0), "12");
  EXPECT_EQ(format_fixed(1234.0, 0), "1,234");
}

TEST(FormatFixed, NeverShowsSomethingAsZero) {
  EXPECT_EQ(format_fixed(1e-7, 2), "1.00e-07");
  EXPECT_EQ(format_fixed(-0.004, 2), "-4.00e-03");
  EXPECT_EQ(format_fixed(0.006, 2), "0.01");
  EXPECT_EQ(format_fixed(0.3, 0), "3e-01");
}

TEST(FormatFixed, LargeNumbersHaveAnExponent) {
  EXPECT_EQ(format_fixed(999999999999.0, 2), "999,999,999,999.00");
  EXPECT_EQ(format_fixed(1e22, 2), "1.00e+22");
}

TEST(FormatFixed, RoundsWhatIsPrintedNotWhatOneMachineComputed) {
  EXPECT_EQ(format_fixed(0.125, 2), format_fixed(0.12500000000000003, 2));
  EXPECT_EQ(format_fixed(0.125, 2), format_fixed(0.12499999999999999, 2));
}

}  // namespace
}  // namespace corpus::report
