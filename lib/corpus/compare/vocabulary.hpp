// SPDX-License-Identifier: MIT
/// \file
/// What became of the vocabulary from one version of a corpus to the next.
///
///     const VocabularyChange change = compare_vocabularies(types, before, after);
///     types[change.came.front().type];        // the most frequent of the types that came
///
/// Costs a look at each type of either side, and a sort of those that changed.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/text/vocabulary.hpp"

namespace corpus::compare {

/// How often types occur on one side, by their numbers in a vocabulary that both sides share.
struct TypeCounts {
  std::vector<std::uint64_t> freqs = {};  ///< may end before the vocabulary does
  std::uint64_t tokens = 0;

  [[nodiscard]] std::uint64_t freq(text::TypeId type) const { return type < freqs.size() ? freqs[type] : 0; }
};

/// A type that occurs more often on one side than on the other.
struct TypeChange {
  text::TypeId type = 0;
  std::uint64_t before = 0;  ///< its frequency
  std::uint64_t after = 0;
  double per_million_before = 0;
  double per_million_after = 0;

  [[nodiscard]] double difference() const { return per_million_after - per_million_before; }
};

struct VocabularyChange {
  std::vector<TypeChange> came;   ///< of the new side alone, the most frequent first
  std::vector<TypeChange> went;   ///< of the old side alone, the most frequent first
  std::vector<TypeChange> moved;  ///< of both, with other frequencies: the greatest difference per million first
};

/// Types that are alike in this stand in the order of their code points. Both sides hold tokens.
[[nodiscard]] VocabularyChange compare_vocabularies(const text::Vocabulary& types, const TypeCounts& before,
                                                    const TypeCounts& after);

}  // namespace corpus::compare
