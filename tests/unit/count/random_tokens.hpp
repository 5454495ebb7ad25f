// SPDX-License-Identifier: MIT
/// \file
/// Random tokens for tests of counting.
#pragma once

#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/tokenizer.hpp"

namespace corpus::count::testing {

/// Types that are unlike each other only late, that are empty, and that a counts file must escape.
inline const std::vector<std::string>& types() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> types = {"",         "a",         "b",         "\\",         "\t",  "\n",   "\r",
                                      "a\\tb",    "\\\\",      "é",         "漢",         "😀",   "snow", "snows",
                                      "snowfall", "snowfalls", "snowfall-", "z",          "\\n", "a b",  "'",
                                      "\u007F",   "abcdefgh",  "abcdefghi", "abcdefghij", "#"};
    for (char c = 'a'; c <= 'z'; ++c) types.push_back(std::string("prefix-that-is-long-") + c);
    return types;
  }();
  return all;
}

/// A document as its types, the first ones more often.
inline std::vector<std::string_view> random_document(std::size_t length, std::mt19937& random) {
  std::vector<std::string_view> document;
  for (; length > 0; --length) document.push_back(types()[random() % (1 + random() % types().size())]);
  return document;
}

/// As a tokenizer would hand them out, but for their places.
class Tokens {
 public:
  explicit Tokens(const std::vector<std::string_view>& types) {
    batch_.clear();
    for (const std::string_view type : types) batch_.add(0, 0, text::Kind::word, type);
    tokens_ = batch_.words();
  }
  Tokens(const Tokens&) = delete;
  Tokens& operator=(const Tokens&) = delete;

  [[nodiscard]] const text::Tokens& all() const { return tokens_; }

 private:
  unicode::WordBatch batch_;
  text::Tokens tokens_;
};

}  // namespace corpus::count::testing
