// SPDX-License-Identifier: MIT
#include "cmd/expression.hpp"

#include <fmt/format.h>

#include "cmd/parse.hpp"
#include "corpus/report/safety.hpp"
#include "corpus/unicode/fold.hpp"
#include "corpus/unicode/grapheme.hpp"
#include "corpus/unicode/pattern.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::cmd {
namespace {

/// Where code point `column`, from 1, begins, or the end.
std::size_t byte_of(std::string_view text, std::uint64_t column) {
  std::size_t at = 0;
  for (; column > 1 && at < text.size(); --column) at += unicode::decode(text, at).length;
  return at;
}

/// The expression, or what of a long one is near the place, and a caret below it.
std::string picture(std::string_view text, std::uint64_t column) {
  constexpr std::uint64_t before = 50;
  constexpr std::uint64_t after = 25;
  const std::size_t begin = column > before ? byte_of(text, column - before) : 0;
  const std::size_t place = byte_of(text, column);
  const std::size_t end = place + byte_of(text.substr(place), after + 1);
  const std::string left = (begin == 0 ? "" : "…") + report::visible(text.substr(begin, place - begin));
  const std::string right = report::visible(text.substr(place, end - place)) + (end == text.size() ? "" : "…");
  return fmt::format("  {}{}\n  {:{}}^", left, right, "", unicode::display_width(left));
}

bool matches(std::string_view pattern, std::string_view value) {
  return unicode::Pattern::glob(pattern).matches(value);
}

}  // namespace

std::string comparable(std::string_view text) {
  if (unicode::is_ascii(text)) return std::string(text);
  const bool well_formed = unicode::valid_prefix(text) == text.size();
  return unicode::nfc(well_formed ? std::string(text) : report::visible(text));
}

expr::Expression read_expression(std::string_view option, std::string_view given) {
  check_expression(option, given);
  const std::string text = comparable(given);
  try {
    return expr::Expression::parse(text, matches);
  } catch (const Error& error) {
    throw misread(option, text, error);
  }
}

void check_expression(std::string_view option, std::string_view text) {
  if (text.empty()) throw UsageError(fmt::format("{}: an expression is missing", option));
  check_utf8(option, text);
}

void check_utf8(std::string_view option, std::string_view text) {
  if (unicode::valid_prefix(text) == text.size()) return;
  throw UsageError(fmt::format("{}: '{}' is not valid UTF-8", option, report::visible(text)));
}

UsageError misread(std::string_view option, std::string_view text, const Error& error) {
  const Problem& problem = error.problem();
  const std::string hint = problem.hint.empty() ? "" : fmt::format(" (hint: {})", problem.hint);
  return UsageError{fmt::format("{}: column {}: {}{}\n{}", option, problem.column, report::visible(problem.cause),
                                report::visible(hint), picture(text, problem.column))};
}

}  // namespace corpus::cmd
