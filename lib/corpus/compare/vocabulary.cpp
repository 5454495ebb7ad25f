// SPDX-License-Identifier: MIT
#include "corpus/compare/vocabulary.hpp"

#include <algorithm>
#include <cmath>

namespace corpus::compare {
namespace {

double per_million(std::uint64_t freq, const TypeCounts& side) {
  return static_cast<double>(freq) * 1e6 / static_cast<double>(side.tokens);
}

template <typename Weight>
void sort_by(std::vector<TypeChange>& changes, const text::Vocabulary& types, Weight weight) {
  std::sort(changes.begin(), changes.end(), [&](const TypeChange& one, const TypeChange& other) {
    const auto first = weight(one);
    const auto second = weight(other);
    return first != second ? first > second : types[one.type] < types[other.type];
  });
}

}  // namespace

VocabularyChange compare_vocabularies(const text::Vocabulary& types, const TypeCounts& before,
                                      const TypeCounts& after) {
  VocabularyChange result;
  for (text::TypeId type = 0; type < types.size(); ++type) {
    TypeChange change{.type = type, .before = before.freq(type), .after = after.freq(type)};
    if (change.before == change.after) continue;
    change.per_million_before = per_million(change.before, before);
    change.per_million_after = per_million(change.after, after);
    (change.before == 0 ? result.came : change.after == 0 ? result.went : result.moved).push_back(change);
  }
  sort_by(result.came, types, [](const TypeChange& change) { return change.after; });
  sort_by(result.went, types, [](const TypeChange& change) { return change.before; });
  sort_by(result.moved, types, [](const TypeChange& change) { return std::abs(change.difference()); });
  return result;
}

}  // namespace corpus::compare
