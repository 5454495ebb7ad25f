// SPDX-License-Identifier: MIT
/// \file
/// A program that uses libcorpus: counts the tokens and types of the text it reads.
///
///     c++ -std=c++20 count_words.cpp -o count_words $(pkg-config --cflags --libs corpus)
///     ./count_words <text
#include <iostream>
#include <iterator>
#include <string>

#include "corpus/text/tokenizer.hpp"
#include "corpus/text/vocabulary.hpp"

int main() {
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};

  corpus::text::Tokenizer tokenizer;
  corpus::text::Vocabulary types;
  std::size_t tokens = 0;
  tokenizer.start(text);
  for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
    for (const corpus::text::Token& token : batch) types.intern(token.type());
    tokens += batch.size();
  }
  std::cout << tokens << " tokens, " << types.size() << " types\n";
}
