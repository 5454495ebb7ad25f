// SPDX-License-Identifier: MIT
#include "corpus/count/contrast.hpp"

#include <algorithm>
#include <utility>

#include "corpus/count/ranking.hpp"

namespace corpus::count {

Contrast::Contrast(std::vector<FrequencyList> lists) {
  if (lists.empty()) return;
  // The types of the largest list stay where they are, and those of the others come to them.
  const auto largest = std::max_element(lists.begin(), lists.end(), [](const FrequencyList& a, const FrequencyList& b) {
    return a.types.size() < b.types.size();
  });
  total_.types = std::move(largest->types);
  for (FrequencyList& list : lists) {
    sizes_.push_back({list.tokens, list.documents});
    total_.tokens += list.tokens;
    total_.documents += list.documents;
    const bool there = &list == &*largest;
    const std::vector<TypeId> ids = there ? std::vector<TypeId>{} : total_.types.intern(list.types);
    total_.entries.resize(total_.types.size());
    auto& shares = shares_.emplace_back();
    shares.reserve(list.entries.size());
    for (TypeId id = 0; id < list.entries.size(); ++id) {
      const TypeId here = there ? id : ids[id];
      shares.push_back({here, list.entries[id]});
      total_.entries[here].freq += list.entries[id].freq;
      total_.entries[here].range += list.entries[id].range;
    }
    list = {};
  }
  types_ = by_code_point(total_.types);
  std::vector<Index> places(types_.size());
  for (Index i = 0; i < types_.size(); ++i) places[types_[i]] = i;
  for (auto& shares : shares_) {
    for (Share& share : shares) share.type = places[share.type];
  }
}

Contrast::Size Contrast::size_of_rest(std::size_t list) const {
  return {total_.tokens - sizes_[list].tokens, total_.documents - sizes_[list].documents};
}

std::vector<Contrast::Row> Contrast::against_rest(std::size_t list) const {
  std::vector<Row> rows(types_.size());
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].reference = total_.entries[types_[i]];
  for (const Share& share : shares_[list]) {
    Row& row = rows[share.type];
    row.target = share.entry;
    row.reference.freq -= share.entry.freq;
    row.reference.range -= share.entry.range;
  }
  return rows;
}

}  // namespace corpus::count
