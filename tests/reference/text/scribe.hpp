// SPDX-License-Identifier: MIT
/// \file
/// Writes text in an encoding, and knows all the time where it stands: in bytes, lines and columns.
///
///     Scribe scribe{{.encoding = Encoding::utf16le}};
///     const Mark begin = scribe.here();
///     scribe.write("naïve");
///     const Mark end = scribe.here();      // five columns and ten bytes further
///     scribe.end_line();
///
/// Nothing here is shared with what reads: the encodings are written out by hand.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "corpus/document.hpp"
#include "reference/dice.hpp"

namespace corpus::reference {

enum class Encoding : std::uint8_t { utf8, utf8_with_mark, utf16le, utf16be, windows_1252 };

enum class LineEnds : std::uint8_t { lf, crlf, cr, mixed };

/// A place between two characters.
struct Mark {
  std::uint64_t offset = 0;
  Place place = {};

  bool operator==(const Mark&) const = default;
};

/// The first code point of `text`, which is well-formed and not empty; `text` is left without it.
inline char32_t take_code_point(std::string_view& text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const std::size_t size = byte(0) < 0x80U ? 1 : byte(0) < 0xE0U ? 2 : byte(0) < 0xF0U ? 3 : 4;
  char32_t c = size == 1 ? byte(0) : byte(0) & (0x7FU >> size);
  for (std::size_t at = 1; at < size; ++at) c = (c << 6U) | (byte(at) & 0x3FU);
  text.remove_prefix(size);
  return c;
}

struct ScribeOptions {
  Encoding encoding = Encoding::utf8;
  LineEnds line_ends = LineEnds::lf;
  std::uint64_t seed = 1;  ///< of mixed line ends
  Mark start = {};         ///< where the first character stands, in a file that begins before it
};

class Scribe {
 public:
  explicit Scribe(const ScribeOptions& options) : options_(options), dice_(options.seed), mark_(options.start) {
    if (options_.encoding == Encoding::utf8_with_mark) put("\xEF\xBB\xBF");
    if (options_.encoding == Encoding::utf16le) put("\xFF\xFE");
    if (options_.encoding == Encoding::utf16be) put("\xFE\xFF");
  }

  /// `text` holds no line end. Throws where the encoding lacks a character.
  void write(std::string_view text) {
    while (!text.empty()) write(take_code_point(text));
  }

  void write(char32_t c) {
    encode(c);
    ++mark_.place.column;
    after_cr_ = false;
  }

  void end_line() {
    LineEnds kind = options_.line_ends;
    // A line feed right after a carriage return would end no line of its own.
    if (kind == LineEnds::mixed) kind = static_cast<LineEnds>(after_cr_ ? dice_.between(1, 2) : dice_.below(3));
    if (kind != LineEnds::lf) encode('\r');
    if (kind != LineEnds::cr) encode('\n');
    after_cr_ = kind == LineEnds::cr;
    mark_.place = {mark_.place.line + 1, 1};
  }

  [[nodiscard]] Mark here() const { return mark_; }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  void put(std::string_view bytes) {
    bytes_ += bytes;
    mark_.offset += bytes.size();
  }

  void put_unit(std::uint32_t unit) {
    const char low = static_cast<char>(unit & 0xFFU);
    const char high = static_cast<char>(unit >> 8U);
    const bool little = options_.encoding == Encoding::utf16le;
    const char pair[] = {little ? low : high, little ? high : low};
    put({pair, 2});
  }

  void encode(char32_t c) {
    switch (options_.encoding) {
      case Encoding::utf8:
      case Encoding::utf8_with_mark:
        return encode_utf8(c);
      case Encoding::utf16le:
      case Encoding::utf16be:
        if (c < 0x10000) return put_unit(c);
        put_unit(0xD800 + ((c - 0x10000) >> 10U));
        return put_unit(0xDC00 + ((c - 0x10000) & 0x3FFU));
      case Encoding::windows_1252: {
        const char byte = static_cast<char>(in_windows_1252(c));
        return put({&byte, 1});
      }
    }
  }

  void encode_utf8(char32_t c) {
    char bytes[4];
    std::size_t size = 0;
    const auto add = [&](char32_t byte) { bytes[size++] = static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
      add(c);
    } else if (c < 0x800) {
      add(0xC0U | (c >> 6U));
    } else if (c < 0x10000) {
      add(0xE0U | (c >> 12U));
      add(0x80U | ((c >> 6U) & 0x3FU));
    } else {
      add(0xF0U | (c >> 18U));
      add(0x80U | ((c >> 12U) & 0x3FU));
      add(0x80U | ((c >> 6U) & 0x3FU));
    }
    if (c >= 0x80) add(0x80U | (c & 0x3FU));
    put({bytes, size});
  }

  static unsigned char in_windows_1252(char32_t c) {
    if (c < 0x80 || (c >= 0xA0 && c <= 0xFF)) return static_cast<unsigned char>(c);
    constexpr char32_t kUpper[] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    for (std::size_t at = 0; at < std::size(kUpper); ++at) {
      if (kUpper[at] == c) return static_cast<unsigned char>(0x80 + at);
    }
    throw std::invalid_argument("windows-1252 lacks a character");
  }

  ScribeOptions options_;
  Dice dice_;
  Mark mark_;
  bool after_cr_ = false;
  std::string bytes_;
};

}  // namespace corpus::reference
