// SPDX-License-Identifier: MIT
#include "corpus/expr/number.hpp"

#include <charconv>
#include <string>

namespace corpus::expr {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Where the digits that begin at `at` end.
std::size_t after_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

/// Where the exponent that begins at `at` ends; `at` where there is none.
std::size_t after_exponent(std::string_view text, std::size_t at) {
  if (at == text.size() || (text[at] != 'e' && text[at] != 'E')) return at;
  const std::size_t sign = at + 1;
  const std::size_t digits = sign < text.size() && (text[sign] == '-' || text[sign] == '+') ? sign + 1 : sign;
  const std::size_t end = after_digits(text, digits);
  return end == digits ? at : end;
}

std::string_view without_outer_space(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(space) + 1 - begin);
}

}  // namespace

std::size_t number_length(std::string_view text) {
  const std::size_t begin = text.empty() || (text[0] != '-' && text[0] != '+') ? 0 : 1;
  std::size_t end = after_digits(text, begin);
  std::size_t digits = end - begin;
  if (end < text.size() && text[end] == '.') {
    const std::size_t point = end;
    end = after_digits(text, point + 1);
    digits += end - point - 1;
  }
  if (digits == 0) return 0;
  if (end < text.size() && text[end] == '%') return end + 1;
  return after_exponent(text, end);
}

std::optional<double> number_of(std::string_view text) {
  text = without_outer_space(text);
  if (text.empty() || number_length(text) != text.size()) return std::nullopt;
  if (text[0] == '+') text.remove_prefix(1);
  std::string digits(text);
  if (digits.back() == '%') digits.replace(digits.size() - 1, 1, "e-2");  // dividing would round twice
  double number = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{}) return std::nullopt;
  return number;
}

}  // namespace corpus::expr
