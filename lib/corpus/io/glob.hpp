// SPDX-License-Identifier: MIT
/// \file
/// Shell patterns for paths, matched against the whole of a path.
///
///     io::Glob("2020/*.txt").matches("2020/a.txt");       // true
///     io::Glob("**/drafts/*").matches("a/b/drafts/c");    // true
///
/// | pattern   | matches |
/// |-----------|---------|
/// | `*`       | any characters, none too, within one part of the path |
/// | `?`       | one character, not a slash |
/// | `[a-z]`   | one of these characters, by code point, not a slash; `[!a-z]` or `[^a-z]` one other |
/// | `**/`     | at the start of a part: any number of folders, none too |
/// | `**`      | elsewhere: anything, slashes too |
/// | `\*`      | the character itself |
///
/// A character is a code point; a byte that is no UTF-8 is a character by itself. Case and locale make no difference to
/// the rules. Matching takes at most pattern × path² steps however many stars there are, in practice one pass.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace corpus::io {

class Glob {
 public:
  /// Throws Error where `pattern` is empty, or ends inside a `[` or after a backslash.
  explicit Glob(std::string_view pattern);

  [[nodiscard]] bool matches(std::string_view path) const;

 private:
  enum class Kind { literal, any, set, star, everything, folders };
  struct Part {
    Kind kind = Kind::literal;
    char32_t character = 0;                                  ///< of a literal
    std::vector<std::pair<char32_t, char32_t>> ranges = {};  ///< of a set
    bool negated = false;                                    ///< of a set

    [[nodiscard]] bool accepts(char32_t other) const;
  };
  class Parser;
  class Matcher;

  std::vector<Part> parts_;
};

}  // namespace corpus::io
