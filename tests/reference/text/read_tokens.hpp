// SPDX-License-Identifier: MIT
/// \file
/// A document as the program reads it: its tokens, each with its type and its place.
///
///     const ReadText read = read_tokens(document, options, tokenizer);
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/text/place.hpp"
#include "corpus/text/reader.hpp"
#include "corpus/text/tokenizer.hpp"

namespace corpus::reference {

struct ReadToken {
  std::string form;
  std::string type;
  Span span;
  Place place;
  std::uint32_t paragraph = 0;  ///< the lines of the text that was read, from 0; blank ones count too
};

struct ReadText {
  text::Layout layout = text::Layout::plain;
  std::vector<ReadToken> tokens;
};

inline ReadText read_tokens(Document& document, const text::ReadOptions& options, text::Tokenizer& tokenizer) {
  ReadText read;
  std::uint32_t paragraph = 0;
  text::Reader reader{document, options};
  while (const auto block = reader.next()) {
    text::PlaceFinder places{*block};
    std::size_t line_ends_before = 0;
    tokenizer.start(*block);
    for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
      for (const text::Token& token : batch) {
        for (; line_ends_before < token.begin; ++line_ends_before) {
          const char c = block->text[line_ends_before];
          paragraph += c == '\n' || c == '\r' ? 1 : 0;
        }
        read.tokens.push_back({std::string(token.form(block->text)), std::string(token.type()),
                               block->span(token.begin, token.end), places.at(token.begin), paragraph});
      }
    }
    if (!block->line_goes_on) ++paragraph;
  }
  read.layout = reader.layout();
  return read;
}

}  // namespace corpus::reference
