// SPDX-License-Identifier: MIT
#include "corpus/stats/growth.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "corpus/stats/least_squares.hpp"

namespace corpus::stats {
namespace {

/// C(N-m, n) / C(N, n): no token of a type of frequency m is among n drawn from N. As a product of the shorter of its
/// two equal forms, left off where it no longer matters to a sum of types.
double chance_of_missing(std::uint64_t tokens, std::uint64_t m, std::uint64_t n) {
  if (n > tokens - m) return 0;
  const std::uint64_t factors = std::min(m, n);
  const std::uint64_t others = std::max(m, n);
  double chance = 1;
  for (std::uint64_t i = 0; i < factors && chance > 1e-30; ++i) {
    chance *= static_cast<double>(tokens - others - i) / static_cast<double>(tokens - i);
  }
  return chance;
}

std::vector<double> logs(std::span<const double> values) {
  std::vector<double> logarithms(values.size());
  std::transform(values.begin(), values.end(), logarithms.begin(), [](double value) { return std::log(value); });
  return logarithms;
}

bool all_positive(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [](double value) { return value > 0; });
}

}  // namespace

std::optional<double> expected_types_with_replacement(const FrequencySpectrum& spectrum, std::uint64_t n) {
  if (spectrum.tokens() == 0 || n > spectrum.tokens()) return std::nullopt;
  const double left_out = static_cast<double>(spectrum.tokens() - n) / static_cast<double>(spectrum.tokens());
  double expected = 0;
  for (const FrequencyClass& c : spectrum.classes()) {
    expected += static_cast<double>(c.types) * (1 - std::pow(left_out, static_cast<double>(c.frequency)));
  }
  return expected;
}

std::optional<double> expected_types_without_replacement(const FrequencySpectrum& spectrum, std::uint64_t n) {
  if (spectrum.tokens() == 0 || n > spectrum.tokens()) return std::nullopt;
  double expected = 0;
  for (const FrequencyClass& c : spectrum.classes()) {
    expected += static_cast<double>(c.types) * (1 - chance_of_missing(spectrum.tokens(), c.frequency, n));
  }
  return expected;
}

std::optional<double> chao1_classic(const FrequencySpectrum& spectrum) {
  const auto once = static_cast<double>(spectrum.types_with(1));
  const auto twice = static_cast<double>(spectrum.types_with(2));
  if (twice == 0) return std::nullopt;
  return static_cast<double>(spectrum.types()) + once * once / (2 * twice);
}

std::optional<double> good_turing_p0(const FrequencySpectrum& spectrum) {
  if (spectrum.tokens() == 0) return std::nullopt;
  return static_cast<double>(spectrum.types_with(1)) / static_cast<double>(spectrum.tokens());
}

std::optional<HeapsFit> heaps_fit(std::span<const double> tokens, std::span<const double> types) {
  if (tokens.size() != types.size() || !all_positive(tokens) || !all_positive(types)) return std::nullopt;
  const std::optional<Line> line = least_squares(logs(tokens), logs(types));
  if (!line) return std::nullopt;
  return HeapsFit{.k = std::exp(line->intercept), .beta = line->slope, .r2 = line->r2};
}

std::optional<ZipfMandelbrotFit> zipf_mandelbrot_fit(std::span<const double> frequencies) {
  if (frequencies.size() < 3 || !all_positive(frequencies)) return std::nullopt;
  const std::vector<double> y = logs(frequencies);
  std::vector<double> x(y.size());
  const auto line_for = [&](double shift) {
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = std::log(static_cast<double>(i + 1) + shift);
    return *least_squares(x, y);
  };
  if (!line_for(0).r2) return std::nullopt;

  // Over u = ln(1 + b): a coarse look for the valley, then golden section inside it.
  constexpr int coarse = 64;
  const double width = std::log1p(static_cast<double>(x.size())) / coarse;
  const auto error_at = [&](double u) { return line_for(std::expm1(u)).residual; };
  int best = 0;
  double least = error_at(0);
  for (int i = 1; i <= coarse; ++i) {
    const double error = error_at(i * width);
    if (error < least) {
      least = error;
      best = i;
    }
  }
  const double u = minimum(error_at, std::max(0, best - 1) * width, std::min(coarse, best + 1) * width);
  const double b = least <= error_at(u) ? std::expm1(best * width) : std::expm1(u);
  const Line line = line_for(b);
  return ZipfMandelbrotFit{.a = -line.slope, .b = b, .c = std::exp(line.intercept), .r2 = line.r2.value_or(0)};
}

}  // namespace corpus::stats
