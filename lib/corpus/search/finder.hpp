// SPDX-License-Identifier: MIT
/// \file
/// The hits of queries in the parts of a document, in order: half of a concordance.
///
///     finder.add(part, …);
///     for (const Hit& hit : finder.hits()) …
///     finder.end_part();
///
/// Tokens are numbered through a document as they are kept: all of them, or, where the bytes are searched first, those
/// around what was found. A query for single tokens asks each token, and keeps none. Hits of different queries come in one
/// order: those of a later place wait until no query can have one before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/search/clauses.hpp"
#include "corpus/search/concordance.hpp"
#include "corpus/search/interval.hpp"
#include "corpus/search/kept_tokens.hpp"
#include "corpus/search/literal.hpp"
#include "corpus/search/matcher.hpp"
#include "corpus/search/query.hpp"
#include "corpus/text/block.hpp"
#include "corpus/text/place.hpp"
#include "corpus/text/tokenizer.hpp"
#include "corpus/text/units.hpp"

namespace corpus::search {

struct Hit {
  std::size_t query = 0;
  std::uint64_t begin = 0;  ///< in the text of the document as it is read
  std::uint64_t end = 0;
  std::uint64_t part = 0;         ///< that it begins in
  std::uint64_t first_token = 0;  ///< where tokens are kept for contexts, or all of the parts added are looked at
  std::uint64_t last_token = 0;
  Place place = {};
  Span span = {};
};

/// A part as the finder gets it.
struct SearchedPart {
  const text::Block& block;
  Paragraphs paragraphs;
  std::uint64_t begin;                        ///< of its text in that of the document
  std::uint64_t number;                       ///< in the document
  std::span<const text::Sentence> sentences;  ///< if a query must know
};

class Finder {
 public:
  /// The queries must outlive the finder.
  Finder(std::span<const Query> queries, const ConcordanceOptions& options);

  void start_document();
  /// The block must stay until `end_part`.
  void add(const SearchedPart& part);
  void pass_over(const SearchedPart& part);
  void end_part();
  void end_document();

  /// Found since `take_hits` was called last.
  [[nodiscard]] std::span<const Hit> hits() const { return hits_; }
  void clear_hits() { hits_.clear(); }

  /// Tokens before this one are in no hit to come.
  [[nodiscard]] std::uint64_t earliest_token() const;
  [[nodiscard]] const KeptTokens& tokens() const { return tokens_; }
  void drop_tokens_before(std::uint64_t number) { tokens_.drop_before(number); }
  /// In the part that was added last. Of no use where bytes are searched first.
  [[nodiscard]] std::uint64_t tokens_in_part() const { return tokens_in_part_; }

 private:
  struct Candidate {
    std::size_t query = 0;
    TokenRange tokens = {};
  };
  /// What of an interval concerns a query.
  struct Parting {
    unsigned parts = 0;
    unsigned interrupts = 0;
  };

  void search_tokens(text::Stretch stretch);
  void search_given();
  void search_words(std::span<const std::uint32_t> places);
  void ask_plain(text::Stretch word);
  void search_clauses(std::span<const std::uint32_t> places);
  void open_run(std::uint32_t begin);
  void close_run();
  void see(std::uint32_t begin, std::uint32_t end, const SeenToken& token);
  void match(const SeenToken& token);
  void ask(const SeenToken& token, std::uint32_t begin, std::uint32_t end);
  void keep(std::uint32_t begin, std::uint32_t end, std::string_view type);
  std::string_view read_interval(std::uint32_t begin);
  void collect();
  void release(std::uint64_t before);
  Hit hit_of(const Candidate& candidate);

  std::span<const Query> queries_;
  text::Tokenizer tokenizer_;
  unicode::Case letter_case_;
  text::Hyphens hyphens_;
  LineParts parts_;
  bool all_single_ = true;
  bool keeps_all_ = false;                        ///< tokens for contexts
  bool leaves_out_ = false;                       ///< tokens by their types
  std::vector<std::optional<Matcher>> matchers_;  ///< none for a query for single tokens
  std::vector<Parting> partings_;
  Clauses clauses_;
  std::optional<LiteralSearch> literals_;  ///< if bytes are searched first

  std::string plain_type_;

  KeptTokens tokens_;
  std::vector<Candidate> candidates_;
  std::vector<Hit> hits_;
  std::optional<SearchedPart> part_;
  std::optional<text::PlaceFinder> places_;  ///< in it
  std::size_t sentence_ = 0;
  std::uint64_t tokens_in_part_ = 0;  ///< so far …
  std::uint64_t tokens_before_ = 0;   ///< … and in the parts of the document that were added before

  // A run: tokens that follow each other without one left out between them.
  bool run_open_ = false;
  bool run_begins_ = true;            ///< no token of it has been
  std::uint64_t run_token_ = 0;       ///< the number of its first token
  std::uint32_t interval_begin_ = 0;  ///< in the part
  IntervalReader interval_;
  std::string between_;  ///< what stands between the last token of a part and its end
  std::uint64_t last_sentence_ = 0;
  std::optional<std::uint64_t> last_turn_;
};

}  // namespace corpus::search
