// SPDX-License-Identifier: MIT
/// \file
/// The figures of `corpus keywords`: measures by pair of frequencies, tests over documents by word.
///
///     Figures figures{comparison, options, threads};
///     figures.of("g2")[candidate.pair];      // NaN where it is not defined
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/groups.hpp"
#include "cmd/inputs.hpp"
#include "cmd/keywords_comparison.hpp"
#include "cmd/keywords_options.hpp"
#include "corpus/count/document_frequencies.hpp"
#include "corpus/stats/keyness.hpp"

namespace corpus::cmd {

/// The p of G2 after correction for many tests: no measure of a word alone.
inline constexpr std::string_view adjusted_column = "p_adjusted";

/// Measures of the pairs of frequencies. Computed when they are asked for first, by several threads.
class Figures {
 public:
  Figures(const KeywordComparison& comparison, const KeywordsOptions& options, unsigned threads);

  /// Of those pairs that `candidates` have, or of all: of a measure, or `p_adjusted`.
  void need(std::string_view name, const std::vector<Candidate>& candidates);
  /// By pair, after `need`; NaN where it is not defined.
  [[nodiscard]] const std::vector<double>& of(std::string_view name) const { return values_.at(name); }

 private:
  [[nodiscard]] std::vector<double> adjusted() const;
  [[nodiscard]] std::vector<double> measured(const stats::KeynessMeasure& measure,
                                             const std::vector<Candidate>& candidates) const;

  const KeywordComparison& comparison_;
  const KeywordsOptions& options_;
  stats::KeynessOptions measuring_;
  unsigned threads_;
  std::map<std::string_view, std::vector<double>> values_;
};

/// What --test docs adds, in the order of its columns.
inline constexpr std::array<std::string_view, 6> document_columns{"wilcoxon_w", "wilcoxon_p", "welch_t",
                                                                  "welch_df",   "welch_p",    "permutation_p"};
using DocumentFigures = std::array<double, document_columns.size()>;

/// Tests over documents.
class DocumentTests {
 public:
  /// Reads the inputs again. Throws Error where one is a counts file, or has changed since.
  DocumentTests(Inputs& inputs, const text::TokenizerOptions& rules, const std::vector<std::string>& groups,
                const std::vector<std::string_view>& types, const KeywordsOptions& options);

  /// Those that are wanted; NaN for others, and where it is not defined. Throws Error where the texts have changed.
  [[nodiscard]] DocumentFigures of(std::string_view type, const KeywordComparison& comparison,
                                   const Candidate& candidate,
                                   const std::array<bool, document_columns.size()>& wanted) const;

 private:
  stats::ResamplingOptions resampling_;
  count::DocumentFrequencies frequencies_;
};

}  // namespace corpus::cmd
