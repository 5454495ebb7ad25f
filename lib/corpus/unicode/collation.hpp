// SPDX-License-Identifier: MIT
/// \file
/// The order in which a language puts its words: the Unicode Collation Algorithm, with what CLDR says of a locale.
///
///     const unicode::Collator collator("sv");
///     collator.key("öl") > collator.key("zebra");   // in Swedish ö stands behind z; in German it stands by o
///
/// Keys are bytes; compared as such (std::string does) they tell the order. Letters decide, then accents, then case,
/// small letters first (tertiary strength, UTS #10); white space and punctuation stand before digits, these before
/// letters. Texts that differ in nothing of that, such as composed and decomposed ones, have the same key: to break the
/// tie is the caller's. Numbers are not compared by value.
///
/// The same text has the same key on every run. Other versions of ICU, whose data are a version of CLDR, may order
/// otherwise: so keys are not to be stored, and a result names ICU's version (version.hpp).
///
/// A collator costs some ten microseconds to make; the key of a word half a microsecond, and some two bytes a letter.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace corpus::unicode {

class Collator {
 public:
  /// `locale` is a language tag (`sv`, `de-AT`, `de-u-co-phonebk`) or a name as POSIX has them (`de_AT.UTF-8`). Empty is
  /// the root's order, which most languages share, as have those that ICU knows no other for. Throws Error where the
  /// language is none that ICU knows.
  explicit Collator(std::string_view locale);
  Collator(Collator&&) noexcept;
  Collator& operator=(Collator&&) noexcept;
  ~Collator();

  /// `text` is well-formed UTF-8. Not for two threads at once.
  [[nodiscard]] std::string key(std::string_view text) const;

 private:
  class Rules;
  std::unique_ptr<Rules> rules_;
};

}  // namespace corpus::unicode
