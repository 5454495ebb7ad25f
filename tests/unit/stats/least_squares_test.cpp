// SPDX-License-Identifier: MIT
#include "corpus/stats/least_squares.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace corpus::stats {
namespace {

TEST(LeastSquares, ByHand) {  // slope 1/2, residuals -1/6, 1/3, -1/6
  const Line line = least_squares(std::vector<double>{0, 1, 2}, std::vector<double>{0, 1, 1}).value();
  EXPECT_NEAR(line.slope, 0.5, 1e-12);
  EXPECT_NEAR(line.intercept, 1.0 / 6, 1e-12);
  EXPECT_NEAR(line.residual, 1.0 / 6, 1e-12);
  EXPECT_NEAR(line.r2.value(), 0.75, 1e-12);
}

TEST(LeastSquares, NeedsTwoDistinctX) {
  EXPECT_FALSE(least_squares({}, {}));
  EXPECT_FALSE(least_squares(std::vector<double>{3, 3}, std::vector<double>{1, 2}));
  EXPECT_FALSE(least_squares(std::vector<double>{1, 2, 3}, std::vector<double>{1, 2}));
}

TEST(Minimum, FindsTheValley) {
  EXPECT_NEAR(minimum([](double x) { return (x - 3) * (x - 3); }, 0, 10), 3, 1e-6);
  EXPECT_NEAR(minimum([](double x) { return x; }, 2, 10), 2, 1e-6);
}

}  // namespace
}  // namespace corpus::stats
