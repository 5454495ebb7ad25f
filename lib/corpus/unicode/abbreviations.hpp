// SPDX-License-Identifier: MIT
/// \file
/// Abbreviations whose full stop need not end a sentence, by language. sentence.hpp says how they are used.
///
///     const auto abbreviations = unicode::Abbreviations::of_language("en-GB");
///     abbreviations.find("Mr");    // AbbreviationKind::never_final
///     abbreviations.find("cat");   // nothing
///
/// The lists are our own choice of the commonest; words that are also everyday words of the language at the end of a
/// sentence ("no", "art" in German, "im" in Polish) are left out or end no sentence only before a number.
/// Making one takes some microseconds, a look-up some tens of nanoseconds.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace corpus::unicode {

enum class AbbreviationKind : std::uint8_t {
  never_final,  ///< its full stop ends no sentence: titles (Mr., Hr., Mme), and what something must follow (e.g., z. B.)
  maybe_final,  ///< it ends one where the next word is capitalised: etc., p.m., U.S., Jr.
  before_number,  ///< it ends none where a number follows: No. 5, Nr. 5, p. 12, рис. 3; elsewhere it is an ordinary word
};

class Abbreviations {
 public:
  /// Those of the language that a BCP 47 tag names, by its first subtag, in any case: de, en, es, fr, it, nl, pl, pt,
  /// ru. Other tags, "und" and "" get a list of Latin-script titles and abbreviations that hardly ever end a sentence.
  static Abbreviations of_language(std::string_view tag);

  /// None at all, initials included: the bare rules of UAX #29.
  static Abbreviations none() { return {}; }

  /// What `word` is, given without its last full stop, and where it has several parts without the spaces between them
  /// ("z.B" for "z. B."). Case counts: as listed, or all capitals where the list begins with one ("MR" for "Mr").
  [[nodiscard]] std::optional<AbbreviationKind> find(std::string_view word) const;

  /// Whether no abbreviation, no part of one, and no initial has `before_last` and `last` for its last two bytes: so it
  /// is with most words, and known at once.
  [[nodiscard]] bool rule_out(char before_last, char last) const noexcept {
    return ascii_letter(before_last) && ascii_letter(last) && !endings_[ending(before_last, last)];
  }

  /// Whether a full stop after a single capital, before a capitalised word, ends no sentence: J. Smith.
  [[nodiscard]] bool initials() const noexcept { return initials_; }

  /// Whether a lone I is rather the pronoun than an initial.
  [[nodiscard]] bool pronoun_i() const noexcept { return pronoun_i_; }

  /// Whether `word` is one of those before which a number of one or two digits with a full stop is an ordinal, in
  /// languages that write them so and capitalise the word: "am 3. Oktober".
  [[nodiscard]] bool follows_ordinal(std::string_view word) const;

 private:
  static constexpr bool ascii_letter(char byte) noexcept {
    return static_cast<unsigned char>((static_cast<unsigned char>(byte) | 0x20U) - 'a') < 26;
  }
  static constexpr std::size_t ending(char before_last, char last) noexcept {
    return static_cast<std::size_t>(before_last & 0x7F) << 7U | static_cast<std::size_t>(last & 0x7F);
  }
  void add_endings(std::string_view word);

  std::vector<std::pair<std::string_view, AbbreviationKind>> words_;  ///< sorted
  std::vector<std::string_view> after_ordinal_;                       ///< sorted
  std::bitset<1024> prints_;                                          ///< of the words: most others have another one
  std::bitset<std::size_t{1} << 14U> endings_;                        ///< of their parts, and of those in capitals
  bool initials_ = false;
  bool pronoun_i_ = false;
};

}  // namespace corpus::unicode
