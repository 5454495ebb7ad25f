// SPDX-License-Identifier: MIT
/// \file
/// A hash table from short strings to numbers: what the vocabulary looks words up in.
///
///     KeyTable<2> table{seed};                          // strings of up to 12 bytes
///     const auto key = table.key_of("snow\0…", 4);
///     table.intern(key, [] { return 1; });              // 1: it was not there, and the function was asked
///     table.intern(key, [] { return 2; });              // 1
///
/// Open addressing. A slot is the string itself, padded with NUL to 12 or 28 bytes, and its number in the last four: a
/// look-up touches one cache line, follows no pointer, and compares integers. At most half of the slots are used.
///
/// It grows without a pause: a table of twice the size is begun, and each new string takes a few others along from the
/// old one. A string that is looked for meanwhile moves at once, so that the frequent ones are first in the new table
/// and stand where their hash says.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

#include "corpus/text/zeroed_memory.hpp"

namespace corpus::text {

__extension__ using Wide = unsigned __int128;

/// Multiply, and fold the upper half onto the lower (Wang Yi's wyhash is the model).
inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  // Not by one product of 128 bits, which GCC 12 leaves in memory.
  const auto upper = static_cast<std::uint64_t>((static_cast<Wide>(a) * b) >> 64U);
  return upper ^ (a * b);
}

/// Keys are strings without NUL of up to 8 `words` - 4 bytes.
template <std::size_t words>
class KeyTable {
 public:
  static constexpr std::size_t longest = 8 * words - 4;

  /// A string padded with NUL.
  using Key = std::array<std::uint64_t, words>;

  explicit KeyTable(std::uint64_t seed, std::size_t slots = std::size_t{1} << 4) : slots_(slots) { set_seed(seed); }

  /// The first `size` of the bytes at `letters`, where 8 `words` can be read.
  static Key key_of(const char* letters, std::size_t size) {
    Key key;
    std::memcpy(key.data(), letters, sizeof key);
    for (std::size_t i = 0; i < words; ++i) key[i] &= masks[size][i];
    return key;
  }

  [[nodiscard]] std::uint64_t hash_of(const Key& key) const {
    std::uint64_t hash = seed_;
    for (std::size_t i = 0; i < words; i += 2) hash = mix(hash ^ key[i], key[i + 1] ^ other_seed_);
    return hash;
  }

  /// Where a key should stand. The memory that looking there will need is asked for.
  [[nodiscard]] std::size_t prefetch_home(const Key& key) const {
    const std::size_t home = slots_.home(hash_of(key));
    __builtin_prefetch(slots_.at(home));
    return home;
  }

  /// The number of the key if it is found from `home` on; else 0, which means nothing. Keys may have been added since
  /// `home` was asked for.
  [[nodiscard]] std::uint32_t number_from(std::size_t home, const Key& key) const {
    const std::uint64_t* slot = slots_.at(home);
    if (holds(slot, key)) [[likely]]
      return number_of(slot);
    while (number_of(slot) != 0 && !holds(slot, key)) slot = slots_.at(home = slots_.next(home));
    return number_of(slot);
  }

  /// The number of the key; 0 if it has none.
  [[nodiscard]] std::uint32_t find(const Key& key) const {
    const std::uint64_t hash = hash_of(key);
    const std::uint32_t number = number_of(place(slots_, key, hash).slot);
    return number != 0 || old_.empty() ? number : number_of(place(old_, key, hash).slot);
  }

  /// The number of the key; if it has none, what `next_number()` gives, which is not 0. Where more keys collide than
  /// chance brings together, nothing is done and 0 returned.
  template <typename Next>
  std::uint32_t intern(const Key& key, Next next_number) {
    const std::uint64_t hash = hash_of(key);
    const Place found = place(slots_, key, hash);
    if (number_of(found.slot) != 0) return number_of(found.slot);
    if (found.probes > most_probes()) return 0;
    std::uint32_t number = old_.empty() ? 0 : number_of(place(old_, key, hash).slot);
    const bool fresh = number == 0;
    if (fresh) number = next_number();
    fill(found.slot, key, number);
    if (fresh) make_room();
    return number;
  }

  /// How far a key may stand from home. Half full, and with linear probing, the chance that a random key goes farther than
  /// n falls with 0.82^n, so that one in a million tables has such a key; more means collisions made on purpose.
  [[nodiscard]] std::size_t most_probes() const {
    return 64 + 4 * static_cast<std::size_t>(std::bit_width(slots_.size()));
  }

  /// Forgets all keys, and hashes from here on by another seed.
  void clear(std::uint64_t seed) {
    set_seed(seed);
    slots_ = Slots{slots_.size()};
    old_ = {};
    used_ = 0;
  }

