// SPDX-License-Identifier: MIT
/// \file
/// Keyness: is a word more frequent in one corpus, the target, than in another, the reference; by how much, and how sure?
///
///     const WordInTwo word = {.target = {.frequency = 536, .tokens = 1177}, .reference = {29461, 341805}};
///     g_squared(table_of(word));                                       // 1437...: it is
///     log_ratio(word);                                                 // 2.402: five times as frequent
///     conservative_log_ratio(word, {.family = 20109});                 // 2.094: by this much at least
///     for (const KeynessMeasure& measure : keyness_measures()) …       // all of them, by name
///
/// f1, f2 are the frequencies, n1, n2 the sizes, N = n1 + n2; counts up to 2^53. A word is positive where f1/n1 > f2/n2,
/// and measures of (A, B) are the negatives of those of (B, A), to the last bit, where a line says "antisymmetric".
/// All are undefined (an empty optional) where a corpus is empty or holds less than its word's frequency, and where a line
/// says so. O(1); the exact interval of a word takes some microseconds, LRC much less where it is 0.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "corpus/stats/contingency.hpp"
#include "corpus/stats/dispersion.hpp"

namespace corpus::stats {

/// A word's frequency in two corpora.
struct WordInTwo {
  WordInCorpus target;
  WordInCorpus reference;

