// SPDX-License-Identifier: MIT
/// \file
/// The lines of a text, and what can be seen of a line by itself.
///
///     LineScanner scanner{"  The cat\r\n\fsat. \n"};
///     scanner.next();   // shows [2, 9), ends at 9, the next begins at 11
///     scanner.next();   // shows [12, 16), a page begins before it
///
/// A line ends with LF, CR LF or CR. What shows of it is what is left without white space at its two ends; nothing
/// shows of a blank line. Costs a memchr a line, and a look at both ends.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

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
  [[nodiscard]] std::string_view shown(std::string_view text) const { return text.substr(shows, shows_end - shows); }
};

class LineScanner {
 public:
  /// Begins with the line that begins at `begin`.
  explicit LineScanner(std::string_view text, std::size_t begin = 0) : text_(text), at_(begin) {}

  /// Nothing at the end of the text.
  std::optional<Line> next() {
    std::optional<Line> found;
    if (at_ >= text_.size()) return found;
    if (!searched_ || feed_ < at_) feed_ = find('\n', at_);
    if (!searched_ || return_ < at_) return_ = find('\r', at_);
    searched_ = true;
    Line& line = found.emplace();
    line.begin = at_;
    line.end = std::min(feed_, return_);
    line.next = line.end;
    if (line.end < text_.size()) line.next += line.end + 1 == feed_ && feed_ < text_.size() ? 2 : 1;
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

  [[nodiscard]] std::size_t find(char c, std::size_t from) const {
    if (from >= text_.size()) return text_.size();
    const void* found = std::memchr(text_.data() + from, c, text_.size() - from);
    return found == nullptr ? text_.size() : static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
  }
  void find_shown(Line& line) const;

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t feed_ = 0;    ///< the first LF at or after `at_`, if it is not before it
  std::size_t return_ = 0;  ///< likewise the first CR
  bool searched_ = false;
};

/// Whether a line begins with a small letter, quotes and brackets before it passed over: it goes on with a sentence.
bool starts_small(std::string_view shown);

/// Whether a sentence ends with the line: with a full stop or the like, or a colon, quotes, brackets and marks of
/// emphasis after it passed over. An empty line ends one.
bool closes_sentence(std::string_view shown);

/// Whether it holds a small letter. Headings often do not.
bool has_lower(std::string_view shown);

/// Whether nothing stands between the two where a line end is taken out, because they are written in a script without
/// spaces: Han, kana, Thai and the like, and their punctuation.
bool joins_without_space(std::string_view before, std::string_view after);

}  // namespace corpus::text
