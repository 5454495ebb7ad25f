// SPDX-License-Identifier: MIT
/// \file
/// How alike two texts or corpora are, by the frequencies of their words: x[i] and y[i] are the counts of the same type.
///
///     const std::vector<std::uint64_t> x = {3, 1, 0}, y = {6, 2, 0};
///     jensen_shannon(x, y);     // 0: the same distribution
///     cosine(x, y);             // 1
///     spearman(x, y);           // 1: the same order
///
/// The spans have the same length, and hold a 0 where a type is missing on one side. All are symmetric to the last bit; of
/// a list and itself the divergences are exactly 0, the correlations exactly 1. Undefined (an empty optional) where a side
/// holds no token, and where a line says so. O(V), or O(V log V) where ranks are needed.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace corpus::stats {

/// Jensen and Shannon's divergence in bits, 1/2 sum p log2(p / m) + 1/2 sum q log2(q / m), p and q the shares, m their
/// mean. 0 (the same distribution) to 1 (no type in common). Lin (1991), doi:10.1109/18.61115.
[[nodiscard]] std::optional<double> jensen_shannon(std::span<const std::uint64_t> x, std::span<const std::uint64_t> y);

/// Its square root, which is a metric. 0 to 1. Endres & Schindelin (2003), doi:10.1109/TIT.2003.813506.
[[nodiscard]] std::optional<double> jensen_shannon_distance(std::span<const std::uint64_t> x,
                                                            std::span<const std::uint64_t> y);

/// Cosine of the angle between the counts, which is that between the relative frequencies: sum x y / sqrt(sum x^2 sum y^2).
/// 0 (no type in common) to 1 (the same distribution). Salton & McGill (1983).
[[nodiscard]] std::optional<double> cosine(std::span<const std::uint64_t> x, std::span<const std::uint64_t> y);

/// Spearman's rank correlation: Pearson's of the ranks, ties sharing the mean of their places. -1 to 1 (the same order).
/// Undefined where one side holds one number only. Spearman (1904); of word lists, Kilgarriff (2001).
[[nodiscard]] std::optional<double> spearman(std::span<const std::uint64_t> x, std::span<const std::uint64_t> y);

struct ChiByDegreesOptions {
  std::uint64_t words = 500;
};

/// Kilgarriff's chi-by-degrees-of-freedom: X2 of the two-row table of the `words` types that are most frequent in both
/// together, over its words - 1 degrees of freedom; sizes are the totals over these words. 0 (the same) up; about 1 for
/// random halves of one corpus. Of types with the same frequency those that stand first are taken; a type of neither side
/// never. Undefined for fewer than two words, and where one side has none of them.
/// Kilgarriff (2001), Comparing corpora, Int. J. Corpus Linguistics 6(1), doi:10.1075/ijcl.6.1.05kil.
[[nodiscard]] std::optional<double> chi_by_degrees(std::span<const std::uint64_t> x, std::span<const std::uint64_t> y,
                                                   ChiByDegreesOptions options = {});

/// Mean and sample standard deviation (divisor n - 1) of each word's rate over a set of documents.
struct RateScale {
  std::vector<double> means;
  std::vector<double> deviations;
};

/// Of the rates of the same words in each of `documents`. Undefined for fewer than two documents. Two passes.
[[nodiscard]] std::optional<RateScale> rate_scale(std::span<const std::vector<double>> documents);

/// Burrows's Delta: the mean over the words of |z_a - z_b|, z = (rate - mean) / deviation; any unit of rates will do. 0
/// (the same) up. A word that is equally frequent in all documents tells nothing and is left out. Undefined where no word
/// is left. Burrows (2002), doi:10.1093/llc/17.3.267.
[[nodiscard]] std::optional<double> burrows_delta(std::span<const double> a, std::span<const double> b,
                                                  const RateScale& scale);

}  // namespace corpus::stats
