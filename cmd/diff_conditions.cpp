// SPDX-License-Identifier: MIT
#include "cmd/diff_conditions.hpp"

#include <fmt/format.h>

#include <optional>

#include "cmd/expression.hpp"
#include "cmd/parse.hpp"
#include "cmd/suggest.hpp"
#include "corpus/error.hpp"
#include "corpus/expr/scanner.hpp"
#include "corpus/report/number.hpp"
#include "corpus/report/safety.hpp"

namespace corpus::cmd {
namespace {

constexpr std::string_view option = "--fail-on";

std::string_view without_outer_spaces(std::string_view text) {
  constexpr std::string_view spaces = " \t\n\r";
  const std::size_t begin = std::min(text.find_first_not_of(spaces), text.size());
  return text.substr(begin, text.find_last_not_of(spaces) + 1 - begin);
}

/// What || joins where no parenthesis is open; `text` can be read.
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  expr::Scanner scanner{text};
  std::size_t begin = 0;
  int open = 0;
  for (expr::Token token = scanner.next();; token = scanner.next()) {
    if (token.kind == expr::TokenKind::open) ++open;
    if (token.kind == expr::TokenKind::close) --open;
    const bool end = token.kind == expr::TokenKind::end;
    if (!end && (open > 0 || token.kind != expr::TokenKind::disj)) continue;
    parts.push_back(without_outer_spaces(text.substr(begin, (end ? text.size() : token.begin) - begin)));
    if (end) return parts;
    begin = token.end;
  }
}

/// Where the name stands for the first time, from 1.
std::uint64_t column_of(std::string_view text, const std::string& name) {
  expr::Scanner scanner{text};
  while (true) {
    const expr::Token token = scanner.next();
    const bool named = token.kind == expr::TokenKind::name || token.kind == expr::TokenKind::quoted_name;
    if (token.kind == expr::TokenKind::end || (named && token.text == name)) return token.column;
  }
}

std::string suggestion(std::string_view name) {
  std::vector<std::string> names = figure_names();
  for (const Measure& measure : measures()) {
    if (measure.name == name) return fmt::format("{0}.old, {0}.new, {0}.difference or {0}.change", name);
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  const auto near = nearest(name, views);
  return near ? fmt::format("did you mean {}?", *near) : "man corpus-diff lists the figures";
}

}  // namespace

Conditions::Conditions(std::string_view given) {
  const expr::Expression whole = read_expression(option, given);
  const std::string text = comparable(given);
  for (const expr::Name& name : whole.names()) {
    const auto figure = find_figure(name.text);
    if (!figure) {
      throw misread(option, text,
                    Error{{.column = column_of(text, name.text),
                           .cause = fmt::format("there is no figure {}", name.text),
                           .hint = suggestion(name.text)}});
    }
    figures_.push_back(*figure);
  }
  for (const std::string_view part : parts_of(text)) {
    parts_.push_back({std::string(part), read_expression(option, part)});
  }
}

std::vector<std::string> Conditions::that_hold(Comparison& comparison) const {
  std::vector<std::string> held;
  for (const Part& part : parts_) {
    std::string figures;
    const auto value_of = [&](const expr::Name& name) -> expr::Value {
      const auto value = comparison.figure(name.text);
      if (!value) {
        throw Error{{.cause = fmt::format("{}: {} is not defined for these sides", option, name.text),
                     .hint = "leave the condition out"}};
      }
      const std::string_view comma = figures.empty() ? "" : ", ";
      const std::string said = fmt::format("{} is {}", name.text, report::format_real(*value));
      if (figures.find(said) == std::string::npos) figures.append(comma).append(said);
      return *value;
    };
    if (part.expression.holds(value_of)) held.push_back(fmt::format("{} ({})", report::visible(part.text), figures));
  }
  return held;
}

}  // namespace corpus::cmd
