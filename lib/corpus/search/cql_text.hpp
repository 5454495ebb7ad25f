// SPDX-License-Identifier: MIT
/// \file
/// A walk through the text of a CQL query: its signs, names, numbers and values in quotes.
///
///     CqlText text{query};
///     if (text.take('[')) …
///     const CqlValue value = text.take_value();   // "take" %c
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/search/query_text.hpp"

namespace corpus::search {

struct CqlValue {
  std::size_t begin = 0;                  ///< in the query: of its first quote
  std::string text = {};                  ///< without quotes
  std::vector<std::size_t> offsets = {};  ///< where in the query each of its characters stands, and its end
  bool fold_case = false;                 ///< %c
  bool drop_diacritics = false;           ///< %d
  bool literal = false;                   ///< %l
};

class CqlText {
 public:
  explicit CqlText(const QueryText& text) : text_(text), all_(text.all()) { skip(); }

  /// Where the sign at hand stands.
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool ended() const { return at_ == all_.size(); }
  [[nodiscard]] bool is_at(char sign) const { return !ended() && all_[at_] == sign; }
  [[nodiscard]] bool is_at_value() const { return is_at('"') || is_at('\''); }
  /// Goes beyond `sign`, if it is at hand.
  bool take(char sign);
  /// Goes beyond a name: letters, digits, `_`; empty where there is none.
  std::string_view take_name();
  /// Goes beyond the name `word`, if it is at hand.
  bool take_word(std::string_view word);
  /// Goes beyond a number, if one is at hand. Throws Error where it is larger than anything that makes sense.
  std::optional<std::uint64_t> take_number();
  /// A value is at hand. Throws Error where it does not end, or has flags that do not exist.
  CqlValue take_value();

  /// What is at hand, for a message: `]`, or "the end".
  [[nodiscard]] std::string found() const;
  /// Throws Error: `what` was expected where something else is at hand.
  [[noreturn]] void fail_expected(std::string_view what, std::string hint = {}) const;
  [[noreturn]] void fail(std::size_t at, std::string cause, std::string hint = {}) const;

 private:
  void skip();
  void take_flags(CqlValue& value);

  const QueryText& text_;
  std::string_view all_;
  std::size_t at_ = 0;
};

}  // namespace corpus::search
