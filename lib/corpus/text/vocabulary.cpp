// SPDX-License-Identifier: MIT
#include "corpus/text/vocabulary.hpp"

#include <algorithm>
#include <cstring>
#include <random>
#include <utility>

#include "corpus/error.hpp"

namespace corpus::text {
namespace {

constexpr std::size_t arena_block = std::size_t{1} << 16;
constexpr std::size_t first_slots = std::size_t{1} << 10;
constexpr std::size_t longest_short = 12;

/// Half full, and linear probing: random keys stay far below this even in the largest tables, so more means
/// collisions made on purpose.
constexpr std::size_t longest_probe = 256;

__extension__ using Wide = unsigned __int128;

/// Multiply, and fold the upper half onto the lower (Wang Yi's wyhash is the model).
std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

std::uint64_t random_seed() {
  std::random_device device;
  return (static_cast<std::uint64_t>(device()) << 32U) | device();
}

bool is_short(std::string_view type) { return !type.empty() && type.size() <= longest_short; }

std::uint64_t load(const char* bytes, std::size_t count) {
  std::uint64_t value = 0;
  if (count != 0) std::memcpy(&value, bytes, count);
  return value;
}

/// The first `size` bytes of those 16, at most `longest_short`; the rest is NUL.
template <typename Key>
Key key_of_padded(const char* bytes, std::size_t size) {
  struct Masks {
    std::uint64_t low;
    std::uint64_t high;
  };
  static constexpr auto masks = [] {
    std::array<Masks, longest_short + 1> result{};
    for (std::size_t i = 0; i <= longest_short; ++i) {
      const std::uint64_t all = ~std::uint64_t{0};
      result[i] = {i >= 8 ? all : (std::uint64_t{1} << (8 * i)) - 1,
                   i <= 8 ? 0 : (std::uint64_t{1} << (8 * (i - 8))) - 1};
    }
    return result;
  }();
  return {load(bytes, 8) & masks[size].low, load(bytes + 8, 8) & masks[size].high};
}

template <typename Key>
Key key_of(std::string_view type) {
  char padded[16] = {};
  std::memcpy(padded, type.data(), type.size());
  return key_of_padded<Key>(padded, type.size());
}

}  // namespace

Vocabulary::Vocabulary() : Vocabulary(random_seed()) {}

Vocabulary::Vocabulary(std::uint64_t seed) : seed_(seed), short_(first_slots), long_(first_slots) {}

std::uint64_t Vocabulary::hash_of(Key key) const { return mix(key.low ^ seed_, key.high ^ 0x9E3779B97F4A7C15U); }

std::uint64_t Vocabulary::hash_of(std::string_view type) const {
  std::uint64_t hash = seed_ ^ type.size();
  while (type.size() > 8) {
    hash = mix(hash ^ load(type.data(), 8), 0x9E3779B97F4A7C15U);
    type.remove_prefix(8);
  }
  return mix(hash ^ load(type.data(), type.size()), 0xD1B54A32D192ED03U);
}

TypeId Vocabulary::intern(std::string_view type) {
  if (!is_short(type)) return intern_long(type);
  const auto key = key_of<Key>(type);
  return intern_short(type, key, hash_of(key));
}

std::span<const TypeId> Vocabulary::intern(std::span<const unicode::Word> words) {
  std::array<Key, batch> keys;
  std::array<std::uint64_t, batch> hashes;
  const std::uint64_t seed = seed_;
  const std::size_t mask = short_.size() - 1;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view type = words[i].type;
    if (!is_short(type)) continue;
    keys[i] = key_of_padded<Key>(type.data(), type.size());  // words can be read past their ends
    hashes[i] = hash_of(keys[i]);
    __builtin_prefetch(&short_[hashes[i] & mask]);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view type = words[i].type;
    if (!is_short(type)) {
      ids_[i] = intern_long(type);
    } else if (const ShortSlot& slot = short_[hashes[i] & (short_.size() - 1)];
               slot.low == keys[i].low && slot.high == keys[i].high) {
      ids_[i] = slot.number - 1;  // most words: the type is known, and where its hash says
    } else {
      // The seed changes where types collide too much.
      ids_[i] = intern_short(type, keys[i], seed_ == seed ? hashes[i] : hash_of(keys[i]));
    }
  }
  return std::span(ids_).first(words.size());
}

