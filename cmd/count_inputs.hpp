// SPDX-License-Identifier: MIT
/// \file
/// From a command's inputs to a frequency list, and the second look that dispersion needs.
#pragma once

#include <optional>
#include <vector>

#include "cmd/inputs.hpp"
#include "corpus/count/frequency_list.hpp"

namespace corpus::cmd {

/// Counts texts, and adds what inputs that are counts files hold. Throws Error where such a list was cut or made
/// under other rules.
count::FrequencyList count_inputs(Inputs& inputs, const text::ReadOptions& reading,
                                  const text::TokenizerOptions& rules);

/// How evenly each type is spread, by TypeId.
struct Dispersions {
  std::vector<std::optional<double>> arf;  ///< over the running text, documents in order
  std::vector<std::optional<double>> dp;   ///< over the documents
};

/// Reads the inputs again; `keep_for_second_pass` was called before the first time. Throws Error where one of them is
/// a counts file, or has changed since `list` was counted.
Dispersions measure_dispersion(Inputs& inputs, const text::ReadOptions& reading, const text::TokenizerOptions& rules,
                               const count::FrequencyList& list);

}  // namespace corpus::cmd
