// SPDX-License-Identifier: MIT
/// \file
/// Whether a document sets off its paragraphs by indenting their first lines, and by how much.
///
///     nothing to be done.
///        The next day it rained, and the      indented, after a line that ends a sentence: a paragraph
///     day after that.
///
/// It does if nearly all lines that are indented a little, with no blank line before them, follow the end of a sentence.
/// The margin is what most lines have. Costs a few additions a line.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "corpus/text/lines.hpp"

namespace corpus::text {

class Indents {
 public:
  /// The next line of the document, and whether it closes a sentence.
  void add(const Line& line, bool closes);

  /// The indents of first lines of paragraphs: [first, last) columns; none where nothing begins so.
  struct Range {
    std::size_t first = 0;
    std::size_t last = 0;

    [[nodiscard]] bool holds(const Line& line) const { return column(line) >= first && column(line) < last; }
  };
  [[nodiscard]] Range of_paragraphs() const;

 private:
  struct Column {
    std::uint64_t lines = 0;   ///< that begin in it
    std::uint64_t follow = 0;  ///< of these, right after a line that shows something …
    std::uint64_t after = 0;   ///< … and of these, after the end of a sentence
  };

  static std::size_t column(const Line& line) { return line.shows - line.begin; }

  static constexpr std::size_t most = 64;
  std::array<Column, most> columns_{};
  bool after_blank_ = true;
  bool closed_ = true;
};

}  // namespace corpus::text
