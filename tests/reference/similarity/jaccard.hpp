// SPDX-License-Identifier: MIT
/// \file
/// Resemblance as it is defined: the sets of all runs of three words, their intersection divided by their union.
///
///     jaccard(shingles_of({"a", "b", "c", "d"}), shingles_of({"a", "b", "c"}))    // 1/2
#pragma once

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace corpus::reference {

using WordShingles = std::set<std::string>;

/// Words hold no blank. Of one or two words: all of them.
inline WordShingles shingles_of(const std::vector<std::string>& words) {
  constexpr std::size_t size = 3;
  WordShingles shingles;
  const std::size_t length = std::min(size, words.size());
  for (std::size_t i = 0; length > 0 && i + length <= words.size(); ++i) {
    std::string shingle;
    for (std::size_t k = 0; k < length; ++k) shingle += words[i + k] + " ";
    shingles.insert(shingle);
  }
  return shingles;
}

inline double jaccard(const WordShingles& one, const WordShingles& other) {
  std::vector<std::string> both;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(one.size() + other.size() - both.size());
}

}  // namespace corpus::reference
