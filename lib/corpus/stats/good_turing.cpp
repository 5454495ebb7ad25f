// SPDX-License-Identifier: MIT
// Simple Good-Turing, declared in growth.hpp.
#include <cmath>
#include <cstddef>
#include <vector>

#include "corpus/stats/growth.hpp"
#include "corpus/stats/least_squares.hpp"

namespace corpus::stats {
namespace {

/// The line through log Z by log r, where Z_r spreads V_r over the gap between the neighbouring frequencies.
std::optional<Line> smoothed(std::span<const FrequencyClass> classes) {
  std::vector<double> log_r;
  std::vector<double> log_z;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const auto r = static_cast<double>(classes[i].frequency);
    const double before = i == 0 ? 0 : static_cast<double>(classes[i - 1].frequency);
    const double after = i + 1 < classes.size() ? static_cast<double>(classes[i + 1].frequency) : 2 * r - before;
    log_r.push_back(std::log(r));
    log_z.push_back(std::log(2 * static_cast<double>(classes[i].types) / (after - before)));
  }
  return least_squares(log_r, log_z);
}

/// Turing's estimate for the class at `i`, and its standard deviation; nothing where the next frequency does not occur.
struct Turing {
  double estimate;
  double deviation;
};

std::optional<Turing> turing(std::span<const FrequencyClass> classes, std::size_t i) {
  if (i + 1 >= classes.size() || classes[i + 1].frequency != classes[i].frequency + 1) return std::nullopt;
  const auto next = static_cast<double>(classes[i + 1].frequency);
  const auto here = static_cast<double>(classes[i].types);
  const auto there = static_cast<double>(classes[i + 1].types);
  return Turing{.estimate = next * there / here,
                .deviation = next * std::sqrt(there / (here * here) * (1 + there / here))};
}

}  // namespace

std::optional<SimpleGoodTuring> simple_good_turing(const FrequencySpectrum& spectrum) {
  const std::span<const FrequencyClass> classes = spectrum.classes();
  const std::optional<Line> line = smoothed(classes);
  if (!line) return std::nullopt;

  SimpleGoodTuring result;
  result.p0 = good_turing_p0(spectrum).value_or(0);
  result.slope = line->slope;
  result.adjusted.reserve(classes.size());
  bool on_the_line = false;  // once there, it stays
  double seen = 0;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const auto r = static_cast<double>(classes[i].frequency);
    double adjusted = r * std::pow(1 + 1 / r, line->slope + 1);
    if (!on_the_line) {
      const std::optional<Turing> t = turing(classes, i);
      on_the_line = !t || std::abs(t->estimate - adjusted) <= 1.65 * t->deviation;
      if (!on_the_line) adjusted = t->estimate;
    }
    seen += adjusted * static_cast<double>(classes[i].types);
    result.adjusted.push_back({.frequency = classes[i].frequency, .raw = adjusted});
  }
  const double scale = static_cast<double>(spectrum.tokens()) * (1 - result.p0) / seen;
  for (AdjustedFrequency& adjusted : result.adjusted) adjusted.normalised = adjusted.raw * scale;
  return result;
}

}  // namespace corpus::stats
