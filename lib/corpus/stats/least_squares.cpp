// SPDX-License-Identifier: MIT
#include "corpus/stats/least_squares.hpp"

#include <cstddef>

namespace corpus::stats {
namespace {

double mean(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

}  // namespace

std::optional<Line> least_squares(std::span<const double> x, std::span<const double> y) {
  if (x.size() != y.size() || x.size() < 2) return std::nullopt;
  const double mean_x = mean(x);
  const double mean_y = mean(y);
  double xx = 0;
  double xy = 0;
  double yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mean_x) * (x[i] - mean_x);
    xy += (x[i] - mean_x) * (y[i] - mean_y);
    yy += (y[i] - mean_y) * (y[i] - mean_y);
  }
  if (xx == 0) return std::nullopt;
  Line line;
  line.slope = xy / xx;
  line.intercept = mean_y - line.slope * mean_x;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double distance = (y[i] - mean_y) - line.slope * (x[i] - mean_x);
    line.residual += distance * distance;
  }
  if (yy > 0) line.r2 = 1 - line.residual / yy;
  return line;
}

}  // namespace corpus::stats
