// SPDX-License-Identifier: MIT
#include "corpus/search/plain_word.hpp"

#include <array>

#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::search {
namespace {

enum class Neighbour : std::uint8_t {
  word,    ///< letter or digit
  parts,   ///< a boundary is between it and a letter or digit
  joins,   ///< a boundary too, unless another letter or digit stands behind it
  unclear  ///< everything else
};

constexpr std::array<Neighbour, 128> neighbours = [] {
  std::array<Neighbour, 128> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    table[c] = letter || (c >= '0' && c <= '9') ? Neighbour::word : Neighbour::parts;
  }
  for (const char32_t c : {U'.', U'\'', U',', U';'}) table[c] = Neighbour::joins;
  for (const char32_t c : {U'_', U'@'}) table[c] = Neighbour::unclear;
  return table;
}();

/// Of a character beyond ASCII.
Neighbour look_up(char32_t point) {
  using enum unicode::WordClass;
  switch (unicode::word_class(point)) {
    case other:
    case newline:
    case space:
    case pictographic:
    case regional_indicator:
    case hangul:
    case ideograph:
    case kana_kanji:
      return Neighbour::parts;
    case mid_letter:
    case mid_num:
    case mid_num_let:
      return Neighbour::joins;
    default:
      return Neighbour::unclear;
  }
}

Neighbour classify(char32_t point, text::Hyphens hyphens) {
  if (hyphens == text::Hyphens::join && (point == '-' || point == U'\u2010' || point == U'\u2011')) {
    return Neighbour::unclear;
  }
  return point < 0x80 ? neighbours[point] : look_up(point);
}

bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && neighbours[byte] == Neighbour::word;
}

bool parted_before(std::string_view text, std::uint32_t at, text::Hyphens hyphens) {
  if (at == 0) return true;
  const auto next = unicode::decode_before(text, at);
  const Neighbour kind = classify(next.value, hyphens);
  if (kind != Neighbour::joins) return kind == Neighbour::parts;
  const std::uint32_t further = at - next.length;
  if (further == 0) return true;
  const auto byte = static_cast<unsigned char>(text[further - 1]);
  return byte < 0x80 && neighbours[byte] != Neighbour::word && neighbours[byte] != Neighbour::unclear;
}

bool parted_after(std::string_view text, std::uint32_t at, text::Hyphens hyphens) {
  if (at == text.size()) return true;
  const auto next = unicode::decode(text, at);
  const Neighbour kind = classify(next.value, hyphens);
  if (kind != Neighbour::joins) return kind == Neighbour::parts;
  const std::uint32_t further = at + next.length;
  if (further == text.size()) return true;
  const auto byte = static_cast<unsigned char>(text[further]);
  return byte < 0x80 && neighbours[byte] != Neighbour::word && neighbours[byte] != Neighbour::unclear;
}

}  // namespace

std::optional<text::Stretch> plain_word(std::string_view text, std::uint32_t at, text::Hyphens hyphens) {
  if (!is_word(text[at])) return std::nullopt;
  text::Stretch word{at, at + 1};
  while (word.begin > 0 && is_word(text[word.begin - 1])) --word.begin;
  while (word.end < text.size() && is_word(text[word.end])) ++word.end;
  if (!parted_before(text, word.begin, hyphens) || !parted_after(text, word.end, hyphens)) return std::nullopt;
  return word;
}

}  // namespace corpus::search
