// SPDX-License-Identifier: MIT
/// \file
/// Any bytes are a query, or an error that names a place in them; hits hold one of the query's stretches.
#include "corpus/search/query.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "corpus/error.hpp"
#include "corpus/search/matcher.hpp"
#include "corpus/unicode/utf8.hpp"

namespace {

using namespace corpus;

search::Query parse(std::string_view text, unsigned choice) {
  const text::TokenizerOptions rules{
      .types = {.letter_case = (choice & 1U) != 0 ? unicode::Case::keep : unicode::Case::fold,
                .locale = (choice & 2U) != 0 ? unicode::CaseLocale::turkic : unicode::CaseLocale::root},
      .punctuation = (choice & 4U) != 0 ? text::Punctuation::keep : text::Punctuation::drop,
      .hyphens = (choice & 8U) != 0 ? text::Hyphens::join : text::Hyphens::split};
  const auto compare = (choice & 16U) != 0 ? search::Compare::forms : search::Compare::types;
  if ((choice & 32U) != 0) return search::parse_cql(text, rules);
  return (choice & 64U) != 0 ? search::parse_regex(text, rules, compare) : search::parse_words(text, rules, compare);
}

/// The tokens of a hit hold what the bytes of a text are searched for.
void check_hit(const search::Query& query, const std::array<std::string, 6>& types, const search::TokenRange& hit) {
  if (hit.last < hit.first || hit.last >= types.size()) std::abort();
  if (query.stretches().empty()) return;
  for (std::uint64_t i = hit.first; i <= hit.last; ++i) {
    for (const std::string& stretch : query.stretches()) {
      if (types[i].find(stretch) != std::string::npos) return;
    }
  }
  std::abort();
}

void search_words(const search::Query& query) {
  static const std::array<std::string, 6> forms{"of", "course", "Stra\u00DFe", "cafe\u0301", "a", "\u6771"};
  static const std::array<std::string, 6> types{"of", "course", "strasse", "caf\u00E9", "a", "\u6771"};
  search::Matcher matcher{query};
  matcher.start();
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const bool joined = i % 3 != 2;
    matcher.add({.form = forms[i], .type = types[i], .before = joined ? " " : "-"},
                joined ? search::Joint::follows : search::Joint::interrupted);
  }
  matcher.cut();
  while (const auto hit = matcher.next()) check_hit(query, types, *hit);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  try {
    search_words(parse(text, data[0]));
  } catch (const Error& error) {
    const std::size_t characters = unicode::count_code_points(text.substr(0, unicode::valid_prefix(text)));
    const auto column = error.problem().column;
    // An expression that takes too long is found out at a token.
    if (column > characters + 1) std::abort();
    if (column == 0 && error.problem().cause.find("too many steps") == std::string::npos) std::abort();
  }
  return 0;
}
