// SPDX-License-Identifier: MIT
/// \file
/// What `corpus ngrams` was asked for.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/frequency_rows.hpp"
#include "cmd/options.hpp"
#include "cmd/values.hpp"
#include "corpus/count/ngrams.hpp"
#include "corpus/stats/association.hpp"

namespace corpus::cmd {

struct NgramsOptions {
  std::string lengths = "2";
  std::uint64_t skip = 0;
  bool gaps = false;
  count::Within within = count::Within::sentence;
  bool across = false;

  RowArguments rows;
  std::vector<std::string> containing;
  std::vector<std::string> starts;
  std::vector<std::string> ends;
  bool regex = false;
  bool maximal = false;
  std::string sort = "freq";
  std::vector<std::string> measures;

  std::uint64_t memory = std::uint64_t{1} << 30;
  InputArguments inputs;
  TokenArguments tokens;
  OutputArguments output;
};

/// The columns that need no measure.
inline constexpr std::array<std::string_view, 10> ngram_columns{"rank",  "type",       "n",   "freq", "per_million",
                                                                "range", "cumulative", "arf", "dp",   "fillers"};

/// The names of all measures.
std::vector<std::string_view> measure_names();

/// Which n-grams are counted. Throws UsageError where options contradict each other.
count::NgramRules ngram_rules(const NgramsOptions& options);

/// The measures that are to be computed, in the order of their columns.
std::vector<const stats::AssociationMeasure*> wanted_measures(const NgramsOptions& options);

/// The columns shown where --columns names none.
std::vector<std::string> usual_columns(const NgramsOptions& options, const count::NgramRules& rules);

/// How n-grams are made, as the header of a counts file adds it to the rules of tokens.
std::string format_rules(const count::NgramRules& rules, std::string_view language);

/// What was left out, as the header of a counts file names it.
std::string cut_of(const NgramsOptions& options);

}  // namespace corpus::cmd
