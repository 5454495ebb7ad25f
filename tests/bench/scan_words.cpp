// SPDX-License-Identifier: MIT
/// \file
/// Tokenizing alone, to compare with ICU's iterator: the words of a file, 64 KB of whole lines at a time.
///
///     scan-words FILE   prints the number of words and numbers
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include "corpus/unicode/words.hpp"

int main(int argc, char** argv) {
  constexpr std::size_t block = std::size_t{1} << 16;
  std::ifstream input{argc == 2 ? argv[1] : "", std::ios::binary};
  if (!input) {
    std::cerr << "usage: scan-words FILE\n";
    return 2;
  }
  corpus::unicode::WordScanner scanner{{}};
  std::uint64_t words = 0;
  std::string text;
  std::size_t rest = 0;  // the beginning of a line that is not whole yet
  while (input) {
    text.resize(rest + block);
    input.read(text.data() + rest, static_cast<std::streamsize>(block));
    const std::size_t size = rest + static_cast<std::size_t>(input.gcount());
    const std::size_t last = std::string_view(text).substr(0, size).rfind('\n');
    const std::size_t whole = input && last != std::string_view::npos ? last + 1 : input ? 0 : size;
    scanner.start(std::string_view(text).substr(0, whole));
    for (auto batch = scanner.next(); !batch.empty(); batch = scanner.next()) words += batch.size();
    rest = size - whole;
    std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(whole), rest, text.begin());
  }
  std::cout << words << '\n';
}
