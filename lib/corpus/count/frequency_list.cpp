// SPDX-License-Identifier: MIT
#include "corpus/count/frequency_list.hpp"

#include <utility>

namespace corpus::count {

void FrequencyList::add(std::string_view type, std::uint64_t freq, std::uint64_t range) {
  const TypeId id = types.intern(type);
  if (id == entries.size()) entries.emplace_back();
  entries[id].freq += freq;
  entries[id].range += range;
}

void FrequencyList::add(const FrequencyList& other) {
  const std::vector<TypeId> ids = types.intern(other.types);
  entries.resize(types.size());
  for (TypeId id = 0; id < other.entries.size(); ++id) {
    entries[ids[id]].freq += other.entries[id].freq;
    entries[ids[id]].range += other.entries[id].range;
  }
  tokens += other.tokens;
  documents += other.documents;
}

void FrequencyCounter::start_document() {
  for (const TypeId id : met_) {
    FrequencyList::Entry& entry = list_.entries[id];
    entry.freq += std::exchange(here_[id], 0);
    ++entry.range;
  }
  met_.clear();
  uncarried_ = 0;
  ++list_.documents;
}

void FrequencyCounter::add(const text::Tokens& tokens) {
  if (uncarried_ + tokens.size() > room_) carry();
  list_.tokens += tokens.size();
  uncarried_ += tokens.size();
  const auto ids = list_.types.intern(tokens);
  fit_types();
  std::uint32_t* const here = here_.data();
  for (const TypeId id : ids) {
    if (here[id]++ == 0) met_.push_back(id);
  }
}

void FrequencyCounter::add_part(const FrequencyList& part) {
  list_.tokens += part.tokens;
  const std::vector<TypeId> ids = list_.types.intern(part.types);
  fit_types();
  for (TypeId id = 0; id < part.entries.size(); ++id) {
    const TypeId here = ids[id];
    list_.entries[here].freq += part.entries[id].freq;
    if (here_[here] != 0) continue;
    // Met, and counted already.
    met_.push_back(here);
    here_[here] = 1;
    --list_.entries[here].freq;
  }
}

FrequencyList FrequencyCounter::take() && {
  start_document();
  --list_.documents;
  return std::move(list_);
}

void FrequencyCounter::fit_types() {
  here_.resize(list_.types.size());
  list_.entries.resize(list_.types.size());
}

/// Makes room for more tokens of a document: of each type that it holds one is left here.
void FrequencyCounter::carry() {
  for (const TypeId id : met_) list_.entries[id].freq += std::exchange(here_[id], 1) - 1;
  uncarried_ = met_.size();
}

}  // namespace corpus::count
