// SPDX-License-Identifier: MIT
/// \file
/// A straight line through points, and the lowest point of a valley: what the fits of growth.hpp are made of.
///
///     least_squares(std::vector<double>{1, 2, 3}, std::vector<double>{2, 4, 6})->slope;  // 2
///
/// Two passes over the points.
#pragma once

#include <optional>
#include <span>

namespace corpus::stats {

struct Line {
  double intercept = 0;
  double slope = 0;
  double residual = 0;       ///< sum of squared vertical distances
  std::optional<double> r2;  ///< share of the variance of y that the line explains; undefined where y is constant
};

/// y = intercept + slope x by ordinary least squares; the spans have the same length.
/// Undefined with fewer than two distinct x.
[[nodiscard]] std::optional<Line> least_squares(std::span<const double> x, std::span<const double> y);

/// Where a function with one valley between `low` and `high` is lowest, by golden section: 60 evaluations.
template <typename Function>
[[nodiscard]] double minimum(const Function& function, double low, double high) {
  constexpr double golden = 0.61803398874989484820;
  double left = high - golden * (high - low);
  double right = low + golden * (high - low);
  double at_left = function(left);
  double at_right = function(right);
  for (int step = 0; step < 58; ++step) {
    if (at_left < at_right) {
      high = right;
      right = left;
      at_right = at_left;
      left = high - golden * (high - low);
      at_left = function(left);
    } else {
      low = left;
      left = right;
      at_left = at_right;
      right = low + golden * (high - low);
      at_right = function(right);
    }
  }
  return (low + high) / 2;
}

}  // namespace corpus::stats
