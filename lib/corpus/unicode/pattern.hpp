// SPDX-License-Identifier: MIT
/// \file
/// Patterns for whole words and for beginnings: globs and regular expressions.
///
///     Pattern pattern = Pattern::glob("un*able");
///     pattern.matches("unbelievable");   // true
///
/// A glob costs time in the product of the two lengths at worst. A regular expression (ICU's syntax) is given a limit
/// of steps, so that none can run for ever.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/error.hpp"

namespace corpus::unicode {

enum class PatternCase : std::uint8_t { sensitive, insensitive };

/// What a regular expression found at the beginning of a text.
struct Beginning {
  std::size_t end = 0;                         ///< of the match, in bytes
  std::optional<std::string_view> group = {};  ///< what the first group in parentheses took, if it took part
};

/// A regular expression is malformed.
class PatternError : public Error {
 public:
  PatternError(Problem problem, std::size_t character) : Error(std::move(problem)), character_(character) {}

  /// At which of the expression's characters, from 1.
  [[nodiscard]] std::size_t character() const noexcept { return character_; }

 private:
  std::size_t character_;
};

class Pattern {
 public:
  /// `*` stands for any characters, `?` for one, `\` takes the next character as it is.
  static Pattern glob(std::string_view pattern);

  /// Throws PatternError where the expression is malformed.
  static Pattern regex(std::string_view pattern, PatternCase letter_case);

  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  /// Whether the pattern matches all of `word`, which is well-formed UTF-8. Throws Error where a regular expression
  /// takes too many steps. Not for two threads at once.
  [[nodiscard]] bool matches(std::string_view word) const;

  /// What of `text`, which is well-formed UTF-8, a regular expression matches at its beginning. Throws as `matches`.
  [[nodiscard]] std::optional<Beginning> match_beginning(std::string_view text) const;

 private:
  class Regex;

  Pattern();

  std::string glob_;
  std::unique_ptr<Regex> regex_;
};

}  // namespace corpus::unicode
