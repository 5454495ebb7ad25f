// SPDX-License-Identifier: MIT
/// \file
/// What a query asks of that which stands between two tokens.
///
///     const Gap hyphen = Gap::of("-", Compare::types);
///     hyphen.matches("\u2011")   // true: another hyphen
#pragma once

#include <string>
#include <string_view>

#include "corpus/search/query.hpp"

namespace corpus::search {

class Gap {
 public:
  /// Only what matches `text`: white space stands for white space of any kind and length; for types, all apostrophes and
  /// all hyphens are the same.
  static Gap of(std::string_view text, Compare compare);

  /// Whether `between` will do.
  [[nodiscard]] bool matches(std::string_view between) const;

  bool operator==(const Gap&) const = default;

 private:
  std::string text_;  ///< with one space for white space
  Compare compare_ = Compare::types;
};

}  // namespace corpus::search
