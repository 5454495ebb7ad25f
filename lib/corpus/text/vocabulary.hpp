// SPDX-License-Identifier: MIT
/// \file
/// The vocabulary: every type once, known by a number from 0 in order of first appearance.
///
///     Vocabulary vocabulary;
///     TypeId id = vocabulary.intern("snow");   // 0
///     vocabulary[id];                          // "snow"
///
/// Three open-addressing tables. Types of up to 12 bytes, nearly all there are in English text, stand in the first as
/// they are, those of up to 28 in the second: comparing is comparing integers, and a look-up touches one cache line
/// (key_table.hpp). The others are known there by a hash, and compared in the arena that keeps the letters of all. About
/// 60 bytes a type besides its letters.
///
/// The hash is seeded at random in each process. Should keys collide all the same, because somebody knows the seed,
/// it is seeded anew. Ids depend on the order of interning alone. Views stay valid as long as the vocabulary does.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/text/key_table.hpp"
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
  using ShortTable = KeyTable<2>;
  using MiddleTable = KeyTable<4>;
  struct LongSlot {
    std::uint32_t hash = 0;  ///< the upper half, to pass over most strangers without reading their letters
    std::uint32_t number = 0;
  };

  [[nodiscard]] std::uint64_t hash_of(std::string_view type) const;
  [[nodiscard]] const LongSlot* find_long(std::string_view type, std::uint64_t hash) const;
  TypeId intern_padded(std::string_view type);
  std::uint32_t intern_long(std::string_view type);
  std::uint32_t add(std::string_view type);
  void seed_anew();
  void place_long(std::size_t slots);

  // Numbers are ids plus 1.
  std::uint64_t seed_;
  ShortTable short_;
  MiddleTable middle_;
  std::vector<LongSlot> long_;
  std::size_t long_used_ = 0;
  std::deque<std::string_view> types_;
  std::vector<std::unique_ptr<char[]>> arena_;
  std::size_t arena_used_ = 0;
  std::size_t arena_size_ = 0;
  std::array<TypeId, batch> ids_{};
};

}  // namespace corpus::text
