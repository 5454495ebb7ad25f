// SPDX-License-Identifier: MIT
#include "corpus/stats/keyness.hpp"

#include <algorithm>
#include <cmath>

#include "corpus/stats/log_mass.hpp"

namespace corpus::stats {
namespace {

using Value = std::optional<double>;
constexpr double ln_2 = 0.693147180559945309417;

double real(std::uint64_t count) { return static_cast<double>(count); }

double rate(const WordInCorpus& word) { return real(word.frequency) / real(word.tokens); }

WordInTwo swapped(const WordInTwo& word) { return {.target = word.reference, .reference = word.target}; }

/// log2(a / b), with the sign alone changed where a and b change places. (0 - x, for -x may be a -0.)
double log2_ratio(double a, double b) { return a >= b ? std::log2(a / b) : 0 - std::log2(b / a); }

bool occurs(const WordInTwo& word) { return word.target.frequency != 0 || word.reference.frequency != 0; }

/// The exact lower end, `error` the chance that it is too high; f1 above 0.
double exact_lower(const WordInTwo& word, double error) {
  const double logit = beta_quantile_logit(real(word.target.frequency), real(word.reference.frequency) + 1, error);
  return logit / ln_2 + log2_ratio(real(word.reference.tokens), real(word.target.tokens));
}

double error_of(const IntervalOptions& options) { return (1 - options.confidence) / real(options.family); }

Interval exact_interval(const WordInTwo& word, double error) {
  Interval interval;
  if (word.target.frequency != 0) interval.lower = exact_lower(word, error / 2);
  if (word.reference.frequency != 0) interval.upper = -exact_lower(swapped(word), error / 2);
  return interval;
}

Interval normal_interval(const WordInTwo& word, double error) {
  const auto frequency = [](const WordInCorpus& w) { return w.frequency == 0 ? 0.5 : real(w.frequency); };
  const double variance = (1 / frequency(word.target) + 1 / frequency(word.reference)) -
                          (1 / real(word.target.tokens) + 1 / real(word.reference.tokens));
  const double reach = normal_quantile(error / 2) * std::sqrt(std::max(0.0, variance)) / ln_2;
  const double middle = *log_ratio(word, RatioSmoothing::hardie);
  return {.lower = middle - reach, .upper = middle + reach};
}

/// G2 over two cells, not signed.
double deviance(const WordInTwo& word) {
  const double all = real(word.target.frequency) + real(word.reference.frequency);
  const double sum = real(word.target.tokens) + real(word.reference.tokens);
  const double excess = table_of(word).excess();
  // over four cells the differences O - E add up to 0, over two as well
  return 2 * (unit_deviance(real(word.target.frequency), real(word.target.tokens) * all / sum, excess) +
              unit_deviance(real(word.reference.frequency), real(word.reference.tokens) * all / sum, -excess));
}

/// The exact interval's end that is nearer to 0, each end with this chance of error; 0 where 0 lies inside.
double nearer_exact_end(const WordInTwo& word, double error) {
  const double excess = table_of(word).excess();
  const double f1 = real(word.target.frequency);
  const double f2 = real(word.reference.frequency);
  // The chance of these very frequencies, were the rates equal. Where it alone is more than the error, 0 is inside: so
  // most words of a list are spared the search for a quantile.
  const double log_mass = stirling_rest(f1 + f2) - (stirling_rest(f1) + stirling_rest(f2)) - deviance(word) / 2;
  if (log_mass > std::log(error) + 1e-9) return 0;
  if (excess > 0) return std::max(0.0, exact_lower(word, error));
  return 0 - std::max(0.0, exact_lower(swapped(word), error));
}

}  // namespace

bool WordInTwo::is_possible() const {
  return target.tokens != 0 && reference.tokens != 0 && target.frequency <= target.tokens &&
         reference.frequency <= reference.tokens;
}

Contingency table_of(const WordInTwo& word) {
  return {.o11 = word.target.frequency,
          .r1 = word.target.tokens,
          .c1 = word.target.frequency + word.reference.frequency,
          .n = word.target.tokens + word.reference.tokens};
}

Value g_squared_two_cells(const WordInTwo& word) {
  if (!word.is_possible()) return std::nullopt;
  return std::copysign(deviance(word), table_of(word).excess());
}

Value bayes_factor(const WordInTwo& word) {
  if (!word.is_possible()) return std::nullopt;
  return deviance(word) - std::log(real(word.target.tokens) + real(word.reference.tokens));
}

Value ell(const WordInTwo& word) {
  if (!word.is_possible()) return std::nullopt;
  const double all = real(word.target.frequency) + real(word.reference.frequency);
  const double sum = real(word.target.tokens) + real(word.reference.tokens);
  const double least = real(std::min(word.target.tokens, word.reference.tokens)) * all / sum;
  if (!(least > 1)) return std::nullopt;
  return deviance(word) / (sum * std::log(least));
}

Value log_ratio(const WordInTwo& word, RatioSmoothing smoothing) {
  if (!word.is_possible() || !occurs(word)) return std::nullopt;
  const auto smoothed = [smoothing](const WordInCorpus& w) {
    if (smoothing == RatioSmoothing::walter) return (real(w.frequency) + 0.5) / (real(w.tokens) + 0.5);
    return w.frequency == 0 ? 0.5 / real(w.tokens) : rate(w);
  };
  return log2_ratio(smoothed(word.target), smoothed(word.reference));
}

std::optional<Interval> log_ratio_interval(const WordInTwo& word, const IntervalOptions& options) {
  if (!word.is_possible() || !occurs(word)) return std::nullopt;
  return options.method == IntervalMethod::exact ? exact_interval(word, error_of(options))
                                                 : normal_interval(word, error_of(options));
}

Value conservative_log_ratio(const WordInTwo& word, const IntervalOptions& options) {
  if (!word.is_possible() || !occurs(word)) return std::nullopt;
  if (options.method == IntervalMethod::exact) return nearer_exact_end(word, error_of(options) / 2);
  const Interval interval = normal_interval(word, error_of(options));
  if (*interval.lower > 0) return interval.lower;
  return std::min(0.0, *interval.upper);
}

Value conservative_log_ratio_positive(const WordInTwo& word, const IntervalOptions& options) {
  if (!word.is_possible() || word.target.frequency == 0) return std::nullopt;
  return exact_lower(word, error_of(options));
}

Value percent_difference(const WordInTwo& word) {
  if (!word.is_possible() || word.reference.frequency == 0) return std::nullopt;
  return 100 * (rate(word.target) - rate(word.reference)) / rate(word.reference);
}

Value difference_coefficient(const WordInTwo& word) {
  if (!word.is_possible() || !occurs(word)) return std::nullopt;
  return (rate(word.target) - rate(word.reference)) / (rate(word.target) + rate(word.reference));
}

Value simple_maths(const WordInTwo& word, double k) {
  if (!word.is_possible()) return std::nullopt;
  const double divisor = 1e6 * rate(word.reference) + k;
  if (!(divisor > 0)) return std::nullopt;
  return (1e6 * rate(word.target) + k) / divisor;
}

DirichletPrior pooled_prior(const WordInTwo& word, double scale) {
  const double all = real(word.target.frequency) + real(word.reference.frequency);
  return {.alpha = scale * all / (real(word.target.tokens) + real(word.reference.tokens)), .total = scale};
}

std::optional<LogOdds> log_odds(const WordInTwo& word, const DirichletPrior& prior) {
  if (!word.is_possible()) return std::nullopt;
  const double y1 = real(word.target.frequency) + prior.alpha;
  const double y2 = real(word.reference.frequency) + prior.alpha;
  const double rest1 = real(word.target.tokens - word.target.frequency) + (prior.total - prior.alpha);
  const double rest2 = real(word.reference.tokens - word.reference.frequency) + (prior.total - prior.alpha);
  if (!(y1 > 0 && y2 > 0 && rest1 > 0 && rest2 > 0)) return std::nullopt;
  const double odds1 = y1 / rest1;
  const double odds2 = y2 / rest2;
  const double delta = odds1 >= odds2 ? std::log(odds1 / odds2) : 0 - std::log(odds2 / odds1);
  return LogOdds{.delta = delta, .z = delta / std::sqrt(1 / y1 + 1 / y2)};
}

namespace {

using enum Stronger;
using Word = const WordInTwo&;
using Options = const KeynessOptions&;

/// A measure of the two-by-two table, of a word that can be.
template <typename Measure>
Value of_table(const WordInTwo& word, const Measure& measure) {
  return word.is_possible() ? measure(table_of(word)) : std::nullopt;
}

std::optional<LogOdds> pooled_log_odds(const WordInTwo& word, const KeynessOptions& options) {
  return log_odds(word, pooled_prior(word, options.prior_scale));
}

// clang-format off
constexpr KeynessMeasure table[] = {
    {"lrc", 3, higher, "conservative log ratio", "the end of the log ratio's exact confidence interval that is nearer to 0; 0 where 0 is inside",
     "Evert (2022), Measuring keyness", [](Word w, Options o) { return conservative_log_ratio(w, o.interval); }},
    {"log_ratio", 3, higher, "log ratio", "log2 of ((f1 + 1/2) / (n1 + 1/2)) / ((f2 + 1/2) / (n2 + 1/2))",
     "Walter (1975), doi:10.1093/biomet/62.2.371; without the halves, Hardie (2014), CASS", [](Word w, Options) { return log_ratio(w); }},
    {"log_ratio_lower", 3, higher, "lower end of the log ratio's confidence interval", "log2((n2 / n1) t / (1 - t)), t Clopper and Pearson's bound of f1 / (f1 + f2)",
     "Evert (2022), Measuring keyness", [](Word w, Options o) { const auto i = log_ratio_interval(w, o.interval); return i ? i->lower : std::nullopt; }},
    {"log_ratio_upper", 3, higher, "upper end of the log ratio's confidence interval", "log2((n2 / n1) t / (1 - t)), t Clopper and Pearson's bound of f1 / (f1 + f2)",
     "Evert (2022), Measuring keyness", [](Word w, Options o) { const auto i = log_ratio_interval(w, o.interval); return i ? i->upper : std::nullopt; }},
    {"g2", 2, higher, "log-likelihood ratio, signed", "2 sum O ln(O / E) over four cells, negative where f1 / n1 < f2 / n2",
     "Dunning (1993), Computational Linguistics 19(1), 61-74", [](Word w, Options) { return of_table(w, [](const Contingency& t) { return g_squared(t); }); }},
    {"g2_two_cells", 2, higher, "log-likelihood ratio over the word's two cells, signed", "2 (f1 ln(f1 / E1) + f2 ln(f2 / E2)), E_i = n_i (f1 + f2) / N",
     "Rayson & Garside (2000), Comparing corpora using frequency profiling", [](Word w, Options) { return g_squared_two_cells(w); }},
    {"p", 6, lower, "p of the log-likelihood ratio", "P(chi-squared of 1 degree of freedom >= |G2|)",
     "Dunning (1993), Computational Linguistics 19(1), 61-74",
     [](Word w, Options) { return of_table(w, [](const Contingency& t) { const Value g2 = g_squared(t); return g2 ? Value(chi_squared_tail(std::abs(*g2)).value()) : g2; }); }},
    {"bic", 2, higher, "Bayes factor, approximate", "G2 over two cells - ln N; 2 to 6 positive, 6 to 10 strong, above 10 very strong",
     "Wilson (2013), Embracing Bayes factors for key item analysis", [](Word w, Options) { return bayes_factor(w); }},
    {"ell", 6, higher, "effect size of the log-likelihood ratio, 0 to 1", "G2 over two cells / (N ln(least E))",
     "Johnston, Berry & Mielke (2006), doi:10.2466/pms.103.2.412-414", [](Word w, Options) { return ell(w); }},
    {"pct_diff", 1, higher, "difference in per cent", "100 (f1 / n1 - f2 / n2) / (f2 / n2)",
     "Gabrielatos & Marchi (2011), Keyness: matching metrics to definitions", [](Word w, Options) { return percent_difference(w); }},
    {"odds_ratio", 3, higher, "odds ratio", "f1 (n2 - f2) / (f2 (n1 - f1)), 1/2 added to each of the four if one is 0",
     "Pojanapunya & Watson Todd (2016), doi:10.1515/cllt-2015-0030", [](Word w, Options) { return of_table(w, [](const Contingency& t) { return odds_ratio(t); }); }},
    {"simple_maths", 3, higher, "simple maths", "(m1 + k) / (m2 + k), m_i per million",
     "Kilgarriff (2009), Simple maths for keywords", [](Word w, Options o) { return simple_maths(w, o.simple_maths_k); }},
    {"difference", 4, higher, "difference coefficient, -1 to 1", "(f1 / n1 - f2 / n2) / (f1 / n1 + f2 / n2)",
     "Hofland & Johansson (1982), Word frequencies in British and American English", [](Word w, Options) { return difference_coefficient(w); }},
    {"log_odds", 3, higher, "log-odds ratio with a Dirichlet prior", "ln(y1 / (m1 - y1)) - ln(y2 / (m2 - y2)), y_i = f_i + a, m_i = n_i + s, a = s (f1 + f2) / N",
     "Monroe, Colaresi & Quinn (2008), eq. 16, doi:10.1093/pan/mpn018", [](Word w, Options o) { const auto l = pooled_log_odds(w, o); return l ? Value(l->delta) : std::nullopt; }},
    {"log_odds_z", 3, higher, "log-odds ratio over its standard deviation", "log_odds / sqrt(1 / y1 + 1 / y2)",
     "Monroe, Colaresi & Quinn (2008), eq. 22, doi:10.1093/pan/mpn018", [](Word w, Options o) { const auto l = pooled_log_odds(w, o); return l ? Value(l->z) : std::nullopt; }},
    {"chi2", 2, higher, "Pearson's chi-squared, signed", "sum (O - E)^2 / E over four cells",
     "Pearson (1900)", [](Word w, Options) { return of_table(w, [](const Contingency& t) { return chi_squared(t); }); }},
    {"chi2_yates", 2, higher, "chi-squared with Yates' correction, signed", "sum (|O - E| - 1/2, 0 at least)^2 / E over four cells",
     "Yates (1934), Suppl. to J. R. Stat. Soc. 1(2)", [](Word w, Options) { return of_table(w, [](const Contingency& t) { return chi_squared(t, Yates::on); }); }},
    {"fisher", 6, lower, "Fisher's exact test, two-sided p", "sum of P(table with these margins) <= P(this table)",
     "Fisher (1934), Statistical methods for research workers, 5th ed.",
     [](Word w, Options) { return of_table(w, [](const Contingency& t) { const auto p = fisher_exact(t); return p ? Value(p->value()) : std::nullopt; }); }},
};
// clang-format on

}  // namespace

std::span<const KeynessMeasure> keyness_measures() { return table; }

const KeynessMeasure* find_keyness_measure(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(table), std::end(table), [name](const KeynessMeasure& m) { return m.name == name; });
  return found == std::end(table) ? nullptr : found;
}

}  // namespace corpus::stats
