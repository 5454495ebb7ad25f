// SPDX-License-Identifier: MIT
/// \file
/// Which keywords are printed, in which order: those of the target, the strongest first; then those of the reference,
/// again the strongest first. Between them stands what is equally frequent in both.
///
///     const Keywords keywords = in_order(comparison, options, [&](const Candidate& candidate) { return rank; });
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "cmd/keywords_comparison.hpp"

namespace corpus::cmd {

/// How strong a keyword is, of those that lean its way.
struct Strength {
  Leaning leaning = Leaning::neither;
  double value = -std::numeric_limits<double>::infinity();  ///< the greater the stronger; undefined is least
  double evidence = 0;                                      ///< decides between equals: |G2|
};

/// Their places in that order, from 0; what is equal shares one.
[[nodiscard]] std::vector<std::uint32_t> places_of(std::span<const Strength> strengths);

struct Keywords {
  std::vector<Candidate> chosen;
  std::uint64_t matching = 0;  ///< of which those chosen are the first on their sides
};

/// The candidates by their places, `places[i]` that of the i-th; what shares one stays in its order. --direction and --top
/// choose among them.
[[nodiscard]] Keywords choose(const KeywordComparison& comparison, std::span<const std::uint32_t> places,
                              const KeywordsOptions& options);

}  // namespace corpus::cmd
