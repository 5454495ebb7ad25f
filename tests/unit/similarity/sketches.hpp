// SPDX-License-Identifier: MIT
/// \file
/// Signatures of word lists, and word lists at random.
#pragma once

#include <string>
#include <vector>

#include "corpus/similarity/minhash.hpp"
#include "corpus/similarity/shingles.hpp"
#include "reference/dice.hpp"

namespace corpus::similarity::testing {

using Text = std::vector<std::string>;

inline Signature signature_of(const Text& text) {
  Shingles shingles;
  MinHash sketch;
  const auto use = [&](std::uint64_t shingle) { sketch.add(shingle); };
  for (const std::string& word : text) shingles.add(stable_hash(word), use);
  shingles.finish(use);
  return sketch.signature();
}

/// Words of a vocabulary in which the first are frequent.
inline Text random_text(reference::Dice& dice, std::size_t length) {
  Text text;
  while (text.size() < length) text.push_back("w" + std::to_string(dice.below(1 + dice.below(2000))));
  return text;
}

/// With each word replaced, dropped or doubled `share` times in a thousand.
inline Text edited(const Text& text, reference::Dice& dice, std::size_t share) {
  Text result;
  for (const std::string& word : text) {
    if (!dice.per_mille(share)) {
      result.push_back(word);
      continue;
    }
    const std::size_t what = dice.below(3);
    if (what == 1) result.push_back("new" + std::to_string(dice.below(100000)));
    if (what == 2) result.insert(result.end(), 2, word);
  }
  return result;
}

}  // namespace corpus::similarity::testing
