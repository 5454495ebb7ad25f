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
  capture.output().write(format_header({list.tokens, list.documents, rules_of(options), cut}));
  for (const TypeId id : by_code_point(list.types)) {
    cmd::write_counts_row(capture.output(), list.types[id], list.entries[id].freq, list.entries[id].range);
  }
  return capture.text();
}

}  // namespace corpus::count::testing
