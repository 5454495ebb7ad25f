// SPDX-License-Identifier: MIT
/// \file
/// Where each type occurs in a running text.
///
///     Occurrences text;
///     text.add(types, ids);                    // what follows in the text: numbers in a vocabulary
///     text.each(ids, [&](std::size_t i, stats::Counts positions) { … });   // of ids[i]: ascending, from 0
///
/// Memory: four bytes a token, and about 45 a type besides its letters. Each token knows where the one before it of the
/// same type stands, and positions are found by following that chain. A step waits for memory, so several types are
/// followed abreast, which takes some 16 MiB while it lasts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "corpus/count/frequency_list.hpp"
#include "corpus/stats/dispersion.hpp"

namespace corpus::count {

class Occurrences {
 public:
  /// Tokens whose types have the numbers `ids` in `types`. Throws Error where they come to 2^32.
  void add(const text::Vocabulary& types, std::span<const TypeId> ids);

  /// All that was added, as one document.
  [[nodiscard]] const FrequencyList& list() const { return list_; }

  /// Calls `use` for each of the types, in their order. By several threads at once, if they wish.
  void each(std::span<const TypeId> types, const std::function<void(std::size_t, stats::Counts)>& use) const;

 private:
  [[nodiscard]] std::vector<std::vector<std::uint64_t>> positions(std::span<const TypeId> types) const;
  static constexpr std::size_t chunk_size = std::size_t{1} << 20;
  using Chunk = std::unique_ptr<std::uint32_t[]>;

  std::uint32_t& before(std::uint64_t token) { return chunks_[token / chunk_size][token % chunk_size]; }
  [[nodiscard]] std::uint32_t before(std::uint64_t token) const {
    return chunks_[token / chunk_size][token % chunk_size];
  }

  FrequencyList list_;
  std::vector<std::uint32_t> last_;  ///< by type
  std::vector<Chunk> chunks_;        ///< by token: the one before it of the same type, if there is one
};

}  // namespace corpus::count
