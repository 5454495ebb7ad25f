// SPDX-License-Identifier: MIT
/// \file
/// The lines of a document, one after the other, with a look at those to come.
///
///     WrappedSource source{blocks};
///     while (const Line* line = source.line(0)) {
///       source.shown(*line); source.line(1); …
///       source.pop();
///       source.drop(line->next);   // what is before is no longer needed
///     }
///
/// Offsets count from the document's beginning, in the decoded text, so that they stay what they are when text is
/// dropped. Memory: what was not dropped, and a block of what is to come. A line longer than that comes in parts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/text/blocks.hpp"
#include "corpus/text/lines.hpp"

namespace corpus::text {

class WrappedSource {
 public:
  /// `blocks` must outlive it, and is at the document's beginning.
  explicit WrappedSource(BlockReader& blocks) : blocks_(blocks) {}

  /// The line at hand, or one `ahead` of it; none after the last. Valid until the next call.
  const Line* line(std::size_t ahead) {
    while (at_ + ahead >= lines_.size()) {
      if (ended_) return nullptr;
      read();
    }
    return &lines_[at_ + ahead];
  }
  /// The next line is at hand.
  void pop() {
    if (lines_[at_].ended()) ++line_number_;
    ++at_;
  }
  /// What stands before `offset` will not be asked for again. It is not within a character or a line end.
  void drop(std::size_t offset);

  [[nodiscard]] std::string_view text(std::size_t begin, std::size_t end) const {
    return {text_.data() + (begin - base_), end - begin};
  }
  [[nodiscard]] std::string_view shown(const Line& line) const { return text(line.shows, line.shows_end); }
  [[nodiscard]] Place place(std::size_t offset) const;
  /// Of the line at hand.
  [[nodiscard]] Place line_place(const Line& line) const;
  /// Where in the document's bytes the text at `offset` stands.
  [[nodiscard]] std::uint64_t source_offset(std::size_t offset) const;
  /// Of the text from `begin` to `end`, as a block gives them.
  [[nodiscard]] std::span<const std::uint64_t> sources(std::size_t begin, std::size_t end) const;

 private:
  void read();
  void scan(bool goes_on);

  BlockReader& blocks_;
  std::string text_;
  std::vector<std::uint64_t> sources_;  ///< of a decoded document
  std::size_t base_ = 0;                ///< offset of text_[0]
  Place place_;                         ///< of it
  std::uint64_t source_ = 0;            ///< and where it stands in the document's bytes
  std::vector<Line> lines_;
  std::size_t at_ = 0;        ///< the line at hand among them
  std::size_t scanned_ = 0;   ///< offset: lines were made of what is before
  bool within_line_ = false;  ///< a part of an overlong line was the last of them
  std::uint64_t line_number_ = 1;
  bool ended_ = false;
};

}  // namespace corpus::text
