// SPDX-License-Identifier: MIT
/// \file
/// Tails and quantiles of the distributions that tests rest on, and the correction for many tests.
///
///     chi_squared_tail(3.841458820694124).value();           // 0.05
///     chi_squared_tail(13320).log10();                       // -2894.5: no double holds 10 to that power
///     normal_quantile(0.025);                                // 1.95996...
///     adjusted(p_values, Adjustment::holm);                  // in the order given
///
/// Accuracy: 12 significant digits of the logarithm everywhere, and of `value()` down to 1e-290.
/// Each tail costs some logarithms; a beta quantile some ten microseconds.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace corpus::stats {

/// A chance, kept as its natural logarithm, so that the order of tiny ones survives where a double would be 0.
struct PValue {
  double log = 0;

  /// 0 to 1; 0 below 1e-308.
  [[nodiscard]] double value() const;

  /// 0 or negative.
  [[nodiscard]] double log10() const;

  friend bool operator==(PValue a, PValue b) { return a.log == b.log; }
  friend bool operator<(PValue a, PValue b) { return a.log < b.log; }
};

/// The chance of chi-squared with one degree of freedom being at least `x` (0 or more).
[[nodiscard]] PValue chi_squared_tail(double x);

/// Both tails of the normal distribution beyond |z|.
[[nodiscard]] PValue normal_tails(double z);

/// Both tails of Student's t beyond |t|; degrees of freedom above 0, not necessarily whole.
[[nodiscard]] PValue student_tails(double t, double degrees);

/// The z that a standard normal variable exceeds with chance `tail`, above 0 and below 1.
[[nodiscard]] double normal_quantile(double tail);

/// ln(x / (1 - x)) of the x below which a Beta(a, b) variable lies with chance `tail`; a, b above 0.
[[nodiscard]] double beta_quantile_logit(double a, double b, double tail);

/// The chance of a Poisson variable of mean `mean` (above 0) being at least `count`. Sums the lesser tail term by term,
/// or, where that would take more than 200,000 terms, integrates it.
[[nodiscard]] PValue poisson_at_least(std::uint64_t count, double mean);

/// What is done about many tests at once.
enum class Adjustment : std::uint8_t {
  none,
  bonferroni,         ///< p m, at most 1: the chance of a single false alarm among m tests
  holm,               ///< the same promise with more power. Holm (1979)
  benjamini_hochberg  ///< the share of false alarms among what is reported. Benjamini & Hochberg (1995)
};

/// Adjusted p values in the order of `p`; the family m is their number. As R's p.adjust: monotone, at most 1.
/// O(m log m).
[[nodiscard]] std::vector<PValue> adjusted(std::span<const PValue> p, Adjustment adjustment);

}  // namespace corpus::stats
