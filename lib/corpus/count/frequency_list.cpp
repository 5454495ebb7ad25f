// SPDX-License-Identifier: MIT
#include "corpus/count/frequency_list.hpp"

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
  for (const text::Token& token : tokens) {
    const TypeId id = list_.types.intern(token.type);
    if (id == list_.entries.size()) {
      list_.entries.emplace_back();
      last_document_.push_back(0);
    }
    FrequencyList::Entry& entry = list_.entries[id];
    ++entry.freq;
    if (last_document_[id] != list_.documents) {
      last_document_[id] = list_.documents;
      ++entry.range;
    }
  }
}

}  // namespace corpus::count
