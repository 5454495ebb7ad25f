// SPDX-License-Identifier: MIT
#include "cmd/ngrams_rows.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <utility>

#include "corpus/report/number.hpp"

namespace corpus::cmd {
namespace {

bool types_ascend(std::span<const count::TypeId> left, std::span<const count::TypeId> right) {
  return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end());
}

std::vector<std::size_t> numbers_to(std::size_t end) {
  std::vector<std::size_t> numbers(end);
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  return numbers;
}

/// The smaller, the further up; what is not defined comes last.
double key_of(const stats::AssociationMeasure& measure, std::optional<double> value) {
  if (!value) return std::numeric_limits<double>::infinity();
  const double printed = report::printed_value(*value);
  return measure.stronger == stats::Stronger::higher ? -printed : printed;
}

}  // namespace

void NgramBatch::clear() {
  rows_.clear();
  types_.clear();
  spreads_.clear();
}

void NgramBatch::add(const count::Ngram& ngram, const count::Rank& rank, double key) {
  rows_.push_back({types_.size(), ngram.freq, ngram.range, ngram.fillers, rank, key});
  types_.insert(types_.end(), ngram.types.begin(), ngram.types.end());
  if (ngram.spread) spreads_.push_back(*ngram.spread);
}

void NgramBatch::choose(std::span<const std::size_t> numbers) {
  NgramBatch chosen;
  for (const std::size_t number : numbers) chosen.add(ngram(number), rows_[number].rank, rows_[number].key);
  *this = std::move(chosen);
}

void NgramBatch::append(const NgramBatch& other) {
  for (std::size_t i = 0; i < other.size(); ++i) add(other.ngram(i), other[i].rank, other[i].key);
}

void NgramBatch::sort_by_types() {
  std::vector<std::size_t> numbers = numbers_to(size());
  std::sort(numbers.begin(), numbers.end(),
            [&](std::size_t a, std::size_t b) { return types_ascend(types(a), types(b)); });
  choose(numbers);
}

std::optional<double> measure_ngram(const stats::AssociationMeasure& measure, const count::Ngram& ngram,
                                    const count::NgramList& list, const count::NgramRules& rules,
                                    std::optional<count::TypeId> slot) {
  const auto types = ngram.types;
  if (types.size() == 2) {
    const stats::Contingency table = {
        .o11 = ngram.freq, .r1 = list.firsts()[types[0]], .c1 = list.seconds()[types[1]], .n = list.windows(2)};
    return measure.of_pair(table, {.family = list.size(2)});
  }
  // A word that is left out lets the same place make several n-grams, which a word's frequency knows nothing of.
  if (types.size() < 2 || rules.skip > 0 || measure.of_sequence == nullptr) return std::nullopt;
  std::array<std::uint64_t, count::longest_ngram> freqs{};
  std::size_t words = 0;
  for (const count::TypeId type : types) {
    if (type != slot) freqs[words++] = list.freqs()[type];
  }
  return measure.of_sequence({.observed = ngram.freq, .parts = std::span(freqs).first(words), .n = list.tokens()});
}

OrderedNgrams::OrderedNgrams(count::NgramCounts& counts, std::size_t group, const NgramOrdering& ordering)
    : ordering_(ordering),
      list_(counts.list(group, {.order = ordering.measure == nullptr ? ordering.order : count::NgramOrder::frequency,
                                .top = kept() || ordering.takes ? UINT64_MAX : ordering.top})) {
  if (ordering_.measure != nullptr) {
    keep_all(counts.slot());
  } else if (kept()) {
    keep_ranked();
  }
}

std::uint64_t OrderedNgrams::most() const {
  return std::min<std::uint64_t>(kept() ? kept_.size() : list_.size(), ordering_.top);
}

bool OrderedNgrams::kept() const {
  return ordering_.measure != nullptr || (ordering_.ranked && ordering_.order != count::NgramOrder::frequency);
}

/// The next of the list that is wanted, and its rank.
const count::Ngram* OrderedNgrams::next_taken() {
  while (const count::Ngram* const ngram = list_.next()) {
    ++rank_.rank;
    rank_.cumulative += ngram->freq;
    if (ordering_.takes && !ordering_.takes(*ngram)) continue;
    ++matching_;
    return ngram;
  }
  return nullptr;
}

void OrderedNgrams::keep_all(std::optional<count::TypeId> slot) {
  while (const count::Ngram* const ngram = next_taken()) {
    const auto value = measure_ngram(*ordering_.measure, *ngram, list_, ordering_.rules, slot);
    kept_.add(*ngram, rank_, key_of(*ordering_.measure, value));
  }
  std::vector<std::size_t> numbers = numbers_to(kept_.size());
  const auto top = static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(numbers.size(), ordering_.top));
  // They come by frequency: so do those whose values are equal.
  std::partial_sort(numbers.begin(), numbers.begin() + top, numbers.end(), [&](std::size_t a, std::size_t b) {
    return kept_[a].key != kept_[b].key ? kept_[a].key < kept_[b].key : a < b;
  });
  kept_.choose(std::span(numbers).first(static_cast<std::size_t>(top)));
}

/// In the order of the list, whose ranks are known when all of it is.
void OrderedNgrams::keep_ranked() {
  std::vector<std::size_t> taken;
  while (const count::Ngram* const ngram = list_.next()) {
    if (!ordering_.takes || ordering_.takes(*ngram)) taken.push_back(kept_.size());
    kept_.add(*ngram, {});
  }
  std::vector<std::size_t> ranked = numbers_to(kept_.size());
  std::sort(ranked.begin(), ranked.end(), [&](std::size_t a, std::size_t b) {
    if (kept_[a].freq != kept_[b].freq) return kept_[a].freq > kept_[b].freq;
    return types_ascend(kept_.types(a), kept_.types(b));
  });
  count::Rank rank;
  for (const std::size_t number : ranked) {
    ++rank.rank;
    rank.cumulative += kept_[number].freq;
    kept_.set_rank(number, rank);
  }
  matching_ = taken.size();
  taken.resize(std::min<std::uint64_t>(taken.size(), ordering_.top));
  kept_.choose(taken);
}

bool OrderedNgrams::next(NgramBatch& batch) {
  batch.clear();
  if (kept()) {
    for (; given_ < kept_.size() && batch.size() < rows_of_batch; ++given_) {
      batch.add(kept_.ngram(given_), kept_[given_].rank);
    }
    return batch.size() > 0;
  }
  while (batch.size() < rows_of_batch && given_ < ordering_.top) {
    const count::Ngram* const ngram = next_taken();
    if (ngram == nullptr) return batch.size() > 0;
    batch.add(*ngram, rank_);
    ++given_;
  }
  if (batch.size() > 0) return true;
  // The others are counted for what is said of them.
  while (ordering_.takes && next_taken() != nullptr) {
  }
  return false;
}

void append_text(std::string& text, std::span<const count::TypeId> types, std::span<const std::string_view> names) {
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (i > 0) text += ' ';
    text += names[types[i]];
  }
}

}  // namespace corpus::cmd
