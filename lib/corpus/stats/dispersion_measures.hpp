// SPDX-License-Identifier: MIT
/// \file
/// The measures of dispersion.hpp by name, for commands that take a list of them.
///
///     for (const DispersionMeasure& measure : dispersion_measures())
///       if (measure.needs == Needs::parts) measure.of({.parts = hits_in_parts});
///
/// Each costs what it costs there.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "corpus/stats/dispersion.hpp"

namespace corpus::stats {

/// Where a word has been found. A measure looks at one of the two, and the other may be empty.
struct Spread {
  HitsInParts parts;
  Counts positions;          ///< ascending, from 0
  std::uint64_t tokens = 0;  ///< of the running text that the positions are in
};

enum class Needs : std::uint8_t { parts, positions };

/// What a measure is for a word that is spread evenly.
enum class Even : std::uint8_t {
  zero,       ///< 0; more is less even
  one,        ///< 1; less is less even
  frequency,  ///< the word's frequency; less is less even
  low,        ///< as low as its frequency lets it be
  high        ///< as high as the number of parts lets it be
};

struct DispersionMeasure {
  std::string_view name;
  int decimals;  ///< in a table
  Needs needs;
  Even even;
  std::string_view title;
  std::string_view formula;
  std::string_view source;
  std::optional<double> (*of)(const Spread& spread);
};

/// In the order of their columns.
[[nodiscard]] std::span<const DispersionMeasure> dispersion_measures();

/// The measure of that name, or nullptr.
[[nodiscard]] const DispersionMeasure* find_dispersion_measure(std::string_view name);

}  // namespace corpus::stats
