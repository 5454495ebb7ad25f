// SPDX-License-Identifier: MIT
/// \file
/// What the user wrote as a query, and what is wrong with it where.
///
///     const QueryText text{"of | course"};   // throws Error where it is no text at all
///     text.fail(3, "a word is missing before |", "…");
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace corpus::search {

class QueryText {
 public:
  /// Throws Error where `text` is empty, too long, or not well-formed UTF-8. It must outlive this.
  explicit QueryText(std::string_view text);

  [[nodiscard]] std::string_view all() const { return text_; }
  /// Throws Error about the byte `at`.
  [[noreturn]] void fail(std::size_t at, std::string cause, std::string hint = {}) const;
  /// Throws Error about the character that is so many characters behind the byte `at`.
  [[noreturn]] void fail_behind(std::size_t at, std::size_t characters, std::string cause, std::string hint = {}) const;

 private:
  std::string_view text_;
};

/// For messages: only the beginning of something long.
std::string shortened(std::string_view text);

}  // namespace corpus::search