std::optional<TypeId> Vocabulary::find(std::string_view type) const {
  if (is_short(type)) {
    const auto key = key_of<Key>(type);
    const std::size_t mask = short_.size() - 1;
    for (std::size_t at = hash_of(key) & mask; short_[at].number != 0; at = (at + 1) & mask) {
      if (short_[at].low == key.low && short_[at].high == key.high) return short_[at].number - 1;
    }
    return std::nullopt;
  }
  const std::uint64_t hash = hash_of(type);
  const std::size_t mask = long_.size() - 1;
  for (std::size_t at = hash & mask; long_[at].number != 0; at = (at + 1) & mask) {
    if (long_[at].hash == hash >> 32U && types_[long_[at].number - 1] == type) return long_[at].number - 1;
  }
  return std::nullopt;
}

TypeId Vocabulary::intern_short(std::string_view type, Key key, std::uint64_t hash) {
  const std::size_t mask = short_.size() - 1;
  std::size_t at = hash & mask;
  for (std::size_t probe = 0; short_[at].number != 0; ++probe) {
    if (short_[at].low == key.low && short_[at].high == key.high) return short_[at].number - 1;
    if (probe == longest_probe) {
      seed_ = random_seed();
      rebuild(short_.size(), long_.size());
      return intern_short(type, key, hash_of(key));
    }
    at = (at + 1) & mask;
  }
  const std::uint32_t number = add(type);
  short_[at] = {key.low, static_cast<std::uint32_t>(key.high), number};
  if (2 * ++short_used_ > short_.size()) rebuild(short_.size() * 2, long_.size());
  return number - 1;
}

TypeId Vocabulary::intern_long(std::string_view type) {
  const std::uint64_t hash = hash_of(type);
  const std::size_t mask = long_.size() - 1;
  std::size_t at = hash & mask;
  for (std::size_t probe = 0; long_[at].number != 0; ++probe) {
    if (long_[at].hash == hash >> 32U && types_[long_[at].number - 1] == type) return long_[at].number - 1;
    if (probe == longest_probe) {
      seed_ = random_seed();
      rebuild(short_.size(), long_.size());
      return intern_long(type);
    }
    at = (at + 1) & mask;
  }
  const std::uint32_t number = add(type);
  long_[at] = {static_cast<std::uint32_t>(hash >> 32U), number};
  if (2 * ++long_used_ > long_.size()) rebuild(short_.size(), long_.size() * 2);
  return number - 1;
}

/// Keeps the letters of a new type; returns its id plus 1.
std::uint32_t Vocabulary::add(std::string_view type) {
  if (types_.size() == 0xFFFFFFFE) {
    throw Error{{.cause = "more than 4,294,967,294 types", .hint = "count parts of the texts, and merge them"}};
  }
  if (arena_size_ - arena_used_ < type.size()) {
    arena_size_ = std::max(arena_block, type.size());
    arena_.push_back(std::make_unique_for_overwrite<char[]>(arena_size_));
    arena_used_ = 0;
  }
  if (type.empty()) {
    types_.emplace_back("");  // there may be no arena yet
  } else {
    char* const kept = arena_.back().get() + arena_used_;
    std::copy(type.begin(), type.end(), kept);
    arena_used_ += type.size();
    types_.emplace_back(kept, type.size());
  }
  return static_cast<std::uint32_t>(types_.size());
}

/// Makes the tables anew under `seed_`, or under another where that one collides too.
void Vocabulary::rebuild(std::size_t short_slots, std::size_t long_slots) {
  const std::vector<ShortSlot> shorts = std::exchange(short_, {});
  const std::vector<LongSlot> longs = std::exchange(long_, {});
  while (true) {
    short_.assign(short_slots, {});
    long_.assign(long_slots, {});
    if (place(shorts) && place(longs)) return;
    seed_ = random_seed();
  }
}

bool Vocabulary::place(const std::vector<ShortSlot>& slots) {
  const std::size_t mask = short_.size() - 1;
  for (const ShortSlot& slot : slots) {
    if (slot.number == 0) continue;
    std::size_t at = hash_of(Key{slot.low, slot.high}) & mask;
    for (std::size_t probe = 0; short_[at].number != 0; ++probe) {
      if (probe == longest_probe) return false;
      at = (at + 1) & mask;
    }
    short_[at] = slot;
  }
  return true;
}

bool Vocabulary::place(const std::vector<LongSlot>& slots) {
  const std::size_t mask = long_.size() - 1;
  for (const LongSlot& slot : slots) {
    if (slot.number == 0) continue;
    const std::uint64_t hash = hash_of(types_[slot.number - 1]);
    std::size_t at = hash & mask;
    for (std::size_t probe = 0; long_[at].number != 0; ++probe) {
      if (probe == longest_probe) return false;
      at = (at + 1) & mask;
    }
    long_[at] = {static_cast<std::uint32_t>(hash >> 32U), slot.number};
  }
  return true;
}

}  // namespace corpus::text
