// SPDX-License-Identifier: MIT
/// \file
/// The words and signs of an expression, one after the other.
///
///     Scanner scanner{"year >= 2020"};
///     for (Token token = scanner.next(); token.kind != TokenKind::end; token = scanner.next()) …
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/error.hpp"
#include "corpus/expr/tree.hpp"

namespace corpus::expr {

enum class TokenKind : std::uint8_t {
  end,
  name,
  quoted_name,
  number,
  text,
  relation,
  conj,
  disj,
  negation,
  in,
  open,
  close,
  comma
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::size_t begin = 0;  ///< bytes of the expression
  std::size_t end = 0;
  std::uint64_t column = 1;  ///< of the first, from 1 in code points
  double number = 0;
  std::string text = {};  ///< of a name or a text, without its quotes
  Relation relation = Relation::equal;
};

class Scanner {
 public:
  /// `text` must outlive the scanner.
  explicit Scanner(std::string_view text) : text_(text) {}

  /// Throws Error where something stands that means nothing.
  Token next();

  /// The Error at byte `at`.
  [[nodiscard]] Error error(std::size_t at, std::string cause, std::string hint) const;

 private:
  Token scan();
  void skip_space();
  [[nodiscard]] bool at_mistake(std::size_t at) const;
  [[nodiscard]] Error not_understood() const;
  [[nodiscard]] std::size_t word_end(std::size_t at) const;
  Token scan_text();
  Token scan_quoted_name();
  Token scan_number(std::size_t length);
  Token scan_word();
  Token scan_sign();

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t counted_ = 0;   ///< bytes …
  std::uint64_t points_ = 0;  ///< … and how many code points begin in them
};

}  // namespace corpus::expr
