// SPDX-License-Identifier: MIT
/// \file
/// From a command's inputs to frequency lists, and the second look that dispersion needs.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cmd/groups.hpp"
#include "cmd/inputs.hpp"
#include "corpus/count/frequency_list.hpp"

namespace corpus::cmd {

/// Told under which rules the tokens of a document were made: of the first text, and of each counts file, in their order.
using RulesMet = std::function<void(const std::string& document, const std::string& rules)>;

/// Counts texts, and adds what inputs that are counts files hold: a list for each group of --by, or one of no name.
/// Throws Error where a counts file was cut, or made under other rules and nobody is told, or --by or --where needs its
/// running text.
Groups<count::FrequencyList> count_inputs(Inputs& inputs, const text::TokenizerOptions& rules,
                                          const RulesMet& told = {});

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
