// SPDX-License-Identifier: MIT
/// \file
/// Places in a text that no hit reaches over, seen from its bytes alone: what lies between two of them can be tokenized and
/// searched by itself.
///
///     Clauses clauses{queries, options};
///     const auto [begin, end] = clauses.around(text, at, Paragraphs::blank_lines);
///
/// Where every query is for single tokens, these are the stretches between white space; else those between punctuation
/// with white space behind it, or paragraphs, as far as the options let these part hits. Costs a look at each byte of the
/// stretch.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "corpus/search/concordance.hpp"
#include "corpus/search/query.hpp"
#include "corpus/text/units.hpp"

namespace corpus::search {

class Clauses {
 public:
  Clauses(std::span<const Query> queries, const ConcordanceOptions& options);

  /// Whether there is anything by which a text could be parted.
  [[nodiscard]] bool known() const { return words_ || marks_known_ || across_ == Across::no; }

  /// The stretch that holds text[at]. Its ends are word boundaries; the ends of the text count as such.
  [[nodiscard]] text::Stretch around(std::string_view text, std::uint32_t at, Paragraphs paragraphs) const;

 private:
  [[nodiscard]] bool parted(std::string_view text, std::size_t at, Paragraphs paragraphs) const;

  bool words_ = true;
  bool marks_known_ = false;
  Across across_;
  std::array<bool, 128> marks_{};  ///< with white space behind them, they part hits
};

}  // namespace corpus::search
