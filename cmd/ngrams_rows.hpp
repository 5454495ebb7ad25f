// SPDX-License-Identifier: MIT
/// \file
/// The rows of a list of n-grams in the order in which they are printed, each with its place in the whole list.
///
///     OrderedNgrams rows{counts, group, order};
///     NgramBatch batch;
///     while (rows.next(batch)) print(batch);
///     rows.matching();                                 // of which those seen are the first
///
/// Nothing is kept but the batch at hand, unless rows are ordered by a measure, or ranked and not in the order of their
/// ranks: then they are all in memory, some 60 bytes each, and 16 more where dispersion is measured.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/count/ngrams.hpp"
#include "corpus/count/ranking.hpp"
#include "corpus/stats/association.hpp"

namespace corpus::cmd {

/// How many rows are read at once.
inline constexpr std::size_t rows_of_batch = 8192;

/// Some n-grams that follow each other.
class NgramBatch {
 public:
  struct Row {
    std::size_t begin = 0;  ///< of its types among those of all
    std::uint64_t freq = 0;
    std::uint64_t range = 0;
    std::uint64_t fillers = 0;
    count::Rank rank = {};
    double key = 0;  ///< what the rows are ordered by, where that is a measure; the smallest comes first
  };

  void clear();
  void add(const count::Ngram& ngram, const count::Rank& rank, double key = 0);
  void set_rank(std::size_t number, const count::Rank& rank) { rows_[number].rank = rank; }
  /// Leaves those whose numbers are given, in their order.
  void choose(std::span<const std::size_t> numbers);
  /// Those of another batch after these.
  void append(const NgramBatch& other);
  void sort_by_types();

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] const Row& operator[](std::size_t number) const { return rows_[number]; }
  [[nodiscard]] count::Ngram ngram(std::size_t number) const {
    const Row& row = rows_[number];
    return {types(number), row.freq, row.range, row.fillers,
            spreads_.empty() ? std::nullopt : std::optional(spreads_[number])};
  }
  [[nodiscard]] std::span<const count::TypeId> types(std::size_t number) const {
    const std::size_t end = number + 1 < rows_.size() ? rows_[number + 1].begin : types_.size();
    return std::span(types_).subspan(rows_[number].begin, end - rows_[number].begin);
  }

 private:
  std::vector<Row> rows_;
  std::vector<count::TypeId> types_;
  std::vector<count::NgramSpread> spreads_;  ///< where they are measured
};

/// The value of a measure for an n-gram of a list. Nothing where the measure has no form for it, or is not defined.
std::optional<double> measure_ngram(const stats::AssociationMeasure& measure, const count::Ngram& ngram,
                                    const count::NgramList& list, const count::NgramRules& rules,
                                    std::optional<count::TypeId> slot);

struct NgramOrdering {
  count::NgramRules rules = {};
  count::NgramOrder order = count::NgramOrder::frequency;
  const stats::AssociationMeasure* measure = nullptr;  ///< before `order`
  bool ranked = false;
  std::uint64_t top = UINT64_MAX;
  /// What the list was not cut by, so that ranks are those of the whole: where it holds the types, and the range.
  std::function<bool(const count::Ngram&)> takes = {};
};

class OrderedNgrams {
 public:
  OrderedNgrams(count::NgramCounts& counts, std::size_t group, const NgramOrdering& ordering);

  [[nodiscard]] const count::NgramList& list() const { return list_; }
  /// How many rows there are at most.
  [[nodiscard]] std::uint64_t most() const;

  /// The next thousands; false where there are none.
  bool next(NgramBatch& batch);

  /// After the last: how many there were, but for `top`.
  [[nodiscard]] std::uint64_t matching() const { return ordering_.takes ? matching_ : list_.size(); }

 private:
  [[nodiscard]] bool kept() const;
  const count::Ngram* next_taken();
  void keep_all(std::optional<count::TypeId> slot);
  void keep_ranked();

  NgramOrdering ordering_;
  count::NgramList list_;
  count::Rank rank_;  ///< of the n-gram that was read last
  std::uint64_t matching_ = 0;
  std::uint64_t given_ = 0;
  NgramBatch kept_;
};

/// The types with a space between them.
void append_text(std::string& text, std::span<const count::TypeId> types, std::span<const std::string_view> names);

}  // namespace corpus::cmd