  /// Neither corpus is empty, and neither holds less than the word.
  [[nodiscard]] bool is_possible() const;
};

/// The two-by-two table: O11 = f1, R1 = n1, C1 = f1 + f2. For G2 over four cells (the default; Dunning, AntConc,
/// R corpora), chi-squared, odds ratio and Fisher's test, which see in contingency.hpp. Antisymmetric: G2, chi-squared.
[[nodiscard]] Contingency table_of(const WordInTwo& word);

/// G2 over the two cells of the word, 2 (f1 ln(f1/E1) + f2 ln(f2/E2)), E_i = n_i (f1 + f2) / N, signed. A little less than
/// over four. Antisymmetric. Rayson & Garside (2000), Comparing corpora using frequency profiling; UCREL.
[[nodiscard]] std::optional<double> g_squared_two_cells(const WordInTwo& word);

/// Bayes factor, approximately: |G2| over two cells - ln N. Below 0 speaks for equal frequencies; 2 to 6 is positive, 6 to
/// 10 strong, above 10 very strong evidence of a difference. Wilson (2013), Embracing Bayes factors for key item analysis.
[[nodiscard]] std::optional<double> bayes_factor(const WordInTwo& word);

/// ELL, the effect size of G2 over two cells: |G2| / (N ln Emin), Emin the lesser expected value. 0 to 1. Undefined for
/// Emin of 1 and less. Johnston, Berry & Mielke (2006), doi:10.2466/pms.103.2.412-414.
[[nodiscard]] std::optional<double> ell(const WordInTwo& word);

/// What log2 of a ratio does about zeros.
enum class RatioSmoothing : std::uint8_t {
  walter,  ///< 1/2 is added to each frequency and size, always. Walter (1975), doi:10.1093/biomet/62.2.371
  hardie   ///< only a frequency of 0 becomes 1/2. Hardie (2014), CASS
};

/// Log ratio log2((f1/n1) / (f2/n2)), smoothed: 1 is twice as frequent, 0 the same. Antisymmetric. Undefined where both
/// frequencies are 0.
[[nodiscard]] std::optional<double> log_ratio(const WordInTwo& word, RatioSmoothing smoothing = RatioSmoothing::walter);

/// How a confidence interval of the log ratio is found.
enum class IntervalMethod : std::uint8_t {
  exact,  ///< Clopper & Pearson's of f1 / (f1 + f2). Evert (2022)
  normal  ///< Hardie's log ratio -+ z sqrt(1/f1 + 1/f2 - 1/n1 - 1/n2) / ln 2, as CQPweb has it
};

struct IntervalOptions {
  double confidence = 0.95;  ///< above 0, below 1
  std::uint64_t family = 1;  ///< how many words are tested at once; the chance of error is divided by it (Bonferroni)
  IntervalMethod method = IntervalMethod::exact;
};

/// An end that is empty is infinite.
struct Interval {
  std::optional<double> lower;
  std::optional<double> upper;
};

/// Two-sided confidence interval of the log ratio. tau = f1 / (f1 + f2) has the exact bounds tau-, tau+ of a binomial
/// share, each with half of (1 - confidence) / family; the ends are log2((n2 / n1) tau / (1 - tau)). No lower end where
/// f1 = 0, no upper one where f2 = 0. Undefined where both are 0. Antisymmetric.
/// Evert (2022), Measuring keyness; Clopper & Pearson (1934), doi:10.1093/biomet/26.4.404.
[[nodiscard]] std::optional<Interval> log_ratio_interval(const WordInTwo& word, const IntervalOptions& options = {});

/// Evert's LRC: the end of `log_ratio_interval` that is nearer to 0, and 0 where 0 lies inside. Antisymmetric.
/// Evert (2022), Measuring keyness, in R corpora: keyness().
[[nodiscard]] std::optional<double> conservative_log_ratio(const WordInTwo& word, const IntervalOptions& options = {});

/// LRC for positive keywords alone: the exact lower end with all of (1 - confidence) / family, whatever its sign.
/// Undefined for f1 = 0. Evert (2022), the same.
[[nodiscard]] std::optional<double> conservative_log_ratio_positive(const WordInTwo& word,
                                                                    const IntervalOptions& options = {});

/// %DIFF = 100 (f1/n1 - f2/n2) / (f2/n2). -100 (absent from the target) up. Undefined for f2 = 0.
/// Gabrielatos & Marchi (2011), Keyness: matching metrics to definitions.
[[nodiscard]] std::optional<double> percent_difference(const WordInTwo& word);

/// (f1/n1 - f2/n2) / (f1/n1 + f2/n2). -1 (reference alone) to 1 (target alone). Antisymmetric. Undefined where both are 0.
/// Hofland & Johansson (1982), Word frequencies in British and American English.
[[nodiscard]] std::optional<double> difference_coefficient(const WordInTwo& word);

/// Kilgarriff's simple maths (m1 + k) / (m2 + k), m frequencies per million: k = 1 favours rare words, 1,000 frequent
/// ones. Above 0; 1 is the same. Undefined where the divisor is 0. Kilgarriff (2009), Simple maths for keywords.
[[nodiscard]] std::optional<double> simple_maths(const WordInTwo& word, double k = 100);

/// What is believed of a word before counting: `alpha` imagined occurrences among `total` imagined tokens.
struct DirichletPrior {
  double alpha = 0;
  double total = 0;
};

/// The prior of a word that has its share of both corpora together: alpha = scale (f1 + f2) / N, total = scale.
[[nodiscard]] DirichletPrior pooled_prior(const WordInTwo& word, double scale);

struct LogOdds {
  double delta = 0;  ///< difference of the log odds, natural logarithm
  double z = 0;      ///< delta over its standard deviation
};

/// Log-odds ratio with an informative Dirichlet prior: with y_i = f_i + alpha and m_i = n_i + total,
/// delta = ln(y1 / (m1 - y1)) - ln(y2 / (m2 - y2)), z = delta / sqrt(1/y1 + 1/y2). Antisymmetric. Undefined where one of
/// the four is 0. Monroe, Colaresi & Quinn (2008), eq. 16, 20 and 22, doi:10.1093/pan/mpn018.
[[nodiscard]] std::optional<LogOdds> log_odds(const WordInTwo& word, const DirichletPrior& prior);

// ---- By name -----------------------------------------------------------------------------------------------------

struct KeynessOptions {
  IntervalOptions interval = {};
  double simple_maths_k = 100;
  double prior_scale = 1000;  ///< imagined tokens of the pooled prior
};

/// A measure as a column: what a manual page needs to say of it, and how it is computed.
struct KeynessMeasure {
  std::string_view name;
  int decimals;  ///< in a table
  Stronger stronger;
  std::string_view title;
  std::string_view formula;
  std::string_view source;
  std::optional<double> (*of)(const WordInTwo& word, const KeynessOptions& options);
};

/// In the order of their columns. p values of a whole list, which need each other: `adjusted`.
[[nodiscard]] std::span<const KeynessMeasure> keyness_measures();

/// The measure of that name, or nullptr.
[[nodiscard]] const KeynessMeasure* find_keyness_measure(std::string_view name);

}  // namespace corpus::stats
