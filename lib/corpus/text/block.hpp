// SPDX-License-Identifier: MIT
/// \file
/// A block: a stretch of a document's text as it is to be read, and the way from each of its bytes back to the source.
///
/// The text that is read is the text of the source with nothing moved and nothing added: layout only leaves bytes out
/// (the hyphen and the line end in a split word, a page's footer), and turns line ends into spaces. So a list of cuts
/// is all that is needed to go back:
///
///     raw    seven ter-\nritories\nlie        place 12:1
///     text   seven territories lie            cuts {at 9, removed 2}
///     span of `territories` in raw: [6, 19)
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "corpus/document.hpp"
#include "corpus/unicode/words.hpp"

namespace corpus::text {

/// Before text[at], `removed` bytes of raw were left out: all those since the block's beginning, and these. `at` and
/// `removed` rise from cut to cut.
struct Cut {
  std::uint32_t at = 0;
  std::uint32_t removed = 0;
};

/// A turn begins in a block, or the last one ends.
struct TurnMark {
  std::uint32_t begin = 0;        ///< of the marker, in the block's text
  std::uint32_t speech = 0;       ///< of what is said: after the marker and the white space behind it
  std::string_view speaker = {};  ///< whom the marker names, valid as long as the block; none for a dash
  bool opens = true;              ///< if not, the last turn ends here, and none begins
};

/// A token that the source itself set apart.
struct GivenToken {
  std::uint32_t begin = 0;  ///< of its form, in the block's text
  std::uint32_t end = 0;
  unicode::WordKind kind = unicode::WordKind::word;
  std::string_view value = {};  ///< what its type is made of: the form or another attribute; valid as long as the block
  std::string_view lemma = {};  ///< valid as long as the block, as is `upos`; empty where it is not given
  std::string_view upos = {};
};

struct Block {
  std::string_view text;      ///< UTF-8 without NUL, a line for each paragraph; empty only for a turn without words
  bool line_goes_on = false;  ///< it ends in the middle of a line, and of a sentence

  // Where it comes from. The raw texts of successive blocks follow each other without gaps. Offsets in `cuts` count from
  // where `text` was before it was sliced: `sliced` bytes further.
  std::string_view raw;              ///< the text of the source, decoded; the same as `text` where there are no cuts
  Place place = {};                  ///< of raw[0]
  std::uint64_t offset = 0;          ///< where in the document raw[0] stands
  std::span<const Cut> cuts = {};    ///< in order; those that concern `text`
  std::uint32_t sliced = 0;          ///< bytes of text before this slice …
  std::uint32_t removed_before = 0;  ///< … and bytes removed before it
  /// Of a transcoded document: where each byte of `raw` stands, and where what follows it does. Empty if it was not.
  std::span<const std::uint64_t> sources = {};

  // What is known of it. A reader that was not asked for turns gives none.
  std::span<const TurnMark> turns = {};  ///< that begin in it
  std::uint64_t turn = 0;                ///< of which it is a part: its number in the document, from 1; 0 for none
  std::string_view speaker = {};         ///< of that turn; empty if unknown
  bool begins_turn = false;              ///< it is the first part of its turn …
  std::uint32_t speech = 0;              ///< … and holds its label, up to here
  std::uint64_t paragraph = 0;           ///< number of its paragraph in the document, where they were asked for

  /// Of text that comes in tokens: what they are, and where sentences end; `pretokenized` also where there are none.
  bool pretokenized = false;
  std::span<const GivenToken> tokens = {};
  std::span<const std::uint32_t> sentence_ends = {};

  /// A text that is its own source.
  static Block of(std::string_view text, Place place = {}) {
    Block block;
    block.text = block.raw = text;
    block.place = place;
    return block;
  }

  /// Where in `raw` the byte text[at] stands, or the end of the text.
  [[nodiscard]] std::uint32_t raw_begin(std::uint32_t at) const;
  /// Where in `raw` the stretch of text that ends before text[at] ends: before what was cut there.
  [[nodiscard]] std::uint32_t raw_end(std::uint32_t at) const;
  /// The bytes of the document that [begin, end) of the text came from; begin < end.
  [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const;
  /// How many bytes of the document `raw` takes up.
  [[nodiscard]] std::uint64_t bytes() const { return sources.empty() ? raw.size() : sources.back() - sources.front(); }
  /// Where in `raw` that of a slice from text[begin] on begins: raw is sliced without gaps.
  [[nodiscard]] std::uint32_t raw_slice(std::uint32_t begin) const;
  /// The part [begin, end) of a block without given tokens. `place` is that of raw[raw_slice(begin)].
  [[nodiscard]] Block slice(std::uint32_t begin, std::uint32_t end, Place place) const;
};

}  // namespace corpus::text
