// SPDX-License-Identifier: MIT
#include "corpus/text/vocabulary.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <tuple>

#include "corpus/error.hpp"

namespace corpus::text {
namespace {

// A vocabulary begins small, for a command may have one for each of many groups.
constexpr std::size_t first_arena_block = std::size_t{1} << 8;
constexpr std::size_t arena_block = std::size_t{1} << 16;
constexpr std::size_t first_slots = std::size_t{1} << 4;

/// Half full, and linear probing: see KeyTable.
constexpr std::size_t most_probes = 256;

/// From the system, not from std::random_device: the processor's instruction behind that can take 100 µs in a virtual
/// machine, and there may be a vocabulary for each of many groups.
std::uint64_t random_seed() {
  std::uint64_t seed = 0;
  if (::getentropy(&seed, sizeof seed) != 0) throw Error{{.cause = "the system gives no random numbers"}};
  return seed;
}

std::uint64_t load(const char* bytes, std::size_t count) {
  std::uint64_t value = 0;
  if (count != 0) std::memcpy(&value, bytes, count);
  return value;
}

}  // namespace

Vocabulary::Vocabulary() : Vocabulary(random_seed()) {}

Vocabulary::Vocabulary(std::uint64_t seed) : seed_(seed), short_(seed), middle_(seed), long_(first_slots) {}

std::uint64_t Vocabulary::hash_of(std::string_view type) const {
  std::uint64_t hash = seed_ ^ type.size();
  while (type.size() > 8) {
    hash = mix(hash ^ load(type.data(), 8), 0x9E3779B97F4A7C15U);
    type.remove_prefix(8);
  }
  return mix(hash ^ load(type.data(), type.size()), 0xD1B54A32D192ED03U);
}

std::span<const TypeId> Vocabulary::intern(std::span<const unicode::Word> words) {
  // Apart, so that compilers keep them in registers.
  std::array<std::uint64_t, batch> lows;
  std::array<std::uint64_t, batch> highs;
  std::array<std::size_t, batch> homes;
  std::size_t i = 0;
  for (const unicode::Word& word : words) {
    const std::string_view type = word.type();  // which can be read past its end
    if (type.size() <= ShortTable::longest) [[likely]] {
      const auto key = ShortTable::key_of(type.data(), type.size());
      lows[i] = key[0];
      highs[i] = key[1];
      homes[i] = short_.prefetch_home(key);
    } else {
      lows[i] = highs[i] = homes[i] = 0;  // where it will not be found
      if (type.size() <= MiddleTable::longest) {
        std::ignore = middle_.prefetch_home(MiddleTable::key_of(type.data(), type.size()));
      }
    }
    ++i;
  }
  i = 0;
  for (const unicode::Word& word : words) {
    // Most types are known, and stand at home; but homes are others by now if the table has grown or changed its seed.
    const std::uint32_t number = short_.number_at(homes[i], {lows[i], highs[i]});
    ids_[i++] = number != 0 ? number - 1 : intern_padded(word.type());
  }
  return std::span(ids_).first(words.size());
}

TypeId Vocabulary::intern(std::string_view type) {
  char padded[unicode::type_padding] = {};
  if (type.size() > MiddleTable::longest) return intern_padded(type);
  std::copy(type.begin(), type.end(), padded);
  return intern_padded({padded, type.size()});
}

TypeId Vocabulary::intern_padded(std::string_view type) {
  const auto next_number = [&] { return add(type); };
  while (true) {
    const std::size_t size = type.size();
    std::uint32_t number = 0;
    if (size > MiddleTable::longest || size == 0) {
      number = intern_long(type);
    } else if (size > ShortTable::longest) {
      number = middle_.intern(MiddleTable::key_of(type.data(), size), next_number);
    } else {
      number = short_.intern(ShortTable::key_of(type.data(), size), next_number);
    }
    if (number != 0) return number - 1;
    seed_anew();
  }
}

std::optional<TypeId> Vocabulary::find(std::string_view type) const {
  const std::size_t size = type.size();
  std::uint32_t number = 0;
  if (size > MiddleTable::longest || size == 0) {
    const LongSlot* const slot = find_long(type, hash_of(type));
    number = slot == nullptr ? 0 : slot->number;
  } else {
    char padded[unicode::type_padding] = {};
    std::copy(type.begin(), type.end(), padded);
    number = size > ShortTable::longest ? middle_.find(MiddleTable::key_of(padded, size))
                                        : short_.find(ShortTable::key_of(padded, size));
  }
  if (number == 0) return std::nullopt;
  return number - 1;
}

/// Where the type stands, or the free slot where it would; nothing after too long a search.
const Vocabulary::LongSlot* Vocabulary::find_long(std::string_view type, std::uint64_t hash) const {
  const std::size_t mask = long_.size() - 1;
  for (std::size_t probe = 0; probe <= most_probes; ++probe) {
    const LongSlot& slot = long_[(hash + probe) & mask];
    if (slot.number == 0 || (slot.hash == hash >> 32U && types_[slot.number - 1] == type)) return &slot;
  }
  return nullptr;
}

std::uint32_t Vocabulary::intern_long(std::string_view type) {
  const std::uint64_t hash = hash_of(type);
  const LongSlot* const slot = find_long(type, hash);
  if (slot == nullptr) return 0;
  if (slot->number != 0) return slot->number;
  const std::uint32_t number = add(type);
  long_[static_cast<std::size_t>(slot - long_.data())] = {static_cast<std::uint32_t>(hash >> 32U), number};
  if (2 * ++long_used_ > long_.size()) place_long(2 * long_.size());
  return number;
}

/// Keeps the letters of a new type; returns its id plus 1.
std::uint32_t Vocabulary::add(std::string_view type) {
  if (types_.size() == 0xFFFFFFFE) {
    throw Error{{.cause = "more than 4,294,967,294 types", .hint = "count parts of the texts, and merge them"}};
  }
  if (arena_size_ - arena_used_ < type.size()) {
    arena_size_ = std::max(std::clamp(2 * arena_size_, first_arena_block, arena_block), type.size());
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

/// Makes the tables anew under another seed, or a third where that one collides too.
void Vocabulary::seed_anew() {
  const auto placed = [&](TypeId id) {
    const std::string_view type = types_[id];
    const auto number = [id] { return id + 1; };
    char padded[unicode::type_padding] = {};
    if (type.empty() || type.size() > MiddleTable::longest) return true;
    std::copy(type.begin(), type.end(), padded);
    return 0 != (type.size() > ShortTable::longest ? middle_.intern(MiddleTable::key_of(padded, type.size()), number)
                                                   : short_.intern(ShortTable::key_of(padded, type.size()), number));
  };
  TypeId id = 0;
  while (true) {
    seed_ = random_seed();
    short_.clear(seed_);
    middle_.clear(seed_);
    for (id = 0; id < types_.size() && placed(id);) ++id;
    if (id == types_.size()) break;
  }
  place_long(long_.size());
}

/// Makes the table of long types anew.
void Vocabulary::place_long(std::size_t slots) {
  long_.assign(slots, {});
  for (TypeId id = 0; id < types_.size(); ++id) {
    const std::string_view type = types_[id];
    if (!type.empty() && type.size() <= MiddleTable::longest) continue;
    const std::uint64_t hash = hash_of(type);
    std::size_t at = hash & (slots - 1);
    while (long_[at].number != 0) at = (at + 1) & (slots - 1);
    long_[at] = {static_cast<std::uint32_t>(hash >> 32U), id + 1};
  }
}

}  // namespace corpus::text
