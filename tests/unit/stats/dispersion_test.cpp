// SPDX-License-Identifier: MIT
#include "corpus/stats/dispersion.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>
#include <set>
#include <string_view>
#include <vector>

#include "corpus/stats/dispersion_measures.hpp"
#include "reference/stats/dispersion.hpp"

namespace corpus::stats {
namespace {

using List = std::vector<std::uint64_t>;
using OfParts = std::optional<double> (*)(Counts, Counts);

/// Gries (2008), Int. J. Corpus Linguistics 13(4), p. 406: fifty words in five parts.
constexpr std::string_view gries = "bamnibeupkbasatbewqnbcagabestabaghabeaatbahaabeaxa";
const List gries_parts = {9, 10, 10, 10, 11};

/// Lyne (1985), ALLEMAND in ten parts; values from the README of lsoenning/tlda bad3a6d, as printed.
const List lyne_hits = {2, 0, 1, 1, 3, 0, 3, 0, 0, 0};
const List lyne_parts = {8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930};

List positions_of(char item) {
  List positions;
  for (std::size_t i = 0; i < gries.size(); ++i) {
    if (gries[i] == item) positions.push_back(i);
  }
  return positions;
}

TEST(OverParts, MeetsLyne) {
  EXPECT_EQ(range(lyne_hits), 5u);
  EXPECT_NEAR(deviation_of_proportions(lyne_hits, lyne_parts).value(), 0.4990705, 6e-8);
  EXPECT_NEAR(juilland_d(lyne_hits, lyne_parts).value(), 0.6038797, 5e-8);
  EXPECT_NEAR(carroll_d2(lyne_hits, lyne_parts).value(), 0.6521444, 5e-8);
  EXPECT_NEAR(rosengren_s(lyne_hits, lyne_parts).value(), 0.4763652, 5e-8);
  EXPECT_NEAR(dispersion_da(lyne_hits, lyne_parts).value(), 0.308164, 5e-7);
}

TEST(OverParts, MeetsGries) {  // Gries (2020), Handbook ch. 5, as in scattertext's test_dispersion
  const List once = {1, 0, 0, 0, 0};
  const List even = {2, 2, 2, 2, 2};
  EXPECT_NEAR(deviation_of_proportions(once, gries_parts).value(), 0.82, 5e-4);
  EXPECT_NEAR(deviation_of_proportions(List{0, 0, 0, 0, 1}, gries_parts).value(), 0.78, 5e-4);
  EXPECT_NEAR(deviation_of_proportions_norm(once, gries_parts).value(), 1, 5e-4);
  EXPECT_NEAR(deviation_of_proportions_norm(even, gries_parts).value(), 0.024, 5e-4);
  EXPECT_NEAR(kullback_leibler(once, gries_parts).value(), 2.474, 5e-4);
  EXPECT_NEAR(kullback_leibler(even, gries_parts).value(), 0.003, 5e-4);
  EXPECT_NEAR(rosengren_s(once, gries_parts).value(), 0.18, 5e-4);
  EXPECT_NEAR(juilland_d(once, gries_parts).value(), 0, 5e-4);
}

TEST(OverParts, EgbertByHand) {  // DP 0.18 over 1 - 9/50, the word's smallest part
  EXPECT_NEAR(deviation_of_proportions_egbert(List{1, 2, 3, 4, 5}, gries_parts).value(), 0.18 / 0.82, 1e-12);
  EXPECT_NEAR(deviation_of_proportions_egbert(List{0, 0, 0, 0, 1}, gries_parts).value(), 1, 1e-12);
}

TEST(OverParts, OfEqualSizeMeetsTheBooks) {                            // as printed
  EXPECT_NEAR(juilland_d(List{0, 4, 3, 2, 1}).value(), 0.6464, 5e-5);  // Carroll (1970), p. 14
  EXPECT_NEAR(juilland_u(List{0, 4, 3, 2, 1}).value(), 6.46, 5e-3);    // the same
  EXPECT_NEAR(carroll_d2(List{2, 1, 1, 1, 0}).value(), 0.8277, 5e-5);  // Carroll (1970), p. 13
  EXPECT_NEAR(carroll_um(List{2, 1, 1, 1, 0}).value(), 4.31, 5e-3);    // the same
  EXPECT_NEAR(carroll_um(List{1, 2, 3, 4, 5}).value(), 14.108, 5e-4);  // Gries (2008), p. 409
  EXPECT_NEAR(rosengren_kf(List{2, 2, 2, 2, 1}).value(), 8.86, 5e-3);  // Rosengren (1971), p. 117
  EXPECT_NEAR(rosengren_s(List{1, 2, 3, 4, 5}).value(), 0.937, 5e-4);  // Gries (2008), p. 407
  EXPECT_NEAR(lyne_d3(List{1, 2, 3, 4, 5}).value(), 0.944, 5e-4);      // Gries (2008), p. 408
  EXPECT_DOUBLE_EQ(idf(1, 4).value(), 2);
}

TEST(OverParts, EqualSizesAgreeWithStatedSizes) {
  const List hits = {3, 0, 1, 7};
  const List parts = {20, 20, 20, 20};
  EXPECT_NEAR(juilland_d(hits).value(), juilland_d(hits, parts).value(), 1e-12);
  EXPECT_NEAR(carroll_d2(hits).value(), carroll_d2(hits, parts).value(), 1e-12);
  EXPECT_NEAR(rosengren_s(hits).value(), rosengren_s(hits, parts).value(), 1e-12);
}

TEST(OverParts, EvenSpreadAndOneClumpAreTheEndsOfTheScale) {
  const List parts = {10, 20, 30};
  const List even = {1, 2, 3};
  const List clump = {5, 0, 0};
  EXPECT_NEAR(deviation_of_proportions(even, parts).value(), 0, 1e-12);
  EXPECT_NEAR(deviation_of_proportions_norm(clump, parts).value(), 1, 1e-12);
  EXPECT_NEAR(kullback_leibler(even, parts).value(), 0, 1e-12);
  EXPECT_NEAR(kullback_leibler(clump, parts).value(), std::log2(6), 1e-12);
  for (const auto measure : {static_cast<OfParts>(juilland_d), static_cast<OfParts>(carroll_d2), dispersion_da}) {
    EXPECT_NEAR(measure(even, parts).value(), 1, 1e-12);
    EXPECT_NEAR(measure(clump, parts).value(), 0, 1e-12);
  }
  EXPECT_NEAR(rosengren_s(even, parts).value(), 1, 1e-12);
  EXPECT_NEAR(lyne_d3(List{4, 4, 4}).value(), 1, 1e-12);
}

TEST(OverParts, DaIsTheMeanDifferenceOfPairs) {
  const List hits = {3, 0, 1, 7, 2};
  std::array<double, 5> rates{};
  double sum = 0;
  for (std::size_t i = 0; i < 5; ++i) {
    rates[i] = static_cast<double>(hits[i]) / static_cast<double>(gries_parts[i]);
    sum += rates[i];
  }
  double pairs = 0;
  for (std::size_t i = 0; i < 5; ++i) {
    for (std::size_t j = 0; j < i; ++j) pairs += std::abs(rates[i] - rates[j]) / sum;
  }
  EXPECT_NEAR(dispersion_da(hits, gries_parts).value(), 1 - pairs / 4, 1e-12);
}

TEST(OverParts, IsUndefinedWhereTheWordDoesNotOccur) {
  const List none = {0, 0};
  const List parts = {5, 5};
  EXPECT_EQ(range(none), 0u);
  for (const OfParts measure : {OfParts{deviation_of_proportions}, OfParts{deviation_of_proportions_norm},
                                OfParts{deviation_of_proportions_egbert}, OfParts{kullback_leibler},
                                OfParts{kullback_leibler_norm}, OfParts{dispersion_da}}) {
    EXPECT_FALSE(measure(none, parts));
    EXPECT_FALSE(measure({}, {}));
  }
  EXPECT_FALSE(juilland_d(none, parts));
  EXPECT_FALSE(carroll_d2(none, parts));
  EXPECT_FALSE(rosengren_s(none, parts));
  for (const auto measure : {juilland_u, carroll_um, rosengren_kf, lyne_d3}) {
    EXPECT_FALSE(measure(none));
    EXPECT_FALSE(measure({}));
  }
  EXPECT_FALSE(idf(0, 5));
}

TEST(OverParts, OfOnePartSaysOnlyThatItIsEven) {
  const List hits = {3};
  const List parts = {10};
  EXPECT_EQ(deviation_of_proportions(hits, parts), 0.0);
  EXPECT_FALSE(deviation_of_proportions_norm(hits, parts));
  EXPECT_FALSE(deviation_of_proportions_egbert(hits, parts));
  EXPECT_FALSE(juilland_d(hits, parts));
  EXPECT_FALSE(carroll_d2(hits, parts));
  EXPECT_FALSE(dispersion_da(hits, parts));
}

/// The parts that hold the word, and of the others what counts.
TEST(OverParts, ListedOrNotGiveTheSame) {
  std::mt19937 random(15);
  for (int round = 0; round < 500; ++round) {
    List hits(1 + random() % 12);
    List parts;
    List some_hits;
    List some_parts;
    for (std::uint64_t& h : hits) {
      h = random() % 3 == 0 ? 1 + random() % 20 : 0;
      parts.push_back(1 + h + random() % 100);
      if (h != 0 || random() % 4 == 0) {
        some_hits.push_back(h);
        some_parts.push_back(parts.back());
      }
    }
    const HitsInParts word = {.hits = some_hits,
                              .sizes = some_parts,
                              .parts = parts.size(),
                              .tokens = std::accumulate(parts.begin(), parts.end(), std::uint64_t{0}),
                              .smallest = *std::min_element(parts.begin(), parts.end())};
    const auto expect_same = [](std::optional<double> sparse, std::optional<double> dense) {
      ASSERT_EQ(sparse.has_value(), dense.has_value());
      if (dense) {
        ASSERT_NEAR(*sparse, *dense, 1e-13);
      }
    };
    expect_same(deviation_of_proportions(word), deviation_of_proportions(hits, parts));
    expect_same(deviation_of_proportions_norm(word), deviation_of_proportions_norm(hits, parts));
    expect_same(deviation_of_proportions_egbert(word), deviation_of_proportions_egbert(hits, parts));
    expect_same(kullback_leibler(word), kullback_leibler(hits, parts));
    expect_same(kullback_leibler_norm(word), kullback_leibler_norm(hits, parts));
    expect_same(juilland_d(word), juilland_d(hits, parts));
    expect_same(carroll_d2(word), carroll_d2(hits, parts));
    expect_same(rosengren_s(word), rosengren_s(hits, parts));
    expect_same(dispersion_da(word), dispersion_da(hits, parts));
  }
}

TEST(OverParts, KullbackLeiblerNormIsBelowOne) {
  const double bits = kullback_leibler(lyne_hits, lyne_parts).value();
  EXPECT_DOUBLE_EQ(kullback_leibler_norm(lyne_hits, lyne_parts).value(), bits / (1 + bits));
  EXPECT_FALSE(kullback_leibler_norm(List{0, 0}, List{5, 5}));
}

TEST(DispersionTable, NamesAreUniqueAndEveryRowSaysWhatItIs) {
  std::set<std::string_view> names;
  for (const DispersionMeasure& measure : dispersion_measures()) {
    EXPECT_TRUE(names.insert(measure.name).second) << measure.name;
    EXPECT_EQ(find_dispersion_measure(measure.name), &measure);
    EXPECT_FALSE(measure.title.empty() || measure.formula.empty() || measure.source.empty()) << measure.name;
    EXPECT_FALSE(measure.of({}) && measure.name != "range") << measure.name;
  }
  EXPECT_EQ(find_dispersion_measure("no such"), nullptr);
}

/// What a row says of the even word holds of one, and a word in one clump is less even.
TEST(DispersionTable, DirectionsAreTrue) {
  const List sizes(10, 100);
  const List once_each(10, 2);
  const List in_one = {20};
  const List one_size = {100};
  List even_places;
  List clump;
  for (std::uint64_t i = 0; i < 20; ++i) {
    even_places.push_back(50 * i + 7);
    clump.push_back(300 + i);
  }
  const HitsInParts whole = {.hits = once_each, .sizes = sizes, .parts = 10, .tokens = 1000, .smallest = 100};
  const HitsInParts part = {.hits = in_one, .sizes = one_size, .parts = 10, .tokens = 1000, .smallest = 100};
  const Spread even = {.parts = whole, .positions = even_places, .tokens = 1000};
  const Spread uneven = {.parts = part, .positions = clump, .tokens = 1000};
  for (const DispersionMeasure& measure : dispersion_measures()) {
    SCOPED_TRACE(measure.name);
    const double best = measure.of(even).value();
    const double worse = measure.of(uneven).value();
    if (measure.even == Even::zero) {
      EXPECT_NEAR(best, 0, 1e-12);
    } else if (measure.even == Even::one) {
      EXPECT_NEAR(best, 1, 1e-12);
    } else if (measure.even == Even::frequency) {
      EXPECT_NEAR(best, 20, 1e-9);
    }
    if (measure.even == Even::zero || measure.even == Even::low) {
      EXPECT_GT(worse, best);
    } else {
      EXPECT_LT(worse, best);
    }
  }
  // in one of ten equal parts: the bounds
  const auto in_one_part = [&uneven](const char* name) { return find_dispersion_measure(name)->of(uneven).value(); };
  EXPECT_NEAR(in_one_part("dp"), 0.9, 1e-12);
  EXPECT_NEAR(in_one_part("dp_norm"), 1, 1e-12);
  EXPECT_NEAR(in_one_part("juilland_d"), 0, 1e-12);
  EXPECT_NEAR(in_one_part("carroll_d2"), 0, 1e-12);
  EXPECT_NEAR(in_one_part("rosengren_s"), 0.1, 1e-12);
  EXPECT_NEAR(in_one_part("da"), 0, 1e-12);
  EXPECT_NEAR(in_one_part("d_kl"), std::log2(10), 1e-12);
  EXPECT_NEAR(in_one_part("idf"), std::log2(10), 1e-12);
  EXPECT_EQ(in_one_part("range"), 1);
}

TEST(OverPositions, MeetsGries) {  // Gries (2008), pp. 406 and 410, as printed
  const List a = positions_of('a');
  ASSERT_EQ(a.size(), 15u);
  EXPECT_NEAR(average_reduced_frequency(a, 50).value(), 10.8, 0.05);
  EXPECT_NEAR(average_waiting_time(a, 50).value(), 3.18, 1e-9);
  EXPECT_NEAR(waiting_time_frequency(a, 50).value(), 9.328, 5e-4);
  EXPECT_NEAR(average_logarithmic_distance(a, 50).value(), 0.628, 5e-4);
  EXPECT_NEAR(logarithmic_distance_frequency(a, 50).value(), 11.764, 5e-4);
}

TEST(OverPositions, ByHand) {  // gaps 2 3 and, round the end of ten, 5; v = 10/3
  const List positions = {1, 3, 6};
  EXPECT_NEAR(average_reduced_frequency(positions, 10).value(), (2 + 3 + 10.0 / 3) / (10.0 / 3), 1e-12);
  EXPECT_NEAR(average_waiting_time(positions, 10).value(), (1 + 38.0 / 10) / 2, 1e-12);
  EXPECT_NEAR(waiting_time_frequency(positions, 10).value(), 100.0 / 38, 1e-12);
}

TEST(OverPositions, EvenSpreadKeepsTheFrequency) {
  const List even = {3, 13, 23, 33};
  EXPECT_NEAR(average_reduced_frequency(even, 40).value(), 4, 1e-12);
  EXPECT_NEAR(waiting_time_frequency(even, 40).value(), 4, 1e-12);
  EXPECT_NEAR(logarithmic_distance_frequency(even, 40).value(), 4, 1e-12);
  EXPECT_NEAR(average_reduced_frequency(List{5}, 40).value(), 1, 1e-12);
  for (const auto measure : {average_reduced_frequency, average_waiting_time, waiting_time_frequency,
                             average_logarithmic_distance, logarithmic_distance_frequency}) {
    EXPECT_FALSE(measure({}, 40));
  }
}

TEST(InAStream, PartsSumIsDeviationOfProportions) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    List hits(1 + random() % 12);
    List parts;
    for (std::uint64_t& h : hits) {
      h = random() % 3 == 0 ? random() % 20 : 0;
      parts.push_back(h + random() % 100);
    }
    const WordInCorpus word = {.frequency = std::accumulate(hits.begin(), hits.end(), std::uint64_t{0}),
                               .tokens = std::accumulate(parts.begin(), parts.end(), std::uint64_t{0})};
    PartsSum front;
    PartsSum back;
    for (std::size_t i = 0; i < hits.size(); ++i) {
      if (hits[i] != 0) (i % 2 == 0 ? front : back).add(hits[i], parts[i], word);
    }
    back.add(front);
    const auto dp = back.deviation_of_proportions(word);
    ASSERT_EQ(dp.has_value(), word.frequency > 0);
    EXPECT_EQ(dp, deviation_of_proportions(hits, parts));
    if (dp) {
      EXPECT_NEAR(*dp, reference::dp({{hits.begin(), hits.end()}, {parts.begin(), parts.end()}, {}}), 1e-12);
    }
  }
}

