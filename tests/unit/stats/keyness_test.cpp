// SPDX-License-Identifier: MIT
#include "corpus/stats/keyness.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>
#include <vector>

namespace corpus::stats {
namespace {

using Value = std::optional<double>;

constexpr std::uint64_t largest = std::uint64_t{1} << 52;  // of two sizes, which add up to 2^53

WordInTwo word(std::uint64_t f1, std::uint64_t n1, std::uint64_t f2, std::uint64_t n2) { return {{f1, n1}, {f2, n2}}; }
WordInTwo swapped(const WordInTwo& w) { return {w.reference, w.target}; }

Value of(const char* name, const WordInTwo& w, const KeynessOptions& options = {}) {
  const KeynessMeasure* measure = find_keyness_measure(name);
  if (measure == nullptr) throw std::out_of_range(name);
  return measure->of(w, options);
}

TEST(KeynessTable, NamesAreUniqueAndEveryRowSaysWhatItIs) {
  std::set<std::string_view> names;
  for (const KeynessMeasure& measure : keyness_measures()) {
    EXPECT_TRUE(names.insert(measure.name).second) << measure.name;
    EXPECT_EQ(find_keyness_measure(measure.name), &measure);
    EXPECT_FALSE(measure.title.empty() || measure.formula.empty() || measure.source.empty()) << measure.name;
  }
  EXPECT_EQ(find_keyness_measure("no such"), nullptr);
}

/// Evert's data in R's package corpora 0.6, tests/keyness.R: 1,177 and 341,805 tokens, 20,109 candidates; as printed.
TEST(Keyness, MeetsEvert) {
  const IntervalOptions family = {.family = 20'109};
  const WordInTwo mrsa = word(411, 1177, 13, 341'805);
  const WordInTwo problem = word(536, 1177, 29'461, 341'805);
  const WordInTwo hundredfold = word(3, 1177, 1, 341'805);
  const WordInTwo abs = word(8, 1177, 0, 341'805);
  const WordInTwo tenfold = word(2, 1177, 1, 341'805);
  EXPECT_NEAR(conservative_log_ratio(mrsa, family).value(), 11.530551300034, 1e-8);
  EXPECT_NEAR(conservative_log_ratio(problem, family).value(), 2.09424588574498, 1e-9);
  EXPECT_NEAR(conservative_log_ratio(hundredfold, family).value(), 0.988364090287359, 1e-9);
  EXPECT_NEAR(conservative_log_ratio(abs, family).value(), 6.02085202519171, 1e-9);
  EXPECT_EQ(conservative_log_ratio(tenfold, family), 0.0);
  EXPECT_NEAR(conservative_log_ratio_positive(mrsa, family).value(), 11.5707735932917, 1e-8);
  EXPECT_NEAR(conservative_log_ratio_positive(hundredfold, family).value(), 1.32490816431004, 1e-9);
  EXPECT_NEAR(conservative_log_ratio_positive(tenfold, family).value(), -1.91755429648796, 1e-9);
  EXPECT_NEAR(log_ratio(problem).value(), 2.40219583730158, 1e-12);
  EXPECT_NEAR(log_ratio(tenfold).value(), 8.9182703357421, 1e-12);
  EXPECT_NEAR(of("g2", tenfold).value(), 18.890003767374, 1e-9);
  EXPECT_NEAR(of("g2", hundredfold).value(), 29.5640581564787, 1e-9);
  EXPECT_NEAR(simple_maths(mrsa).value(), 2530.4955884322, 1e-8);
  EXPECT_NEAR(simple_maths(abs).value(), 68.9694137638063, 1e-10);
}

TEST(Keyness, MeetsCqpweb) {  // its export, in pandas-association-measures' log-ratio-gold.tsv
  const WordInTwo investigation = word(150, 168'329, 199, 19'552'238);
  const IntervalOptions normal = {.confidence = 0.99, .family = 599, .method = IntervalMethod::normal};
  EXPECT_NEAR(log_ratio(investigation, RatioSmoothing::hardie).value(), 6.452100263355738, 1e-12);
  EXPECT_NEAR(conservative_log_ratio(investigation, normal).value(), 5.780698638818071, 1e-9);
  EXPECT_NEAR(log_ratio(word(8, 1177, 0, 341'805), RatioSmoothing::hardie).value(), 12.181915370632561, 1e-12);
}

TEST(Keyness, MeetsTheBooks) {                                                                      // as printed
  EXPECT_NEAR(g_squared_two_cells(word(348, 1'000'000, 99, 1'000'000)).value(), 147, 0.5);          // Rayson (2002)
  EXPECT_NEAR(g_squared_two_cells(word(392, 1'000'000, 170, 1'000'000)).value(), 90, 0.5);          // the same
  EXPECT_NEAR(percent_difference(word(206'523, 959'641, 178'174, 1'562'358)).value(), 88.7, 0.05);  // Gabrielatos
  EXPECT_NEAR(difference_coefficient(word(18, 1'000'000, 35, 1'000'000)).value(), -0.32, 0.005);    // Hofland (1982)
  EXPECT_NEAR(simple_maths(word(35, 112'289'776, 263, 1'559'716'979), 1).value(), 1.1224, 5e-5);    // Kilgarriff (2009)
  EXPECT_NEAR(of("odds_ratio", word(16'217, 2'796'938, 735, 2'087'946)).value(), 16.6, 0.05);       // Pojanapunya
}

TEST(Keyness, ByHand) {
  const WordInTwo w = word(120, 1000, 60, 2000);  // E1 = 60, E2 = 120
  const double g2 = 2 * (120 * std::log(2) + 60 * std::log(0.5));
  EXPECT_NEAR(g_squared_two_cells(w).value(), g2, 1e-11);
  EXPECT_NEAR(bayes_factor(w).value(), g2 - std::log(3000), 1e-11);
  EXPECT_NEAR(ell(w).value(), g2 / (3000 * std::log(60)), 1e-15);
  EXPECT_NEAR(percent_difference(w).value(), 300, 1e-12);
  EXPECT_NEAR(difference_coefficient(w).value(), 0.6, 1e-15);
  EXPECT_NEAR(log_ratio(w, RatioSmoothing::hardie).value(), 2, 1e-15);
  EXPECT_NEAR(log_ratio(w).value(), std::log2((120.5 / 1000.5) / (60.5 / 2000.5)), 1e-14);
  EXPECT_NEAR(simple_maths(w, 1000).value(), 121.0 / 31, 1e-13);
  EXPECT_NEAR(of("simple_maths", w, {.simple_maths_k = 1000}).value(), 121.0 / 31, 1e-13);
  EXPECT_NEAR(of("odds_ratio", w).value(), 120.0 * 1940 / (60 * 880), 1e-13);
  EXPECT_NEAR(of("p", w).value() / chi_squared_tail(of("g2", w).value()).value(), 1, 1e-12);
}

TEST(LogOddsOf, ByHand) {
  const WordInTwo w = word(50, 1000, 30, 2000);
  const LogOdds with = log_odds(w, {.alpha = 8, .total = 300}).value();
  EXPECT_NEAR(with.delta, std::log(58.0 / 1242) - std::log(38.0 / 2262), 1e-14);
  EXPECT_NEAR(with.z, with.delta / std::sqrt(1.0 / 58 + 1.0 / 38), 1e-13);
  const DirichletPrior prior = pooled_prior(w, 300);
  EXPECT_DOUBLE_EQ(prior.alpha, 8);
  EXPECT_EQ(prior.total, 300);
  EXPECT_DOUBLE_EQ(of("log_odds", w, {.prior_scale = 300}).value(), with.delta);
  EXPECT_DOUBLE_EQ(of("log_odds_z", w, {.prior_scale = 300}).value(), with.z);
  EXPECT_FALSE(log_odds(word(0, 10, 1, 10), {}));
  EXPECT_TRUE(log_odds(word(0, 10, 1, 10), {.alpha = 0.1, .total = 1}));
  EXPECT_FALSE(log_odds(word(10, 10, 1, 10), {}));
}

/// The chance of `least` or more successes of `trials`, each of chance `share`, summed in long double.
long double binomial_at_least(std::uint64_t least, std::uint64_t trials, long double share) {
  long double sum = 0;
  for (std::uint64_t k = least; k <= trials; ++k) {
    const auto n = static_cast<long double>(trials);
    const auto x = static_cast<long double>(k);
    sum += std::exp(std::lgamma(n + 1) - std::lgamma(x + 1) - std::lgamma(n - x + 1) + x * std::log(share) +
                    (n - x) * std::log1p(-share));
  }
  return sum;
}

/// The ends of the interval are where the binomial tails are just the error allowed.
TEST(LogRatioInterval, IsClopperAndPearsons) {
  for (const auto& [f1, f2] : std::vector<std::pair<std::uint64_t, std::uint64_t>>{{1, 1}, {3, 0}, {0, 4}, {20, 90}}) {
    for (const std::uint64_t family : {1u, 1000u}) {
      const WordInTwo w = word(f1, 50'000, f2, 120'000);
      const Interval interval = log_ratio_interval(w, {.family = family}).value();
      const auto error = static_cast<double>(0.025L / static_cast<long double>(family));
      const auto share = [](double end) {  // tau of the ratio
        const long double odds = std::exp2(static_cast<long double>(end)) * 50'000 / 120'000;
        return odds / (1 + odds);
      };
      ASSERT_EQ(interval.lower.has_value(), f1 != 0);
      ASSERT_EQ(interval.upper.has_value(), f2 != 0);
      if (f1 != 0) {
        const auto tail = static_cast<double>(binomial_at_least(f1, f1 + f2, share(*interval.lower)));
        EXPECT_NEAR(tail, error, 1e-10 * error);
      }
      if (f2 != 0) {
        const auto tail = static_cast<double>(binomial_at_least(f2, f1 + f2, 1 - share(*interval.upper)));
        EXPECT_NEAR(tail, error, 1e-10 * error);
      }
    }
  }
}

TEST(LogRatioInterval, WidensWithFamilyAndConfidenceAndHoldsTheRatio) {
  const WordInTwo w = word(40, 10'000, 20, 30'000);
  const double middle = log_ratio(w, RatioSmoothing::hardie).value();
  for (const IntervalMethod method : {IntervalMethod::exact, IntervalMethod::normal}) {
    Interval before = {middle, middle};
    for (const double confidence : {0.5, 0.9, 0.95, 0.99, 0.999}) {
      const Interval now = log_ratio_interval(w, {.confidence = confidence, .method = method}).value();
      EXPECT_LT(*now.lower, *before.lower);
      EXPECT_GT(*now.upper, *before.upper);
      before = now;
    }
    const Interval many = log_ratio_interval(w, {.confidence = 0.95, .family = 5, .method = method}).value();
    const Interval one = log_ratio_interval(w, {.confidence = 0.99, .method = method}).value();
    EXPECT_NEAR(*many.lower, *one.lower, 1e-12);  // 5 % among five is 1 % each
  }
}

TEST(ConservativeLogRatio, IsTheNearerEndOfTheInterval) {
  std::mt19937_64 random(16);
  int zeros = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::uint64_t most = 1 + random() % (1u << (random() % 12));
    const WordInTwo w = word(random() % most, 40'000, random() % most, 70'000);
    const IntervalOptions options = {.family = 1 + random() % 1000};
    const auto interval = log_ratio_interval(w, options);
    const Value value = conservative_log_ratio(w, options);
    ASSERT_EQ(value.has_value(), interval.has_value());
    if (!interval) continue;
    double nearer = 0;
    if (interval->lower && *interval->lower > 0) nearer = *interval->lower;
    if (interval->upper && *interval->upper < 0) nearer = *interval->upper;
    ASSERT_EQ(*value, nearer) << w.target.frequency << ' ' << w.reference.frequency;
    ASSERT_FALSE(*value == 0 && std::signbit(*value));
    zeros += nearer == 0 ? 1 : 0;
  }
  EXPECT_GT(zeros, 300);
  EXPECT_LT(zeros, 2700);
}

TEST(ConservativeLogRatio, NeedsMoreEvidenceOfRareWords) {
  double before = -1;
  for (std::uint64_t times = 1; times <= 10'000; times *= 10) {  // always eight times as frequent
    const double now = conservative_log_ratio(word(8 * times, 1'000'000, times, 1'000'000)).value();
    EXPECT_GT(now, before);
    EXPECT_LT(now, 3);
    before = now;
  }
  EXPECT_GT(before, 2.9);
  EXPECT_EQ(conservative_log_ratio(word(1, 1000, 0, 1000)), 0.0);
}

/// (A, B) and (B, A) are each other's negatives, to the last bit.
TEST(Keyness, IsAntisymmetric) {
  std::mt19937_64 random(10);
  for (int round = 0; round < 500; ++round) {
    const std::uint64_t n1 = 1 + random() % 1'000'000;
    const std::uint64_t n2 = 1 + random() % 1'000'000;
    const WordInTwo w = word(random() % (n1 / 10 + 1), n1, random() % (n2 / 10 + 1), n2);
    for (const char* name : {"g2", "g2_two_cells", "log_ratio", "lrc", "difference", "log_odds", "log_odds_z"}) {
      const Value value = of(name, w);
      const Value other = of(name, swapped(w));
      ASSERT_EQ(value.has_value(), other.has_value()) << name;
      if (value) {
        ASSERT_EQ(*value, -*other) << name << ' ' << w.target.frequency << ' ' << n1 << ' ' << w.reference.frequency
                                   << ' ' << n2;
      }
    }
    const auto interval = log_ratio_interval(w);
    const auto other = log_ratio_interval(swapped(w));
    if (interval && interval->lower) {
      ASSERT_EQ(*interval->lower, -*other->upper);
    }
    ASSERT_EQ(of("bic", w), of("bic", swapped(w)));
    ASSERT_EQ(of("ell", w), of("ell", swapped(w)));
    ASSERT_EQ(of("p", w), of("p", swapped(w)));
    ASSERT_NEAR(of("fisher", w).value(), of("fisher", swapped(w)).value(), 1e-12);
  }
}

TEST(Keyness, OfACorpusAndItselfIsNothing) {
  for (const std::uint64_t f : {1u, 7u, 500u}) {
    const WordInTwo w = word(f, 1000, f, 1000);
    for (const char* name : {"g2", "g2_two_cells", "log_ratio", "lrc", "difference", "log_odds", "log_odds_z", "chi2",
                             "chi2_yates", "pct_diff"}) {
      EXPECT_EQ(of(name, w), 0.0) << name;
    }
    EXPECT_EQ(of("simple_maths", w), 1.0);
    EXPECT_EQ(of("odds_ratio", w), 1.0);
    EXPECT_EQ(of("p", w), 1.0);
    EXPECT_EQ(of("fisher", w), 1.0);
  }
}

TEST(Keyness, SignFollowsTheRates) {
  const WordInTwo more = word(5, 100, 40, 1000);
  const WordInTwo fewer = word(40, 1000, 5, 100);
  for (const char* name : {"g2", "g2_two_cells", "log_ratio", "difference", "log_odds", "chi2", "pct_diff"}) {
    EXPECT_GT(of(name, more).value(), 0) << name;
    EXPECT_LT(of(name, fewer).value(), 0) << name;
  }
}

TEST(Keyness, IsUndefinedWhereNothingCanBeSaid) {
  for (const KeynessMeasure& measure : keyness_measures()) {
    EXPECT_FALSE(measure.of(word(0, 0, 5, 10), {})) << measure.name;
    EXPECT_FALSE(measure.of(word(5, 10, 0, 0), {})) << measure.name;
    EXPECT_FALSE(measure.of(word(11, 10, 5, 10), {})) << measure.name;
    EXPECT_FALSE(measure.of(word(5, 10, 11, 10), {})) << measure.name;
  }
  const WordInTwo nowhere = word(0, 10, 0, 20);
  for (const char* name : {"log_ratio", "lrc", "pct_diff", "difference", "ell", "chi2", "log_odds"}) {
    EXPECT_FALSE(of(name, nowhere)) << name;
  }
  const WordInTwo target_alone = word(5, 100, 0, 200);
  EXPECT_FALSE(percent_difference(target_alone));
  EXPECT_FALSE(simple_maths(target_alone, 0));
  EXPECT_EQ(difference_coefficient(target_alone), 1.0);
  EXPECT_EQ(percent_difference(word(0, 100, 5, 200)), -100.0);
  EXPECT_FALSE(ell(word(1, 100, 1, 100)));  // Emin = 1
  EXPECT_TRUE(ell(word(2, 100, 1, 100)));
  EXPECT_FALSE(conservative_log_ratio_positive(word(0, 100, 5, 200)));
}

TEST(Keyness, GivesNoMinusZero) {  // which would be printed
  std::mt19937_64 random(18);
  for (int round = 0; round < 5000; ++round) {
    const WordInTwo w = word(random() % 6, 6 + random() % 5, random() % 6, 6 + random() % 5);
    for (const KeynessMeasure& measure : keyness_measures()) {
      const Value value = measure.of(w, {});
      ASSERT_FALSE(value && *value == 0 && std::signbit(*value)) << measure.name;
    }
  }
}

TEST(Keyness, NeverGivesWhatIsNoNumber) {
  const std::vector<std::uint64_t> counts = {0, 1, 2, 1000, largest / 2, largest - 1, largest};
  for (const std::uint64_t n1 : counts) {
    for (const std::uint64_t n2 : counts) {
      for (const std::uint64_t f1 : counts) {
        for (const std::uint64_t f2 : counts) {
          for (const KeynessMeasure& measure : keyness_measures()) {
            const Value value = measure.of(word(f1, n1, f2, n2), {});
            ASSERT_TRUE(!value || std::isfinite(*value))
                << measure.name << ' ' << f1 << ' ' << n1 << ' ' << f2 << ' ' << n2;
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace corpus::stats
