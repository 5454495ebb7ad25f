// SPDX-License-Identifier: MIT
/// \file
/// Where sentences or turns begin, as far back as contexts reach: for contexts that are counted in them.
///
///     borders.add(part, …);
///     borders.begin(place, 2);   // of the sentence of `place`, and the one before
///     borders.end(place, 2);     // of the two, once it is known
///
/// Text outside turns is divided at the ends of paragraphs instead.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>

#include "corpus/search/concordance.hpp"
#include "corpus/text/block.hpp"
#include "corpus/text/units.hpp"

namespace corpus::search {

class UnitBorders {
 public:
  void start();
  /// The text of the part begins at `begin` in that of the document.
  void add_sentences(std::uint64_t begin, std::span<const text::Sentence> sentences);
  void add_turns(std::uint64_t begin, const text::Block& part, Paragraphs paragraphs);

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
  std::optional<std::uint64_t> last_turn_;
  bool after_blank_ = true;
  bool line_open_ = false;
};

}  // namespace corpus::search
