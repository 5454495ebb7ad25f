// SPDX-License-Identifier: MIT
/// \file
/// Patterns for whole words: globs and regular expressions.
///
///     Pattern pattern = Pattern::glob("un*able");
///     pattern.matches("unbelievable");   // true
///
/// A glob costs time in the product of the two lengths at worst. A regular expression (ICU's syntax) is given a limit
/// of steps, so that none can run for ever.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace corpus::unicode {

enum class PatternCase : std::uint8_t { sensitive, insensitive };

class Pattern {
 public:
  /// `*` stands for any characters, `?` for one, `\` takes the next character as it is.
  static Pattern glob(std::string_view pattern);

  /// Throws Error naming the column where the expression is malformed.
  static Pattern regex(std::string_view pattern, PatternCase letter_case);

  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  /// Whether the pattern matches all of `word`, which is well-formed UTF-8. Throws Error where a regular expression
  /// takes too many steps. Not for two threads at once.
  [[nodiscard]] bool matches(std::string_view word) const;

 private:
  class Regex;

  Pattern();

  std::string glob_;
  std::unique_ptr<Regex> regex_;
};

}  // namespace corpus::unicode
