// SPDX-License-Identifier: MIT
/// \file
/// Which types `corpus dispersion --all` shows, and in what order.
///
///     const ChosenTypes chosen = choose_types(found, options, rules, threads);
///     for (const text::TypeId id : chosen.ids) …
///
/// Costs the measure that is sorted by for each type, and is told apart by how it is printed: an order never hangs on
/// digits that nobody sees.
#pragma once

#include <cstddef>
#include <vector>

#include "cmd/dispersion_options.hpp"
#include "cmd/dispersion_text.hpp"
#include "corpus/text/vocabulary.hpp"

namespace corpus::cmd {

struct ChosenTypes {
  std::vector<text::TypeId> ids;
  std::size_t matching = 0;  ///< of which those are the first
};

/// Throws UsageError and Error where --match cannot be read.
ChosenTypes choose_types(const FoundTypes& found, const DispersionOptions& options, const text::TokenizerOptions& rules,
                         unsigned threads);

}  // namespace corpus::cmd
