// SPDX-License-Identifier: MIT
/// \file
/// The vocabulary: every type once, known by a number from 0 in order of first appearance.
///
///     Vocabulary vocabulary;
///     TypeId id = vocabulary.intern("snow");   // 0
///     vocabulary[id];                          // "snow"
///
/// Two open-addressing tables. Types of up to 12 bytes, nearly all there are in running text, stand in the first as
/// they are: a slot is 16 bytes, comparing is comparing integers, and a look-up touches one cache line. The others
/// are known there by a hash, and compared in the arena that keeps the letters of all. About 50 bytes a type besides
/// its letters.
///
/// The hash is seeded at random in each process. Should keys collide all the same, because somebody knows the seed,
/// it is seeded anew. Ids depend on the order of interning alone. Views stay valid as long as the vocabulary does.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/unicode/words.hpp"

namespace corpus::text {

using TypeId = std::uint32_t;

class Vocabulary {
 public:
  Vocabulary();
  /// With a known seed, for tests.
  explicit Vocabulary(std::uint64_t seed);

  /// The number of `type`, which is new if it has not been seen; it holds no NUL. Throws Error when 2^32 - 2 types
  /// are in use.
  TypeId intern(std::string_view type);

  /// The numbers of the types of up to `batch` words, in their order: faster than one by one, for the memory they
  /// need is asked for ahead. Valid until the next call.
  std::span<const TypeId> intern(std::span<const unicode::Word> words);
  static constexpr std::size_t batch = 64;

  [[nodiscard]] std::optional<TypeId> find(std::string_view type) const;
  [[nodiscard]] std::string_view operator[](TypeId id) const { return types_[id]; }
  [[nodiscard]] std::size_t size() const { return types_.size(); }

 private:
  /// The letters of a short type, padded with NUL.
  struct Key {
    std::uint64_t low;
    std::uint64_t high;  ///< four bytes
  };
  struct ShortSlot {
    std::uint64_t low = 0;
    std::uint32_t high = 0;
    std::uint32_t number = 0;  ///< the id plus 1; 0 where the slot is free
  };
  struct LongSlot {
    std::uint32_t hash = 0;  ///< the upper half, to pass over most strangers without reading their letters
    std::uint32_t number = 0;
  };

  [[nodiscard]] std::uint64_t hash_of(Key key) const;
  [[nodiscard]] std::uint64_t hash_of(std::string_view type) const;
  TypeId intern_short(std::string_view type, Key key, std::uint64_t hash);
  TypeId intern_long(std::string_view type);
  std::uint32_t add(std::string_view type);
  void rebuild(std::size_t short_slots, std::size_t long_slots);
  [[nodiscard]] bool place(const std::vector<ShortSlot>& slots);
  [[nodiscard]] bool place(const std::vector<LongSlot>& slots);

  std::uint64_t seed_;
  std::vector<ShortSlot> short_;
  std::vector<LongSlot> long_;
  std::size_t short_used_ = 0;
  std::size_t long_used_ = 0;
  std::vector<std::string_view> types_;
  std::vector<std::unique_ptr<char[]>> arena_;
  std::size_t arena_used_ = 0;
  std::size_t arena_size_ = 0;
  std::array<TypeId, batch> ids_{};
};

}  // namespace corpus::text
