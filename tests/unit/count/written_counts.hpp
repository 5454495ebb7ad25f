// SPDX-License-Identifier: MIT
/// \file
/// Counts files as the program writes them.
#pragma once

#include <string>
#include <vector>

#include "cmd/counts.hpp"
#include "corpus/count/counts_file.hpp"
#include "corpus/count/ranking.hpp"
#include "random_tokens.hpp"
#include "unit/report/capture.hpp"

namespace corpus::count::testing {

inline FrequencyList count(const std::vector<std::vector<std::string_view>>& documents) {
  FrequencyCounter counter;
  for (const auto& document : documents) {
    counter.start_document();
    counter.add(Tokens(document).all());
  }
  return std::move(counter).take();
}

inline std::string written(const FrequencyList& list, const text::TokenizerOptions& options = {},
                           const std::string& cut = "none") {
  report::Capture capture;
  cmd::write_counts(capture.output(), {list.tokens, list.documents, rules_of(options), cut}, list,
                    by_code_point(list.types));
  return capture.text();
}

}  // namespace corpus::count::testing
