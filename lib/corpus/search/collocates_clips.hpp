// SPDX-License-Identifier: MIT
/// \file
/// Between which tokens of a document windows end: at the ends of sentences, paragraphs or turns. A sentence or a paragraph
/// lies in one turn; text outside turns is divided at the ends of paragraphs instead.
///
///     WindowClips clips{Within::sentence, abbreviations};
///     clips.start();                  // a document; or after a part that is left out
///     clips.start_part(part, paragraphs);
///     clips.mark(tokens, marks);      // marks[i] is 1 where tokens[i] begins anew, else 0
///
/// Nothing is looked at where windows may reach over everything. Else it costs a comparison for each token, and to find
/// sentences or lines.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "corpus/search/concordance.hpp"
#include "corpus/search/query.hpp"
#include "corpus/text/block.hpp"
#include "corpus/text/tokenizer.hpp"
#include "corpus/unicode/abbreviations.hpp"

namespace corpus::search {

class WindowClips {
 public:
  /// `abbreviations` must outlive the clips.
  WindowClips(Within within, const unicode::Abbreviations& abbreviations)
      : within_(within), abbreviations_(abbreviations) {}

  void start();
  void start_part(const text::Block& part, Paragraphs paragraphs);
  /// The next tokens of the part; `marks` has room for them all.
  void mark(const text::Tokens& tokens, std::uint8_t* marks);

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  void find_sentences(const text::Block& part);
  void find_paragraphs(const text::Block& part, Paragraphs paragraphs);

  Within within_;
  const unicode::Abbreviations& abbreviations_;
  bool begins_ = true;  ///< no token has been since a place where windows end
  std::optional<std::uint64_t> turn_;
  std::vector<std::uint32_t>
      borders_;  ///< in the part: what begins there or behind begins anew; the last one is `none`
  std::size_t next_border_ = 0;
  bool sentence_open_ = false;  ///< the last stretch goes on into the next part, and holds a word
  bool after_blank_ = true;
  bool line_open_ = false;
};

}  // namespace corpus::search
