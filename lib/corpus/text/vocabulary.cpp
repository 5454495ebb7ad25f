// SPDX-License-Identifier: MIT
#include "corpus/text/vocabulary.hpp"

#include <algorithm>
#include <cstring>
#include <random>

#include "corpus/error.hpp"

namespace corpus::text {
namespace {

constexpr std::size_t arena_block = 1 << 16;

__extension__ using Wide = unsigned __int128;

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

std::uint64_t load(const char* bytes, std::size_t count) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, count);
  return value;
}

/// Multiply and fold, eight bytes at a time (Wang Yi's wyhash is the model).
std::uint64_t hash_of(std::string_view type, std::uint64_t seed) {
  std::uint64_t hash = seed ^ type.size();
  while (type.size() > 8) {
    hash = mix(hash ^ load(type.data(), 8), 0x9E3779B97F4A7C15U);
    type.remove_prefix(8);
  }
  return mix(hash ^ load(type.data(), type.size()), seed | 1U);
}

std::uint64_t random_seed() {
  std::random_device device;
  return (static_cast<std::uint64_t>(device()) << 32U) | device();
}

}  // namespace

Vocabulary::Vocabulary() : seed_(random_seed()), slots_(1024) {}

std::size_t Vocabulary::slot_of(std::string_view type, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  const auto upper = static_cast<std::uint32_t>(hash >> 32U);
  std::size_t at = hash & mask;
  while (slots_[at].id != unused && !(slots_[at].hash == upper && types_[slots_[at].id] == type)) at = (at + 1) & mask;
  return at;
}

TypeId Vocabulary::intern(std::string_view type) {
  const std::uint64_t hash = hash_of(type, seed_);
  std::size_t at = slot_of(type, hash);
  if (slots_[at].id != unused) return slots_[at].id;
  if (types_.size() == unused) throw Error{{.cause = "more than 4,294,967,294 types", .hint = "count parts and merge them"}};
  if (2 * (types_.size() + 1) > slots_.size()) {
    grow();
    at = slot_of(type, hash);
  }
  slots_[at] = {static_cast<std::uint32_t>(hash >> 32U), static_cast<TypeId>(types_.size())};
  types_.push_back(keep(type));
  return slots_[at].id;
}

std::optional<TypeId> Vocabulary::find(std::string_view type) const {
  const Slot& slot = slots_[slot_of(type, hash_of(type, seed_))];
  if (slot.id == unused) return std::nullopt;
  return slot.id;
}

std::string_view Vocabulary::keep(std::string_view type) {
  if (arena_size_ - arena_used_ < type.size()) {
    arena_size_ = std::max(arena_block, type.size());
    arena_.push_back(std::make_unique_for_overwrite<char[]>(arena_size_));
    arena_used_ = 0;
  }
  char* const kept = arena_.back().get() + arena_used_;
  std::copy(type.begin(), type.end(), kept);
  arena_used_ += type.size();
  return {kept, type.size()};
}

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, Slot{});
  const std::size_t mask = slots_.size() - 1;
  for (TypeId id = 0; id < types_.size(); ++id) {
    const std::uint64_t hash = hash_of(types_[id], seed_);
    std::size_t at = hash & mask;
    while (slots_[at].id != unused) at = (at + 1) & mask;
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32U), id};
  }
}

}  // namespace corpus::text
