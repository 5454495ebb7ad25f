// SPDX-License-Identifier: MIT
/// \file
/// How far two versions of a corpus are from each other, by the frequencies of their types: the measures of
/// stats/similarity.hpp in one table of names.
///
///     const Distances distances{types, before, after, documents};
///     for (const DistanceMeasure& measure : distance_measures()) … measure.name … measure.value(distances) …
///
/// Costs a sort of the types; Delta, a look at each token of the documents.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/compare/vocabulary.hpp"
#include "corpus/text/vocabulary.hpp"

namespace corpus::compare {

/// Types that Burrows's Delta looks at: the most frequent of both sides together.
inline constexpr std::size_t delta_words = 150;

/// The tokens of a document, by the numbers of the vocabulary.
using DocumentTokens = std::span<const text::TypeId>;

class Distances {
 public:
  /// All must outlive it. `documents` are those of both sides.
  Distances(const text::Vocabulary& types, const TypeCounts& before, const TypeCounts& after,
            std::span<const DocumentTokens> documents);

  [[nodiscard]] std::span<const std::uint64_t> before() const { return before_; }
  [[nodiscard]] std::span<const std::uint64_t> after() const { return after_; }
  /// 0 where the sides use the words equally often, even if there is no document that differs to measure that by.
  /// Undefined for fewer than three documents with tokens.
  [[nodiscard]] std::optional<double> delta() const;

 private:
  const TypeCounts& counts_before_;
  const TypeCounts& counts_after_;
  std::span<const DocumentTokens> documents_;
  std::vector<text::TypeId> types_;  ///< that one of the sides holds, in the order of their code points
  std::vector<std::uint64_t> before_;
  std::vector<std::uint64_t> after_;
};

/// What a measure needs to know of both sides.
enum class DistanceNeeds : std::uint8_t { counts, documents };

struct DistanceMeasure {
  std::string_view name;
  DistanceNeeds needs;
  std::optional<double> (*value)(const Distances&);
};

/// In the order in which they are shown.
[[nodiscard]] std::span<const DistanceMeasure> distance_measures();

}  // namespace corpus::compare
