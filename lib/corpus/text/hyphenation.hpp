// SPDX-License-Identifier: MIT
/// \file
/// A hyphen at a line end: does it split a word, or does it belong to it?
///
///     const Hyphenation hyphenation{options, evidence};      // of "a well-known man, known well\nfor his territory\n"
///     hyphenation.fate("terri", U'-', "tory");   // rejoin: `territory` stands elsewhere
///     hyphenation.fate("well", U'-', "known");   // keep: so does `well-known`
///     hyphenation.fate("Haber", U'-', "Turk");   // keep: a capital
///     hyphenation.fate("two", U'-', "and");      // apart: "two- and three-legged"
///
/// What is asked, in this order; the first that answers decides:
/// 1. A soft hyphen, or another sign that only splits words: rejoin.
/// 2. A capital after the hyphen, where not all letters are capitals: keep; but between two small words that no hyphen
///    stands with elsewhere it is a dash: apart.
/// 3. The document: the word occurs unbroken, with the hyphen or without it (if both, the more frequent form, and with it
///    if they are equally frequent), or it is split at another place elsewhere.
/// 4. The lexicon, in the same way; and where it has neither form, but both parts as words: keep.
/// 5. A conjunction after it: the hyphen stands for what the words to come will end in, and a space follows it.
/// 6. In French, a pronoun or particle after it (dit-il): keep.
/// 7. A document that splits no words (of the hyphens at its line ends that 3 decides, hardly any do): keep.
/// 8. Whether the seam looks like the inside of a word of this document, see hyphenation_seams.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "corpus/text/hyphenation_evidence.hpp"
#include "corpus/text/hyphenation_seams.hpp"
#include "corpus/text/layout.hpp"

namespace corpus::text {

/// What becomes of a hyphen at a line end, and of the line end.
enum class HyphenFate : std::uint8_t {
  rejoin,  ///< both are left out
  keep,    ///< the hyphen stays, the line end is left out
  apart,   ///< the hyphen stays, the line end is a space
};

class Hyphenation {
 public:
  /// Both must outlive it.
  Hyphenation(const LayoutOptions& options, const HyphenEvidence& evidence);

  /// `left` ends before the hyphen, `right` begins the next line; both are words as hyphenation_words.hpp cuts them out.
  [[nodiscard]] HyphenFate fate(std::string_view left, char32_t sign, std::string_view right) const;

 private:
  struct Forms;
  [[nodiscard]] HyphenFate by_evidence(std::string_view left, std::string_view right) const;
  [[nodiscard]] HyphenFate before_capital(std::string_view left, const Forms& forms) const;
  [[nodiscard]] std::optional<HyphenFate> by_document(const Forms& forms) const;
  [[nodiscard]] std::optional<HyphenFate> by_lexicon(const Forms& forms) const;
  void weigh_splits();

  const LayoutOptions& options_;
  const HyphenEvidence& evidence_;
  std::unordered_map<std::string, std::size_t>
      split_words_;  ///< rejoined, and where they are split; 0: at several places
  HyphenSeams seams_;
  bool splits_words_ = true;
};

}  // namespace corpus::text