 private:
  void set_seed(std::uint64_t seed) {
    seed_ = seed;
    other_seed_ = mix(seed ^ 0x9E3779B97F4A7C15U, 0xD1B54A32D192ED03U);
  }

  // A slot is `words` integers: the key, with its number in the upper half of the last.
  struct Place {
    std::uint64_t* slot;
    std::size_t probes;
  };

  /// All zero at first, without touching it: the system hands out large zeroed memory page by page.
  class Slots {
   public:
    Slots() = default;
    explicit Slots(std::size_t size)
        : memory_(size * slot_bytes), first_(static_cast<std::uint64_t*>(memory_.data())), last_((size - 1) * words) {}
    Slots(Slots&& other) noexcept
        : memory_(std::move(other.memory_)),
          first_(std::exchange(other.first_, nullptr)),
          last_(std::exchange(other.last_, 0)) {}
    Slots& operator=(Slots&& other) noexcept {
      memory_ = std::move(other.memory_);
      first_ = std::exchange(other.first_, nullptr);
      last_ = std::exchange(other.last_, 0);
      return *this;
    }
    ~Slots() = default;

    [[nodiscard]] bool empty() const { return first_ == nullptr; }
    [[nodiscard]] std::size_t size() const { return empty() ? 0 : last_ / words + 1; }  ///< a power of two

    // Slots are known by where they begin, so that no multiplication stands between a hash and its slot.
    [[nodiscard]] std::size_t home(std::uint64_t hash) const { return hash & last_; }
    [[nodiscard]] std::size_t next(std::size_t slot) const { return (slot + words) & last_; }
    [[nodiscard]] std::uint64_t* at(std::size_t slot) const { return first_ + slot; }

   private:
    ZeroedMemory memory_;
    std::uint64_t* first_ = nullptr;
    std::size_t last_ = 0;
  };

  static constexpr std::size_t slot_bytes = words * sizeof(std::uint64_t);

  /// Old slots that a new key looks through. With two of them all are moved when the table is to grow again.
  static constexpr std::size_t moved_at_once = 4;

  static constexpr auto masks = [] {
    std::array<Key, longest + 1> result{};
    for (std::size_t size = 0; size <= longest; ++size) {
      for (std::size_t byte = 0; byte < size; ++byte) result[size][byte / 8] |= std::uint64_t{0xFF} << (8 * (byte % 8));
    }
    return result;
  }();

  static std::uint32_t number_of(const std::uint64_t* slot) {
    return static_cast<std::uint32_t>(slot[words - 1] >> 32U);
  }

  static bool holds(const std::uint64_t* slot, const Key& key) {
    for (std::size_t i = 0; i + 1 < words; ++i) {
      if (slot[i] != key[i]) return false;
    }
    return static_cast<std::uint32_t>(slot[words - 1]) == key[words - 1];
  }

  static void fill(std::uint64_t* slot, const Key& key, std::uint32_t number) {
    std::copy(key.begin(), key.end(), slot);
    slot[words - 1] |= std::uint64_t{number} << 32U;
  }

  /// Where the key stands, or the free slot where it would.
  static Place place(const Slots& slots, const Key& key, std::uint64_t hash) {
    std::size_t slot = slots.home(hash);
    std::size_t probes = 0;
    for (; number_of(slots.at(slot)) != 0 && !holds(slots.at(slot), key); slot = slots.next(slot)) ++probes;
    return {slots.at(slot), probes};
  }

  void make_room() {
    if (2 * ++used_ > slots_.size()) {
      old_ = std::exchange(slots_, Slots{2 * slots_.size()});
      moved_ = 0;
    }
    for (std::size_t i = 0; i < moved_at_once && moved_ < old_.size(); ++i) move(old_.at(words * moved_++));
    if (moved_ == old_.size()) old_ = {};
  }

  void move(const std::uint64_t* slot) {
    const std::uint32_t number = number_of(slot);
    if (number == 0) return;
    Key key;
    std::copy_n(slot, words, key.begin());
    key[words - 1] &= 0xFFFFFFFF;
    const Place found = place(slots_, key, hash_of(key));
    if (number_of(found.slot) == 0) fill(found.slot, key, number);
  }

  std::uint64_t seed_ = 0;
  std::uint64_t other_seed_ = 0;  ///< for the other factors: nobody shall know one that loses bits
  Slots slots_;
  Slots old_;              ///< empty, or keys that may be missing in `slots_`
  std::size_t moved_ = 0;  ///< so many of its slots are done
  std::size_t used_ = 0;   ///< keys in both
};

}  // namespace corpus::text
