// SPDX-License-Identifier: MIT
/// \file
/// Prints lists of n-grams: as rows, or as a counts file.
///
///     print_ngrams(counted, options, rules, inputs, ordering);
#pragma once

#include "cmd/inputs.hpp"
#include "cmd/ngrams_count.hpp"
#include "cmd/ngrams_options.hpp"
#include "cmd/ngrams_rows.hpp"

namespace corpus::cmd {

/// Rows, a list for each group.
void print_ngrams(CountedNgrams& counted, const NgramsOptions& options, const NgramOrdering& ordering,
                  const Inputs& inputs);

/// The only list as a counts file, made under `rules`.
void print_ngram_counts(CountedNgrams& counted, const NgramsOptions& options, const NgramOrdering& ordering,
                        const std::string& rules);

}  // namespace corpus::cmd
