// SPDX-License-Identifier: MIT
/// \file
/// What a query is made of: for the parsers, which fill it, and for the matcher.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/search/condition.hpp"
#include "corpus/search/gap.hpp"
#include "corpus/search/program.hpp"
#include "corpus/search/query.hpp"
#include "corpus/search/query_text.hpp"
#include "corpus/search/tree.hpp"

namespace corpus::search {

struct QueryState {
  QueryState(std::string_view the_text, unicode::CaseLocale locale) : text(the_text), readings(locale) {}

  std::string text;
  Within within = Within::document;
  Readings readings;
  std::vector<Condition> conditions;
  std::vector<Gap> gaps = std::vector<Gap>(1);  ///< the first one, Node::follows, is not looked at
  Program program;
  std::vector<std::string> stretches;
  bool single = false;

  Node token(Condition condition);
  Node gap(Gap gap);
  /// Throws Error where `node`, which begins at `at`, has too many steps.
  static void check_size(const Node& node, const QueryText& text, std::size_t at);
  /// Throws Error where the query can match nothing.
  static Query finish(std::unique_ptr<QueryState> state, const Node& node, const QueryText& text);
};

}  // namespace corpus::search
