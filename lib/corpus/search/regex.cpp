// SPDX-License-Identifier: MIT
#include "corpus/search/regex.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "corpus/search/query.hpp"
#include "corpus/search/query_state.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::search {
namespace {

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/// A text in ASCII is the same as its type but for case.
std::optional<std::string> ascii_text(std::string_view regex, unicode::PatternCase letter_case) {
  std::optional<std::string> text = plain_text(regex);
  if (!text || letter_case == unicode::PatternCase::sensitive) return text;
  if (std::any_of(text->begin(), text->end(), [](char byte) { return byte < 0; })) return std::nullopt;
  for (char& byte : *text) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte | 0x20);
  }
  return text;
}

}  // namespace

std::optional<std::string> plain_text(std::string_view regex) {
  std::string text;
  for (std::size_t at = 0; at < regex.size(); ++at) {
    if (regex[at] == '\\') {
      if (++at == regex.size() || !is_punctuation(regex[at])) return std::nullopt;
    } else if (std::string_view("[](){}.?*+|^$").find(regex[at]) != std::string_view::npos) {
      return std::nullopt;
    }
    text += regex[at];
  }
  return text;
}

std::vector<CertainPart> certain_parts(std::string_view regex) {
  if (regex.find_first_of("|()[]\\{}^$") != std::string_view::npos) return {};
  std::vector<CertainPart> parts(1);
  for (std::size_t at = 0; at < regex.size();) {
    const char sign = regex[at];
    const std::size_t length = unicode::decode(regex, at).length;
    const char next = at + length < regex.size() ? regex[at + length] : '\0';
    const bool optional = next == '*' || next == '?';
    if (sign == '.' || sign == '*' || sign == '?' || sign == '+' || optional) {
      parts.emplace_back();
    } else {
      parts.back().text += regex.substr(at, length);
    }
    at += length;
  }
  parts.back().last = true;
  return parts;
}

Query parse_regex(std::string_view text, const text::TokenizerOptions& rules, Compare compare) {
  const QueryText query{text};
  const bool types = compare == Compare::types;
  const bool fold = types && rules.types.letter_case == unicode::Case::fold;
  const auto letter_case = fold ? unicode::PatternCase::insensitive : unicode::PatternCase::sensitive;
  auto state = std::make_unique<QueryState>(text, rules.types.locale);
  const std::uint32_t reading = state->readings.add({.attribute = types ? Attribute::type : Attribute::form});
  try {
    const auto plain = ascii_text(text, letter_case);
    const Node node =
        state->token(plain ? Condition::one_of(reading, {*plain}) : Condition::regex(reading, text, letter_case));
    return QueryState::finish(std::move(state), node, query);
  } catch (const unicode::PatternError& error) {
    query.fail_behind(0, error.character() - 1, "the regular expression is malformed here", error.problem().hint);
  }
}

}  // namespace corpus::search
