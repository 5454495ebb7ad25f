// SPDX-License-Identifier: MIT
/// \file
/// What a line may begin with if a turn begins there. A label is only a suspicion: whether the document marks its turns
/// so, TurnFinder decides. Private to this folder.
///
///     turn_label("[00:12] MR. SMITH: Well …");  // colon, speech at 20, speaker "MR. SMITH"
///
/// A line without a label costs a search for a colon in its first bytes, and nothing is allocated.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace corpus::text {

enum class LabelKind : std::uint8_t {
  hyphen,
  double_hyphen,  ///< `--`, the dash of typewriters
  en_dash,
  em_dash,
  colon,       ///< `NAME:`
  bold,        ///< `**Name:**`
  bold_colon,  ///< `**Name**:`
  bracket,     ///< `[Name]`
  initial,     ///< `Q.`
  timed,       ///< `Name 00:12`, alone on its line
  given,       ///< what the user says
};
inline constexpr std::size_t label_kinds = 11;

struct TurnLabel {
  LabelKind kind = LabelKind::hyphen;
  std::uint32_t begin = 0;        ///< of the label, in the line
  std::uint32_t speech = 0;       ///< behind it and the white space after it
  std::string_view speaker = {};  ///< without role and timestamp; empty for a dash
  bool has_time = false;
};

/// Whether a colon or a wide colon may stand in a line.
enum class Colons : std::uint8_t { possible, none };
inline constexpr std::string_view wide_colon = "：";

namespace detail {

std::optional<TurnLabel> turn_label(std::string_view line, Colons colons);

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether a line without a colon may begin with a label, if it begins with the ASCII letter at `first`: only `Q. ` or
/// what ends as a time does. Turns away nearly all lines of prose.
constexpr bool may_be_label_without_colon(std::string_view line, std::size_t first) {
  if (first + 1 < line.size() && line[first + 1] == '.') return true;
  const char last = line.back();
  const bool plainly_shows = last > ' ' && last < 0x7F;
  return !plainly_shows || is_digit(last) || last == ')' || last == ']';
}

}  // namespace detail

inline std::optional<TurnLabel> turn_label(std::string_view line, Colons colons = Colons::possible) {
  const bool plain = colons == Colons::none && !line.empty() && detail::is_ascii_letter(line.front());
  if (plain && !detail::may_be_label_without_colon(line, 0)) return std::nullopt;
  return detail::turn_label(line, colons);
}

/// How a name is written, for names that do not recur.
struct NameShape {
  bool has_lowercase = false;           ///< outside of parentheses
  bool all_words_begin_capital = true;  ///< or with a digit, or a letter that has no capital
  std::size_t words = 0;
  bool in_word = false;  ///< at the end of what was added

  /// The next character of the name.
  void add(char32_t point);
};
NameShape name_shape(std::string_view name);

}  // namespace corpus::text
