// SPDX-License-Identifier: MIT
/// \file
/// Wrapped text made whole: lines joined to paragraphs, split words rejoined, running lines left out, in two passes over
/// the document, and one over its first 8 MiB where hyphens stand at line ends.
///
///     WrappedEvidence evidence{options};
///     while (auto block = first.next()) {
///       evidence.start(*block);
///       for (each line of the block) evidence.add(line, line.shown(block->text));
///       evidence.end_block();
///     }
///     std::optional<Block> block;
///     while (evidence.needs_words() && (block = second.next())) evidence.add_words(*block);
///     WrappedReader reader{third, options, evidence, marker};
///     while (auto block = reader.next()) …
///
/// The evidence is the document and the lexicon, never another document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/block.hpp"
#include "corpus/text/blocks.hpp"
#include "corpus/text/hyphenation.hpp"
#include "corpus/text/layout.hpp"
#include "corpus/text/running_lines.hpp"
#include "corpus/text/running_lines_mark.hpp"
#include "corpus/text/turns.hpp"
#include "corpus/text/wrapped_indents.hpp"
#include "corpus/text/wrapped_source.hpp"
#include "corpus/text/wrapped_text.hpp"

namespace corpus::text {

/// What must be known of the whole document before its first line can be read.
class WrappedEvidence {
 public:
  explicit WrappedEvidence(const LayoutOptions& options);
  /// Every block of the document, in order …
  void start(const Block& block);
  /// … and its lines …
  void add(const Line& line, std::string_view shown);
  /// … before the block goes away.
  void end_block() { running_lines_.end_block(); }

  /// Whether there is something to decide that takes knowing words: then the first blocks are to be added once more, as
  /// long as this holds.
  [[nodiscard]] bool needs_words() const { return hyphens_.needs_words(); }
  void add_words(const Block& block) { hyphens_.add(block.text); }

 private:
  friend class WrappedReader;
  void add_split(std::string_view shown);

  bool hyphens_wanted_;
  bool running_lines_wanted_;
  HyphenEvidence hyphens_;
  RunningLineEvidence running_lines_;
  Indents indents_;
  std::string split_;             ///< what the last hyphen at a line end stands after, if its other half is not known
  std::size_t split_lines_ = 0;   ///< lines since then
  std::uint64_t last_width_ = 0;  ///< of the line before, in bytes; 0 where it was blank or closed a sentence
  std::uint64_t width_ = 0;       ///< of all lines that break off, with another right below, added up …
  std::uint64_t lines_ = 0;       ///< … and how many they are
};

class WrappedReader {
 public:
  /// All must outlive the reader. `blocks` is at the document's beginning.
  WrappedReader(BlockReader& blocks, const LayoutOptions& options, const WrappedEvidence& evidence,
                const TurnMarker& marker);

  /// The next block, of about 64 KiB, valid until the next call: whole paragraphs, each a line; in a longer paragraph
  /// it ends between words and inside a sentence, and `line_goes_on`. Its `turns` are those that begin in it.
  std::optional<Block> next();

 private:
  /// What stands between the last line that was kept and the one at hand.
  struct Gap {
    bool blank = false;  ///< a blank line
    bool page = false;   ///< a page's end: a form feed, or a line that was left out
    std::size_t size = 0;
  };

  /// What becomes of the line end between two lines that are kept.
  enum class Join : std::uint8_t { paragraph, space, nothing, rejoin };

  static constexpr std::size_t narrowest = 20;  ///< bytes

  struct Turn {
    std::size_t begin;  ///< in the text
    std::size_t speech;
    std::size_t speaker;  ///< in the source
    std::size_t speaker_size;
  };

  void step(const Line& line);
  void pass_over(const Line& line);
  [[nodiscard]] bool marks_page(PageMark mark);
  [[nodiscard]] bool set_off_after(std::size_t ahead);
  [[nodiscard]] bool belongs_to_page(std::size_t ahead, bool set_off);
  [[nodiscard]] bool may_be_caption(std::string_view shown) const;
  [[nodiscard]] std::size_t interruption();
  void keep(const Line& line);
  void close_paragraph();
  [[nodiscard]] Join join(const Line& line);
  [[nodiscard]] std::optional<Join> join_word(const Line& line);
  [[nodiscard]] std::string word_at_line_begin(const Line& line);
  [[nodiscard]] bool goes_on(std::string_view before, std::string_view shown) const;
  /// Whether a line fills its column, where it is known how wide that is.
  [[nodiscard]] bool full(std::string_view shown) const {
    return width_ >= narrowest && shown.size() * 4 >= width_ * 3;
  }
  [[nodiscard]] std::optional<std::size_t> deliverable();
  Block deliver(std::size_t size);
  void forget_delivered();

  WrappedSource source_;
  const LayoutOptions& options_;
  const TurnMarker& marker_;
  Hyphenation hyphenation_;
  RunningLineSet running_lines_;
  Indents::Range indents_;
  std::size_t width_;  ///< usual for a line that breaks off, in bytes

  WrappedText text_;
  std::vector<Turn> turns_;          ///< that begin in it
  std::vector<TurnMark> marks_;      ///< those of the block given out
  std::optional<Line> last_;         ///< the last line that was kept
  std::size_t paragraph_lines_ = 0;  ///< in its paragraph, so far
  bool open_ = false;                ///< its paragraph may go on
  Gap gap_;
  std::size_t closed_ = 0;    ///< so much of the text is whole paragraphs
  std::size_t unbroken_ = 0;  ///< in so much of it no place to break it was found
  std::size_t delivered_ = 0;
};

}  // namespace corpus::text
