// SPDX-License-Identifier: MIT
/// \file
/// CoNLL-U as text: the forms of a paragraph with the spaces that SpaceAfter says, its tokens and sentences as given.
///
///     ConlluReader reader{blocks, document.name, Attribute::lemma};
///     while (auto block = reader.next())
///       for (const GivenToken& token : block->tokens) …   // "snowed" at [3, 9), whose value is "snow"
///
/// Of a multiword token the surface form is the form, and a token; where another attribute is the type, its words are
/// the tokens, each with the surface form for its form. Empty nodes are passed over.
/// https://universaldependencies.org/format.html
///
/// Linear in the text. Memory: one block, or the longest sentence; the limit of a sentence is 16 MiB.
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/block.hpp"
#include "corpus/text/blocks.hpp"
#include "corpus/text/conllu_lines.hpp"
#include "corpus/text/conllu_row.hpp"

namespace corpus::text {

/// What the type of a pre-tokenized token is made of. Where the lemma is not given (`_`), of the form; where the part of
/// speech is not, of `_`. `word`: of the word's own form, which differs from `form` only in multiword tokens: what a
/// search for lemmas and parts of speech reads.
enum class Attribute : std::uint8_t { form, lemma, upos, word };

class ConlluReader {
 public:
  /// `blocks` must outlive the reader. `name` is the document's, for errors.
  ConlluReader(BlockReader& blocks, std::string_view name, Attribute attribute)
      : lines_(blocks), name_(name), attribute_(attribute) {}

  /// The next paragraph, valid until the next call: its text is one line. A paragraph begins at `# newpar`, at
  /// `# newdoc`, and where the speaker changes (`# speaker = NAME` or, without that, `# speaker_id = NAME` before the
  /// sentence; a sentence without is no part of a turn). Of a paragraph of over 64 KiB it is a part, whole sentences,
  /// and `line_goes_on`. Where a row is malformed, the text before it is given first, and the next call throws Error
  /// naming the place.
  std::optional<Block> next();

 private:
  enum class Step : std::uint8_t { line_done, block_done };

  /// What the comments before a sentence say.
  struct Heading {
    bool new_paragraph = false;
    std::optional<std::string> speaker = {};
    std::optional<std::string> speaker_id = {};

    [[nodiscard]] const std::optional<std::string>& who() const { return speaker ? speaker : speaker_id; }
  };

  void start_block();
  Step add(const ConlluLines::Line& line);
  void add_comment(std::string_view comment);
  Step add_row(const ConlluLine& line);
  [[nodiscard]] bool ends_block();
  void begin_sentence();
  void add_form(std::string_view form, bool space_after);
  void add_token(const ConlluRow& row);
  [[nodiscard]] std::string_view value_of(const ConlluRow& row) const;
  [[nodiscard]] std::string_view text_at(std::uint32_t begin, std::size_t size) const;
  void end_sentence(const ConlluLine& line);
  Block deliver();

  ConlluLines lines_;
  std::string name_;
  Attribute attribute_;
  std::exception_ptr problem_;  ///< thrown when all before it is delivered

  // Of the sentence.
  Heading heading_;  ///< taken in when its first form comes
  ConlluOrder order_;
  bool has_form_ = false;

  // Of the document so far.
  bool in_paragraph_ = false;
  std::uint64_t paragraph_ = 0;
  std::uint64_t turns_ = 0;
  std::optional<std::string> speaker_;  ///< none outside turns
  bool begins_turn_ = false;            ///< nothing of the turn was delivered

  // Of the block. Positions are those of `lines_`.
  std::string text_;
  std::vector<Cut> cuts_;
  std::vector<GivenToken> tokens_;
  /// Where in the block's raw text the parts of a token's row stand.
  struct RowParts {
    std::uint32_t value = 0;
    std::uint32_t lemma = 0;
    std::uint32_t upos = 0;
  };
  std::vector<RowParts> row_parts_;  ///< for each token
  std::vector<std::uint32_t> sentence_ends_;
  std::uint64_t raw_begin_ = 0;
  std::uint64_t raw_end_ = 0;    ///< after the last sentence that has ended …
  std::uint64_t next_line_ = 0;  ///< … and the line there
  Place place_ = {0, 1};
  std::uint32_t form_begin_ = 0;  ///< of the last form in `text_`
  std::uint32_t form_end_ = 0;
};

}  // namespace corpus::text
