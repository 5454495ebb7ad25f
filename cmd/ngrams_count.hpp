// SPDX-License-Identifier: MIT
/// \file
/// From a command's inputs to what n-grams are counted of.
///
///     CountedNgrams counted = count_ngrams(inputs, tokens, rules, std::move(options));
///     for (const auto& [name, number] : counted.groups) print(name, counted.counts.list(number, {}));
#pragma once

#include <functional>

#include "cmd/groups.hpp"
#include "cmd/inputs.hpp"
#include "corpus/count/ngrams.hpp"

namespace corpus::cmd {

struct CountedNgrams {
  count::NgramCounts counts;
  Groups<std::size_t> groups;  ///< their numbers in `counts`: those of --by, or one of no name
};

/// Whether a document needs no counting any more; asked by whichever thread reads it.
using TakeDocument = std::function<bool(Document& document, Outlet& outlet)>;

/// Throws Error where an input that `take` does not want is a counts file, or n-grams shall end with turns and there are
/// none.
CountedNgrams count_ngrams(Inputs& inputs, const text::TokenizerOptions& tokens, const count::NgramRules& rules,
                           count::NgramOptions options, const TakeDocument& take = {});

}  // namespace corpus::cmd
