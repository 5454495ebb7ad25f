// SPDX-License-Identifier: MIT
/// \file
/// From a command's inputs to what stands near the nodes in them.
#pragma once

#include <cstdint>

#include "cmd/groups.hpp"
#include "cmd/inputs.hpp"
#include "cmd/kwic_queries.hpp"
#include "corpus/search/collocates.hpp"

namespace corpus::cmd {

struct FoundCollocates {
  Groups<search::Collocates> groups;  ///< of --by, or one of no name
  std::uint64_t documents = 0;
};

/// Reads the inputs, by as many threads as --threads says. Throws Error.
FoundCollocates count_collocates(Inputs& inputs, const search::CollocateOptions& options,
                                 const MakeQueries& make_queries);

}  // namespace corpus::cmd
