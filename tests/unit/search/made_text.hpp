// SPDX-License-Identifier: MIT
/// \file
/// Texts and queries at random. In the texts, the words of a few queries stand in every company that could hide them from
/// a search of the bytes, in parts of random sizes.
///
///     const std::vector<reference::Part> parts = made_parts(made_text(dice, 60), dice);
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/error.hpp"
#include "corpus/search/query.hpp"
#include "corpus/text/safe_break.hpp"
#include "reference/dice.hpp"
#include "reference/search/concordance.hpp"

namespace corpus::search::testing {

inline constexpr std::array<std::string_view, 65> made_words{"of",
                                                             "course",
                                                             "Of",
                                                             "COURSE",
                                                             "the",
                                                             "The",
                                                             "time",
                                                             "times",
                                                             "Time",
                                                             "TIME",
                                                             "the",
                                                             "of",
                                                             "ti\u00ADme",
                                                             "t\u200Dime",
                                                             "time\u0301",
                                                             "t\u0131me",
                                                             "cour\u017Fe",
                                                             "\u017Fo",
                                                             "so",
                                                             "ki\u00DF",
                                                             "kiss",
                                                             "\u212Aiss",
                                                             "\uFB01sh",
                                                             "fish",
                                                             "\uFB02y",
                                                             "\u0149",
                                                             "\u0130t",
                                                             "it",
                                                             "don't",
                                                             "don\u2019t",
                                                             "well-known",
                                                             "well\u2010known",
                                                             "e.g.",
                                                             "10\u202F000",
                                                             "\u202FThe",
                                                             "times\u202F",
                                                             "3.14",
                                                             "_the_",
                                                             "__of__",
                                                             "the_time",
                                                             "@the",
                                                             "the@x",
                                                             "x'the",
                                                             "the.time",
                                                             "na\u00EFve",
                                                             "nai\u0308ve",
                                                             "\u4E2D\u6587",
                                                             "the\u4E2D\u6587of",
                                                             "\u0E44\u0E17\u0E22",
                                                             "\uAC00\uB098",
                                                             "the\uAC00",
                                                             "\U0001F1E9\U0001F1EA\U0001F1EB",
                                                             "\U0001F469\u200D\U0001F467",
                                                             "\u05D0\"\u05D1",
                                                             "\u05D0'",
                                                             "1",
                                                             "2024",
                                                             "a1",
                                                             "Mr",
                                                             "Smith",
                                                             "*",
                                                             "of\uFE0F",
                                                             "\u1E9Ee",
                                                             "J\u030C",
                                                             "1,2"};

inline constexpr std::array<std::string_view, 40> made_gaps{
    " ",  " ",    " ",     " ",        " ",      " ",      "\n", "\n",     "\r\n",   "\r",
    "  ", "\n\n", "\n \n", "\r\n\r\n", "\t",     ", ",     ". ", ". ",     "! ",     "? ",
    "; ", ": ",   "-",     " - ",      "\u2019", "' ",     "\"", " \"",    "\u201C", "\u2014",
    "",   ".",    ",",     " \u0301",  "\u2028", "\u00A0", "\f", "\u200B", "\u00AD", ".\n"};

inline std::string made_text(reference::Dice& dice, std::size_t words) {
  std::string text;
  const bool plain = dice.one_in(3);  // mostly words that are looked for, mostly one after the other
  for (std::size_t i = 0; i < words; ++i) {
    text += plain && !dice.one_in(6) ? made_words[dice.below(12)] : dice.pick(made_words);
    text += plain && !dice.one_in(6) ? made_gaps[dice.below(9)] : dice.pick(made_gaps);
  }
  return text;
}

/// One to three of these queries, which are told in `described`.
template <typename Words, typename Cql>
std::vector<Query> made_queries(reference::Dice& dice, const Words& words, const Cql& cql,
                                const text::TokenizerOptions& rules, std::string& described) {
  std::vector<Query> queries;
  const std::size_t wanted = dice.one_in(3) ? dice.between(2, 3) : 1;
  while (queries.size() < wanted) {
    const std::string query = dice.one_in(4) ? dice.pick(cql) : dice.pick(words);
    const bool is_cql = query.find_first_of("[\"") != std::string::npos;
    try {
      queries.push_back(is_cql ? parse_cql(query, rules) : parse_words(query, rules));
      described += " / " + query;
    } catch (const Error&) {
      // no token under these rules, and refused
    }
  }
  return queries;
}

/// Ends only at line ends, and in a line where a reader would break it.
inline std::vector<reference::Part> made_parts(const std::string& text, reference::Dice& dice) {
  std::vector<reference::Part> parts;
  const std::size_t share = dice.pick(std::array{5U, 200U, 1000U});
  std::uint64_t turn = dice.below(2);
  bool begins_turn = turn > 0;
  const bool passes_over = dice.one_in(4);
  bool line_goes_on = false;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    bool goes_on = false;
    while (end < text.size()) {
      const std::size_t line = text.find_first_of("\r\n", end);
      if (line == std::string::npos) {
        end = text.size();
      } else {
        end = line + (text.compare(line, 2, "\r\n") == 0 ? 2 : 1);
      }
      if (dice.per_mille(share)) break;
    }
    if (dice.one_in(3)) {
      const std::size_t some = begin + dice.between(1, end - begin);
      std::size_t whole = some;
      while (whole < text.size() && (static_cast<unsigned char>(text[whole]) & 0xC0U) == 0x80U) ++whole;
      if (const auto at = text::last_safe_break(std::string_view(text).substr(begin, whole - begin), 1)) {
        end = begin + *at;
        goes_on = true;
      }
    }
    if (!line_goes_on && dice.one_in(4)) {
      turn = dice.below(3);
      begins_turn = turn > 0;
    }
    parts.push_back({.text = text.substr(begin, end - begin),
                     .line_goes_on = goes_on,
                     .searched = !(passes_over && dice.one_in(3)),
                     .group = dice.below(2),
                     .turn = turn,
                     .begins_turn = begins_turn,
                     .speaker = turn == 0   ? ""
                                : turn == 1 ? "Ann"
                                            : "Somebody with a longer name"});
    begins_turn = false;
    line_goes_on = goes_on;
    begin = end;
  }
  return parts;
}

}  // namespace corpus::search::testing
