// SPDX-License-Identifier: MIT
/// \file
/// The slow, obvious twin of unicode/sentence.hpp: each rule of UAX #29 asked at every place, in order, in its wording.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::reference {

using SentenceClasses = std::vector<unicode::SentenceClass>;

inline bool is_para_sep(unicode::SentenceClass c) {
  using enum unicode::SentenceClass;
  return c == separator || c == cr || c == lf;
}

inline bool is_sa_term(unicode::SentenceClass c) {
  return c == unicode::SentenceClass::terminator || c == unicode::SentenceClass::full_stop;
}

/// Where a match of `SATerm Close* Sp*` (or only `SATerm Close*`) that ends with the last of `left` has its SATerm;
/// -1 where there is none.
inline std::ptrdiff_t terminator_before(const SentenceClasses& left, bool spaces) {
  auto i = static_cast<std::ptrdiff_t>(left.size()) - 1;
  const auto at = [&](std::ptrdiff_t j) { return left[static_cast<std::size_t>(j)]; };
  while (spaces && i >= 0 && at(i) == unicode::SentenceClass::space) --i;
  while (i >= 0 && at(i) == unicode::SentenceClass::close) --i;
  return i >= 0 && is_sa_term(at(i)) ? i : -1;
}

/// The rules SB6 to SB998 between `left` and `right`, from which SB5 has taken what is ignored.
inline bool sentence_boundary(const SentenceClasses& left, const SentenceClasses& right) {
  using enum unicode::SentenceClass;
  const auto before = left.back();
  const auto after = right.front();
  if (before == full_stop && after == numeric) return false;       // SB6
  if (left.size() > 1 && before == full_stop && after == upper) {  // SB7
    const auto earlier = left[left.size() - 2];
    if (earlier == upper || earlier == lower) return false;
  }
  const std::ptrdiff_t with_spaces = terminator_before(left, true);
  if (with_spaces >= 0 && left[static_cast<std::size_t>(with_spaces)] == full_stop) {  // SB8
    for (const auto c : right) {
      if (c == lower) return false;
      if (c == letter || c == upper || is_para_sep(c) || is_sa_term(c)) break;
    }
  }
  if (with_spaces >= 0 && (after == continuation || is_sa_term(after))) return false;  // SB8a
  if (terminator_before(left, false) >= 0 && (after == close || after == space || is_para_sep(after))) {
    return false;  // SB9
  }
  if (with_spaces >= 0 && (after == space || is_para_sep(after))) return false;  // SB10
  return with_spaces >= 0;                                                       // SB11, SB998
}

inline std::vector<std::uint32_t> sentence_ends(std::string_view text) {
  using enum unicode::SentenceClass;
  SentenceClasses classes;
  std::vector<std::uint32_t> begins;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = unicode::decode(text, at);
    classes.push_back(unicode::sentence_class(point));
    begins.push_back(static_cast<std::uint32_t>(at));
    at += length;
  }
  const auto ignored = [&](std::size_t i) {  // by SB5
    return (classes[i] == extend || classes[i] == format) && i > 0 && !is_para_sep(classes[i - 1]);
  };
  std::vector<std::uint32_t> ends;
  for (std::size_t i = 1; i < classes.size(); ++i) {
    if (classes[i - 1] == cr && classes[i] == lf) continue;  // SB3
    bool boundary = is_para_sep(classes[i - 1]);             // SB4
    if (!boundary && !ignored(i)) {
      SentenceClasses left;
      SentenceClasses right;
      for (std::size_t j = 0; j < classes.size(); ++j) {
        if (!ignored(j)) (j < i ? left : right).push_back(classes[j]);
      }
      boundary = sentence_boundary(left, right);
    }
    if (boundary) ends.push_back(begins[i]);
  }
  if (!text.empty()) ends.push_back(static_cast<std::uint32_t>(text.size()));  // SB2
  return ends;
}

}  // namespace corpus::reference
