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
/// (key_table.hpp). The others stand in the third by a hash of 96 bits, and are compared in the arena that keeps the letters
/// of all. About 60 bytes a type besides its letters.
///
/// The hash is seeded at random in each process. Should keys collide all the same, because somebody knows the seed,
/// it is seeded anew. Ids depend on the order of interning alone. Views stay valid as long as the vocabulary does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/text/key_table.hpp"
#include "corpus/unicode/word.hpp"

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

  /// The numbers of the types of some words, in their order: faster than one by one, for the memory they need is asked
  /// for ahead. Valid until the next call.
  std::span<const TypeId> intern(const unicode::Words& words);

  /// The numbers of all types of another vocabulary, by their numbers there.
  std::vector<TypeId> intern(const Vocabulary& other);

  [[nodiscard]] std::optional<TypeId> find(std::string_view type) const;
  [[nodiscard]] std::string_view operator[](TypeId id) const { return types_[id]; }
  /// Asks for the memory that the type's letters stand in, for who will want them soon.
  void prefetch(TypeId id) const { __builtin_prefetch(types_[id].data()); }
  [[nodiscard]] std::size_t size() const { return types_.size(); }

 private:
  using ShortTable = KeyTable<2>;
  using MiddleTable = KeyTable<4>;
  void intern_some(const unicode::Words& words, TypeId* ids);
  [[nodiscard]] ShortTable::Key long_key(std::string_view type) const;
  TypeId intern_padded(std::string_view type);
  template <typename Next>
  std::uint32_t place(std::string_view type, Next next_number);
  std::uint32_t add(std::string_view type);
  void seed_anew();

  // Numbers are ids plus 1.
  std::uint64_t seed_;
  ShortTable short_;
  MiddleTable middle_;
  ShortTable long_;  ///< by hash
  std::deque<std::string_view> types_;
  std::vector<std::unique_ptr<char[]>> arena_;
  std::size_t arena_used_ = 0;
  std::size_t arena_size_ = 0;
  std::vector<TypeId> ids_;
};

}  // namespace corpus::text
