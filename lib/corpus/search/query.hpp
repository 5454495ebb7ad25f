// SPDX-License-Identifier: MIT
/// \file
/// What is searched for: a small regular expression whose letters are tests of tokens. Three languages lead to it.
///
///     parse_words("of cours*", rules)        // words and phrases: * ? |
///     parse_regex("un.*able", rules)         // one regular expression for a whole type
///     parse_cql(R"([word="take" %c] []{0,3} [word="place"] within s)", rules)
///
/// A query that cannot be read throws Error, whose `column` counts the query's characters from 1.
///
/// Words are divided at white space; `\` before `*`, `?`, `|`, white space or itself takes that character as it is. A word
/// that the tokenizer divides is a phrase: `well-known` is found where a hyphen stands between the two tokens, `Mr. Smith`
/// where a full stop and white space do, and a Chinese word where the tokens it is divided into follow each other without
/// anything between. It is found too where it is one token (in CoNLL-U). A full stop at the end of the query is no part of
/// any token: `U.S.` finds U.S. Other marks at its ends are an error, unless punctuation is kept.
///
/// A regular expression holds for a whole type; it is case-insensitive where types are folded. Of forms: case-sensitive.
///
/// CQL: `[word="take"]`, `"take"` for the same, `[]` for any token, `=`, `!=`, `!`, `&`, `|`, parentheses in and around
/// tokens, quantifiers `? * + {n} {n,m} {n,} {,m}`, and at the end `within s`, `turn` or `p`. A value in single or double
/// quotes is a regular expression for all of the attribute; `\"` is the quote. Behind it `%c` folds case (after NFC, and
/// nothing else: types do more), `%d` drops diacritics (unicode/diacritics.hpp), `%l` takes the value as it is. `word`,
/// `lemma` and `upos` are compared after NFC on both sides, so composed and decomposed forms are the same; `type` is
/// compared as types are, a regular expression as above.
///
/// Parsing is linear in the query, whose size is limited: 64 KiB, 100 parentheses inside each other, 10,000 steps.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/tokenizer.hpp"
#include "corpus/text/unit_borders.hpp"

namespace corpus::search {

/// What of a token is looked at.
enum class Attribute : std::uint8_t {
  form,   ///< as it stands in the source: `word` in CQL
  type,   ///< as it is counted
  lemma,  ///< of pre-tokenized text; empty where it is not given …
  upos,   ///< … as is this
};

/// Of a query: what a hit must not reach beyond, besides paragraph, turn and document.
using text::Within;

/// A token as a query sees it.
struct SeenToken {
  std::string_view form;
  std::string_view type;
  std::string_view lemma = {};
  std::string_view upos = {};
  /// What stands between it and the token before, as the text is read: a query for `well-known` looks for the hyphen. Of
  /// no concern where nothing that goes on comes before (Joint::parted).
  std::string_view before = {};
};

/// How the words of a query are compared with those of the text.
enum class Compare : std::uint8_t {
  types,  ///< as types under the token options in force
  forms,  ///< exactly
};

struct QueryState;

class Query {
 public:
  Query(Query&&) noexcept;
  Query& operator=(Query&&) noexcept;
  ~Query();

  /// As the user wrote it.
  [[nodiscard]] const std::string& text() const;
  [[nodiscard]] Within within() const;
  /// Whether it looks at that of tokens.
  [[nodiscard]] bool looks_at(Attribute attribute) const;
  /// Whether every hit is one token; `holds` is then all there is to it.
  [[nodiscard]] bool single() const;
  /// Of a single query: whether the token is a hit. Not for two threads at once.
  [[nodiscard]] bool holds(const SeenToken& token) const;
  /// Stretches of folded text, in ASCII: the folded type of a token in every hit holds one of them. Empty where nothing
  /// of that kind is known. What is searched for first, to save tokenizing the rest.
  [[nodiscard]] const std::vector<std::string>& stretches() const;

 private:
  friend class Matcher;
  friend struct QueryState;
  explicit Query(std::unique_ptr<QueryState> state);
  std::unique_ptr<QueryState> state_;
};

/// `rules` are those that the text's tokens are made by: the words of the query become types by them too.
Query parse_words(std::string_view text, const text::TokenizerOptions& rules, Compare compare = Compare::types);
Query parse_regex(std::string_view text, const text::TokenizerOptions& rules, Compare compare = Compare::types);
Query parse_cql(std::string_view text, const text::TokenizerOptions& rules);

}  // namespace corpus::search
