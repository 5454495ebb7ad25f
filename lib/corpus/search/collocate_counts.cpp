// SPDX-License-Identifier: MIT
#include "corpus/search/collocate_counts.hpp"

namespace corpus::search {

std::vector<text::TypeId> Collocates::add(const Collocates& other) {
  if (other.entries.empty()) return {};
  std::vector<text::TypeId> ids = types.intern(other.types);
  const std::size_t places = other.positions.size() / other.entries.size();
  entries.resize(types.size());
  positions.resize(types.size() * places);
  for (text::TypeId id = 0; id < other.entries.size(); ++id) {
    const Entry& from = other.entries[id];
    Entry& to = entries[ids[id]];
    to.freq += from.freq;
    to.in_nodes += from.in_nodes;
    to.inside += from.inside;
    to.left += from.left;
    to.right += from.right;
    to.range += from.range;
    for (std::size_t i = 0; i < places; ++i) positions[ids[id] * places + i] += other.positions[id * places + i];
  }
  nodes += other.nodes;
  tokens += other.tokens;
  node_tokens += other.node_tokens;
  inside += other.inside;
  return ids;
}

}  // namespace corpus::search
