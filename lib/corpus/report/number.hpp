// SPDX-License-Identifier: MIT
/// \file
/// How numbers are printed, whatever the locale. For programs (TSV, CSV, JSON Lines) reals have at most 12 significant
/// digits, as "%.12g" of C has them, because mathematical libraries differ in the last ones; 0 has no sign. For people
/// (table, Markdown) there are fixed decimals and groups of three digits.
///
///     std::sort(rows, …, [](const Row& row) { return report::printed_value(row.score); });
///
/// A number that is not finite is a mistake of the caller's: what is not defined has no number. It prints as nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace corpus::report {

/// The longest text that `print_real` and `print_count` write: "-1.23456789012e-308", "18446744073709551615".
inline constexpr std::size_t longest_number = 24;

/// Write at `begin`, where `longest_number` bytes must be free, and return the end of what they wrote.
char* print_real(char* begin, double value);
char* print_count(char* begin, std::uint64_t value);

/// 1234.5 is "1234.5", 1/3 is "0.333333333333", 1e22 is "1e+22".
[[nodiscard]] std::string format_real(double value);

/// The number that `format_real` shows. Rows are ordered by it, so that an order never hangs on digits nobody sees.
/// What is not finite stays as it is.
[[nodiscard]] double printed_value(double value);

/// 8431 is "8,431".
[[nodiscard]] std::string format_grouped(std::uint64_t value);

/// 48431.256 with 2 decimals is "48,431.26". A value that would round to 0, or is 1e15 or greater, has an exponent
/// instead: 1e-7 is "1.00e-07", so that a small probability is not shown as none.
[[nodiscard]] std::string format_fixed(double value, int decimals);

}  // namespace corpus::report
