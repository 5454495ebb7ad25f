// SPDX-License-Identifier: MIT
#include "corpus/count/ngram_types.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "corpus/count/ranking.hpp"

namespace corpus::count {
namespace {

std::vector<TypeId> in_order(const FrequencyList& list, Order order) {
  std::vector<TypeId> ids(list.types.size());
  std::iota(ids.begin(), ids.end(), TypeId{0});
  sort(ids, list, order);
  return ids;
}

/// Where each stands in that order.
std::vector<TypeId> places_of(const std::vector<TypeId>& ids) {
  std::vector<TypeId> places(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) places[ids[i]] = static_cast<TypeId>(i);
  return places;
}

}  // namespace

NgramTypes::NgramTypes(std::vector<text::Vocabulary> vocabularies, Slots slots) {
  FrequencyList list;
  for (text::Vocabulary& vocabulary : vocabularies) {
    if (list.types.size() == 0) {
      list.types = std::move(vocabulary);
      numbers_.emplace_back(list.types.size());
      std::iota(numbers_.back().begin(), numbers_.back().end(), TypeId{0});
    } else {
      numbers_.push_back(list.types.intern(vocabulary));
    }
  }
  list.entries.resize(list.types.size());
  const std::vector<TypeId> order = in_order(list, Order::type);
  for (const TypeId id : order) all_.push_back(list.types[id]);
  std::vector<TypeId> places = places_of(order);
  if (slots == Slots::one) {
    // Where the text has an asterisk too, the slot comes before it.
    slot_ = static_cast<TypeId>(std::lower_bound(all_.begin(), all_.end(), "*") - all_.begin());
    all_.insert(all_.begin() + *slot_, "*");
    for (TypeId& place : places) place += place >= *slot_ ? 1 : 0;
  }
  for (std::vector<TypeId>& numbers : numbers_) {
    for (TypeId& number : numbers) number = places[number];
  }
  vocabulary_ = std::move(list.types);
}

std::vector<TypeId> NgramTypes::by_ending() const {
  FrequencyList list;
  std::vector<TypeId> ids;
  for (const std::string_view type : all_) ids.push_back(list.types.intern(type));
  list.entries.resize(list.types.size());
  const std::vector<TypeId> places = places_of(in_order(list, Order::ending));
  std::vector<TypeId> result;
  const bool asterisk_twice = list.types.size() < all_.size();
  for (TypeId number = 0; number < ids.size(); ++number) {
    const TypeId place = places[ids[number]];
    const bool after_slot = asterisk_twice && (place > places[ids[*slot_]] || number == *slot_ + 1);
    result.push_back(after_slot ? place + 1 : place);
  }
  return result;
}

}  // namespace corpus::count
