// SPDX-License-Identifier: MIT
#include "corpus/unicode/pattern.hpp"

#include <fmt/format.h>
#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

/// ICU's units of about 10,000 steps each; a word is short, so an expression that needs more has gone astray.
constexpr int32_t step_limit = 200;
constexpr int32_t stack_limit = 1 << 20;  ///< bytes

icu::UnicodeString to_icu(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

/// Which character of `pattern`, from 1, is meant: ICU counts lines, and the characters in each.
std::size_t character_of(const UParseError& place, std::string_view pattern) {
  int32_t line = 1;
  int32_t in_line = 0;
  std::size_t count = 0;
  char32_t last = 0;
  for (std::size_t at = 0; at < pattern.size() && (line < place.line || in_line < place.offset); ++count) {
    const auto [c, length] = decode(pattern, at);
    if (c == U'\r' || c == U'\u0085' || c == U'\u2028' || (c == U'\n' && last != U'\r')) {
      ++line;
      in_line = 0;
    } else if (c != U'\n') {
      ++in_line;
    }
    last = c;
    at += length;
  }
  return count > 0 ? count : 1;
}

/// Greedy, with one place to come back to: the last `*`.
bool glob_matches(std::string_view glob, std::string_view word) {
  std::size_t g = 0;
  std::size_t w = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_word = 0;
  while (w < word.size()) {
    const auto here = decode(word, w);
    bool matched = false;
    if (g < glob.size() && glob[g] == '*') {
      star = ++g;
      star_word = w;
      continue;
    }
    if (g < glob.size()) {
      const bool any = glob[g] == '?';
      if (glob[g] == '\\' && g + 1 < glob.size()) ++g;
      const auto wanted = decode(glob, g);
      matched = any || wanted.value == here.value;
      if (matched) {
        g += wanted.length;
        w += here.length;
      }
    }
    if (matched) continue;
    if (star == std::string_view::npos) return false;
    g = star;
    star_word += decode(word, star_word).length;
    w = star_word;
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

}  // namespace

class Pattern::Regex {
 public:
  Regex(std::string_view pattern, PatternCase letter_case) : pattern_(pattern) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError place{};
    const uint32_t flags = letter_case == PatternCase::insensitive ? uint32_t{UREGEX_CASE_INSENSITIVE} : 0U;
    const icu::UnicodeString text = to_icu(pattern);
    expression_.reset(icu::RegexPattern::compile(text, flags, place, status));
    if (U_FAILURE(status)) {
      const std::size_t character = character_of(place, pattern);
      throw PatternError{
          {.cause = fmt::format("the regular expression {} is malformed at character {}", pattern, character),
           .hint = "put \\ before a character that stands for itself"},
          character};
    }
    matcher_.reset(expression_->matcher(status));
    matcher_->setTimeLimit(step_limit, status);
    matcher_->setStackLimit(stack_limit, status);
  }

  bool matches(std::string_view word) {
    const icu::UnicodeString text = to_icu(word);
    matcher_->reset(text);
    UErrorCode status = U_ZERO_ERROR;
    const bool result = matcher_->matches(status);
    check(status, word);
    return result;
  }

  std::optional<Beginning> match_beginning(std::string_view text) {
    const icu::UnicodeString wide = to_icu(text);
    matcher_->reset(wide);
    UErrorCode status = U_ZERO_ERROR;
    const bool found = matcher_->lookingAt(status);
    check(status, text);
    if (!found) return std::nullopt;
    Beginning beginning{.end = bytes_of(wide, 0, matcher_->end(status))};
    if (matcher_->groupCount() > 0 && matcher_->start(1, status) >= 0) {
      const std::size_t begin = bytes_of(wide, 0, matcher_->start(1, status));
      beginning.group = text.substr(begin, bytes_of(wide, matcher_->start(1, status), matcher_->end(1, status)));
    }
    return beginning;
  }

 private:
  /// UTF-8 bytes of the UTF-16 units [begin, end).
  static std::size_t bytes_of(const icu::UnicodeString& text, int32_t begin, int32_t end) {
    std::string utf8;
    return text.tempSubStringBetween(begin, end).toUTF8String(utf8).size();
  }

  void check(UErrorCode status, std::string_view text) const {
    if (U_SUCCESS(status)) return;
    std::size_t shown = std::min<std::size_t>(text.size(), 80);
    while (shown < text.size() && continues(text[shown])) --shown;
    throw Error{{.cause = fmt::format("the regular expression {} takes too many steps at {}{}", pattern_,
                                      text.substr(0, shown), shown < text.size() ? "…" : ""),
                 .hint = "avoid repetitions inside repetitions, such as (a+)+"}};
  }

  std::string pattern_;
  std::unique_ptr<icu::RegexPattern> expression_;
  std::unique_ptr<icu::RegexMatcher> matcher_;
};

Pattern::Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

Pattern Pattern::glob(std::string_view pattern) {
  Pattern result;
  result.glob_ = pattern;
  return result;
}

Pattern Pattern::regex(std::string_view pattern, PatternCase letter_case) {
  Pattern result;
  result.regex_ = std::make_unique<Regex>(pattern, letter_case);
  return result;
}

bool Pattern::matches(std::string_view word) const {
  return regex_ ? regex_->matches(word) : glob_matches(glob_, word);
}

std::optional<Beginning> Pattern::match_beginning(std::string_view text) const { return regex_->match_beginning(text); }

}  // namespace corpus::unicode
