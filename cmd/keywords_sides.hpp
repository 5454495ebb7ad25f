// SPDX-License-Identifier: MIT
/// \file
/// From the inputs of `corpus keywords` to what is compared.
///
///     const KeywordSides sides = count_sides(inputs, rules, options);
///     for (const std::size_t target : sides.targets) sides.contrast.against_rest(target);
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cmd/inputs.hpp"
#include "cmd/keywords_options.hpp"
#include "corpus/count/contrast.hpp"

namespace corpus::cmd {

struct KeywordSides {
  std::vector<std::string> names;  ///< of the lists: the groups of --by, or `target` and `reference`
  count::Contrast contrast;
  std::vector<std::size_t> targets;  ///< the lists that are compared with all others
};

/// Counts texts, and reads counts files: of words, or of n-grams. Throws Error where a side is empty, a list was cut, or
/// there are several ways of making tokens and --force is not given; with it, they are told.
KeywordSides count_sides(Inputs& inputs, const text::TokenizerOptions& rules, const KeywordsOptions& options);

}  // namespace corpus::cmd