TEST(InAStream, PartsSumOfAnEvenSpreadIsNotNegative) {
  const WordInCorpus word = {.frequency = 3, .tokens = 30};
  PartsSum sum;
  for (int i = 0; i < 3; ++i) sum.add(1, 10, word);
  EXPECT_EQ(sum.deviation_of_proportions(word), 0.0);
}

TEST(InAStream, GapsSumIsAverageReducedFrequency) {
  std::mt19937 random(6);
  for (int round = 0; round < 200; ++round) {
    const std::uint64_t tokens = 1 + random() % 200;
    List positions;
    for (std::uint64_t i = 0; i < tokens; ++i) {
      if (random() % 5 == 0) positions.push_back(i);
    }
    const WordInCorpus word = {.frequency = positions.size(), .tokens = tokens};
    GapsSum sum;
    for (const std::uint64_t position : positions) sum.add(position, word);
    const auto arf = sum.average_reduced_frequency(word);
    ASSERT_EQ(arf.has_value(), word.frequency > 0);
    EXPECT_EQ(arf, average_reduced_frequency(positions, tokens));
    if (arf) {
      const std::vector<double> hits{static_cast<double>(positions.size())};
      const std::vector<double> sizes{static_cast<double>(tokens)};
      EXPECT_NEAR(*arf, reference::arf({hits, sizes, {positions.begin(), positions.end()}}), 1e-9);
    }
  }
}

TEST(InAStream, HoldsForCorporaBeyondThirtyTwoBits) {
  const std::uint64_t tokens = 1'000'000'000'000;
  const WordInCorpus word = {.frequency = 2, .tokens = tokens};
  GapsSum gaps;
  gaps.add(0, word);
  gaps.add(tokens / 2, word);
  EXPECT_NEAR(gaps.average_reduced_frequency(word).value(), 2, 1e-12);
  const WordInCorpus frequent = {.frequency = tokens / 2, .tokens = tokens};
  PartsSum parts;
  parts.add(tokens / 2, tokens / 2, frequent);
  EXPECT_NEAR(parts.deviation_of_proportions(frequent).value(), 0.5, 1e-12);
}

}  // namespace
}  // namespace corpus::stats
