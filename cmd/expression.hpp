// SPDX-License-Identifier: MIT
/// \file
/// Expressions and queries as they stand on the command line, and what is said where they cannot be read.
///
///     const expr::Expression where = read_expression("--where", "year >= 2020");
#pragma once

#include <string>
#include <string_view>

#include "cmd/parse.hpp"
#include "corpus/error.hpp"
#include "corpus/expr/expression.hpp"

namespace corpus::cmd {

/// As values and names are compared with each other: NFC, and what is ill-formed in them as it is shown (`\xff`).
std::string comparable(std::string_view text);

/// `given` is the value of `option`; what it is compared with is to be `comparable`. Throws UsageError where it cannot
/// be read; the message shows the place, on lines of its own.
expr::Expression read_expression(std::string_view option, std::string_view given);

/// Throws UsageError where `text`, the value of `option`, is empty or not UTF-8.
void check_expression(std::string_view option, std::string_view text);

/// Throws UsageError where the value of an option is not valid UTF-8.
void check_utf8(std::string_view option, std::string_view text);

/// What to throw for an `error` that names a column of `text`: its message shows the place, on lines of its own.
UsageError misread(std::string_view option, std::string_view text, const Error& error);

}  // namespace corpus::cmd
