// SPDX-License-Identifier: MIT
/// \file
/// Everything that `corpus diff` says of two sides, each computed when it is asked for and kept.
///
///     Comparison comparison{sides, threads};
///     for (const compare::DocumentChange& change : comparison.documents()) …
///     comparison.figure("tokens.change");
///
/// A figure has a name, by which sections show it and --fail-on asks for it:
///
/// | name                                               | what it is                                            |
/// |----------------------------------------------------|-------------------------------------------------------|
/// | `added` `removed` `renamed` `changed` `re_encoded` `unchanged` | so many documents                         |
/// | `types.added` `types.removed` `types.moved`        | so many types came, went, or occur more or less often |
/// | `mtld.old` `mtld.new`                              | a measure of `corpus stats` on either side            |
/// | `mtld.difference` `mtld.change`                    | by how much it rose, and by which share of the old    |
/// | `jsd` `cosine` `spearman` `chi_by_df` `delta`      | the distances                                         |
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/diff_sides.hpp"
#include "cmd/measures.hpp"
#include "corpus/compare/distance.hpp"
#include "corpus/compare/documents.hpp"
#include "corpus/compare/vocabulary.hpp"
#include "corpus/error.hpp"

namespace corpus::cmd {

enum class Section : std::uint8_t { documents, vocabulary, profile, distance };

/// What a figure looks at.
struct FigureSource {
  Section section = Section::documents;
  const Measure* measure = nullptr;  ///< of the profile
};

/// Nothing where no figure is called so.
std::optional<FigureSource> find_figure(std::string_view name);

/// All names, for suggestions.
std::vector<std::string> figure_names();

/// How a measure differs between the sides.
struct Movement {
  std::optional<double> difference;
  std::optional<double> change;  ///< as a share of the old value; undefined where that is 0
};

Movement movement(const report::Cell& before, const report::Cell& after);

class Comparison {
 public:
  /// `sides` must outlive it. Of the measures, those that `figures` hold will be asked for.
  Comparison(const Sides& sides, const std::vector<FigureSource>& figures, const MeasureParameters& parameters,
             unsigned threads);

  [[nodiscard]] const Sides& sides() const { return sides_; }

  /// Why these sides do not tell what is asked for: a counts file does not tell documents apart, a lock may have no
  /// counts. Nothing where they do.
  [[nodiscard]] std::optional<Problem> obstacle(Section section) const;
  [[nodiscard]] std::optional<Problem> obstacle(const Measure& measure) const;
  [[nodiscard]] std::optional<Problem> obstacle(const compare::DistanceMeasure& measure) const;

  // What there is no obstacle to.

  const std::vector<compare::DocumentChange>& documents();
  std::uint64_t count(compare::ChangeKind kind);
  const compare::VocabularyChange& vocabulary();
  report::Cell distance(const compare::DistanceMeasure& measure);

  struct Pair {
    report::Cell before;
    report::Cell after;
  };
  const Pair& profile(const Measure& measure);

  /// Throws Error where these sides do not tell.
  std::optional<double> figure(std::string_view name);

 private:
  [[nodiscard]] std::optional<Problem> lack_of_counts(std::string_view what) const;
  [[nodiscard]] std::vector<report::Cell> measure_side(const Side& side) const;

  const Sides& sides_;
  std::vector<const Measure*> measures_;  ///< that are wanted
  MeasureParameters parameters_;
  unsigned threads_;
  std::optional<std::vector<compare::DocumentChange>> documents_;
  std::optional<compare::VocabularyChange> vocabulary_;
  std::vector<compare::DocumentTokens> tokens_;  ///< of the documents of both sides
  std::optional<compare::Distances> distances_;
  std::vector<std::optional<report::Cell>> distance_cells_;
  std::vector<Pair> profile_;  ///< by the places of measures in measures()
};

}  // namespace corpus::cmd
