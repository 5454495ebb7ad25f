// SPDX-License-Identifier: MIT
/// \file
/// A hash table of n-grams with their counts: for one part at a time, small enough for a cache.
///
///     NgramTable<1> table{seed};
///     table.start(expected);
///     ++table.at(key).freq;
///     for (NgramSlot<1>& slot : table.slots()) if (!slot.key.empty()) …
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "corpus/count/ngram_key.hpp"
#include "corpus/error.hpp"

namespace corpus::count {

/// Where nothing is, the key is empty.
template <std::size_t words>
struct NgramSlot {
  NgramKey<words> key;
  std::uint32_t freq = 0;
  std::uint32_t range = 0;
  std::uint32_t document = 0;  ///< that held it last, or 0
  std::uint32_t fillers = 0;

  /// Met again, in that document.
  void count(std::uint32_t in_document) {
    if (++freq == 0) {
      throw Error{{.cause = "an n-gram occurs more than 4,294,967,295 times",
                   .hint = "count parts of the texts with --format counts, and merge them"}};
    }
    range += document == in_document ? 0 : 1;
    document = in_document;
  }
};

template <std::size_t words>
class NgramTable {
 public:
  using Slot = NgramSlot<words>;

  explicit NgramTable(std::uint64_t seed) : seed_(seed) {}

  /// Forgets everything. So many n-grams will do without growing.
  void start(std::size_t expected) { reset(std::bit_ceil(std::max<std::size_t>(2 * expected, least))); }

  /// The slot of the key, which is new where it has no frequency.
  Slot& at(const NgramKey<words>& key) {
    Slot* slot = place(key);
    if (slot->key == key) [[likely]]
      return *slot;
    if (2 * ++used_ > size_) {
      grow();
      slot = place(key);
    }
    slot->key = key;
    return *slot;
  }
  /// Nothing is changed; nullptr where it is not there.
  Slot* find(const NgramKey<words>& key) {
    Slot* const slot = place(key);
    return slot->key == key ? slot : nullptr;
  }

  [[nodiscard]] std::size_t used() const { return used_; }
  [[nodiscard]] std::span<Slot> slots() { return std::span(slots_).first(size_); }

 private:
  static constexpr std::size_t least = 64;

  void reset(std::size_t size) {
    size_ = size;
    used_ = 0;
    shift_ = 64 - static_cast<unsigned>(std::countr_zero(size));
    if (slots_.size() < size)
      slots_ = std::vector<Slot>(size);
    else
      std::fill_n(slots_.begin(), size, Slot{});
  }

  /// Parts are told apart by the upper bits of the same hash: they are multiplied away.
  Slot* place(const NgramKey<words>& key) {
    std::size_t at = (key.hash(seed_) * 0xD1B54A32D192ED03U) >> shift_;
    while (!slots_[at].key.empty() && !(slots_[at].key == key)) at = (at + 1) & (size_ - 1);
    return &slots_[at];
  }

  void grow() {
    const std::size_t old_size = size_;
    const std::vector<Slot> old = std::exchange(slots_, {});
    const std::size_t used = used_;
    reset(2 * old_size);
    used_ = used;
    for (std::size_t i = 0; i < old_size; ++i) {
      if (!old[i].key.empty()) *place(old[i].key) = old[i];
    }
  }

  std::uint64_t seed_;
  std::vector<Slot> slots_;
  std::size_t size_ = 0;  ///< a power of two
  std::size_t used_ = 0;
  unsigned shift_ = 0;
};

}  // namespace corpus::count
