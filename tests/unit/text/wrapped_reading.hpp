// SPDX-License-Identifier: MIT
/// \file
/// A text read as wrapped, for tests: what comes out, where each byte of it came from, and what must hold of any reading.
///
///     read_wrapped("ter-\nritories\n").text;   // "territories\n"
#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/text/blocks.hpp"
#include "corpus/text/wrapped.hpp"
#include "unit/text/scripted_source.hpp"

namespace corpus::testing {

struct WrappedReading {
  std::string text;
  std::vector<std::uint64_t> sources;  ///< of each byte of the text, in the document
  std::vector<std::size_t> blocks;     ///< their sizes
  std::size_t unfinished = 0;          ///< blocks that end in a paragraph
  std::vector<std::size_t> turns;      ///< where in the text they begin
  std::vector<std::string> speech;     ///< and the first words said in them
};

struct WrappedInput {
  text::LayoutOptions options = {};
  text::TurnMarker marker = {};
  std::vector<std::size_t> chunks = {};
  text::DecodingOptions decoding = {};
};

inline text::WrappedEvidence evidence_of(const std::string& bytes, const WrappedInput& input = {}) {
  text::WrappedEvidence evidence{input.options};
  Document first = document_of(bytes, input.chunks);
  text::BlockReader blocks{first, input.decoding};
  while (const auto block = blocks.next()) {
    evidence.start(*block);
    text::LineScanner lines(block->text);
    while (const auto line = lines.next()) evidence.add(*line, line->shown(block->text));
    evidence.end_block();
  }
  if (!evidence.needs_words()) return evidence;
  Document second = document_of(bytes, input.chunks);
  text::BlockReader again{second, input.decoding};
  std::optional<text::Block> block;
  while (evidence.needs_words() && (block = again.next())) evidence.add_words(*block);
  return evidence;
}

/// Reads `bytes` as a reader does, and checks that the blocks lead back to where they came from: every byte of
/// the text is that byte of the source, or a space for a line end, and places and offsets are those of raw[0].
inline WrappedReading read_wrapped(const std::string& bytes, const WrappedInput& input = {}) {
  const text::WrappedEvidence evidence = evidence_of(bytes, input);
  Document last = document_of(bytes, input.chunks);
  text::BlockReader again{last, input.decoding};
  text::WrappedReader reader{again, input.options, evidence, input.marker};
  WrappedReading reading;
  std::uint64_t last_end = 0;
  while (const auto block = reader.next()) {
    EXPECT_FALSE(block->text.empty());
    for (std::uint32_t at = 0; at < block->text.size(); ++at) {
      const char read = block->text[at];
      const char raw = block->raw[block->raw_begin(at)];
      EXPECT_TRUE(read == raw || (read == ' ' && (raw == '\n' || raw == '\r'))) << "at " << at;
      const Span span = block->span(at, at + 1);
      reading.sources.push_back(span.begin);
      EXPECT_GE(span.begin, last_end);
      if (block->sources.empty()) {
        EXPECT_EQ(bytes[span.begin], raw);
        EXPECT_EQ(span.end, span.begin + 1);
        last_end = span.end;
      }
    }
    for (const text::TurnMark& mark : block->turns) {
      reading.turns.push_back(reading.text.size() + mark.begin);
      const std::string_view said = block->text.substr(mark.speech);
      reading.speech.emplace_back(said.substr(0, said.find_first_of(" \n")));
    }
    reading.text += block->text;
    reading.blocks.push_back(block->text.size());
    reading.unfinished += block->line_goes_on ? 1 : 0;
  }
  EXPECT_FALSE(reader.next().has_value());
  return reading;
}

}  // namespace corpus::testing
