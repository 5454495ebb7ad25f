// SPDX-License-Identifier: MIT
/// \file
/// What `corpus keywords` tests: the types of two corpora that pass the cuts, with their frequencies.
///
///     const KeywordComparison comparison{contrast, group, options};
///     for (const Candidate& candidate : comparison.candidates) g_squared(table_of(comparison.word(candidate.pair)));
///
/// All that is said of a word's keyness follows from its two frequencies and the sizes. Most words are rare, and share
/// their pair of frequencies with many others: so a measure is computed once for each pair.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "cmd/keywords_options.hpp"
#include "corpus/count/contrast.hpp"
#include "corpus/stats/keyness.hpp"

namespace corpus::cmd {

/// Where a word has the greater share.
enum class Leaning : std::uint8_t { target, neither, reference };

[[nodiscard]] Leaning leaning_of(const stats::WordInTwo& word);

/// Pairs of frequencies, each known by a number from 0.
class FrequencyPairs {
 public:
  struct Pair {
    std::uint64_t target = 0;
    std::uint64_t reference = 0;

    friend bool operator==(const Pair& a, const Pair& b) = default;
  };

  std::uint32_t number_of(const Pair& pair);
  [[nodiscard]] std::size_t size() const { return pairs_.size(); }
  const Pair& operator[](std::size_t number) const { return pairs_[number]; }

 private:
  void grow();
  std::uint32_t& slot_of(const Pair& pair);

  std::vector<Pair> pairs_;
  std::vector<std::uint32_t> slots_;  ///< numbers plus 1, at their hashes or behind
};

struct Candidate {
  count::Contrast::Index type = 0;
  std::uint32_t pair = 0;
  count::Contrast::Row row;
};

struct KeywordComparison {
  /// Of a list against all others.
  KeywordComparison(const count::Contrast& contrast, std::size_t list, const KeywordsOptions& options);

  [[nodiscard]] stats::WordInTwo word(std::size_t pair) const {
    return {{pairs[pair].target, target.tokens}, {pairs[pair].reference, reference.tokens}};
  }

  std::size_t list;
  count::Contrast::Size target;
  count::Contrast::Size reference;
  FrequencyPairs pairs;
  std::vector<Leaning> leanings;      ///< by pair
  std::vector<Candidate> candidates;  ///< in the order of their code points; their number is the size of the family
};

}  // namespace corpus::cmd
