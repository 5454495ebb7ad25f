// SPDX-License-Identifier: MIT
/// \file
/// Every case of reference/values.json in the groups that the statistics here cover is met within its tolerance, or
/// stands below as declined, with the reason.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "corpus/stats/dispersion.hpp"
#include "corpus/stats/diversity.hpp"
#include "corpus/stats/entropy.hpp"
#include "corpus/stats/growth.hpp"
#include "corpus/stats/readability.hpp"
#include "reference_comparisons.hpp"
#include "reference_inputs.hpp"

namespace corpus::stats {
namespace {

using simdjson::dom::element;
using Value = std::optional<double>;

const std::map<std::string, std::string> later_groups = {
    {"near_dup", "for the module of near duplicates"},
};

/// Cases whose convention is neither our default nor offered.
const std::map<std::string, std::string> declined = {
    {"ld.colorado.MTLD_le", "a factor ends at TTR < threshold (McCarthy & Jarvis, koRpus), not at <="},
    {"ld.lexrich.MTLD_le", "a factor ends at TTR < threshold, not at <="},
    {"ld.variant.MTLD_le.koRpus", "a factor ends at TTR < threshold, not at <="},
    {"ld.mtld_split.min10", "MTLD has no least factor length (TAALED has ten tokens)"},
    {"ld.variant.MTLD_min10.koRpus", "MTLD has no least factor length (TAALED has ten tokens)"},
    {"ld.colorado.MTLD_MA_wrap", "MTLD-MA stops at the first incomplete factor and does not go round the end"},
    {"assoc.nltk.poisson_stirling", "NLTK takes log2(O/E) - 1 for ln(O/E) - 1; Quasthoff & Wolff's is given"},
    {"assoc.ucs.chi2_yates_unclamped_signed.appreciated", "Yates' correction stops at 0, as in R"},
    {"assoc.ucs.chi2_yates_unclamped_signed.arrived", "Yates' correction stops at 0, as in R"},
    {"assoc.ucs.chi2_yates_unclamped_signed.certain", "Yates' correction stops at 0, as in R"},
    {"assoc.ucs.chi2_yates_unclamped_signed.measuring", "Yates' correction stops at 0, as in R"},
    {"test.chi2_yates.unclamped", "Yates' correction stops at 0, as in R"},
    {"ld.koRpus.maas_a_log10", "Maas is given squared; the root of the decimal a^2, which the unit tests check"},
};

std::filesystem::path values_file() {
  if (const char* folder = std::getenv("CORPUS_SHARED")) return std::filesystem::path(folder) / "reference/values.json";
#ifdef CORPUS_SHARED_DIR
  return std::filesystem::path(CORPUS_SHARED_DIR) / "reference/values.json";
#else
  return "../shared/reference/values.json";
#endif
}

using Measure = std::function<Value(const Inputs&)>;
using Measures = std::map<std::string, Measure>;

Measures diversity_measures() {
  const auto of_size = [](auto function) { return [function](const Inputs& in) { return function(in.size()); }; };
  const auto of_size_in = [](auto function, Logarithm logarithm) {
    return [function, logarithm](const Inputs& in) { return function(in.size(), logarithm); };
  };
  const auto of_spectrum = [](auto function) {
    return [function](const Inputs& in) { return function(in.spectrum()); };
  };
  const auto hdd_of = [](std::uint64_t n) {
    return [n](const Inputs& in) { return hdd(in.spectrum(), {.sample = n}); };
  };
  const auto mattr_of = [](std::uint64_t n) {
    return [n](const Inputs& in) { return mattr(in.tokens(), {.window = n}); };
  };
  const auto msttr_of = [](std::uint64_t n) {
    return [n](const Inputs& in) { return msttr(in.tokens(), {.segment = n}); };
  };
  return {
      {"TTR", of_size(ttr)},
      {"CTTR", of_size(cttr)},
      {"guiraud_R", of_size(guiraud_r)},
      {"herdan_C", of_size(herdan_c)},
      {"summer_S_ln", of_size_in(summer_s, Logarithm::natural)},
      {"summer_S_log10", of_size_in(summer_s, Logarithm::decimal)},
      {"dugast_U_ln", of_size_in(dugast_u, Logarithm::natural)},
      {"dugast_U_log10", of_size_in(dugast_u, Logarithm::decimal)},
      {"maas_a2_ln", of_size_in(maas_a2, Logarithm::natural)},
      {"maas_a2_log10", of_size_in(maas_a2, Logarithm::decimal)},
      {"maas_lgV0", of_size(maas_lgv0)},
      {"fisher_alpha", of_size(fisher_alpha)},
      {"yule_K", of_spectrum(yule_k)},
      {"yule_I", of_spectrum(yule_i)},
      {"simpson_D", of_spectrum(simpson_d)},
      {"herdan_Vm", of_spectrum(herdan_vm)},
      {"honore_H", of_spectrum(honore_h)},
      {"sichel_S", of_spectrum(sichel_s)},
      {"hapax_per_token", of_spectrum(hapaxes_per_token)},
      {"vocd_D_expected", of_spectrum(vocd_d)},
      {"HDD_mean42", hdd_of(42)},
      {"HDD_mean5", hdd_of(5)},
      {"HDD_sum42", [](const Inputs& in) { return expected_types_without_replacement(in.spectrum(), 42); }},
      {"MATTR5", mattr_of(5)},
      {"MATTR25", mattr_of(25)},
      {"MATTR50", mattr_of(50)},
      {"MATTR100", mattr_of(100)},
      {"MSTTR5", msttr_of(5)},
      {"MSTTR25", msttr_of(25)},
      {"MSTTR50", msttr_of(50)},
      {"MSTTR100", msttr_of(100)},
      {"MTLD_strict", [](const Inputs& in) { return mtld(in.tokens()); }},
      {"MTLD_MA", [](const Inputs& in) { return mtld_ma(in.tokens()); }},
  };
}

Measures entropy_measures() {
  return {
      {"shannon_bits", [](const Inputs& in) { return shannon_entropy(in.spectrum()); }},
      {"shannon_bits_miller_madow", [](const Inputs& in) { return entropy_miller_madow(in.spectrum()); }},
      {"repeat_rate", [](const Inputs& in) { return repeat_rate(in.spectrum()); }},
      {"burstiness_B", [](const Inputs& in) { return burstiness(in.list("gaps")); }},
  };
}

Value good_turing_at(const Inputs& in, double AdjustedFrequency::*which) {
  const auto result = simple_good_turing(in.spectrum());
  for (const AdjustedFrequency& adjusted : result.value().adjusted) {
    if (adjusted.frequency == in.count("at")) return adjusted.*which;
  }
  return std::nullopt;
}

/// The exponent, if the shift is recovered too.
Value zipf_exponent(const Inputs& in) {
  std::vector<double> frequencies;
  for (std::uint64_t r = 1; r <= in.count("ranks"); ++r) {
    frequencies.push_back(in.real("C") / std::pow(static_cast<double>(r) + in.real("b"), in.real("a")));
  }
  const auto fit = zipf_mandelbrot_fit(frequencies);
  EXPECT_NEAR(fit.value().b, in.real("b"), in.real("b") * 1e-3);
  return fit->a;
}

Measures growth_measures() {
  return {
      {"chao1_classic",
       [](const Inputs& in) {
         const std::uint64_t others = in.count("V") - in.count("f1") - in.count("f2");
         const std::vector<FrequencyClass> classes = {
             {.frequency = 1, .types = in.count("f1")}, {.frequency = 2, .types = in.count("f2")}, {3, others}};
         return chao1_classic(FrequencySpectrum{classes});
       }},
      {"expected_V_binomial",
       [](const Inputs& in) { return expected_types_with_replacement(in.spectrum(), in.count("N0")); }},
      {"expected_V_hypergeometric",
       [](const Inputs& in) { return expected_types_without_replacement(in.spectrum(), in.count("N0")); }},
      {"good_turing_P0", [](const Inputs& in) { return good_turing_p0(in.spectrum()); }},
      {"heaps_K_ols_loglog",
       [](const Inputs& in) -> Value { return heaps_fit(in.list<double>("N"), in.list<double>("V")).value().k; }},
      {"heaps_beta_ols_loglog",
       [](const Inputs& in) -> Value { return heaps_fit(in.list<double>("N"), in.list<double>("V")).value().beta; }},
      {"simple_good_turing_rstar_raw", [](const Inputs& in) { return good_turing_at(in, &AdjustedFrequency::raw); }},
      {"simple_good_turing_rstar_renormalised",
       [](const Inputs& in) { return good_turing_at(in, &AdjustedFrequency::normalised); }},
      {"zipf_mandelbrot_fit", zipf_exponent},
  };
}

Measures readability_measures() {
  const auto flesch = [](Language language) {
    return [language](const Inputs& in) { return flesch_reading_ease(in.readability(), language); };
  };
  return {
      {"flesch_RE", flesch(Language::english)},
      {"flesch_de_amstad", flesch(Language::german)},
      {"flesch_fr_kandel_moles", flesch(Language::french)},
      {"flesch_nl_douma", flesch(Language::dutch)},
      {"flesch_kincaid_grade",
       [](const Inputs& in) { return flesch_kincaid_grade(in.readability(), Language::english); }},
      {"gunning_fog", [](const Inputs& in) { return gunning_fog(in.readability(), Language::english); }},
      {"SMOG", [](const Inputs& in) { return smog(in.readability(), Language::english); }},
      {"ARI", [](const Inputs& in) { return automated_readability_index(in.readability()); }},
      {"coleman_liau", [](const Inputs& in) { return coleman_liau(in.readability()); }},
      {"LIX", [](const Inputs& in) { return lix(in.readability()); }},
      {"RIX", [](const Inputs& in) { return rix(in.readability()); }},
  };
}

Measures dispersion_measures() {
  const auto parts = [](Value (*function)(Counts, Counts)) {
    return [function](const Inputs& in) { return function(in.list("v"), in.list("part_sizes")); };
  };
  const auto counts = [](Value (*function)(Counts)) {
    return [function](const Inputs& in) { return function(in.list("v")); };
  };
  const auto positions = [](Value (*function)(Counts, std::uint64_t)) {
    return [function](const Inputs& in) { return function(in.positions(), in.letters()); };
  };
  return {
      {"range", [](const Inputs& in) -> Value { return static_cast<double>(range(in.list("v"))); }},
      {"DP", parts(deviation_of_proportions)},
      {"DPnorm", parts(deviation_of_proportions_norm)},
      {"DP_egbert", parts(deviation_of_proportions_egbert)},
      {"D_KL", parts(kullback_leibler)},
      {"DA", parts(dispersion_da)},
      {"juilland_D", parts(juilland_d)},
      {"carroll_D2", parts(carroll_d2)},
      {"rosengren_S", parts(rosengren_s)},
      {"juilland_D_counts", counts(juilland_d)},
      {"juilland_U", counts(juilland_u)},
      {"carroll_D2_counts", counts(carroll_d2)},
      {"carroll_Um", counts(carroll_um)},
      {"rosengren_S_counts", counts(rosengren_s)},
      {"rosengren_KF", counts(rosengren_kf)},
      {"lyne_D3", counts(lyne_d3)},
      {"idf_log2", [](const Inputs& in) { return idf(in.count("range"), in.count("n_parts")); }},
      {"ARF", positions(average_reduced_frequency)},
      {"AWT", positions(average_waiting_time)},
      {"fAWT", positions(waiting_time_frequency)},
      {"ALD", positions(average_logarithmic_distance)},
      {"fALD", positions(logarithmic_distance_frequency)},
  };
}

const std::map<std::string, Measures> measures = {
    {"lexdiv", diversity_measures()},        {"entropy", entropy_measures()},
    {"vocab_growth", growth_measures()},     {"readability", readability_measures()},
    {"dispersion", dispersion_measures()},   {"collocation", reference::collocation_measures()},
    {"keyness", reference::keyness_cases()}, {"similarity", reference::similarity_measures()},
};

class ReferenceValues : public testing::Test {
 protected:
  void SetUp() override {
    const std::filesystem::path file = values_file();
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "needs " << file.string() << " (CORPUS_SHARED)";
    root_ = parser_.load(file.string()).value();
  }

