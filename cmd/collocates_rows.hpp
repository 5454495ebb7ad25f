// SPDX-License-Identifier: MIT
/// \file
/// The rows of `corpus collocates`: chosen, measured, sorted, printed.
#pragma once

#include "cmd/collocates_count.hpp"
#include "cmd/collocates_options.hpp"
#include "cmd/inputs.hpp"
#include "corpus/search/collocates.hpp"

namespace corpus::cmd {

void print_collocates(const FoundCollocates& found, const CollocatesOptions& options,
                      const search::CollocateOptions& counted, const Inputs& inputs);

}  // namespace corpus::cmd
