// SPDX-License-Identifier: MIT
/// \file
/// From a command's inputs to frequency lists, and the second look that dispersion needs.
#pragma once

#include <optional>
#include <vector>

#include "cmd/groups.hpp"
#include "cmd/inputs.hpp"
#include "corpus/count/frequency_list.hpp"

namespace corpus::cmd {

/// Counts texts, and adds what inputs that are counts files hold: a list for each group of --by, or one of no name.
/// Throws Error where a counts file was cut or made under other rules, or --by or --where needs its running text.
Groups<count::FrequencyList> count_inputs(Inputs& inputs, const text::TokenizerOptions& rules);

/// How evenly each type is spread, by TypeId.
struct Dispersions {
  std::vector<std::optional<double>> arf;  ///< over the running text, documents in order
  std::vector<std::optional<double>> dp;   ///< over the documents
};

/// Reads the inputs again; `keep_for_second_pass` was called before the first time. In the order of `lists`. Throws
/// Error where one of the inputs is a counts file, or has changed since `lists` were counted.
std::vector<Dispersions> measure_dispersion(Inputs& inputs, const text::TokenizerOptions& rules,
                                            const Groups<count::FrequencyList>& lists);

}  // namespace corpus::cmd
