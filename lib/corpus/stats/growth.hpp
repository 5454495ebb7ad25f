// SPDX-License-Identifier: MIT
/// \file
/// Vocabulary growth: how many types a shorter text would have, how many are still unseen, and the laws that frequency
/// lists follow (Heaps, Zipf and Mandelbrot, Good and Turing).
///
///     const std::vector<double> tokens = {1000, 2000, 4000};
///     const std::vector<double> types = {420, 690, 1120};
///     const auto fit = heaps_fit(tokens, types);   // V = K N^beta; fit->k, fit->beta, fit->r2
///
/// Undefined is an empty optional.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "corpus/stats/spectrum.hpp"

namespace corpus::stats {

// ---- Interpolation and the unseen --------------------------------------------------------------------------------

/// Expected types in a sample of n tokens, binomial: V - sum V_m (1 - n/N)^m. 0 to V.
/// Undefined for N = 0 and n > N. O(distinct frequencies). Baayen (2001), zipfR's EV.
[[nodiscard]] std::optional<double> expected_types_with_replacement(const FrequencySpectrum& spectrum, std::uint64_t n);

/// Expected types in a random sample of n of the N tokens, exact (hypergeometric): V - sum V_m C(N-m, n) / C(N, n).
/// 0 to min(n, V). Undefined for N = 0 and n > N. O(distinct frequencies * min(m, n)) at most, less for most texts.
/// Hurlbert (1971), rarefaction.
[[nodiscard]] std::optional<double> expected_types_without_replacement(const FrequencySpectrum& spectrum,
                                                                       std::uint64_t n);

/// Chao's lower bound for the number of types of the population, classic form: V + V_1^2 / (2 V_2). V or more.
/// Undefined for V_2 = 0. Chao (1984).
[[nodiscard]] std::optional<double> chao1_classic(const FrequencySpectrum& spectrum);

/// Good and Turing's probability that the next token is a new type, V_1 / N. 0 to 1. Undefined for N = 0. Good (1953).
[[nodiscard]] std::optional<double> good_turing_p0(const FrequencySpectrum& spectrum);

/// A frequency and what it is worth once the unseen types have had their share.
struct AdjustedFrequency {
  std::uint64_t frequency = 0;
  double raw = 0;         ///< r*, Turing's estimate for small r, then the line's
  double normalised = 0;  ///< r* scaled so that the seen types together get N (1 - p0)
};

struct SimpleGoodTuring {
  double p0 = 0;     ///< all unseen types together
  double slope = 0;  ///< of log Z on log r; above -1 the data do not suit the method and r* exceeds r
  std::vector<AdjustedFrequency> adjusted;  ///< one per class of the spectrum, ascending
};

/// Simple Good-Turing: Z_r = 2 V_r / (next r - previous r), a line through log Z by log r, Turing's
/// (r+1) V_{r+1} / V_r until it first differs from the line's r (1 + 1/r)^(slope+1) by no more than 1.65 standard
/// deviations (or V_{r+1} = 0), the line from there on, then renormalised. Undefined with fewer than two distinct
/// frequencies. O(distinct frequencies). Gale & Sampson (1995).
[[nodiscard]] std::optional<SimpleGoodTuring> simple_good_turing(const FrequencySpectrum& spectrum);

// ---- Laws --------------------------------------------------------------------------------------------------------

/// V = k N^beta.
struct HeapsFit {
  double k = 0;
  double beta = 0;           ///< above 0, to 1: 1 where every token is new
  std::optional<double> r2;  ///< of the line through the logarithms, 0 to 1; undefined where V never changes
};

/// Heaps' (or Herdan's) law by ordinary least squares of ln V on ln N. The spans have the same length: points of the
/// growth curve. Undefined with fewer than two distinct N, and where an N or V is not positive. O(points).
/// Herdan (1964), Heaps (1978).
[[nodiscard]] std::optional<HeapsFit> heaps_fit(std::span<const double> tokens, std::span<const double> types);

/// f(r) = c / (r + b)^a.
struct ZipfMandelbrotFit {
  double a = 0;
  double b = 0;  ///< 0 (Zipf) or more
  double c = 0;
  double r2 = 0;  ///< of the logarithms
};

/// Zipf and Mandelbrot's law by least squares of ln f on ln(r + b); `frequencies` are by descending rank, rank 1 first.
/// b is searched between 0 and the number of ranks. Every rank weighs the same, so the many hapaxes pull; pass the top
/// ranks to fit those. Undefined with fewer than three ranks, a frequency that is not positive, or all equal.
/// About 150 passes over the ranks. Mandelbrot (1953).
[[nodiscard]] std::optional<ZipfMandelbrotFit> zipf_mandelbrot_fit(std::span<const double> frequencies);

}  // namespace corpus::stats
