// SPDX-License-Identifier: MIT
/// \file
/// What of a query can be looked for in the bytes of a text: see Query::stretches.
///
///     find_stretches(node, conditions, readings)   // of "of course": {"course"}
#pragma once

#include <span>
#include <string>
#include <vector>

#include "corpus/search/condition.hpp"
#include "corpus/search/tree.hpp"

namespace corpus::search {

std::vector<std::string> find_stretches(const Node& node, std::span<const Condition> conditions,
                                        const Readings& readings);

}  // namespace corpus::search
