// SPDX-License-Identifier: MIT
/// \file
/// The tokenizer under every combination of options: tokens lie in order inside the text, and have types. The scanner
/// beneath it, against ICU.
#include "corpus/text/tokenizer.hpp"

#include <cstdint>
#include <cstdlib>

#include "corpus/unicode/utf8.hpp"
#include "reference/unicode/icu_words.hpp"

namespace {

using namespace corpus;

void check_tokens(std::string_view text, text::TokenizerOptions options) {
  text::Tokenizer tokenizer{std::move(options)};
  tokenizer.start(text);
  std::size_t end = 0;
  for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
    for (const text::Token& token : batch) {
      if (token.begin < end || token.end <= token.begin || token.end > text.size()) std::abort();
      if (unicode::valid_prefix(token.type()) != token.type().size()) std::abort();
      if (token.type().empty()) std::abort();
      end = token.end;
    }
  }
}

/// Everything as ICU finds it, and the words alone, which go another way, as the words among everything.
void check_words(std::string_view text, const unicode::TypeRules& types) {
  const std::vector<reference::Segment> expected = reference::icu_words(text);
  for (const unicode::Parts parts : {unicode::Parts::everything, unicode::Parts::words}) {
    std::vector<reference::Segment> found;
    unicode::WordScanner scanner{{.types = types, .parts = parts}};
    scanner.start(text);
    for (auto batch = scanner.next(); !batch.empty(); batch = scanner.next()) {
      for (const unicode::Word& word : batch) {
        found.push_back({word.begin, word.end, word.kind});
        if (word.type() != reference::icu_type(word.form(text), types)) std::abort();
      }
    }
    std::vector<reference::Segment> wanted = expected;
    if (parts == unicode::Parts::words) {
      std::erase_if(wanted, [](const reference::Segment& segment) {
        return segment.kind != unicode::WordKind::word && segment.kind != unicode::WordKind::number;
      });
    }
    if (found != wanted) std::abort();
  }
}

}  // namespace

/// The first byte chooses the options.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes{reinterpret_cast<const char*>(data + 1), size - 1};
  const std::string_view text = bytes.substr(0, unicode::valid_prefix(bytes));
  const auto bit = [data](unsigned position) { return (data[0] >> position & 1U) != 0; };
  const unicode::TypeRules types{.letter_case = bit(0) ? unicode::Case::keep : unicode::Case::fold,
                                 .locale = bit(1) ? unicode::CaseLocale::turkic : unicode::CaseLocale::root};
  check_tokens(text, {.types = types,
                      .numbers = bit(2) ? text::Numbers::drop : text::Numbers::keep,
                      .punctuation = bit(3) ? text::Punctuation::keep : text::Punctuation::drop,
                      .hyphens = bit(4) ? text::Hyphens::join : text::Hyphens::split,
                      .stopwords = {}});
  check_words(text, types);
  return 0;
}
