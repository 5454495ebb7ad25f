// SPDX-License-Identifier: MIT
#include "corpus/count/ranking.hpp"

#include <algorithm>
#include <numeric>

#include "corpus/unicode/utf8.hpp"

namespace corpus::count {
namespace {

/// What decides almost every comparison, side by side in memory. Smaller comes first.
struct Key {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  std::uint64_t prefix = 0;  ///< of the type, so that integers compare as bytes do
  TypeId id = 0;
};

std::uint64_t prefix_of(std::string_view type) {
  std::uint64_t prefix = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    prefix = (prefix << 8U) | (i < type.size() ? static_cast<unsigned char>(type[i]) : 0U);
  }
  return prefix;
}

Key key_of(TypeId id, const FrequencyList& list, Order order) {
  const auto& entry = list.entries[id];
  switch (order) {
    case Order::frequency:
      return {~entry.freq, 0, prefix_of(list.types[id]), id};
    case Order::range:
      return {~entry.range, ~entry.freq, prefix_of(list.types[id]), id};
    case Order::type:
      return {0, 0, prefix_of(list.types[id]), id};
    case Order::ending:
      break;
  }
  return {0, 0, 0, id};
}

bool less_by_ending(std::string_view left, std::string_view right) {
  while (!left.empty() && !right.empty()) {
    const auto a = unicode::decode_before(left, left.size());
    const auto b = unicode::decode_before(right, right.size());
    if (a.value != b.value) return a.value < b.value;
    left.remove_suffix(a.length);
    right.remove_suffix(b.length);
  }
  return left.empty() && !right.empty();
}

}  // namespace

void sort(std::vector<TypeId>& ids, const FrequencyList& list, Order order, std::size_t top) {
  std::vector<Key> keys;
  keys.reserve(ids.size());
  for (const TypeId id : ids) keys.push_back(key_of(id, list, order));
  const auto before = [&](const Key& a, const Key& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.second != b.second) return a.second < b.second;
    if (a.prefix != b.prefix) return a.prefix < b.prefix;
    if (order == Order::ending) return less_by_ending(list.types[a.id], list.types[b.id]);
    return list.types[a.id] < list.types[b.id];
  };
  const std::size_t kept = std::min(top, keys.size());
  if (kept == keys.size()) {
    std::sort(keys.begin(), keys.end(), before);
  } else {
    std::partial_sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(kept), keys.end(), before);
  }
  ids.resize(kept);
  for (std::size_t i = 0; i < kept; ++i) ids[i] = keys[i].id;
}

std::vector<Rank> rank(const FrequencyList& list) {
  std::vector<TypeId> ids(list.entries.size());
  std::iota(ids.begin(), ids.end(), TypeId{0});
  sort(ids, list, Order::frequency);
  std::vector<Rank> ranks(ids.size());
  std::uint64_t tokens = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    tokens += list.entries[ids[i]].freq;
    ranks[ids[i]] = {i + 1, tokens};
  }
  return ranks;
}

}  // namespace corpus::count
