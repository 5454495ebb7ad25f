// SPDX-License-Identifier: MIT
/// \file
/// UTF-8: check it once where it comes in, then walk through it without checks.
///
///     if (unicode::valid_prefix(text) != text.size()) ...  // ill-formed, or cut within a character
///     for (std::size_t at = 0; at < text.size();) {
///       const auto [point, length] = unicode::decode(text, at);
///       at += length;
///     }
///
/// Well-formed is what table 3-7 of the Unicode Standard lists: no overlong forms, no surrogates, nothing past
/// U+10FFFF. Checking costs under a nanosecond a byte, and a small part of that where the text is ASCII.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace corpus::unicode {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 0;  ///< in bytes, 1 to 4

  bool operator==(const CodePoint&) const = default;
};

/// Whether `byte` goes on with a character that an earlier byte began. In well-formed text every other byte begins one.
constexpr bool continues(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// The character that begins at byte `at`. The text is well-formed, and `at` is less than its size.
constexpr CodePoint decode(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
}

/// The character that ends before byte `end`. The text is well-formed, and `end` is more than 0.
constexpr CodePoint decode_before(std::string_view text, std::size_t end) noexcept {
  std::size_t at = end - 1;
  while (continues(text[at])) --at;
  return decode(text, at);
}

/// Appends the UTF-8 form of `point`, which is at most U+10FFFF and no surrogate.
void append(std::string& text, char32_t point);

/// Whether no byte of `text` is beyond ASCII.
bool is_ascii(std::string_view text) noexcept;

/// Length of the longest prefix that is well-formed.
std::size_t valid_prefix(std::string_view bytes) noexcept;

/// The front of some bytes, as far as it is text.
struct TextFront {
  std::size_t size = 0;     ///< bytes of well-formed UTF-8 without NUL
  std::uint64_t feeds = 0;  ///< LFs among them …
  bool returns = false;     ///< … and whether there is a CR
};

/// The longest that it can be.
TextFront text_front(std::string_view bytes) noexcept;

/// Whether `rest`, which is what `valid_prefix` left over, is only the beginning of a character (1 to 3 bytes) that
/// bytes still to come can complete. Where it is not and not empty, its first byte is ill-formed.
bool truncated_at_end(std::string_view rest) noexcept;

/// How many bytes at the front of `rest`, which is what `valid_prefix` left over and not empty, one U+FFFD stands for:
/// the longest beginning of a well-formed character, or one byte (Unicode Standard, section 3.9; WHATWG Encoding).
std::size_t maximal_subpart(std::string_view rest) noexcept;

/// Number of code points; the text is well-formed.
std::size_t count_code_points(std::string_view text) noexcept;

}  // namespace corpus::unicode
