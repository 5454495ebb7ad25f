// SPDX-License-Identifier: MIT
/// \file
/// Sets a text as pages do, and knows what became of each of its words: the opposite of what text/wrapped.hpp does.
///
///     Wrapping wrapping{style, split_points, tokenizer};
///     for (const Paragraph& paragraph : text) wrapping.add(paragraph);
///     const WrappedText wrapped = wrapping.finish();
///     wrapped.bytes;        // the file
///     wrapped.tokens;       // those of the text that went in, each with its place in the file
///     wrapped.broken;       // which of them stand around a hyphen at a line end
///     wrapped.running;      // where headers and footers stand
///
/// Lines are filled as long as words fit, then a word is broken after a hyphen of its own or split between syllables.
/// The tokens are found in the text before it is wrapped; their places are noted while the file is written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/text/tokenizer.hpp"
#include "reference/dice.hpp"
#include "reference/text/hyphenator.hpp"
#include "reference/text/page_style.hpp"
#include "reference/text/scribe.hpp"

namespace corpus::reference {

struct Paragraph {
  std::string text;
  bool heading = false;
};

struct PlacedToken {
  std::string type;
  Span span;
  Place place;
  std::uint32_t paragraph = 0;
};

/// A hyphen at a line end.
enum class BreakKind : std::uint8_t {
  split,      ///< ter-/ritories: the typesetter's, and no part of the word
  compound,   ///< well-/known: the word's own
  suspended,  ///< two-/ and threefold: the word's own, and a space after it
};

struct BrokenWord {
  BreakKind kind = BreakKind::split;
  Span gap;                     ///< from the hyphen to the letter that follows
  std::size_t first_token = 0;  ///< in `tokens`; what the hyphen stands in, or after …
  std::size_t tokens = 1;       ///< … and, if there are two, before
  bool across_pages = false;
  bool across_blank = false;  ///< a blank line within the paragraph
};

struct WrappedText {
  std::string bytes;
  std::vector<PlacedToken> tokens;
  std::vector<BrokenWord> broken;
  std::vector<Span> running;
  std::vector<Span>
      seldom;  ///< headers that come once or twice, when the document ends in a chapter: they recur too little
  std::size_t pages = 0;
  std::size_t compounds = 0;  ///< hyphens between letters or digits, at line ends or not
};

class Wrapping {
 public:
  /// All must outlive it; the tokenizer says what the tokens of a paragraph are.
  Wrapping(const PageStyle& style, const SplitPoints& split_points, text::Tokenizer& tokenizer, std::uint64_t seed);

  /// White space at the ends and runs of spaces are not kept.
  void add(const Paragraph& paragraph);
  WrappedText finish();

 private:
  enum class LineEnd : std::uint8_t { space, split, compound, dash, paragraph };
  struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;
    LineEnd ends_with = LineEnd::paragraph;
  };
  struct Break {
    std::size_t at = 0;
    LineEnd ends_with = LineEnd::split;
  };
  /// Where the bytes of a paragraph have gone.
  struct Copy {
    std::string text;
    std::vector<Mark> begins;  ///< of each byte; of a continuation byte nothing of use
    std::vector<std::uint64_t> ends;
  };

  std::vector<Break> breaks_in(std::string_view text, std::size_t begin, std::size_t end);
  void add_splits(std::string_view text, std::size_t begin, std::size_t end, std::vector<Break>& breaks);
  std::vector<Line> fill(std::string_view text, std::size_t first_indent);
  void write_line(Copy& copy, const Line& line, std::size_t indent);
  Span write_running(const std::string& text);
  void begin_line();
  void write_text(const Paragraph& paragraph, Copy& copy);
  void note_break(const Copy& copy, const Line& line, std::size_t next);
  void note_tokens(const Copy& copy);
  void blank_lines(std::size_t count);
  void end_line();
  void open_page();
  void close_page();
  void turn_page();

  const PageStyle& style_;
  const SplitPoints& split_points_;
  text::Tokenizer& tokenizer_;
  Dice dice_;
  Scribe scribe_;
  WrappedText wrapped_;
  std::unordered_map<std::string, std::vector<std::size_t>> known_splits_;
  std::vector<std::size_t> broken_at_;  ///< in this paragraph's text
  std::uint32_t paragraphs_ = 0;
  std::unordered_map<std::string, std::vector<Span>> headers_;
  std::size_t page_ = 0;
  std::size_t lines_ = 0;  ///< of text, on this page
  bool feed_ = false;      ///< a form feed is due before the next line
};

}  // namespace corpus::reference
