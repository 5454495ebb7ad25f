// SPDX-License-Identifier: MIT
/// \file
/// The natural program with ICU, to compare with: its word iterator over lines in UTF-8, alone or with a hash map of
/// case-folded types. Words are what has a letter or a digit.
///
///     icu-words tokens FILE   prints the number of tokens
///     icu-words freq FILE     prints a frequency list, most frequent first
#include <unicode/brkiter.h>
#include <unicode/casemap.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace {

void require(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

/// Calls `visit` with each word of the file.
template <typename Visit>
void for_each_word(const char* file, Visit visit) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words{
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status)};
  require(status);
  std::ifstream input{file};
  if (!input) throw std::runtime_error(std::string{"cannot open "} + file);
  UText* view = nullptr;
  for (std::string line; std::getline(input, line);) {
    view = utext_openUTF8(view, line.data(), static_cast<std::int64_t>(line.size()), &status);
    words->setText(view, status);
    require(status);
    std::int32_t begin = words->first();
    for (std::int32_t end = words->next(); end != icu::BreakIterator::DONE; end = words->next()) {
      if (words->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) {
        visit(std::string_view{line}.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
      }
      begin = end;
    }
  }
  utext_close(view);
}

void print_tokens(const char* file) {
  std::uint64_t tokens = 0;
  for_each_word(file, [&](std::string_view) { ++tokens; });
  std::cout << tokens << '\n';
}

void print_frequencies(const char* file) {
  std::unordered_map<std::string, std::uint64_t> counts;
  std::string folded;
  for_each_word(file, [&](std::string_view word) {
    folded.clear();
    icu::StringByteSink<std::string> sink{&folded};
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8Fold(0, {word.data(), static_cast<std::int32_t>(word.size())}, sink, nullptr, status);
    require(status);
    ++counts[folded];
  });
  std::vector<std::pair<std::string_view, std::uint64_t>> rows{counts.begin(), counts.end()};
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  for (const auto& [type, count] : rows) std::cout << type << '\t' << count << '\n';
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string_view what = argc == 3 ? argv[1] : "";
  if (what == "tokens") {
    print_tokens(argv[2]);
  } else if (what == "freq") {
    print_frequencies(argv[2]);
  } else {
    std::cerr << "usage: icu-words tokens|freq FILE\n";
    return 2;
  }
  return 0;
} catch (const std::exception& error) {
  std::cerr << "icu-words: " << error.what() << '\n';
  return 2;
}