  [[nodiscard]] static std::string text(element object, const char* key) {
    return std::string(object[key].get_string().value());
  }

  [[nodiscard]] std::vector<element> cases() const {
    std::vector<element> all;
    for (const element one : root_["cases"].get_array()) all.push_back(one);
    return all;
  }

  static void check_adjusted(element one, Adjustment adjustment) {
    std::vector<PValue> p;
    for (const element value : one["inputs"]["p"].get_array())
      p.push_back({.log = std::log(value.get_double().value())});
    std::size_t i = 0;
    const std::vector<PValue> result = adjusted(p, adjustment);
    for (const element value : one["expected"].get_array()) {
      const double expected = value.get_double().value();
      EXPECT_NEAR(result.at(i++).value(), expected, one["tolerance"]["rel"].get_double().value() * expected);
    }
    EXPECT_EQ(i, p.size());
  }

  void check(element one) const {
    const auto adjustments = reference::adjustments();
    if (const auto found = adjustments.find(text(one, "measure")); found != adjustments.end()) {
      return check_adjusted(one, found->second);
    }
    const Measures& group = measures.at(text(one, "group"));
    const auto measure = group.find(text(one, "measure"));
    ASSERT_NE(measure, group.end()) << "neither met nor declined";
    const Value value = measure->second(Inputs(one["inputs"].value(), root_["sequences"].value()));
    ASSERT_TRUE(value) << "undefined";
    const double expected = one["expected"].get_double().value();
    const double relative = one["tolerance"]["rel"].get_double().value();
    const double absolute = one["tolerance"]["abs"].get_double().value();
    EXPECT_NEAR(*value, expected, std::max(absolute, relative * std::abs(expected)));
    if (element published; one["published"].get(published) == simdjson::SUCCESS && published.is_object()) {
      EXPECT_NEAR(*value, published["value"].get_double().value(), published["tolerance_abs"].get_double().value());
    }
  }

