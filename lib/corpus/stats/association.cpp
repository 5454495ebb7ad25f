// SPDX-License-Identifier: MIT
#include "corpus/stats/association.hpp"

#include <algorithm>
#include <cmath>

#include "corpus/stats/keyness.hpp"
#include "corpus/stats/log_mass.hpp"

namespace corpus::stats {
namespace {

using Value = std::optional<double>;
constexpr double ln_2 = 0.693147180559945309417;
constexpr double ln_10 = 2.302585092994045684;

double real(std::uint64_t count) { return static_cast<double>(count); }

/// What the measures share that a pair and a longer sequence both have.
struct Joint {
  double o = 0;
  double e = 0;       ///< above 0
  double excess = 0;  ///< o - e
  double n = 0;
  double words = 0;
  double sum = 0;        ///< of the words' frequencies
  double greatest = 0;   ///< of them
  double mean_log2 = 0;  ///< of their logarithms
};

std::optional<Joint> joint(const Contingency& t) {
  if (!t.is_possible() || t.r1 == 0 || t.c1 == 0) return std::nullopt;
  return Joint{.o = real(t.o11),
               .e = t.expected(),
               .excess = t.excess(),
               .n = real(t.n),
               .words = 2,
               .sum = real(t.r1) + real(t.c1),
               .greatest = real(std::max(t.r1, t.c1)),
               .mean_log2 = (std::log2(real(t.r1)) + std::log2(real(t.c1))) / 2};
}

std::optional<Joint> joint(const SequenceCounts& counts) {
  if (counts.parts.empty() || counts.n == 0) return std::nullopt;
  if (counts.parts.size() == 2) {
    return joint(Contingency{.o11 = counts.observed, .r1 = counts.parts[0], .c1 = counts.parts[1], .n = counts.n});
  }
  Joint result = {
      .o = real(counts.observed), .e = counts.expected(), .n = real(counts.n), .words = real(counts.parts.size())};
  result.excess = result.o - result.e;
  for (const std::uint64_t part : counts.parts) {
    if (part < counts.observed || part > counts.n || part == 0) return std::nullopt;
    result.sum += real(part);
    result.greatest = std::max(result.greatest, real(part));
    result.mean_log2 += std::log2(real(part)) / result.words;
  }
  return result;
}

/// log2(O / E); near independence from the difference, which is exact.
Value mi(const Joint& j) {
  if (j.o == 0) return std::nullopt;
  const double relative = j.excess / j.e;
  return std::abs(relative) < 0.5 ? std::log1p(relative) / ln_2 : std::log2(j.o / j.e);
}

template <int power>
Value mi_power(const Joint& j) {
  const Value plain = mi(j);
  if (!plain) return std::nullopt;
  return *plain + (power - 1) * std::log2(j.o);
}

Value local_mi(const Joint& j) {
  if (j.o == 0) return 0.0;
  return j.o * *mi(j);
}

Value npmi(const Joint& j) {
  if (j.o == 0) return -1.0;
  const double self = (j.words - 1) * std::log2(j.n / j.o);
  if (self == 0) return std::nullopt;
  return std::min(1.0, *mi(j) / self);
}

Value t_score(const Joint& j) {
  if (j.o == 0) return std::nullopt;
  return j.excess / std::sqrt(j.o);
}

Value z_score(const Joint& j) { return j.excess / std::sqrt(j.e); }

Value z_yates(const Joint& j) {
  const double distance = std::abs(j.excess) - 0.5;
  return (j.excess < 0 ? 0 - distance : distance) / std::sqrt(j.e);
}

Value simple_ll(const Joint& j) { return std::copysign(2 * unit_deviance(j.o, j.e, j.excess), j.excess); }

Value poisson(const Joint& j) { return -poisson_at_least(static_cast<std::uint64_t>(j.o), j.e).log10() + 0.0; }

Value poisson_stirling(const Joint& j) {
  if (j.o == 0) return std::nullopt;
  return j.o * (std::log(j.o / j.e) - 1) / ln_10;
}

Value dice(const Joint& j) { return j.words * j.o / j.sum; }

Value log_dice(const Joint& j) {
  if (j.o == 0) return std::nullopt;
  return 14 + std::log2(*dice(j));
}

Value min_sensitivity(const Joint& j) { return j.o / j.greatest; }

Value geometric_mean(const Joint& j) {
  if (j.o == 0) return 0.0;
  return std::min(1.0, std::exp2(std::log2(j.o) - j.mean_log2));
}

Value jaccard(const Contingency& t) {
  if (!joint(t)) return std::nullopt;
  return real(t.o11) / (real(t.r1) + real(t.o21()));
}

Value average_mi(const Contingency& t) {
  const Value g2 = g_squared(t);
  if (!g2) return std::nullopt;
  return std::abs(*g2) / (2 * real(t.n) * ln_2);
}

Value phi_squared(const Contingency& t) {
  const Value x2 = chi_squared(t);
  if (!x2) return std::nullopt;
  return std::min(1.0, std::abs(*x2) / real(t.n));
}

/// (O11 O22 - O12 O21) / (M1 M2) of the margins that one word leaves.
Value delta_p(const Contingency& t, std::uint64_t with, std::uint64_t without) {
  if (!t.is_possible() || with == 0 || without == 0) return std::nullopt;
  return t.excess() / real(with) * (real(t.n) / real(without));
}

Value log_odds_ratio(const Contingency& t) {
  const Value ratio = odds_ratio(t, Halves::always);
  if (!ratio) return std::nullopt;
  return std::log2(*ratio);
}

WordInTwo beside(const Contingency& t) {
  return {.target = {.frequency = t.o11, .tokens = t.r1}, .reference = {.frequency = t.o21(), .tokens = t.r2()}};
}

Value lrc(const Contingency& t, const AssociationOptions& options) {
  if (!t.is_possible()) return std::nullopt;
  return conservative_log_ratio(beside(t), {.confidence = options.confidence, .family = options.family});
}

Value fisher(const Contingency& t, Sides sides, double (PValue::*form)() const) {
  const std::optional<PValue> p = fisher_exact(t, sides);
  if (!p || !joint(t)) return std::nullopt;
  return ((*p).*form)();
}

template <Value (*measure)(const Joint&)>
Value pair(const Contingency& t, const AssociationOptions& /*options*/) {
  const auto j = joint(t);
  return j ? measure(*j) : std::nullopt;
}

template <Value (*measure)(const Joint&)>
Value sequence(const SequenceCounts& counts) {
  const auto j = joint(counts);
  return j ? measure(*j) : std::nullopt;
}

template <Value (*measure)(const Contingency&)>
Value table_alone(const Contingency& t, const AssociationOptions& /*options*/) {
  return measure(t);
}

using enum Stronger;
using Table = const Contingency&;
using Options = const AssociationOptions&;

// clang-format off
constexpr AssociationMeasure table[] = {
    {"g2", 2, higher, "log-likelihood ratio, signed", "2 sum O ln(O / E) over four cells, negative where O11 < E11",
     "Dunning (1993), Computational Linguistics 19(1), 61-74", table_alone<g_squared>, nullptr},
    {"mi", 3, higher, "pointwise mutual information", "log2(O / E)",
     "Church & Hanks (1990), Computational Linguistics 16(1), 22-29", pair<mi>, sequence<mi>},
    {"mi2", 3, higher, "mutual information, squared frequency", "log2(O^2 / E)",
     "Daille (1994), Approche mixte pour l'extraction automatique de terminologie", pair<mi_power<2>>, sequence<mi_power<2>>},
    {"mi3", 3, higher, "mutual information, cubed frequency", "log2(O^3 / E)",
     "Daille (1994), Approche mixte pour l'extraction automatique de terminologie", pair<mi_power<3>>, sequence<mi_power<3>>},
    {"local_mi", 2, higher, "local mutual information", "O log2(O / E)",
     "Evert (2005), The statistics of word cooccurrences", pair<local_mi>, sequence<local_mi>},
    {"npmi", 4, higher, "normalised mutual information, -1 to 1", "log2(O / E) / ((n - 1) log2(N / O)), n words; -1 at O = 0",
     "Bouma (2009), Proc. GSCL, 31-40", pair<npmi>, sequence<npmi>},
    {"t", 3, higher, "t score", "(O - E) / sqrt(O)",
     "Church, Gale, Hanks & Hindle (1991), Using statistics in lexical analysis", pair<t_score>, sequence<t_score>},
    {"z", 3, higher, "z score", "(O - E) / sqrt(E)",
     "Dennis (1965), in Evert (2005), The statistics of word cooccurrences", pair<z_score>, sequence<z_score>},
    {"z_yates", 3, higher, "z score with Yates' correction", "(|O - E| - 1/2) / sqrt(E), negative where O < E; changes its sign within 1/2 of E",
     "Evert (2005), The statistics of word cooccurrences", pair<z_yates>, sequence<z_yates>},
    {"chi2", 2, higher, "Pearson's chi-squared, signed", "sum (O - E)^2 / E over four cells",
     "Manning & Schuetze (1999), Foundations of statistical natural language processing, ch. 5",
     [](Table t, Options) { return chi_squared(t); }, nullptr},
    {"chi2_yates", 2, higher, "chi-squared with Yates' correction, signed", "sum (|O - E| - 1/2, 0 at least)^2 / E over four cells",
     "Yates (1934), Suppl. to J. R. Stat. Soc. 1(2)",
     [](Table t, Options) { return chi_squared(t, Yates::on); }, nullptr},
    {"fisher", 6, lower, "Fisher's exact test, two-sided p", "sum of P(table with these margins) <= P(this table)",
     "Pedersen (1996), Fishing for exactness", [](Table t, Options) { return fisher(t, Sides::both, &PValue::value); }, nullptr},
    {"fisher_greater", 6, lower, "Fisher's exact test, p of attraction", "P(O11 or more | margins)",
     "Pedersen (1996), Fishing for exactness", [](Table t, Options) { return fisher(t, Sides::greater, &PValue::value); }, nullptr},
    {"fisher_log10", 2, higher, "Fisher's exact test, digits of the p of attraction", "-log10 P(O11 or more | margins)",
     "Evert (2005), The statistics of word cooccurrences",
     [](Table t, Options) -> Value {
       const Value log = fisher(t, Sides::greater, &PValue::log10);
       return log ? Value(0.0 - *log) : log;
     }, nullptr},
    {"dice", 5, higher, "Dice coefficient, 0 to 1", "n O / (f_1 + ... + f_n)",
     "Smadja, McKeown & Hatzivassiloglou (1996), Computational Linguistics 22(1), 1-38", pair<dice>, sequence<dice>},
    {"log_dice", 3, higher, "logDice, at most 14", "14 + log2(Dice)",
     "Rychly (2008), A lexicographer-friendly association score, RASLAN, 6-9", pair<log_dice>, sequence<log_dice>},
    {"delta_p21", 5, higher, "delta P of the second word given the first, -1 to 1", "O11 / R1 - O21 / R2",
     "Gries (2013), Int. J. Corpus Linguistics 18(1), 137-165",
     [](Table t, Options) { return delta_p(t, t.r1, t.r2()); }, nullptr},
    {"delta_p12", 5, higher, "delta P of the first word given the second, -1 to 1", "O11 / C1 - O12 / C2",
     "Gries (2013), Int. J. Corpus Linguistics 18(1), 137-165",
     [](Table t, Options) { return delta_p(t, t.c1, t.c2()); }, nullptr},
    {"min_sensitivity", 5, higher, "minimum sensitivity, 0 to 1", "O / (greatest f_i)",
     "Pedersen (1998), Dependent bigram identification", pair<min_sensitivity>, sequence<min_sensitivity>},
    {"odds_ratio", 3, higher, "odds ratio", "O11 O22 / (O12 O21), 1/2 added to each cell if one is 0",
     "Haldane (1956), doi:10.1111/j.1469-1809.1955.tb01285.x", [](Table t, Options) { return odds_ratio(t); }, nullptr},
    {"log_odds_ratio", 3, higher, "log odds ratio, discounted", "log2 of the odds ratio with 1/2 added to each cell, always",
     "Evert (2005), The statistics of word cooccurrences", table_alone<log_odds_ratio>, nullptr},
    {"poisson", 2, higher, "Poisson test, digits of the p of attraction", "-log10 P(X >= O), X Poisson of mean E",
     "Evert (2005), The statistics of word cooccurrences", pair<poisson>, sequence<poisson>},
    {"poisson_stirling", 2, higher, "Poisson measure by Stirling's formula", "O (ln(O / E) - 1) / ln 10",
     "Quasthoff & Wolff (2002), The Poisson collocation measure", pair<poisson_stirling>, sequence<poisson_stirling>},
    {"simple_ll", 2, higher, "simple log-likelihood, signed", "2 (O ln(O / E) - (O - E)), negative where O < E",
     "Evert (2008), Corpora and collocations, 1212-1248", pair<simple_ll>, sequence<simple_ll>},
    {"average_mi", 6, higher, "average mutual information in bits", "sum (O / N) log2(O / E) over four cells",
     "Evert (2005), The statistics of word cooccurrences", table_alone<average_mi>, nullptr},
    {"jaccard", 5, higher, "Jaccard coefficient, 0 to 1", "O11 / (O11 + O12 + O21)",
     "Evert (2005), The statistics of word cooccurrences", table_alone<jaccard>, nullptr},
    {"gmean", 5, higher, "geometric mean of the sensitivities, 0 to 1", "O / (f_1 ... f_n)^(1/n)",
     "Evert (2005), The statistics of word cooccurrences", pair<geometric_mean>, sequence<geometric_mean>},
    {"phi2", 5, higher, "phi squared, 0 to 1", "chi-squared / N",
     "Church & Gale (1991), Concordances for parallel text", table_alone<phi_squared>, nullptr},
    {"log_ratio", 3, higher, "log ratio", "log2 of ((O11 + 1/2) / (R1 + 1/2)) / ((O21 + 1/2) / (R2 + 1/2))",
     "Walter (1975), doi:10.1093/biomet/62.2.371; without the halves, Hardie (2014), CASS",
     [](Table t, Options) { return t.is_possible() ? log_ratio(beside(t)) : std::nullopt; }, nullptr},
    {"lrc", 3, higher, "conservative log ratio", "the end of the log ratio's exact confidence interval that is nearer to 0",
     "Evert (2022), Measuring keyness", lrc, nullptr},
};
// clang-format on

}  // namespace

double SequenceCounts::expected() const {
  const double all = static_cast<double>(n);
  double result = all;
  for (const std::uint64_t part : parts) result *= static_cast<double>(part) / all;
  return result;
}

std::span<const AssociationMeasure> association_measures() { return table; }

const AssociationMeasure* find_association_measure(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(table), std::end(table), [name](const AssociationMeasure& m) { return m.name == name; });
  return found == std::end(table) ? nullptr : found;
}

}  // namespace corpus::stats
