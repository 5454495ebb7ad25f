// SPDX-License-Identifier: MIT
#include "corpus/count/ranking.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <span>

#include "corpus/unicode/utf8.hpp"

namespace corpus::count {
namespace {

/// A type with what it is sorted by at the moment.
struct Item {
  std::uint64_t key = 0;
  TypeId id = 0;
};

/// Below this many, comparing is faster than dealing out.
constexpr std::size_t few_items = 512;

/// Types that share so many letters are simply compared: a few are long without end.
constexpr std::size_t most_letters = 64;

/// By the key; what is equal stays in its order. Deals the items out by one byte of the key after the other, the last
/// first: no comparison that a processor could guess wrong.
void sort_by_key(std::span<Item> items) {
  if (items.size() < few_items) {
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.key < b.key; });
    return;
  }
  std::array<std::array<std::size_t, 256>, 8> counts{};
  for (const Item& item : items) {
    for (std::size_t byte = 0; byte < 8; ++byte) ++counts[byte][(item.key >> (8 * byte)) & 0xFF];
  }
  std::vector<Item> others(items.size());
  std::span<Item> from = items;
  std::span<Item> to = others;
  for (std::size_t byte = 0; byte < 8; ++byte) {
    auto& next = counts[byte];
    if (next[(items.front().key >> (8 * byte)) & 0xFF] == items.size()) continue;  // all are the same here
    std::exclusive_scan(next.begin(), next.end(), next.begin(), std::size_t{0});
    for (const Item& item : from) to[next[(item.key >> (8 * byte)) & 0xFF]++] = item;
    std::swap(from, to);
  }
  if (from.data() != items.data()) std::copy(from.begin(), from.end(), items.begin());
}

/// By the letters of the types, of which the first `from` are the same in all. No two types are the same, and none
/// holds NUL: so those that are equal in eight letters have more.
void sort_by_letters(std::span<Item> items, const text::Vocabulary& types, std::size_t from = 0) {
  if (from == most_letters) {
    std::sort(items.begin(), items.end(), [&](Item a, Item b) { return types[a.id] < types[b.id]; });
    return;
  }
  for (Item& item : items) item.key = letters_of(types[item.id], from);
  sort_by_key(items);
  for (auto run = items.begin(); run != items.end();) {
    const auto end = std::find_if(run, items.end(), [&](const Item& item) { return item.key != run->key; });
    if (end - run > 1) sort_by_letters({run, end}, types, from + 8);
    run = end;
  }
}

/// By a number of each entry, the greatest first; what is equal stays in its order.
void sort_by_number(std::span<Item> items, const FrequencyList& list, std::uint64_t FrequencyList::Entry::*number) {
  for (Item& item : items) item.key = ~(list.entries[item.id].*number);
  sort_by_key(items);
}

/// Drops what is not among the first `top` by that number, and not equal to the last of them.
void keep_greatest(std::vector<TypeId>& ids, const FrequencyList& list, std::uint64_t FrequencyList::Entry::*number,
                   std::size_t top) {
  if (top == 0 || top >= ids.size()) return;
  std::vector<std::uint64_t> numbers;
  numbers.reserve(ids.size());
  for (const TypeId id : ids) numbers.push_back(list.entries[id].*number);
  const auto last = numbers.begin() + static_cast<std::ptrdiff_t>(top - 1);
  std::nth_element(numbers.begin(), last, numbers.end(), std::greater{});
  std::erase_if(ids, [&](TypeId id) { return list.entries[id].*number < *last; });
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

void sort_by_ending(std::vector<TypeId>& ids, const text::Vocabulary& types) {
  std::sort(ids.begin(), ids.end(), [&](TypeId a, TypeId b) { return less_by_ending(types[a], types[b]); });
}

std::vector<TypeId> all_ids(std::size_t types) {
  std::vector<TypeId> ids(types);
  std::iota(ids.begin(), ids.end(), TypeId{0});
  return ids;
}

std::vector<Item> items_of(const std::vector<TypeId>& ids) {
  std::vector<Item> items;
  items.reserve(ids.size());
  for (const TypeId id : ids) items.push_back({0, id});
  return items;
}

std::vector<TypeId> ids_of(const std::vector<Item>& items) {
  std::vector<TypeId> ids;
  ids.reserve(items.size());
  for (const Item& item : items) ids.push_back(item.id);
  return ids;
}

}  // namespace

void sort(std::vector<TypeId>& ids, const FrequencyList& list, Order order, std::size_t top) {
  using Entry = FrequencyList::Entry;
  if (order == Order::ending) {
    sort_by_ending(ids, list.types);
  } else {
    if (order == Order::frequency) keep_greatest(ids, list, &Entry::freq, top);
    if (order == Order::range) keep_greatest(ids, list, &Entry::range, top);
    std::vector<Item> items = items_of(ids);
    // What decides last comes first: each step leaves in its order what it finds equal.
    sort_by_letters(items, list.types);
    if (order != Order::type) sort_by_number(items, list, &Entry::freq);
    if (order == Order::range) sort_by_number(items, list, &Entry::range);
    ids = ids_of(items);
  }
  ids.resize(std::min(top, ids.size()));
}

std::vector<TypeId> by_code_point(const text::Vocabulary& types) {
  std::vector<Item> items = items_of(all_ids(types.size()));
  sort_by_letters(items, types);
  return ids_of(items);
}

std::vector<TypeId> by_ending(const text::Vocabulary& types) {
  std::vector<TypeId> ids = all_ids(types.size());
  sort_by_ending(ids, types);
  return ids;
}

std::vector<Rank> rank(const FrequencyList& list) {
  std::vector<TypeId> ids = all_ids(list.entries.size());
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
