// SPDX-License-Identifier: MIT
/// \file
/// The vocabulary: every type once, known by a number from 0 in order of first appearance.
///
///     Vocabulary vocabulary;
///     TypeId id = vocabulary.intern("snow");   // 0
///     vocabulary[id];                          // "snow"
///
/// An open-addressing table of (hash, id) over an arena of strings: about 24 bytes a type besides its letters, one or two cache
/// lines touched a look-up. The hash is seeded at random in each process, so nobody can prepare keys that collide; ids depend on
/// the order of interning alone. Views stay valid as long as the vocabulary does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace corpus::text {

using TypeId = std::uint32_t;

class Vocabulary {
 public:
  Vocabulary();

  /// The number of `type`, which is new if it has not been seen. Throws Error when 2^32 - 1 types are in use.
  TypeId intern(std::string_view type);

  [[nodiscard]] std::optional<TypeId> find(std::string_view type) const;
  [[nodiscard]] std::string_view operator[](TypeId id) const { return types_[id]; }
  [[nodiscard]] std::size_t size() const { return types_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;  ///< the upper half, to pass over most strangers without reading their letters
    TypeId id = unused;
  };
  static constexpr TypeId unused = 0xFFFFFFFF;

  [[nodiscard]] std::size_t slot_of(std::string_view type, std::uint64_t hash) const;
  std::string_view keep(std::string_view type);
  void grow();

  std::uint64_t seed_;
  std::vector<Slot> slots_;
  std::vector<std::string_view> types_;
  std::vector<std::unique_ptr<char[]>> arena_;
  std::size_t arena_used_ = 0;
  std::size_t arena_size_ = 0;
};

}  // namespace corpus::text
