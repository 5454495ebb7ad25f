// SPDX-License-Identifier: MIT
/// \file
/// The lines of a document, one after the other, with a view of all of them from a place that is still needed.
///
///     ConlluLines lines{blocks};
///     while (const auto line = lines.peek()) {
///       lines.keep_from(lines.position(line->text));
///       …
///       lines.pass();
///     }
///
/// Positions are bytes of the decoded text, from 0. Linear in the text. Memory: what is kept, and a block.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/blocks.hpp"

namespace corpus::text {

class ConlluLines {
 public:
  struct Line {
    std::string_view text;     ///< without its line end, valid until the next call
    std::uint64_t number = 1;  ///< in the file
    bool whole = true;         ///< false: it is of over 64 KiB, and may go on in another part …
    bool goes_on = false;      ///< … such as this
  };

  /// `blocks` must outlive the lines.
  explicit ConlluLines(BlockReader& blocks) : blocks_(blocks) {}

  /// The line at hand; nothing at the end.
  std::optional<Line> peek();
  /// On to the next one.
  void pass();
  /// Of the line at hand; at the end, of the line that would follow.
  [[nodiscard]] std::uint64_t number() const { return number_; }

  /// What stands before may go.
  void keep_from(std::uint64_t position) { needed_ = position; }

  /// How much is kept before the line at hand.
  [[nodiscard]] std::size_t kept() const { return position() - needed_; }
  /// Where the line at hand begins.
  [[nodiscard]] std::uint64_t position() const { return first_ + at_; }
  /// Where the line after it begins.
  [[nodiscard]] std::uint64_t after() const { return first_ + next_; }
  /// Where a part of the line at hand begins.
  [[nodiscard]] std::uint64_t position(std::string_view part) const {
    return first_ + static_cast<std::uint64_t>(part.data() - text_.data());
  }

  // Of [begin, end), which is kept:
  [[nodiscard]] std::string_view text(std::uint64_t begin, std::uint64_t end) const {
    return std::string_view(text_).substr(begin - first_, end - begin);
  }
  /// As in a Block.
  [[nodiscard]] std::uint64_t offset(std::uint64_t begin) const;
  [[nodiscard]] std::span<const std::uint64_t> sources(std::uint64_t begin, std::uint64_t end) const;

 private:
  bool read_more();

  BlockReader& blocks_;
  std::string text_;                    ///< what is needed, and the lines to come
  std::vector<std::uint64_t> sources_;  ///< of a transcoded document, one for each byte of `text_` and one more
  std::uint64_t first_ = 0;             ///< position of text_[0]
  std::uint64_t offset_ = 0;            ///< and where in the document it stands, where it was not transcoded
  std::size_t at_ = 0;                  ///< in `text_`: where the line at hand begins …
  std::size_t next_ = 0;                ///< … and the next one, once that was peeked at
  std::size_t line_feed_ = 0;           ///< the next one at or after `at_`, or the end
  std::uint64_t number_ = 1;            ///< of the line at hand
  std::uint64_t needed_ = 0;            ///< text from this position on
  bool cut_off_ = false;                ///< `text_` ends within a line …
  bool goes_on_ = false;                ///< … and this one began before the line at hand
};

}  // namespace corpus::text
