// SPDX-License-Identifier: MIT
#include "cmd/keywords_comparison.hpp"

#include <algorithm>

namespace corpus::cmd {
namespace {

__extension__ using Wide = unsigned __int128;

/// In how many documents of the corpus that it leans to.
std::uint64_t range_where_key(const count::Contrast::Row& row, Leaning leaning) {
  if (leaning == Leaning::target) return row.target.range;
  if (leaning == Leaning::reference) return row.reference.range;
  return std::max(row.target.range, row.reference.range);
}

}  // namespace

Leaning leaning_of(const stats::WordInTwo& word) {
  const Wide target = Wide{word.target.frequency} * word.reference.tokens;
  const Wide reference = Wide{word.reference.frequency} * word.target.tokens;
  if (target == reference) return Leaning::neither;
  return target > reference ? Leaning::target : Leaning::reference;
}

std::uint32_t FrequencyPairs::number_of(const Pair& pair) {
  if (2 * pairs_.size() >= slots_.size()) grow();
  std::uint32_t& slot = slot_of(pair);
  if (slot == 0) {
    pairs_.push_back(pair);
    slot = static_cast<std::uint32_t>(pairs_.size());
  }
  return slot - 1;
}

/// Where the pair stands, or would.
std::uint32_t& FrequencyPairs::slot_of(const Pair& pair) {
  const std::uint64_t hash = (pair.target * 0x9E3779B97F4A7C15U + pair.reference) * 0xD1B54A32D192ED03U;
  for (std::size_t i = hash >> 32U;; ++i) {
    std::uint32_t& slot = slots_[i & (slots_.size() - 1)];
    if (slot == 0 || pairs_[slot - 1] == pair) return slot;
  }
}

void FrequencyPairs::grow() {
  slots_.assign(std::max<std::size_t>(1024, 2 * slots_.size()), 0);
  for (std::uint32_t number = 0; number < pairs_.size(); ++number) slot_of(pairs_[number]) = number + 1;
}

KeywordComparison::KeywordComparison(const count::Contrast& contrast, std::size_t the_list,
                                     const KeywordsOptions& options)
    : list(the_list), target(contrast.size_of(the_list)), reference(contrast.size_of_rest(the_list)) {
  const std::vector<count::Contrast::Row> rows = contrast.against_rest(list);
  for (std::size_t type = 0; type < rows.size(); ++type) {
    const count::Contrast::Row& row = rows[type];
    if (row.target.freq + row.reference.freq < options.min_freq) continue;
    const std::uint32_t pair = pairs.number_of({row.target.freq, row.reference.freq});
    if (pair == leanings.size()) leanings.push_back(leaning_of(word(pair)));
    if (range_where_key(row, leanings[pair]) < options.min_range) continue;
    candidates.push_back({static_cast<count::Contrast::Index>(type), pair, row});
  }
}

}  // namespace corpus::cmd
