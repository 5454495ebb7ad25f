// SPDX-License-Identifier: MIT
#include "corpus/stats/association.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace corpus::stats {
namespace {

using Value = std::optional<double>;

constexpr std::uint64_t largest = std::uint64_t{1} << 53;

Value of(const char* name, const Contingency& table, const AssociationOptions& options = {}) {
  const AssociationMeasure* measure = find_association_measure(name);
  if (measure == nullptr) throw std::out_of_range(name);
  return measure->of_pair(table, options);
}

Contingency of_cells(std::uint64_t o11, std::uint64_t o12, std::uint64_t o21, std::uint64_t o22) {
  return {.o11 = o11, .r1 = o11 + o12, .c1 = o11 + o21, .n = o11 + o12 + o21 + o22};
}

TEST(AssociationTable, NamesAreUniqueAndEveryRowSaysWhatItIs) {
  std::set<std::string_view> names;
  for (const AssociationMeasure& measure : association_measures()) {
    EXPECT_TRUE(names.insert(measure.name).second) << measure.name;
    EXPECT_EQ(find_association_measure(measure.name), &measure);
    EXPECT_FALSE(measure.title.empty() || measure.formula.empty() || measure.source.empty()) << measure.name;
    EXPECT_NE(measure.of_pair, nullptr) << measure.name;
    EXPECT_GE(measure.decimals, 2) << measure.name;
  }
  EXPECT_EQ(find_association_measure("no such"), nullptr);
  EXPECT_EQ(find_association_measure(""), nullptr);
}

TEST(Association, MeetsTheBooks) {                                                      // as printed
  EXPECT_NEAR(of("mi", {8, 1105, 44, 15'000'000}).value(), 11.3, 0.05);                 // Church & Hanks (1990), p. 24
  EXPECT_NEAR(of("mi", {20, 15'019, 15'629, 14'307'668}).value(), 0.29, 0.005);         // Manning & Schuetze, ch. 5
  EXPECT_NEAR(of("t", {20, 42, 20, 14'307'668}).value(), 4.4721, 5e-5);                 // the same
  EXPECT_NEAR(of("g2", of_cells(110, 2442, 111, 29'114)).value(), 270.72, 0.005);       // Dunning (1993), p. 72
  EXPECT_NEAR(of("chi2", of_cells(8, 15'820, 4667, 14'287'173)).value(), 1.55, 0.005);  // Manning & Schuetze, ch. 5
  EXPECT_NEAR(of("dice", {130, 3121, 143, 1'000'000}).value(), 0.08, 0.005);            // Smadja et al. (1996), p. 13
  EXPECT_NEAR(of("average_mi", of_cells(2, 0, 0, 7)).value(), 0.764, 5e-4);             // Dunning (1998), p. 51
  EXPECT_NEAR(of("phi2", of_cells(31'950, 12'004, 4793, 848'330)).value(), 0.62, 0.005);  // Church & Gale (1991)
  const Contingency of_course = of_cells(5610, 168'938, 2257, 10'233'063);                // Gries (2013), p. 144
  EXPECT_NEAR(of("delta_p21", of_course).value(), 0.032, 5e-4);
  EXPECT_NEAR(of("delta_p12", of_course).value(), 0.697, 5e-4);
  EXPECT_EQ(of("log_dice", {100, 100, 100, 1000}), 14.0);  // Rychly (2008): its greatest value
}

/// UCS's gold file (Evert), surface cooccurrences within ten words: f1 = 15334, N = 191998; logarithms to base 10 there.
TEST(Association, MeetsUcs) {
  const Contingency appreciated = {1, 15'334, 2, 191'998};
  const Contingency arrived = {2, 15'334, 5, 191'998};
  const Contingency certain = {7, 15'334, 120, 191'998};
  const double tens = std::log10(2.0);
  EXPECT_NEAR(of("g2", appreciated).value(), 2.4487567246743, 1e-10);  // the file has lost two digits to cancellation
  EXPECT_NEAR(of("g2", certain).value(), -0.829802488929075, 1e-10);
  EXPECT_NEAR(of("chi2", appreciated).value(), 4.80398096104896, 1e-12);
  EXPECT_NEAR(of("chi2", certain).value(), -0.757555937349874, 1e-12);
  EXPECT_NEAR(of("mi", arrived).value() * tens, 0.699701237186881, 1e-12);
  EXPECT_NEAR(of("mi", certain).value() * tens, -0.136441960174449, 1e-12);
  EXPECT_NEAR(of("mi2", arrived).value() * tens, 1.00073123285086, 1e-12);
  EXPECT_NEAR(of("mi3", arrived).value() * tens, 1.30176122851484, 1e-12);
  EXPECT_NEAR(of("local_mi", certain).value() * tens, -0.955093721221146, 1e-12);
  EXPECT_NEAR(of("z", arrived).value(), 2.53301767020394, 1e-12);
  EXPECT_NEAR(of("z_yates", arrived).value(), 1.74178242384695, 1e-12);
  EXPECT_NEAR(of("t", appreciated).value(), 0.840269169470515, 1e-12);
  EXPECT_NEAR(of("simple_ll", appreciated).value(), 1.9879920402794, 1e-12);
  EXPECT_NEAR(of("dice", certain).value(), 0.00090591432638799, 1e-15);
  EXPECT_NEAR(of("jaccard", certain).value(), 0.000453162426361106, 1e-15);
  EXPECT_NEAR(of("gmean", arrived).value(), 0.00722299416524058, 1e-15);
  EXPECT_NEAR(of("min_sensitivity", certain).value(), 0.000456501891222121, 1e-15);
  EXPECT_NEAR(of("log_odds_ratio", certain).value() * tens, -0.118534511210605, 1e-12);
  EXPECT_NEAR(of("poisson", appreciated).value(), 0.8308347673548114, 1e-12);
  EXPECT_NEAR(of("poisson_stirling", arrived).value(), 0.530813510567258, 1e-12);
  EXPECT_NEAR(of("fisher_log10", arrived).value(), 1.2660687275743099, 1e-10);
  EXPECT_NEAR(of("lrc", {1189, 168'329, 2157, 19'720'567}, {.family = 599}).value(), 6.910068549501856, 1e-8);
}

TEST(Association, ByHand) {
  const Contingency t = of_cells(3, 7, 2, 28);  // E = 1.25, O - E = 1.75
  EXPECT_NEAR(of("mi", t).value(), std::log2(2.4), 1e-14);
  EXPECT_NEAR(of("mi2", t).value(), std::log2(7.2), 1e-14);
  EXPECT_NEAR(of("mi3", t).value(), std::log2(21.6), 1e-14);
  EXPECT_NEAR(of("local_mi", t).value(), 3 * std::log2(2.4), 1e-14);
  EXPECT_NEAR(of("npmi", t).value(), std::log(2.4) / -std::log(3.0 / 40), 1e-14);
  EXPECT_NEAR(of("t", t).value(), 1.75 / std::sqrt(3), 1e-14);
  EXPECT_NEAR(of("z", t).value(), 1.75 / std::sqrt(1.25), 1e-14);
  EXPECT_NEAR(of("z_yates", t).value(), 1.25 / std::sqrt(1.25), 1e-14);
  EXPECT_NEAR(of("simple_ll", t).value(), 2 * (3 * std::log(2.4) - 1.75), 1e-13);
  EXPECT_NEAR(of("dice", t).value(), 6.0 / 15, 1e-15);
  EXPECT_NEAR(of("log_dice", t).value(), 14 + std::log2(0.4), 1e-14);
  EXPECT_NEAR(of("jaccard", t).value(), 0.25, 1e-15);
  EXPECT_NEAR(of("gmean", t).value(), 3 / std::sqrt(50), 1e-15);
  EXPECT_NEAR(of("min_sensitivity", t).value(), 0.3, 1e-15);
  EXPECT_NEAR(of("delta_p21", t).value(), 0.3 - 2.0 / 30, 1e-15);
  EXPECT_NEAR(of("delta_p12", t).value(), 0.6 - 7.0 / 35, 1e-15);
  EXPECT_NEAR(of("odds_ratio", t).value(), 6, 1e-14);
  EXPECT_NEAR(of("log_odds_ratio", t).value(), std::log2(3.5 * 28.5 / (7.5 * 2.5)), 1e-14);
  EXPECT_NEAR(of("poisson_stirling", t).value(), 3 * (std::log(2.4) - 1) / std::log(10), 1e-14);
  EXPECT_NEAR(of("poisson", t).value(), -std::log10(1 - std::exp(-1.25) * (1 + 1.25 + 1.25 * 1.25 / 2)), 1e-13);
  EXPECT_NEAR(of("log_ratio", t).value(), std::log2((3.5 / 10.5) / (2.5 / 30.5)), 1e-14);
  EXPECT_NEAR(of("fisher_log10", t).value(), -std::log10(of("fisher_greater", t).value()), 1e-13);
  EXPECT_LE(of("fisher_greater", t).value(), of("fisher", t).value());
}

TEST(Association, OfASpanTakesTheSpanInR1) {  // Evert (2008): E = S f1 f2 / N
  const Contingency t = {.o11 = 30, .r1 = 10 * 500, .c1 = 800, .n = 1'000'000};
  EXPECT_DOUBLE_EQ(t.expected(), 4);
  EXPECT_NEAR(of("mi", t).value(), std::log2(7.5), 1e-14);
}

TEST(Association, PerfectPairsReachTheBounds) {
  const Contingency always = of_cells(10, 0, 0, 90);
  EXPECT_EQ(of("npmi", always), 1.0);  // Bouma (2009), p. 36
  for (const char* name : {"dice", "jaccard", "gmean", "min_sensitivity", "phi2", "delta_p12", "delta_p21"}) {
    EXPECT_EQ(of(name, always), 1.0) << name;
  }
  EXPECT_EQ(of("log_dice", always), 14.0);
  const Contingency never = of_cells(0, 10, 10, 80);
  EXPECT_EQ(of("npmi", never), -1.0);
  for (const char* name : {"dice", "jaccard", "gmean", "min_sensitivity", "local_mi"}) {
    EXPECT_EQ(of(name, never), 0.0) << name;
  }
  for (const char* name : {"mi", "mi2", "mi3", "t", "log_dice", "poisson_stirling"}) {
    EXPECT_FALSE(of(name, never)) << name;
  }
  EXPECT_EQ(of("fisher_greater", never), 1.0);
  EXPECT_EQ(of("fisher_log10", never), 0.0);
  EXPECT_FALSE(std::signbit(*of("fisher_log10", never)));
  EXPECT_EQ(of("poisson", never), 0.0);
  EXPECT_FALSE(std::signbit(*of("poisson", never)));
  EXPECT_LT(*of("g2", never), 0);
}

TEST(Association, ImpossibleTablesAndWordsThatDoNotOccurHaveNone) {
  const std::vector<Contingency> tables = {{}, {3, 2, 5, 10}, {3, 5, 2, 10}, {0, 6, 6, 10}, {0, 11, 1, 10}};
  for (const AssociationMeasure& measure : association_measures()) {
    for (const Contingency& t : tables) EXPECT_FALSE(measure.of_pair(t, {})) << measure.name;
  }
  const Contingency no_node = {0, 0, 5, 10};
  for (const char* name : {"mi", "npmi", "t", "z", "dice", "jaccard", "fisher", "delta_p21", "chi2", "poisson"}) {
    EXPECT_FALSE(of(name, no_node)) << name;
  }
}

TEST(Association, GivesNoMinusZero) {  // which would be printed
  std::mt19937_64 random(17);
  for (int round = 0; round < 2000; ++round) {
    const Contingency t = of_cells(random() % 9, random() % 9, random() % 9, 1 + random() % 9);
    for (const AssociationMeasure& measure : association_measures()) {
      const Value value = measure.of_pair(t, {.family = 1 + random() % 3});
      ASSERT_FALSE(value && *value == 0 && std::signbit(*value)) << measure.name;
    }
  }
}

TEST(Association, NeverGivesWhatIsNoNumber) {
  const std::vector<std::uint64_t> counts = {0, 1, 2, 3, 1000, largest / 4, largest / 2, largest - 1, largest};
  for (const std::uint64_t n : counts) {
    for (const std::uint64_t r1 : counts) {
      for (const std::uint64_t c1 : counts) {
        for (const std::uint64_t o11 : counts) {
          for (const AssociationMeasure& measure : association_measures()) {
            const Value value = measure.of_pair({o11, r1, c1, n}, {});
            ASSERT_TRUE(!value || std::isfinite(*value))
                << measure.name << ' ' << o11 << ' ' << r1 << ' ' << c1 << ' ' << n;
          }
        }
      }
    }
  }
}

/// Which measures see the two words alike, and which exchange their names.
TEST(Association, IsSymmetricWhereItSaysSo) {
  std::mt19937_64 random(8);
  for (int round = 0; round < 300; ++round) {
    const Contingency t = of_cells(1 + random() % 50, random() % 500, random() % 5000, 1 + random() % 100'000);
    const Contingency turned = {t.o11, t.c1, t.r1, t.n};
    for (const AssociationMeasure& measure : association_measures()) {
      const std::string name(measure.name);
      if (name == "log_ratio" || name == "lrc" || name.starts_with("delta_p")) continue;
      ASSERT_EQ(measure.of_pair(t, {}), measure.of_pair(turned, {})) << name;
    }
    ASSERT_EQ(of("delta_p12", t), of("delta_p21", turned));
  }
}

/// With the margins held, a pair that is seen more often is more strongly associated, by every measure.
TEST(Association, GrowsWithTheFrequencyOfThePair) {
  for (const AssociationMeasure& measure : association_measures()) {
    if (measure.name == "average_mi" || measure.name == "phi2")
      continue;  // these do not tell attraction from repulsion
    if (measure.name == "poisson_stirling" || measure.name == "local_mi") continue;  // these fall at first
    Value before;
    for (std::uint64_t o11 = 1; o11 <= 60; ++o11) {
      Value value = measure.of_pair({o11, 60, 100, 1000}, {});
      ASSERT_TRUE(value) << measure.name << ' ' << o11;
      if (measure.name == "fisher" && o11 < 6) continue;  // two-sided: it falls on both sides of E = 6
      if (measure.stronger == Stronger::lower) *value = -*value;
      if (before) {
        ASSERT_GE(*value, *before) << measure.name << ' ' << o11;
      }
      before = value;
    }
  }
}

TEST(Association, IsAboutZeroWithoutAssociation) {
  const Contingency even = of_cells(10, 20, 30, 60);
  for (const char* name : {"g2", "mi", "local_mi", "npmi", "t", "z", "chi2", "chi2_yates", "delta_p12", "delta_p21",
                           "simple_ll", "average_mi", "phi2", "lrc"}) {
    EXPECT_EQ(of(name, even), 0.0) << name;
  }
  EXPECT_EQ(of("odds_ratio", even), 1.0);
  EXPECT_EQ(of("fisher", even), 1.0);
}

TEST(Association, KeepsDigitsNextToIndependence) {  // one pair more than the 3 2^49 expected
  const Contingency t = {
      .o11 = 3 * (largest >> 4) + 1, .r1 = 3 * (largest >> 3), .c1 = largest >> 2, .n = largest >> 1};
  const double relative = 1 / static_cast<double>(3 * (largest >> 4));
  EXPECT_NEAR(of("mi", t).value() / relative * std::log(2), 1, 1e-12);
  EXPECT_EQ(of("t", t).value(), 1 / std::sqrt(static_cast<double>(t.o11)));
}

// ---- Longer sequences --------------------------------------------------------------------------------------------

Value of_sequence(const char* name, std::uint64_t observed, const std::vector<std::uint64_t>& parts, std::uint64_t n) {
  return find_association_measure(name)->of_sequence({.observed = observed, .parts = parts, .n = n});
}

TEST(Sequences, OfTwoWordsAreThePair) {
  std::mt19937_64 random(9);
  for (int round = 0; round < 300; ++round) {
    const Contingency t = of_cells(random() % 50, random() % 500, random() % 5000, 1 + random() % 100'000);
    for (const AssociationMeasure& measure : association_measures()) {
      if (measure.of_sequence == nullptr) continue;
      const std::vector<std::uint64_t> parts = {t.r1, t.c1};
      ASSERT_EQ(measure.of_sequence({.observed = t.o11, .parts = parts, .n = t.n}), measure.of_pair(t, {}))
          << measure.name;
    }
  }
}

TEST(Sequences, ByHand) {  // E = 1000 (50 40 30) / 1000^3 = 0.06
  const std::vector<std::uint64_t> parts = {50, 40, 30};
  EXPECT_NEAR((SequenceCounts{.observed = 8, .parts = parts, .n = 1000}.expected()), 0.06, 1e-15);
  EXPECT_NEAR(of_sequence("mi", 8, parts, 1000).value(), std::log2(8 / 0.06), 1e-13);
  EXPECT_NEAR(of_sequence("mi2", 8, parts, 1000).value(), std::log2(64 / 0.06), 1e-13);
  EXPECT_NEAR(of_sequence("npmi", 8, parts, 1000).value(), std::log(8 / 0.06) / (2 * std::log(125)), 1e-13);
  EXPECT_NEAR(of_sequence("t", 8, parts, 1000).value(), 7.94 / std::sqrt(8), 1e-13);
  EXPECT_NEAR(of_sequence("z", 8, parts, 1000).value(), 7.94 / std::sqrt(0.06), 1e-12);
  EXPECT_NEAR(of_sequence("simple_ll", 8, parts, 1000).value(), 2 * (8 * std::log(8 / 0.06) - 7.94), 1e-12);
  EXPECT_NEAR(of_sequence("dice", 8, parts, 1000).value(), 24.0 / 120, 1e-15);
  EXPECT_NEAR(of_sequence("min_sensitivity", 8, parts, 1000).value(), 0.16, 1e-15);
  EXPECT_NEAR(of_sequence("gmean", 8, parts, 1000).value(), 8 / std::cbrt(60'000), 1e-14);
}

TEST(Sequences, PerfectOnesReachTheBounds) {
  for (std::size_t words = 2; words < 8; ++words) {
    const std::vector<std::uint64_t> parts(words, 7);
    EXPECT_NEAR(of_sequence("npmi", 7, parts, 10'000).value(), 1, 1e-14) << words;
    EXPECT_EQ(of_sequence("dice", 7, parts, 10'000), 1.0);
    EXPECT_NEAR(of_sequence("log_dice", 7, parts, 10'000).value(), 14, 1e-14);
    EXPECT_NEAR(of_sequence("gmean", 7, parts, 10'000).value(), 1, 1e-14);
    EXPECT_EQ(of_sequence("npmi", 0, parts, 10'000), -1.0);
  }
}

TEST(Sequences, ThatCannotBeHaveNone) {
  for (const AssociationMeasure& measure : association_measures()) {
    if (measure.of_sequence == nullptr) continue;
    const auto none = [&measure](std::uint64_t observed, const std::vector<std::uint64_t>& parts, std::uint64_t n) {
      return !measure.of_sequence({.observed = observed, .parts = parts, .n = n});
    };
    EXPECT_TRUE(none(0, {}, 10)) << measure.name;
    EXPECT_TRUE(none(0, {1, 1, 1}, 0)) << measure.name;
    EXPECT_TRUE(none(5, {5, 4, 5}, 10)) << measure.name;
    EXPECT_TRUE(none(0, {5, 11, 5}, 10)) << measure.name;
    EXPECT_TRUE(none(0, {5, 0, 5}, 10)) << measure.name;
    const std::vector<std::uint64_t> all = {largest, largest, largest, largest, largest};
    const Value value = measure.of_sequence({.observed = largest, .parts = all, .n = largest});
    EXPECT_TRUE(!value || std::isfinite(*value)) << measure.name;
  }
}

}  // namespace
}  // namespace corpus::stats
