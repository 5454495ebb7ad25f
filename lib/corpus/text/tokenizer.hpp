// SPDX-License-Identifier: MIT
/// \file
/// Tokens: the words of a text as they are counted, each with the bytes it came from and the type it belongs to.
///
///     Tokenizer tokenizer{{.hyphens = Hyphens::join}};
///     tokenizer.start("A well-known path.");
///     for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next())
///       for (const Token& token : batch) …   // "a", "well-known", "path"
///
/// Linear in the text, no allocation per token. One tokenizer serves one thread, and any number of texts.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "corpus/text/block.hpp"
#include "corpus/unicode/fold.hpp"
#include "corpus/unicode/words.hpp"

namespace corpus::text {

/// The rules below, `word@1`, never change: another idea of what a token is gets another name.
inline constexpr std::string_view tokenizer_name = "word@1";

using Kind = unicode::WordKind;
using Token = unicode::Word;
using Tokens = unicode::Words;

enum class Numbers : std::uint8_t { keep, drop };
enum class Punctuation : std::uint8_t { drop, keep };

/// Whether words that a hyphen holds together (U+002D, U+2010, U+2011, with a letter or digit on each side) are one
/// token.
enum class Hyphens : std::uint8_t { split, join };

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};
using TypeSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

struct TokenizerOptions {
  unicode::TypeRules types = {};
  Numbers numbers = Numbers::keep;
  Punctuation punctuation = Punctuation::drop;
  Hyphens hyphens = Hyphens::split;
  TypeSet stopwords = {};  ///< tokens of these types are left out, as if they were not in the text
};

class Tokenizer {
 public:
  explicit Tokenizer(TokenizerOptions options = {});

  /// `text` is well-formed UTF-8 of less than 4 GiB whose two ends are word boundaries; it must outlive the calls to
  /// `next`.
  void start(std::string_view text);

  /// The text of the block, or the tokens that came with it: `Hyphens` has no say in those. The block's text must outlive
  /// the calls to `next`.
  void start(const Block& block);

  /// The next tokens in order of place, at least one; none at the end. Valid until the next call.
  Tokens next();

  [[nodiscard]] const TokenizerOptions& options() const { return options_; }

 private:
  void join(const Token& token);
  void release();
  [[nodiscard]] bool wanted(const Token& token) const;
  void add(const Token& token, std::string_view form);
  void add_given();

  TokenizerOptions options_;
  unicode::WordScanner scanner_;
  std::string_view text_;
  std::span<const GivenToken> given_;
  std::optional<Token> held_;    ///< a word that a hyphen may continue …
  std::optional<Token> hyphen_;  ///< … and the hyphen after it, where punctuation is kept
  unicode::WordBatch batch_;
  std::string type_;  ///< of the token at hand
};

/// The type that `form` has under `options`: how a user's word (a stopword, a query) is compared with the text's.
std::string type_of(std::string_view form, const TokenizerOptions& options);

}  // namespace corpus::text
