// SPDX-License-Identifier: MIT
/// \file
/// CQL from its definition: queries as trees, printed as text, and matched by trying everything.
///
///     const CqlQuery query = random_cql(dice);
///     query.text()                           // `"take" []{0,3} [word="place" %c]`
///     find_all(query, tokens)                // every hit, in time that grows with the square of the text
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "corpus/search/matcher.hpp"
#include "corpus/search/query.hpp"
#include "reference/dice.hpp"

namespace corpus::reference {

/// A token of a text, and how it is joined to the one before.
struct CqlToken {
  std::string form;
  std::string type;
  std::string lemma;
  std::string upos;
  search::Joint joint = search::Joint::follows;

  [[nodiscard]] search::SeenToken seen() const {
    return {.form = form, .type = type, .lemma = lemma, .upos = upos, .before = {}};
  }
};

/// Tokens of a small world, in which the right answers are known to each condition.
CqlToken random_token(Dice& dice);

struct CqlNode {
  enum class Kind : std::uint8_t { token, sequence, alternatives, repetition };

  static constexpr std::size_t no_limit = SIZE_MAX;

  Kind kind = Kind::token;
  std::string text = {};                      ///< of a token: as it is written …
  std::vector<std::vector<bool>> holds = {};  ///< … and for each form of the world and each part of speech: is it one
  std::size_t least = 1;
  std::size_t most = 1;
  std::vector<CqlNode> parts = {};

  /// As CQL, with parentheses where they are needed and, here and there, where they are not.
  [[nodiscard]] std::string print(Dice& dice) const;
};

CqlNode random_cql(Dice& dice, std::size_t depth);

/// The hits of `node`: from every token on the longest match, unless it lies within an earlier hit.
std::vector<search::TokenRange> find_all(const CqlNode& node, const std::vector<CqlToken>& tokens);

}  // namespace corpus::reference
