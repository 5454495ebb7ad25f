// SPDX-License-Identifier: MIT
/// \file
/// Keyness over documents: do the documents of two corpora differ in how often they use a word? Unlike the measures of
/// keyness.hpp these are not moved by one document that uses it a lot. x[i], y[i] are the word's relative frequencies in
/// the documents of target and reference.
///
///     const std::vector<double> x = {12, 15, 18, 24, 88}, y = {3, 3, 13, 27, 33};
///     rank_sum_test(x, y)->p.value();             // 0.5296: no
///     welch_test(x, y)->p.value();                // 0.3585
///     permutation_test(x, y, {.seed = 1})->value();
///
/// Undefined (an empty optional) where a side has no documents, and where a line says so. All are two-sided.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "corpus/stats/probability.hpp"

namespace corpus::stats {

enum class Continuity : std::uint8_t { off, on };

struct RankSum {
  double w = 0;  ///< sum of the ranks of x, ties sharing the mean of their places
  double u = 0;  ///< pairs in which x is greater, those that are equal counting half
  PValue p;
};

/// Wilcoxon's rank-sum test, which is Mann and Whitney's: is a document of x likely to have more than one of y? p by the
/// normal approximation with correction for ties, and for continuity, as R's wilcox.test(exact = FALSE). Undefined where
/// all are equal. O(n log n). Mann & Whitney (1947), doi:10.1214/aoms/1177730491; of words, Kilgarriff (2001).
[[nodiscard]] std::optional<RankSum> rank_sum_test(std::span<const double> x, std::span<const double> y,
                                                   Continuity continuity = Continuity::on);

struct WelchT {
  double t = 0;
  double degrees = 0;  ///< Welch and Satterthwaite's, not whole
  PValue p;
};

/// Welch's t test: do the means differ, variances not being assumed equal? t = (mean x - mean y) / sqrt(vx/nx + vy/ny).
/// Undefined for fewer than two documents on a side, and where both have no variance. Welch (1947),
/// doi:10.1093/biomet/34.1-2.28.
[[nodiscard]] std::optional<WelchT> welch_test(std::span<const double> x, std::span<const double> y);

struct ResamplingOptions {
  std::uint64_t seed = 0;
  std::uint64_t rounds = 9999;
};

/// Permutation test of the difference of the means: how often does dealing the documents out anew give at least the
/// difference seen? All ways are tried where they are no more than `rounds`; otherwise (b + 1) / (rounds + 1) of random
/// ones, the same for the same seed on every machine, and the same dealings for every word of two corpora.
/// O(rounds documents). Pitman (1937); Phipson & Smyth (2010), doi:10.2202/1544-6115.1585.
[[nodiscard]] std::optional<PValue> permutation_test(std::span<const double> x, std::span<const double> y,
                                                     ResamplingOptions options = {});

/// Lijffijt's bootstrap test: documents of both sides are drawn with replacement; with p1 the share of `rounds` in which
/// the mean of x is the lower (equal ones counting half), p = (1 + 2 B min(p1, 1 - p1)) / (1 + B), B the rounds.
/// O(rounds documents). Lijffijt et al. (2016), doi:10.1093/llc/fqu064.
[[nodiscard]] std::optional<PValue> bootstrap_test(std::span<const double> x, std::span<const double> y,
                                                   ResamplingOptions options = {});

/// The p of the bootstrap test from its share p1.
[[nodiscard]] PValue bootstrap_p(double p1, std::uint64_t rounds);

}  // namespace corpus::stats
