// SPDX-License-Identifier: MIT
/// \file
/// The lines of a text, and what can be seen of a line by itself.
///
///     LineScanner scanner{"  The cat\r\n\fsat. \n"};
///     scanner.next();   // shows [2, 9), ends at 9, the next begins at 11
///     scanner.next();   // shows [12, 16), a page begins before it
///
/// A line ends with LF, CR LF or CR. What shows of it is what is left without white space at its two ends; nothing
/// shows of a blank line. Costs a look at both ends of each, and a search for all line ends with wide vectors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "corpus/unicode/byte_scanner.hpp"

namespace corpus::text {

/// Offsets in the text that holds the line, or in the document.
struct Line {
  std::size_t begin = 0;      ///< of the line
  std::size_t shows = 0;      ///< where what shows begins …
  std::size_t shows_end = 0;  ///< … and ends
  std::size_t end = 0;        ///< of the line, before its line end
  std::size_t next = 0;       ///< after its line end
  bool begins = true;         ///< false: it goes on with an overlong line, of which a part came before
  bool feed_before = false;   ///< a form feed stands before what shows, or in a blank line
  bool feed_after = false;

  [[nodiscard]] bool blank() const { return shows == shows_end; }
  /// Has it a line end? The last line of a text need not have one.
  [[nodiscard]] bool ended() const { return next > end; }
  [[nodiscard]] std::string_view shown(std::string_view text) const { return {text.data() + shows, shows_end - shows}; }
};

inline constexpr unicode::ByteSet line_end_bytes{"\n\r"};

class LineScanner {
 public:
  /// Begins with the line that begins at `begin`.
  explicit LineScanner(std::string_view text, std::size_t begin = 0)
      : text_(text), at_(begin), ends_(text, line_end_bytes, begin) {}

  /// Nothing at the end of the text.
  std::optional<Line> next() {
    std::optional<Line> found;
    if (at_ >= text_.size()) return found;
    Line& line = found.emplace();
    line.begin = at_;
    line.end = ends_.next(at_);
    line.next = line.end;
    if (line.end < text_.size()) {
      ++line.next;
      if (text_[line.end] == '\r' && line.next < text_.size() && text_[line.next] == '\n') ++line.next;
    }
    at_ = line.next;
    line.shows = line.begin;
    line.shows_end = line.end;
    if (line.begin < line.end && !(plainly_shows(text_[line.begin]) && plainly_shows(text_[line.end - 1]))) {
      find_shown(line);
    }
    return found;
  }

 private:
  /// Of ASCII characters, whether they are no white space. Others are looked up.
  static bool plainly_shows(char c) { return c > ' ' && c < 0x7F; }

  void find_shown(Line& line) const;

  std::string_view text_;
  std::size_t at_;
  unicode::ByteScanner ends_;
};

namespace detail {
bool starts_small(std::string_view shown);
bool closes_sentence(std::string_view shown);
}  // namespace detail

/// Whether a line begins with a small letter, quotes and brackets before it passed over: it goes on with a sentence.
inline bool starts_small(std::string_view shown) {
  const char first = shown.empty() ? '0' : shown.front();
  if (first >= 'a' && first <= 'z') return true;
  return !((first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9')) && detail::starts_small(shown);
}

/// Whether a sentence ends with the line: with a full stop or the like, or a colon, quotes, brackets and marks of
/// emphasis after it passed over. An empty line ends one.
inline bool closes_sentence(std::string_view shown) {
  const char last = shown.empty() ? '.' : shown.back();
  return !((last >= 'a' && last <= 'z') || last == ',') && detail::closes_sentence(shown);  // as most lines end
}

/// Whether it holds a small letter. Headings often do not.
bool has_lower(std::string_view shown);

/// Whether nothing stands between the two where a line end is taken out, because they are written in a script without
/// spaces: Han, kana, Thai and the like, and their punctuation.
bool joins_without_space(std::string_view before, std::string_view after);

}  // namespace corpus::text
