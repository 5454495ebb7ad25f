// SPDX-License-Identifier: MIT
/// \file
/// Random text in which every word class is as frequent as any other: where rules meet that prose brings together
/// once a year.
///
///     const RandomText random_text{40};
///     const std::string text = random_text(100, random);   // a hundred characters
#pragma once

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode::testing {

class RandomText {
 public:
  /// Up to `of_each` members of each class, assigned and not U+0000.
  explicit RandomText(std::size_t of_each) : classes_(static_cast<std::size_t>(WordClass::complex_extend) + 1) {
    for (char32_t c = 1; c < 0x110000; ++c) {
      if (assigned(c)) classes_[static_cast<std::size_t>(word_class(c))].push_back(c);
    }
    std::mt19937 random(15);
    for (auto& members : classes_) {
      std::shuffle(members.begin(), members.end(), random);
      if (members.size() > of_each) members.resize(of_each);
    }
    // What texts are full of, and what the rules single out, is never missing.
    for (const char32_t c : U"aZ@5_:-\t\u00A0\u00AD\u2011\u3164\u0301\u0345\u4E00\u3042\u0E01\uAC00") {
      if (c != 0) classes_[static_cast<std::size_t>(word_class(c))].push_back(c);
    }
  }

  [[nodiscard]] const std::vector<std::vector<char32_t>>& classes() const { return classes_; }

  /// Without the classes in `omitted`.
  std::string operator()(std::size_t length, std::mt19937& random, const std::vector<WordClass>& omitted = {}) const {
    std::string text;
    while (length > 0) {
      const std::size_t which = random() % classes_.size();
      if (std::find(omitted.begin(), omitted.end(), static_cast<WordClass>(which)) != omitted.end()) continue;
      append(text, classes_[which][random() % classes_[which].size()]);
      --length;
    }
    return text;
  }

 private:
  std::vector<std::vector<char32_t>> classes_;
};

}  // namespace corpus::unicode::testing
