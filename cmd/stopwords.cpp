// SPDX-License-Identifier: MIT
#include "cmd/stopwords.hpp"

#include <utility>

#include "cmd/side_file.hpp"
#include "corpus/error.hpp"
#include "corpus/text/blocks.hpp"
#include "corpus/text/place.hpp"
#include "corpus/text/units.hpp"

namespace corpus::cmd {
namespace {

text::TypeSet read_words(const std::string& path, Document document, const text::TokenizerOptions& options) {
  text::TypeSet words;
  text::Tokenizer tokenizer{options};
  text::BlockReader reader{document, {}};
  while (const auto block = reader.next()) {
    text::PlaceFinder places{*block};
    std::uint64_t last_line = 0;
    tokenizer.start(block->text);
    for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
      for (const text::Token& token : batch) {
        const Place place = places.at(token.begin);
        if (place.line == last_line) {
          throw Error{{.file = path,
                       .line = place.line,
                       .column = place.column,
                       .cause = "more than one token in a line",
                       .hint = "one word a line; --hyphens join for words like well-known"}};
        }
        last_line = place.line;
        words.emplace(token.type());
      }
    }
  }
  return words;
}

}  // namespace

text::TypeSet read_stopwords(const std::string& path, const text::TokenizerOptions& options) {
  return with_side_list(path, "stopwords",
                        [&](Document document) { return read_words(path, std::move(document), options); });
}

}  // namespace corpus::cmd