  simdjson::dom::parser parser_;
  element root_;
};

TEST_F(ReferenceValues, AreMetOrDeclined) {
  std::size_t met = 0;
  for (const element one : cases()) {
    SCOPED_TRACE(text(one, "id"));
    if (later_groups.contains(text(one, "group")) || declined.contains(text(one, "id"))) continue;
    ASSERT_TRUE(measures.contains(text(one, "group"))) << "unknown group " << text(one, "group");
    check(one);
    ++met;
  }
  RecordProperty("met", static_cast<int>(met));
  RecordProperty("declined", static_cast<int>(declined.size()));
  EXPECT_GT(met, declined.size());
}

TEST_F(ReferenceValues, DeclinedCasesAndLaterGroupsExist) {
  std::map<std::string, int> ids;
  std::map<std::string, int> groups;
  for (const element one : cases()) {
    ++ids[text(one, "id")];
    ++groups[text(one, "group")];
  }
  for (const auto& [id, reason] : declined) EXPECT_EQ(ids[id], 1) << id;
  for (const auto& [group, reason] : later_groups) EXPECT_GT(groups[group], 0) << group;
  for (const auto& [group, functions] : measures) EXPECT_GT(groups[group], 0) << group;
}

}  // namespace
}  // namespace corpus::stats
