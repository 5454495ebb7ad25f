// SPDX-License-Identifier: MIT
/// \file
/// Whether a value is one of several.
///
///     if (contains(options.measures, "all")) …
///
/// Looks at one after the other.
#pragma once

#include <algorithm>
#include <iterator>

namespace corpus::cmd {

template <typename Values, typename Value>
bool contains(const Values& values, const Value& value) {
  return std::find(std::begin(values), std::end(values), value) != std::end(values);
}

}  // namespace corpus::cmd
