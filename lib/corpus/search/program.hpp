// SPDX-License-Identifier: MIT
/// \file
/// A query as a program: the steps of a nondeterministic automaton over tokens.
///
///     const Program program = compile(node);
///     for (std::uint32_t step : program.firsts) …   // which tokens a hit may begin with
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/search/tree.hpp"

namespace corpus::search {

struct Step {
  enum class Kind : std::uint8_t {
    token,  ///< takes a token for which the condition `index` holds
    gap,    ///< goes on where the gap `index` stands before the next token
    split,  ///< goes on with `next` and with `other`
    found,  ///< what was taken is a match
  };

  Kind kind = Kind::found;
  std::uint32_t index = 0;
  std::uint32_t next = 0;
  std::uint32_t other = 0;
};

struct Program {
  std::vector<Step> steps;
  std::vector<std::uint32_t> firsts;  ///< steps that take a match's first token
  std::vector<bool> accepts;          ///< for each step: a match that ends before it is complete
  std::vector<bool> goes_on;          ///< for each step: it leads to one that takes a token
};

Program compile(const Node& node);

}  // namespace corpus::search
