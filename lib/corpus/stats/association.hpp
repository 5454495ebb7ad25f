// SPDX-License-Identifier: MIT
/// \file
/// Association: how strongly words attract each other. One table of measures, each with its name, formula, direction and
/// source, for every command that takes a list of them.
///
///     const Contingency of_course = {.o11 = 5610, .r1 = 174548, .c1 = 7867, .n = 10412878};
///     const AssociationMeasure* measure = find_association_measure("delta_p21");
///     measure->of_pair(of_course, {});                                          // 0.0319...
///     const std::vector<std::uint64_t> parts = {50, 40, 30};                    // frequencies of the three words
///     find_association_measure("mi")->of_sequence({.observed = 8, .parts = parts, .n = 1000});
///
/// A pair has an exact two-by-two table (contingency.hpp). The table decides the convention: R1 the tokens inside a node's
/// windows is the exact one; R1 = S f1, S the places of a window, gives E = S f1 f2 / N (Evert 2008).
/// A longer sequence has no such table, only its expected frequency were its n words independent,
/// E = N (f_1 / N) ... (f_n / N); the measures that need no more have `of_sequence`, and of two words give there what
/// `of_pair` gives. Petrovic, Snajder & Dalbelo Basic (2010), doi:10.1016/j.csl.2009.06.001, compare such extensions.
///
/// Logarithms have base 2 but where the name says otherwise. A measure is undefined (an empty optional) for an impossible
/// table, where E = 0, and where its formula divides by 0 or takes the logarithm of 0. O(1), Fisher's test apart; of a
/// sequence O(n).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "corpus/stats/contingency.hpp"

namespace corpus::stats {

/// A sequence of words that was seen `observed` times; `parts` are the frequencies of its words, `n` all places.
struct SequenceCounts {
  std::uint64_t observed = 0;
  std::span<const std::uint64_t> parts;
  std::uint64_t n = 0;

  /// N (f_1 / N) ... (f_n / N); needs N above 0.
  [[nodiscard]] double expected() const;
};

struct AssociationOptions {
  double confidence = 0.95;  ///< of `lrc`
  std::uint64_t family = 1;  ///< how many pairs are looked at at once, for `lrc`
};

struct AssociationMeasure {
  std::string_view name;
  int decimals;  ///< in a table
  Stronger stronger;
  std::string_view title;
  std::string_view formula;
  std::string_view source;
  std::optional<double> (*of_pair)(const Contingency& table, const AssociationOptions& options);
  std::optional<double> (*of_sequence)(const SequenceCounts& counts);  ///< nullptr where there is no such form
};

/// In the order of their columns.
[[nodiscard]] std::span<const AssociationMeasure> association_measures();

/// The measure of that name, or nullptr.
[[nodiscard]] const AssociationMeasure* find_association_measure(std::string_view name);

}  // namespace corpus::stats
