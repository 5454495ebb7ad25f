// SPDX-License-Identifier: MIT
/// \file
/// A document as the program reads it: its tokens, each with its type and its place.
///
///     const ReadText read = read_tokens(document, options, tokenizer);
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/text/place.hpp"
#include "corpus/text/reader.hpp"
#include "corpus/text/tokenizer.hpp"

namespace corpus::reference {

/// Bytes in memory, which can be read as often as wanted.
class MemorySource final : public ByteSource {
 public:
  /// They come in chunks of so many bytes, after the last the first again; none means as many as are asked for.
  explicit MemorySource(std::string_view bytes, std::vector<std::size_t> chunks = {})
      : bytes_(bytes), chunks_(std::move(chunks)) {}

  std::size_t read(std::span<char> buffer) override {
    std::size_t size = buffer.size();
    if (!chunks_.empty()) size = std::min(size, chunks_[chunk_++ % chunks_.size()]);
    size = bytes_.copy(buffer.data(), size, at_);
    at_ += size;
    return size;
  }
  bool rewind() override {
    at_ = 0;
    return true;
  }

 private:
  std::string_view bytes_;
  std::vector<std::size_t> chunks_;
  std::size_t chunk_ = 0;
  std::size_t at_ = 0;
};

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
        read.tokens.push_back({std::string(token.form(block->text)), std::string(token.type),
                               block->span(token.begin, token.end), places.at(token.begin), paragraph});
      }
    }
    if (!block->line_goes_on) ++paragraph;
  }
  read.layout = reader.layout();
  return read;
}

}  // namespace corpus::reference
