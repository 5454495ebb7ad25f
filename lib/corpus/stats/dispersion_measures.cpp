// SPDX-License-Identifier: MIT
#include "corpus/stats/dispersion_measures.hpp"

#include <algorithm>

namespace corpus::stats {
namespace {

using Value = std::optional<double>;

template <Value (*measure)(const HitsInParts&)>
Value of_parts(const Spread& spread) {
  return measure(spread.parts);
}

template <Value (*measure)(Counts, std::uint64_t)>
Value of_positions(const Spread& spread) {
  return measure(spread.positions, spread.tokens);
}

Value range_of(const Spread& spread) { return static_cast<double>(range(spread.parts.hits)); }

Value idf_of(const Spread& spread) { return idf(range(spread.parts.hits), spread.parts.parts); }

using enum Even;

// clang-format off
constexpr DispersionMeasure table[] = {
    {"range", 0, Needs::parts, high, "number of parts that hold the word", "parts with hits_i > 0",
     "Gries (2008), Int. J. Corpus Linguistics 13(4)", range_of},
    {"dp", 4, Needs::parts, zero, "deviation of proportions", "1/2 sum |hits_i / f - w_i|",
     "Gries (2008), Int. J. Corpus Linguistics 13(4)", of_parts<deviation_of_proportions>},
    {"dp_norm", 4, Needs::parts, zero, "deviation of proportions, normalised", "DP / (1 - min w)",
     "Lijffijt & Gries (2012)", of_parts<deviation_of_proportions_norm>},
    {"juilland_d", 4, Needs::parts, one, "Juilland's D", "1 - (sd / mean of the rates) / sqrt(n - 1), population sd",
     "Juilland, Brodin & Davidovitch (1970)", of_parts<juilland_d>},
    {"carroll_d2", 4, Needs::parts, one, "Carroll's D2", "-sum p log p / log n, p_i the share of part i in the sum of rates",
     "Carroll (1970)", of_parts<carroll_d2>},
    {"rosengren_s", 4, Needs::parts, one, "Rosengren's S", "(sum sqrt(w_i hits_i))^2 / f",
     "Rosengren (1971)", of_parts<rosengren_s>},
    {"d_kl", 4, Needs::parts, zero, "Kullback-Leibler divergence in bits", "sum (hits_i / f) log2((hits_i / f) / w_i)",
     "Gries (2020)", of_parts<kullback_leibler>},
    {"da", 4, Needs::parts, one, "DA", "1 - sum over pairs |p_i - p_j| / (n - 1), p as for D2",
     "Burch, Egbert & Biber (2017)", of_parts<dispersion_da>},
    {"arf", 2, Needs::positions, frequency, "average reduced frequency", "(1 / v) sum min(d_i, v), v = N / f",
     "Savický & Hlaváčová (2002)", of_positions<average_reduced_frequency>},
    {"awt", 2, Needs::positions, low, "average waiting time", "(1 + sum d_i^2 / N) / 2",
     "Savický & Hlaváčová (2002)", of_positions<average_waiting_time>},
    {"ald", 4, Needs::positions, low, "average logarithmic distance", "sum d_i log10 d_i / N",
     "Savický & Hlaváčová (2002)", of_positions<average_logarithmic_distance>},
    {"idf", 4, Needs::parts, zero, "inverse document frequency", "log2(n / range)",
     "Spärck Jones (1972)", idf_of},
    {"dp_egbert", 4, Needs::parts, zero, "deviation of proportions, normalised by the word's parts", "DP / (1 - min w of the parts that hold the word)",
     "Egbert, Burch & Biber (2020)", of_parts<deviation_of_proportions_egbert>},
    {"d_kl_norm", 4, Needs::parts, zero, "Kullback-Leibler divergence, normalised", "D_KL / (1 + D_KL)",
     "Gries (2024)", of_parts<kullback_leibler_norm>},
    {"fawt", 2, Needs::positions, frequency, "frequency reduced by waiting time", "N^2 / sum d_i^2",
     "Savický & Hlaváčová (2002)", of_positions<waiting_time_frequency>},
    {"fald", 2, Needs::positions, frequency, "frequency reduced by logarithmic distance", "N 10^-ALD",
     "Savický & Hlaváčová (2002)", of_positions<logarithmic_distance_frequency>},
};
// clang-format on

}  // namespace

std::span<const DispersionMeasure> dispersion_measures() { return table; }

const DispersionMeasure* find_dispersion_measure(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(table), std::end(table), [name](const DispersionMeasure& m) { return m.name == name; });
  return found == std::end(table) ? nullptr : found;
}

}  // namespace corpus::stats
