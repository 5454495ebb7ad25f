// SPDX-License-Identifier: MIT
#include "corpus/count/frequency_list.hpp"

#include <algorithm>

namespace corpus::count {

void FrequencyList::add(std::string_view type, std::uint64_t freq, std::uint64_t range) {
  const TypeId id = types.intern(type);
  if (id == entries.size()) entries.emplace_back();
  entries[id].freq += freq;
  entries[id].range += range;
}

void FrequencyList::add(const FrequencyList& other) {
  for (TypeId id = 0; id < other.entries.size(); ++id) add(other.types[id], other.entries[id].freq, other.entries[id].range);
  tokens += other.tokens;
  documents += other.documents;
}

void FrequencyCounter::add(std::span<const text::Token> tokens) {
  list_.tokens += tokens.size();
  for (; !tokens.empty(); tokens = tokens.subspan(std::min(tokens.size(), text::Vocabulary::batch))) {
    const auto ids = list_.types.intern(tokens.first(std::min(tokens.size(), text::Vocabulary::batch)));
    list_.entries.resize(list_.types.size());
    last_document_.resize(list_.types.size());
    for (const TypeId id : ids) {
      FrequencyList::Entry& entry = list_.entries[id];
      ++entry.freq;
      if (last_document_[id] != list_.documents) {
        last_document_[id] = list_.documents;
        ++entry.range;
      }
    }
  }
}

}  // namespace corpus::count
