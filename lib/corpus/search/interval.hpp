// SPDX-License-Identifier: MIT
/// \file
/// What stands between two tokens of a text, as far as it decides whether a hit may reach over it.
///
///     IntervalReader reader;
///     reader.start();                              // `course` has been
///     reader.add(".\n \n", Paragraphs::blank_lines);
///     reader.found();                              // Interval::marks | Interval::paragraph
///
/// Costs a look at each byte between tokens; a single space, which nearly all are, costs one comparison.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "corpus/search/concordance.hpp"

namespace corpus::search {

/// What can be found in an interval, as bits.
struct Interval {
  enum : unsigned {
    marks = 1,         ///< a character that is no white space
    letters = 2,       ///< … and is a letter or digit, of a token that was left out
    paragraph = 4,     ///< a paragraph's end
    turn = 8,          ///< the beginning of a turn, or the end of one
    sentence = 16,     ///< a sentence's end
    passed_over = 32,  ///< a part that is not searched
    too_long = 64      ///< more marks than any query asks for
  };
};

class IntervalReader {
 public:
  /// A token has been: from here on the interval is new.
  void start() {
    found_ = 0;
    blank_ = false;
  }
  /// The next piece of the text between tokens, which does not end between CR and LF.
  void add(std::string_view text, Paragraphs paragraphs) {
    if (text != " ") read(text, paragraphs);
  }
  /// What cannot be seen in the text.
  void mark(unsigned interval) { found_ |= interval; }
  [[nodiscard]] unsigned found() const { return found_; }

 private:
  void read(std::string_view text, Paragraphs paragraphs);

  unsigned found_ = 0;
  bool blank_ = false;  ///< nothing but white space since the last line end, which is in the interval
};

/// Where `text` has a line end at `at`, its length; else 0.
inline std::uint32_t line_end_length(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return 1;
  if (text[at] != '\r') return 0;
  return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
}

}  // namespace corpus::search
