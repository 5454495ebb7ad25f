// SPDX-License-Identifier: MIT
/// \file
/// The oracle of the word scanner: ICU's word iterator of the root locale over the whole text, then `word@1`'s few
/// rules, written plainly. Right where the installed ICU has the rules of ICU 72; slow.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/unicode/fold.hpp"
#include "corpus/unicode/words.hpp"

namespace corpus::reference {

/// Bytes [begin, end) of the text.
struct Segment {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  unicode::WordKind kind = unicode::WordKind::word;

  bool operator==(const Segment&) const = default;
};

std::vector<Segment> icu_words(std::string_view text);

/// The type of a form.
std::string icu_type(std::string_view form, const unicode::TypeRules& rules);

}  // namespace corpus::reference
