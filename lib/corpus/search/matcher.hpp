// SPDX-License-Identifier: MIT
/// \file
/// Finds a query in a stream of tokens.
///
///     Matcher matcher{query};
///     matcher.start();
///     for (each token) {
///       matcher.add(token, joint);
///       while (const auto hit = matcher.next()) …   // tokens [hit->first, hit->last]
///     }
///     matcher.cut();                                // the end
///     while (const auto hit = matcher.next()) …
///
/// From every token on, the longest stretch that the query matches is a hit, unless it lies within an earlier one. So hits
/// may overlap (`the the` is found twice in `the the the`, as bigrams are counted), and `"very"+ "good"` is found once in
/// `very very good`. They come in the order of their first tokens. Nothing is matched by no token.
///
/// Costs, per token, the number of the query's steps that are alive; memory the same, and the hits that may yet grow or
/// wait for an earlier one that may. Throws Error where a regular expression takes too many steps at a token.
#pragma once

#include <cstdint>
#include <optional>

#include "corpus/search/query.hpp"

namespace corpus::search {

/// What stands between a token and the one before it.
enum class Joint : std::uint8_t {
  follows,      ///< nothing that a query would mind: nothing at all, white space …
  interrupted,  ///< punctuation that only a query which asks for it passes: `well-known`. See SeenToken::before
  parted,       ///< something that ends every hit: a paragraph's end …
};

/// Tokens `first` to `last`, numbered from 0 at `start`.
struct TokenRange {
  std::uint64_t first = 0;
  std::uint64_t last = 0;

  bool operator==(const TokenRange&) const = default;
};

class Matcher {
 public:
  /// The query must outlive the matcher.
  explicit Matcher(const Query& query);
  ~Matcher();
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;

  void start();
  void add(const SeenToken& token, Joint joint);
  /// No hit goes on from here: those that may yet have grown are complete.
  void cut();
  /// The next hit that is complete.
  std::optional<TokenRange> next();
  /// Tokens before this one are in no hit to come.
  [[nodiscard]] std::uint64_t done_before() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace corpus::search
