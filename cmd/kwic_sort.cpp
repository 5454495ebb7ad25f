// SPDX-License-Identifier: MIT
#include "cmd/kwic_sort.hpp"

#include <algorithm>
#include <numeric>

namespace corpus::cmd {
namespace {

std::string_view text_of(const search::LineToken& token, WordForm form) {
  return form == WordForm::type ? token.type : token.form;
}

SortKey read_sort_key(std::string_view word) {
  if (word == "node") return {SortBy::node};
  if (word == "doc") return {SortBy::document};
  if (word == "freq") return {SortBy::frequency};
  return {word.back() == 'R' ? SortBy::right : SortBy::left, static_cast<std::uint32_t>(word.front() - '0')};
}

}  // namespace

std::vector<SortKey> read_sort_keys(const std::vector<std::string>& words) {
  std::vector<SortKey> keys;
  for (const std::string& word : words) keys.push_back(read_sort_key(word));
  return keys;
}

std::uint32_t neighbours_of(std::span<const SortKey> keys) {
  std::uint32_t most = keys.empty() ? 0 : 1;  // with none, the tokens of the node are not given either
  for (const SortKey& key : keys) most = std::max(most, key.distance);
  return most;
}

std::string node_of(const search::Line& line, WordForm form) {
  std::string node;
  for (const search::LineToken& token : line.node_tokens) {
    if (!node.empty()) node += ' ';
    node += text_of(token, form);
  }
  return node;
}

std::string_view left_of(const search::Line& line, std::uint32_t distance, WordForm form) {
  const auto& tokens = line.left_tokens;
  return distance <= tokens.size() ? text_of(tokens[tokens.size() - distance], form) : std::string_view{};
}

std::string_view right_of(const search::Line& line, std::uint32_t distance, WordForm form) {
  const auto& tokens = line.right_tokens;
  return distance <= tokens.size() ? text_of(tokens[distance - 1], form) : std::string_view{};
}

LineOrder::LineOrder(std::span<const SortKey> keys, WordForm form, const std::string& locale)
    : keys_(keys), form_(form), collator_(locale) {}

void LineOrder::set(std::size_t slot, const search::Line& line, std::string_view document) {
  if (slot == places_.size()) {
    places_.push_back(0);
    values_.resize(values_.size() + keys_.size());
  }
  places_[slot] = lines_++;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    values_[slot * keys_.size() + i] = value(keys_[i], line, document);
  }
}

LineOrder::Word LineOrder::number_of(std::string_view word) {
  auto found = numbers_.find(word);
  if (found == numbers_.end()) {
    found = numbers_.emplace(std::string(word), static_cast<Word>(words_.size())).first;
    words_.push_back(&found->first);
  }
  return found->second;
}

LineOrder::Word LineOrder::value(const SortKey& key, const search::Line& line, std::string_view document) {
  switch (key.by) {
    case SortBy::document:
      return number_of(document);
    case SortBy::left:
      return number_of(left_of(line, key.distance, form_));
    case SortBy::right:
      return number_of(right_of(line, key.distance, form_));
    case SortBy::node:
    case SortBy::frequency:
      break;
  }
  return number_of(node_of(line, form_));
}

std::vector<std::size_t> LineOrder::slots() const {
  const std::vector<std::uint32_t> ranks = collated();
  std::vector<std::vector<std::uint32_t>> ranks_of_key;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    ranks_of_key.push_back(keys_[i].by == SortBy::frequency ? by_frequency(i, ranks) : ranks);
  }
  std::vector<std::size_t> slots(places_.size());
  std::iota(slots.begin(), slots.end(), std::size_t{0});
  std::sort(slots.begin(), slots.end(), [&](std::size_t a, std::size_t b) {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const std::uint32_t rank_a = ranks_of_key[i][values_[a * keys_.size() + i]];
      const std::uint32_t rank_b = ranks_of_key[i][values_[b * keys_.size() + i]];
      if (rank_a != rank_b) return rank_a < rank_b;
    }
    return places_[a] < places_[b];
  });
  return slots;
}

/// The rank of each word; words that the language does not tell apart share one.
std::vector<std::uint32_t> LineOrder::collated() const {
  std::vector<std::pair<std::string, Word>> order;
  order.reserve(words_.size());
  for (Word word = 0; word < words_.size(); ++word) order.emplace_back(collator_.key(*words_[word]), word);
  std::sort(order.begin(), order.end());
  std::vector<std::uint32_t> ranks(words_.size());
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0 && order[i].first != order[i - 1].first) ++rank;
    ranks[order[i].second] = rank;
  }
  return ranks;
}

/// The most frequent first; those that are equally frequent as they collate.
std::vector<std::uint32_t> LineOrder::by_frequency(std::size_t key, std::span<const std::uint32_t> collated) const {
  std::vector<std::uint64_t> counts(words_.size());
  for (std::size_t at = key; at < values_.size(); at += keys_.size()) ++counts[values_[at]];
  std::vector<Word> order(words_.size());
  std::iota(order.begin(), order.end(), Word{0});
  std::sort(order.begin(), order.end(), [&](Word a, Word b) {
    if (counts[a] != counts[b]) return counts[a] > counts[b];
    return collated[a] != collated[b] ? collated[a] < collated[b] : *words_[a] < *words_[b];
  });
  std::vector<std::uint32_t> ranks(words_.size());
  for (std::size_t i = 0; i < order.size(); ++i) ranks[order[i]] = static_cast<std::uint32_t>(i);
  return ranks;
}

}  // namespace corpus::cmd
