// SPDX-License-Identifier: MIT
#include "corpus/count/ngram_types.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "corpus/count/ranking.hpp"

namespace corpus::count {
namespace {

/// Where each stands in that order.
std::vector<TypeId> places_of(const std::vector<TypeId>& ids) {
  std::vector<TypeId> places(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) places[ids[i]] = static_cast<TypeId>(i);
  return places;
}

}  // namespace

NgramTypes::NgramTypes(std::vector<text::Vocabulary> vocabularies, Slots slots) {
  for (text::Vocabulary& vocabulary : vocabularies) {
    if (vocabulary_.size() == 0) {
      vocabulary_ = std::move(vocabulary);
      numbers_.emplace_back(vocabulary_.size());
      std::iota(numbers_.back().begin(), numbers_.back().end(), TypeId{0});
    } else {
      numbers_.push_back(vocabulary_.intern(vocabulary));
    }
  }
  const std::vector<TypeId> order = by_code_point(vocabulary_);
  for (const TypeId id : order) all_.push_back(vocabulary_[id]);
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
}

std::vector<TypeId> NgramTypes::by_ending() const {
  text::Vocabulary types;
  std::vector<TypeId> ids;
  for (const std::string_view type : all_) ids.push_back(types.intern(type));
  const std::vector<TypeId> places = places_of(count::by_ending(types));
  std::vector<TypeId> result;
  const bool asterisk_twice = types.size() < all_.size();
  for (TypeId number = 0; number < ids.size(); ++number) {
    const TypeId place = places[ids[number]];
    const bool after_slot = asterisk_twice && (place > places[ids[*slot_]] || number == *slot_ + 1);
    result.push_back(after_slot ? place + 1 : place);
  }
  return result;
}

}  // namespace corpus::count
