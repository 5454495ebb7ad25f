// SPDX-License-Identifier: MIT
#include "corpus/count/frequency_list.hpp"

#include <algorithm>
#include <utility>

namespace corpus::count {

void FrequencyList::add(std::string_view type, std::uint64_t freq, std::uint64_t range) {
  const TypeId id = types.intern(type);
  if (id == entries.size()) entries.emplace_back();
  entries[id].freq += freq;
  entries[id].range += range;
}

void FrequencyList::add(const FrequencyList& other) {
  for (TypeId id = 0; id < other.entries.size(); ++id)
    add(other.types[id], other.entries[id].freq, other.entries[id].range);
  tokens += other.tokens;
  documents += other.documents;
}

void FrequencyCounter::add(std::span<const text::Token> tokens) {
  tokens_ += tokens.size();
  while (!tokens.empty()) {
    const std::size_t size = std::min(tokens.size(), text::Vocabulary::batch);
    const auto ids = types_.intern(tokens.first(size));
    tallies_.resize(types_.size());
    for (const TypeId id : ids) {
      Tally& tally = tallies_[id];
      ++tally.freq;
      if (tally.last_document != documents_) {
        tally.last_document = documents_;
        ++tally.range;
      }
    }
    tokens = tokens.subspan(size);
  }
}

void FrequencyCounter::add_part(const FrequencyList& part) {
  tokens_ += part.tokens;
  for (TypeId id = 0; id < part.entries.size(); ++id) {
    const TypeId here = types_.intern(part.types[id]);
    if (here == tallies_.size()) tallies_.emplace_back();
    Tally& tally = tallies_[here];
    tally.freq += part.entries[id].freq;
    if (std::exchange(tally.last_document, documents_) != documents_) ++tally.range;
  }
}

FrequencyList FrequencyCounter::take() && {
  FrequencyList list{std::move(types_), {}, tokens_, documents_};
  list.entries.reserve(tallies_.size());
  for (const Tally& tally : tallies_) list.entries.push_back({tally.freq, tally.range});
  return list;
}

}  // namespace corpus::count
