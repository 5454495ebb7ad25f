// SPDX-License-Identifier: MIT
/// \file
/// A row of CoNLL-U, and whether it may stand where it stands in its sentence.
///
///     const ConlluRow row = parse_row({name, 17, line});
///     order.add(row, {name, 17, line});
///
/// Both throw Error naming the line and the column. Linear in the row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace corpus::text {

/// A line, and what an error calls it.
struct ConlluLine {
  std::string_view file;
  std::uint64_t number = 1;
  std::string_view text = {};

  /// Throws Error about the byte `at` of the line.
  [[noreturn]] void fail(std::size_t at, std::string cause, std::string hint) const;
};

struct ConlluRow {
  enum class Kind : std::uint8_t {
    word,        ///< 5
    range,       ///< 5-6, a multiword token
    empty_node,  ///< 5.1
  };

  Kind kind = Kind::word;
  std::uint64_t first = 0;  ///< 5
  std::uint64_t last = 0;   ///< 5, 6, 1
  // Parts of the line.
  std::string_view form = {};
  std::string_view lemma = {};
  std::string_view upos = {};
  bool space_after = true;
};

ConlluRow parse_row(const ConlluLine& line);

/// The numbers of the rows in a sentence.
class ConlluOrder {
 public:
  void add(const ConlluRow& row, const ConlluLine& line);
  /// The sentence ends before `line`.
  void end(const ConlluLine& line);

  [[nodiscard]] bool begun() const { return begun_; }
  /// Whether the word that was added last is part of a multiword token.
  [[nodiscard]] bool in_range() const { return word_ <= range_end_; }

 private:
  std::uint64_t word_ = 0;         ///< the last one
  std::uint64_t empty_node_ = 0;   ///< the last one after that word
  std::uint64_t range_begin_ = 0;  ///< of the last multiword token
  std::uint64_t range_end_ = 0;
  bool begun_ = false;
};

}  // namespace corpus::text
