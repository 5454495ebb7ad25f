// SPDX-License-Identifier: MIT
/// \file
/// The hits of queries in their contexts, from blocks of text.
///
///     Concordance concordance{queries, options};
///     concordance.start_document();
///     while (const auto block = parts.next(pass_over)) {
///       concordance.add(*block, paragraphs);
///       while (const auto line = concordance.next()) …
///     }
///     concordance.end_document();
///     while (const auto line = concordance.next()) …
///
/// Memory: the widest context, and the hits whose context has not come. Where the queries have stretches that can be
/// looked for in the bytes (Query::stretches), only the surroundings of those are tokenized.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/search/query.hpp"
#include "corpus/text/block.hpp"
#include "corpus/text/tokenizer.hpp"
#include "corpus/text/unit_borders.hpp"
#include "corpus/unicode/abbreviations.hpp"

namespace corpus::search {

enum class ContextUnit : std::uint8_t { characters, words, sentences, turns };

/// How much of the text is shown on each side of a hit, and no context reaches beyond the document.
/// - Characters: so many code points; where the last of them would split a grapheme cluster, the cluster is left out.
/// - Words: from the beginning of the so manieth token, whatever stands between.
/// - Sentences and turns: the one that the hit is in, and as many more as are said beyond 1. Text outside turns is divided
///   at the ends of paragraphs instead.
/// White space beside the node belongs to the context. At its far end it is left out, but not where characters are
/// counted.
struct Context {
  std::uint32_t size = 60;
  ContextUnit unit = ContextUnit::characters;
};

/// What may stand between two tokens of a hit.
enum class Gaps : std::uint8_t { white_space, punctuation };

/// Whether hits may reach beyond a paragraph or turn.
enum class Across : std::uint8_t { no, yes };

using text::Paragraphs;

/// What of a line is wanted beside its query, group, turn and speaker: less costs less.
enum class LineParts : std::uint8_t {
  nothing,  ///< that there is a hit; not even where
  context,  ///< its place and span, and the text
  tokens,   ///< and the tokens of the hit and its context
};

/// Whether the bytes are searched first. The lines are the same.
enum class Shortcut : std::uint8_t { used, unused };

struct ConcordanceOptions {
  text::TokenizerOptions rules = {};
  Gaps gaps = Gaps::white_space;
  Across across = Across::no;
  Context context = {};
  LineParts parts = LineParts::context;
  std::uint32_t neighbours = 0;  ///< so many tokens on each side are given, wherever the context ends
  Shortcut shortcut = Shortcut::used;
  unicode::Abbreviations abbreviations = {};  ///< that end no sentence
};

struct LineToken {
  std::string_view form;
  std::string_view type;
  Span span;  ///< in the document's bytes
};

/// Valid until the next call of the concordance.
struct Line {
  std::size_t query = 0;  ///< the so manieth of the queries
  std::size_t group = 0;  ///< of the part that the hit begins in
  Place place = {};       ///< of the hit's first byte in the source
  Span span = {};         ///< of the hit
  std::uint64_t turn = 0;
  std::uint64_t token = 0;  ///< the number of its first in the parts added: with LineParts::nothing, Shortcut::unused
  std::string_view speaker = {};
  // As the text is read; each line end and tab is a space.
  std::string_view left = {};
  std::string_view node = {};
  std::string_view right = {};
  // LineParts::tokens: of the context. Otherwise only the neighbours, and the node where there are any.
  std::span<const LineToken> left_tokens = {};  ///< the last one stands before the node
  std::span<const LineToken> node_tokens = {};
  std::span<const LineToken> right_tokens = {};
};

class Concordance {
 public:
  /// The queries must outlive the concordance.
  Concordance(std::span<const Query> queries, ConcordanceOptions options);
  ~Concordance();
  Concordance(const Concordance&) = delete;
  Concordance& operator=(const Concordance&) = delete;

  /// Lines of the last document that were not taken are gone.
  void start_document();
  /// The next part of the document, which belongs to a group. What is needed of it after this call is copied: the lines
  /// that are complete, and the text that contexts of hits to come can reach.
  void add(const text::Block& part, Paragraphs paragraphs, std::size_t group = 0);
  /// A part in which nothing is searched; contexts reach into it.
  void pass_over(const text::Block& part, Paragraphs paragraphs);
  void end_document();

  /// The next line that is complete, in the order of the hits' places (then their ends, then their queries).
  std::optional<Line> next();

  /// How many tokens the parts hold that were added, by group. Known only with Shortcut::unused.
  [[nodiscard]] std::span<const std::uint64_t> tokens() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace corpus::search
