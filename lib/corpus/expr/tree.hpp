// SPDX-License-Identifier: MIT
/// \file
/// What an expression becomes when it is read, and how it is decided. Users see `Expression` only.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "corpus/expr/expression.hpp"

namespace corpus::expr {

enum class Relation : std::uint8_t { equal, unequal, less, less_or_equal, greater, greater_or_equal, like, unlike };

/// One side of a comparison.
struct Operand {
  std::variant<Name, double, std::string> what = {};
  std::uint64_t column = 0;
};

struct Node {
  enum class Kind : std::uint8_t {
    all,         ///< of the children hold
    any,         ///< of the children holds
    negation,    ///< of the only child
    presence,    ///< `left` is there and not empty
    comparison,  ///< `left` has the relation to one of `right`
  };

  Kind kind = Kind::all;
  std::vector<Node> children = {};
  Operand left = {};
  Relation relation = Relation::equal;
  std::vector<Operand> right = {};
};

enum class Verdict : std::uint8_t { no, yes, unknown };

/// What to do where values cannot be compared.
enum class OnIncomparable : std::uint8_t { stop, unknown };

/// `unknown` only where `value_of` gives none, or with OnIncomparable::unknown. Throws Error with a column.
Verdict decide(const Node& node, const KnownValueOf& value_of, const Matches& matches, OnIncomparable on_incomparable);

}  // namespace corpus::expr
