// SPDX-License-Identifier: MIT
/// \file
/// Where sentences or turns begin, as far back as contexts reach: for contexts that are counted in them.
///
///     borders.add(begin, units.add(part, paragraphs));
///     borders.begin(place, 2);   // of the sentence of `place`, and the one before
///     borders.end(place, 2);     // of the two, once it is known
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>

#include "corpus/text/units.hpp"

namespace corpus::search {

class KeptBorders {
 public:
  void start();
  /// Of a part whose text begins at `begin` in that of the document.
  void add(std::uint64_t begin, std::span<const std::uint32_t> borders);
  void add_sentences(std::uint64_t begin, std::span<const text::Sentence> sentences);

  /// Where the unit with the byte at `place` begins and the `units` - 1 before it; at the document's beginning if there are
  /// not so many.
  [[nodiscard]] std::uint64_t begin(std::uint64_t place, std::size_t units) const;
  /// Where the unit with the byte at `place` ends and the `units` - 1 after it. Nothing if they go on.
  [[nodiscard]] std::optional<std::uint64_t> end(std::uint64_t place, std::size_t units) const;
  /// There will be no question about places before `place`, and none that reaches further back than `units`.
  void drop_before(std::uint64_t place, std::size_t units);

 private:
  std::deque<std::uint64_t> begins_;
  std::uint64_t last_sentence_ = 0;
};

}  // namespace corpus::search
