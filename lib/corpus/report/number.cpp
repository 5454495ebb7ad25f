// SPDX-License-Identifier: MIT
#include "corpus/report/number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace corpus::report {
namespace {

constexpr int significant_digits = 12;
constexpr double exponent_from = 1e15;

/// `digits` may have a sign before and decimals after its integer part.
std::string grouped(std::string digits) {
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = std::min(digits.find('.'), digits.size()); at > first + 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

}  // namespace

char* print_real(char* begin, double value) {
  if (!std::isfinite(value)) return begin;
  // Whole numbers below 10^12 have at most 12 digits; the integer printer is several times as fast. It also drops the
  // sign of -0.0.
  if (std::abs(value) < 1e12) {
    const auto whole = static_cast<std::int64_t>(value);
    if (static_cast<double>(whole) == value) return std::to_chars(begin, begin + longest_number, whole).ptr;
  }
  return std::to_chars(begin, begin + longest_number, value, std::chars_format::general, significant_digits).ptr;
}

char* print_count(char* begin, std::uint64_t value) { return std::to_chars(begin, begin + longest_number, value).ptr; }

std::string format_real(double value) {
  std::array<char, longest_number> text{};
  return {text.data(), print_real(text.data(), value)};
}

double printed_value(double value) {
  if (!std::isfinite(value)) return value;
  std::array<char, longest_number> text{};
  double printed = 0;
  std::from_chars(text.data(), print_real(text.data(), value), printed);
  return printed;
}

std::string format_grouped(std::uint64_t value) { return grouped(std::to_string(value)); }

std::string format_fixed(double value, int decimals) {
  if (!std::isfinite(value)) return {};
  // From the printed value: a half that is only nearly one would round this way or that on different machines.
  value = printed_value(value);
  std::array<char, 64> text{};
  const auto print = [&](std::chars_format format) {
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, format, decimals).ptr;
    return std::string{text.data(), end};
  };
  if (std::abs(value) >= exponent_from) return print(std::chars_format::scientific);
  std::string digits = print(std::chars_format::fixed);
  const bool vanished = value != 0 && digits.find_first_not_of("-0.") == std::string::npos;
  return vanished ? print(std::chars_format::scientific) : grouped(std::move(digits));
}

}  // namespace corpus::report
