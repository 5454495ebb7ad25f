// SPDX-License-Identifier: MIT
#include "corpus/unicode/grapheme.hpp"

#include <algorithm>

#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

using enum GraphemeClass;

constexpr bool ascii(char byte) noexcept { return static_cast<unsigned char>(byte) < 0x80; }

/// What of a cluster's beginning the rules that look back further than one character need to know.
class Cluster {
 public:
  explicit Cluster(GraphemeClass first) noexcept : last_(first), emoji_(first == pictographic) {}

  /// Whether `next` belongs to the cluster; then it does. The rules are those of UAX #29, GB3 to GB999.
  bool take(GraphemeClass next) noexcept {
    if (!joins(next)) return false;
    emoji_ = next == pictographic || (emoji_ && last_ != zwj && (next == extend || next == zwj));
    if (last_ == regional_indicator && next == regional_indicator) paired_ = true;
    last_ = next;
    return true;
  }

 private:
  [[nodiscard]] bool joins(GraphemeClass next) const noexcept {
    switch (last_) {
      case cr:
        return next == lf;  // GB3
      case lf:
      case control:
        return false;  // GB4
      default:
        break;
    }
    switch (next) {
      case cr:
      case lf:
      case control:
        return false;  // GB5
      case extend:
      case zwj:  // GB9
      case spacing_mark:
        return true;  // GB9a
      default:
        break;
    }
    switch (last_) {
      case prepend:
        return true;  // GB9b
      case hangul_l:
        return next == hangul_l || next == hangul_v || next == hangul_lv || next == hangul_lvt;  // GB6
      case hangul_lv:
      case hangul_v:
        return next == hangul_v || next == hangul_t;  // GB7
      case hangul_lvt:
      case hangul_t:
        return next == hangul_t;  // GB8
      case zwj:
        return emoji_ && next == pictographic;  // GB11
      case regional_indicator:
        return next == regional_indicator && !paired_;  // GB12, 13
      default:
        return false;  // GB999
    }
  }

  GraphemeClass last_;
  bool emoji_;           ///< the cluster ends with Extended_Pictographic Extend* ZWJ?
  bool paired_ = false;  ///< it ends with two regional indicators
};

/// Whether U+FE0F after `point` asks for an emoji: pictographs, and what keycaps are made of.
bool takes_emoji_style(char32_t point) noexcept {
  return point == U'#' || point == U'*' || (point >= U'0' && point <= U'9') || grapheme_class(point) == pictographic;
}

std::size_t width_of_cluster(std::string_view cluster) noexcept {
  std::size_t width = 0;
  bool emoji = false;
  std::size_t pictographs = 0;
  std::size_t indicators = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < cluster.size();) {
    const auto [point, length] = decode(cluster, at);
    const GraphemeClass kind = grapheme_class(point);
    width += display_width(point);
    emoji = emoji || (point == 0xFE0F && takes_emoji_style(before));
    pictographs += kind == pictographic || (point >= 0x1F3FB && point <= 0x1F3FF) ? 1 : 0;
    indicators += kind == regional_indicator ? 1 : 0;
    before = point;
    at += length;
  }
  return emoji || pictographs > 1 || indicators > 1 ? 2 : width;
}

}  // namespace

std::size_t next_grapheme(std::string_view text, std::size_t at) noexcept {
  if (ascii(text[at]) && text[at] != '\r' && (at + 1 == text.size() || ascii(text[at + 1]))) return at + 1;
  const CodePoint first = decode(text, at);
  Cluster cluster(grapheme_class(first.value));
  at += first.length;
  while (at < text.size()) {
    const CodePoint next = decode(text, at);
    if (!cluster.take(grapheme_class(next.value))) break;
    at += next.length;
  }
  return at;
}

std::size_t count_graphemes(std::string_view text) noexcept {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    // Each ASCII character with another behind it is a cluster of its own, CR LF apart.
    const std::size_t begin = at;
    while (at + 1 < text.size() && text[at] != '\r' && ascii(text[at]) && ascii(text[at + 1])) ++at;
    count += at - begin;
    at = next_grapheme(text, at);
  }
  return count;
}

std::size_t display_width(std::string_view text) noexcept {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    // Each printable character of ASCII with another of ASCII behind it takes one.
    const std::size_t begin = at;
    while (at + 1 < text.size() && text[at] >= 0x20 && text[at] < 0x7f && ascii(text[at + 1])) ++at;
    width += at - begin;
    const std::size_t end = next_grapheme(text, at);
    width +=
        end - at == 1 ? display_width(static_cast<char32_t>(text[at])) : width_of_cluster(text.substr(at, end - at));
    at = end;
  }
  return width;
}

}  // namespace corpus::unicode
