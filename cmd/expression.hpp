// SPDX-License-Identifier: MIT
/// \file
/// The expressions of --where and --fail-on as they stand on the command line.
///
///     const expr::Expression where = read_expression("--where", "year >= 2020");
#pragma once

#include <string>
#include <string_view>

#include "corpus/expr/expression.hpp"

namespace corpus::cmd {

/// As values and names are compared with each other: NFC, and what is ill-formed in them as it is shown (`\xff`).
std::string comparable(std::string_view text);

/// `given` is the value of `option`; what it is compared with is to be `comparable`. Throws UsageError where it cannot
/// be read; the message shows the place, on lines of its own.
expr::Expression read_expression(std::string_view option, std::string_view given);

}  // namespace corpus::cmd
