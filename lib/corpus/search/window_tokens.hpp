// SPDX-License-Identifier: MIT
/// \file
/// The tokens of a document that windows can still reach, by their numbers since it began, and where the units of text
/// begin that windows do not reach beyond.
///
///     tokens.add_unit(0);
///     tokens.add(batch, 0, ids);                     // places, then types
///     const auto unit = tokens.unit_of({5, 6});      // of tokens 5 to 6: its bytes
///     tokens.drop_before(3, size);
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corpus/search/matcher.hpp"
#include "corpus/text/tokenizer.hpp"
#include "corpus/text/vocabulary.hpp"

namespace corpus::search {

/// What is noted of a token, as bits.
enum TokenMark : std::uint8_t { in_node = 1, in_window = 2 };

class WindowTokens {
 public:
  /// Bytes [begin, end) of the text as it is read.
  struct Unit {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
  };

  void clear();
  /// The next tokens, in a stretch of text that begins at `text_begin`; `types` are their ids.
  void add(const text::Tokens& tokens, std::uint64_t text_begin, std::span<const text::TypeId> types);
  /// A unit begins with what begins at `place` or later; not before the last one.
  void add_unit(std::uint64_t place) { units_.push_back(place); }

  [[nodiscard]] std::size_t size() const { return ids_.size(); }
  [[nodiscard]] std::uint64_t next() const { return first_ + ids_.size(); }
  /// Where in the arrays below a token stands.
  [[nodiscard]] std::size_t index(std::uint64_t number) const { return static_cast<std::size_t>(number - first_); }
  /// Of the first token that begins at `place` or later.
  [[nodiscard]] std::uint64_t number_at(std::uint64_t place) const;
  /// In which a node begins, and in which it ends, in one. Nodes are asked for in their order, or nearly.
  [[nodiscard]] Unit unit_of(const TokenRange& node);

  [[nodiscard]] const text::TypeId* ids() const { return ids_.data(); }
  [[nodiscard]] const std::uint64_t* begins() const { return begins_.data(); }
  [[nodiscard]] std::uint8_t* marks() { return marks_.data(); }

  /// Lets go of tokens; `text_end` is where the text so far ends.
  void drop_before(std::uint64_t number, std::uint64_t text_end);

 private:
  [[nodiscard]] bool unit_begins_by(std::size_t unit, std::uint64_t place) const {
    return unit < units_.size() && units_[unit] <= place;
  }

  std::uint64_t first_ = 0;  ///< the number of the first that is kept
  std::vector<text::TypeId> ids_;
  std::vector<std::uint8_t> marks_;
  std::vector<std::uint64_t> begins_;
  std::vector<std::uint64_t> units_;  ///< where they begin
  std::size_t unit_ = 0;              ///< in which the last node was
};

}  // namespace corpus::search
