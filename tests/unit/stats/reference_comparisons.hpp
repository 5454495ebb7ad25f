// SPDX-License-Identifier: MIT
/// \file
/// The measures that reference/values.json has of tables, of two corpora and of two word lists, by their names there.
#pragma once

#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "corpus/stats/association.hpp"
#include "corpus/stats/keyness.hpp"
#include "corpus/stats/keyness_documents.hpp"
#include "corpus/stats/similarity.hpp"
#include "reference_inputs.hpp"

namespace corpus::stats::reference {

using Value = std::optional<double>;
using Measure = std::function<Value(const Inputs&)>;
using Measures = std::map<std::string, Measure>;

inline Value scaled(Value value, double factor) { return value ? Value(*value * factor) : value; }
inline Value magnitude(Value value) { return value ? Value(std::abs(*value)) : value; }
inline Value chance(std::optional<PValue> p) { return p ? Value(p->value()) : std::nullopt; }
inline Value digits(std::optional<PValue> p) { return p ? Value(-p->log10()) : std::nullopt; }

/// Cells, or the frequencies of pair and words; without a corpus size where that has no part in the measure.
inline Contingency table(const Inputs& in) {
  if (in.has("O22")) {
    const std::uint64_t r1 = in.count("O11") + in.count("O12");
    return {in.count("O11"), r1, in.count("O11") + in.count("O21"), r1 + in.count("O21") + in.count("O22")};
  }
  const std::uint64_t n = in.has("N") ? in.count("N") : in.count("f1") + in.count("f2");
  const std::uint64_t span = in.has("span") ? in.count("span") : 1;
  return {in.count("f"), span * in.count("f1"), in.count("f2"), n};
}

inline WordInTwo word(const Inputs& in) {
  if (in.has("R2")) return {{in.count("O11"), in.count("R1")}, {in.count("O21"), in.count("R2")}};
  return {{in.count("f1"), in.count("n1")}, {in.count("f2"), in.count("n2")}};
}

inline IntervalOptions interval(const Inputs& in, IntervalMethod method = IntervalMethod::exact) {
  return {.confidence = in.real("conf"), .family = in.count("family"), .method = method};
}

inline Measures collocation_measures() {
  const double log10_of_2 = std::log10(2.0);
  const auto named = [](const char* name, double factor = 1) {
    return [name, factor](const Inputs& in) {
      return scaled(find_association_measure(name)->of_pair(table(in), {}), factor);
    };
  };
  const auto conservative = [](const Inputs& in) { return conservative_log_ratio(word(in), interval(in)); };
  const auto positive = [](const Inputs& in) { return conservative_log_ratio_positive(word(in), interval(in)); };
  return {
      {"G2_4cell", named("g2")},
      {"G2_signed", named("g2")},
      {"MI_log2", named("mi")},
      {"MI_log2_span", named("mi")},
      {"MI_log10", named("mi", log10_of_2)},
      {"MI2_log10", named("mi2", log10_of_2)},
      {"MI3_log10", named("mi3", log10_of_2)},
      {"local_MI_log10", named("local_mi", log10_of_2)},
      {"NPMI", named("npmi")},
      {"average_MI_bits", named("average_mi")},
      {"average_MI_log10",
       [log10_of_2](const Inputs& in) {
         const Contingency t = table(in);
         return scaled(find_association_measure("average_mi")->of_pair(t, {}), log10_of_2 * static_cast<double>(t.n));
       }},
      {"chi2", named("chi2")},
      {"chi2_signed", named("chi2")},
      {"conservative_LR_normal",
       [](const Inputs& in) { return conservative_log_ratio(word(in), interval(in, IntervalMethod::normal)); }},
      {"LRC", conservative},
      {"LRC_positive", positive},
      {"deltaP_w1_given_w2", named("delta_p12")},
      {"deltaP_w2_given_w1", named("delta_p21")},
      {"dice", named("dice")},
      {"expected_surface_span", [](const Inputs& in) -> Value { return table(in).expected(); }},
      {"fisher_p_greater_neglog10", named("fisher_log10")},
      {"gmean", named("gmean")},
      {"jaccard", named("jaccard")},
      {"logDice", named("log_dice")},
      {"log10_odds_ratio", [](const Inputs& in) -> Value { return std::log10(odds_ratio(table(in)).value()); }},
      {"log10_odds_ratio_haldane", named("log_odds_ratio", log10_of_2)},
      {"log10_relative_risk",
       [log10_of_2](const Inputs& in) {
         const Contingency t = table(in);
         const WordInTwo beside = {{t.o11, t.c1}, {t.o12(), t.c2()}};
         return scaled(log_ratio(beside, RatioSmoothing::hardie), log10_of_2);
       }},
      {"log_ratio_hardie", [](const Inputs& in) { return log_ratio(word(in), RatioSmoothing::hardie); }},
      {"min_sensitivity", named("min_sensitivity")},
      {"phi_squared", named("phi2")},
      {"poisson_p_neglog10", named("poisson")},
      {"poisson_stirling_log10", named("poisson_stirling")},
      {"simple_ll_signed", named("simple_ll")},
      {"t_score", named("t")},
      {"z_score", named("z")},
      {"z_score_yates", named("z_yates")},
  };
}

inline Measures keyness_cases() {
  const auto of_table = [](auto function) {
    return [function](const Inputs& in) { return function(in.has("O11") ? table(in) : table_of(word(in))); };
  };
  const auto fisher = [of_table](Sides sides) {
    return of_table([sides](const Contingency& t) { return chance(fisher_exact(t, sides)); });
  };
  const auto monroe = [](double LogOdds::*part) {
    return [part](const Inputs& in) -> Value {
      const auto y1 = in.list("y1");
      const auto y2 = in.list("y2");
      const auto alpha = in.list<double>("alpha");
      const auto sum = [](const auto& values) {
        auto result = values.front() - values.front();
        for (const auto value : values) result += value;
        return result;
      };
      const std::uint64_t i = in.count("index");
      const WordInTwo one = {{y1[i], sum(y1)}, {y2[i], sum(y2)}};
      return log_odds(one, {.alpha = alpha[i], .total = sum(alpha)}).value().*part;
    };
  };
  return {
      {"BIC", [](const Inputs& in) { return bayes_factor(word(in)); }},
      {"ELL", [](const Inputs& in) { return ell(word(in)); }},
      {"G2_2term", [](const Inputs& in) { return magnitude(g_squared_two_cells(word(in))); }},
      {"G2_4cell", of_table([](const Contingency& t) { return magnitude(g_squared(t)); })},
      {"G2_signed", of_table([](const Contingency& t) { return g_squared(t); })},
      {"LRC", [](const Inputs& in) { return conservative_log_ratio(word(in), interval(in)); }},
      {"LRC_positive", [](const Inputs& in) { return conservative_log_ratio_positive(word(in), interval(in)); }},
      {"bootstrap_p_two_sided",
       [](const Inputs& in) -> Value { return bootstrap_p(in.real("p1"), in.count("B")).value(); }},
      {"chi2", of_table([](const Contingency& t) { return magnitude(chi_squared(t)); })},
      {"chi2_yates", of_table([](const Contingency& t) { return magnitude(chi_squared(t, Yates::on)); })},
      {"difference_coefficient", [](const Inputs& in) { return difference_coefficient(word(in)); }},
      {"fisher_p_greater", fisher(Sides::greater)},
      {"fisher_p_less", fisher(Sides::less)},
      {"fisher_p_two", fisher(Sides::both)},
      {"log_odds_dirichlet_delta", monroe(&LogOdds::delta)},
      {"log_odds_dirichlet_z", monroe(&LogOdds::z)},
      {"log_ratio_hardie", [](const Inputs& in) { return log_ratio(word(in), RatioSmoothing::hardie); }},
      {"log_ratio_walter", [](const Inputs& in) { return log_ratio(word(in)); }},
      {"mannwhitney_p",
       [](const Inputs& in) {
         const auto continuity = in.flag("continuity") ? Continuity::on : Continuity::off;
         return chance(rank_sum_test(in.list<double>("x"), in.list<double>("y"), continuity).value().p);
       }},
      {"odds_ratio", of_table([](const Contingency& t) { return odds_ratio(t); })},
      {"pct_diff", [](const Inputs& in) { return percent_difference(word(in)); }},
      {"permutation_p_exact",
       [](const Inputs& in) { return chance(permutation_test(in.list<double>("x"), in.list<double>("y"))); }},
      {"rank_sum",
       [](const Inputs& in) -> Value { return rank_sum_test(in.list<double>("x"), in.list<double>("y")).value().w; }},
      {"simple_maths", [](const Inputs& in) { return simple_maths(word(in), in.real("k")); }},
      {"welch_p",
       [](const Inputs& in) { return chance(welch_test(in.list<double>("x"), in.list<double>("y")).value().p); }},
      {"welch_t",
       [](const Inputs& in) -> Value { return welch_test(in.list<double>("x"), in.list<double>("y")).value().t; }},
  };
}

inline Measures similarity_measures() {
  const auto of_lists = [](Value (*function)(std::span<const std::uint64_t>, std::span<const std::uint64_t>)) {
    return [function](const Inputs& in) { return function(in.list("x"), in.list("y")); };
  };
  return {
      {"burrows_delta",
       [](const Inputs& in) {
         const std::vector<std::vector<double>> candidates = in.lists("candidates");
         const RateScale scale = rate_scale(candidates).value();
         return burrows_delta(candidates[in.count("index")], in.list<double>("test"), scale);
       }},
      {"chi2_by_df", [](const Inputs& in) { return chi_by_degrees(in.list("x"), in.list("y")); }},
      {"cosine", of_lists(cosine)},
      {"jsd_bits", of_lists(jensen_shannon)},
      {"jsd_sqrt", of_lists(jensen_shannon_distance)},
      {"spearman_rho", of_lists(spearman)},
  };
}

/// What is computed for many words at once: adjusted p values.
inline std::map<std::string, Adjustment> adjustments() {
  return {{"p_adjust_BH", Adjustment::benjamini_hochberg},
          {"p_adjust_bonferroni", Adjustment::bonferroni},
          {"p_adjust_holm", Adjustment::holm}};
}

}  // namespace corpus::stats::reference
