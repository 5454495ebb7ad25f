// SPDX-License-Identifier: MIT
/// \file
/// From a command's inputs to what is known of each document when corpora are compared, and the counts of all.
///
///     const Recorded recorded = record_inputs(inputs, rules, root_of(options.inputs));
///
/// A document is recorded by one thread, in one reading: tokens counted, shingles hashed, bytes hashed. Memory: the
/// records, and a list of types for each thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cmd/inputs.hpp"
#include "corpus/compare/record.hpp"
#include "corpus/count/frequency_list.hpp"

namespace corpus::cmd {

struct Recorded {
  std::vector<compare::DocumentRecord> documents;  ///< by path
  count::FrequencyList counts;                     ///< of all of them
};

/// Where the paths of documents begin: the input, where there is one; else compare::record_paths finds it.
std::optional<std::string> root_of(const InputArguments& arguments);

/// Throws Error: where an input is a counts file, a lock or what standard output is written to, and where two documents
/// have one path.
Recorded record_inputs(Inputs& inputs, const text::TokenizerOptions& rules, const std::optional<std::string>& root);

}  // namespace corpus::cmd
