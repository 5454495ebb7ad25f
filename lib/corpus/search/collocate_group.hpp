// SPDX-License-Identifier: MIT
/// \file
/// What CollocateCounter counts of a group while it counts: in small numbers, for nearly every token touches some, and
/// they are to stay near the processor. They are carried over into Collocates before they could grow too large.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "corpus/search/collocate_counts.hpp"

namespace corpus::search {

/// Of a type, with the number of its tokens: one load tells both.
inline constexpr std::uint32_t is_node = std::uint32_t{1} << 31U;

/// Of a type, what each window touches.
struct NearNodes {
  std::uint32_t inside = 0;
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  std::uint32_t last_document = 0;  ///< with one inside
};

struct CollocateGroup {
  Collocates counts;                ///< without what stands in these, which are by type:
  std::vector<std::uint32_t> freq;  ///< the uppermost bit says that all tokens of the type are nodes
  std::vector<NearNodes> near;
  std::uint64_t uncarried = 0;  ///< no number in them is greater

  /// Makes room for as many more.
  void make_room(std::uint64_t more, std::uint32_t room) {
    uncarried += more;
    if (uncarried < room) return;
    carry();
    uncarried = more;
  }

  void carry() {
    for (text::TypeId id = 0; id < freq.size(); ++id) {
      Collocates::Entry& entry = counts.entries[id];
      const std::uint32_t more = freq[id] & ~is_node;
      entry.freq += more;
      if (freq[id] != more) {
        entry.in_nodes += more;
        counts.nodes += more;
        counts.node_tokens += more;
      }
      freq[id] &= is_node;
      entry.inside += std::exchange(near[id].inside, 0);
      entry.left += std::exchange(near[id].left, 0);
      entry.right += std::exchange(near[id].right, 0);
    }
  }
};

}  // namespace corpus::search
