// SPDX-License-Identifier: MIT
/// \file
/// The word-level changes inside one document, with what stands around them.
///
///     WordedText before, after;
///     before.add(block, tokenizer, types);                       // every block of the old text; the same of the new
///     const auto changes = similarity::align(before.types(), after.types());
///     for (const Hunk& hunk : hunks(changes, before.size(), after.size(), {.context = 8})) …
///
/// Memory: the text, and 40 bytes a token.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/similarity/alignment.hpp"
#include "corpus/text/block.hpp"
#include "corpus/text/tokenizer.hpp"
#include "corpus/text/vocabulary.hpp"

namespace corpus::compare {

/// The text of a document as it is read, and where its tokens stand.
class WordedText {
 public:
  /// The next block. Both sides number their types by the same vocabulary.
  void add(const text::Block& block, text::Tokenizer& tokenizer, text::Vocabulary& types);

  [[nodiscard]] std::span<const text::TypeId> types() const { return types_; }
  [[nodiscard]] std::size_t size() const { return types_.size(); }

  /// Where the token stands in the source; of the one after the last: where the last ends.
  [[nodiscard]] Place place(std::size_t token) const;

  /// The text of these tokens on one line: from the first to the next token, but for the white space before that. White
  /// space within is one space.
  [[nodiscard]] std::string line(similarity::Range tokens) const;

 private:
  struct Token {
    std::size_t begin = 0;  ///< in `text_`, with what opens it: a quotation mark, a parenthesis
    Place place = {};
  };

  [[nodiscard]] std::size_t opening(std::size_t begin, std::size_t end) const;

  std::string text_;
  std::vector<Token> tokens_;
  std::vector<text::TypeId> types_;
  std::size_t last_end_ = 0;  ///< of the last token
  Place end_ = {};            ///< in the source, the same
};

/// Changes that stand so close that what is shown around them meets.
struct Hunk {
  similarity::Range in_old;  ///< with the context
  similarity::Range in_new;
  std::span<const similarity::Change> changes;
};

struct HunkOptions {
  std::size_t context = 8;  ///< tokens on each side
};

/// `changes` must outlive them.
[[nodiscard]] std::vector<Hunk> hunks(std::span<const similarity::Change> changes, std::size_t old_size,
                                      std::size_t new_size, const HunkOptions& options = {});

}  // namespace corpus::compare
