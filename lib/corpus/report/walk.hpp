// SPDX-License-Identifier: MIT
/// \file
/// Bytes that may or may not be UTF-8, one character or one ill-formed stretch at a time. Private to this folder.
#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/unicode/utf8.hpp"

namespace corpus::report {

/// Calls `character(bytes, code_point)` or `ill_formed(bytes)`, in order; the latter once for each maximal subpart.
template <typename Character, typename IllFormed>
void walk(std::string_view text, Character character, IllFormed ill_formed) {
  while (true) {
    const std::size_t valid = unicode::valid_prefix(text);
    for (std::size_t at = 0; at < valid;) {
      const auto [code_point, length] = unicode::decode(text, at);
      character(text.substr(at, length), code_point);
      at += length;
    }
    text.remove_prefix(valid);
    if (text.empty()) return;
    const std::size_t wrong = unicode::maximal_subpart(text);
    ill_formed(text.substr(0, wrong));
    text.remove_prefix(wrong);
  }
}

}  // namespace corpus::report
