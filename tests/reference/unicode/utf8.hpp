// SPDX-License-Identifier: MIT
/// \file
/// The slow, obvious twin of unicode/utf8.hpp: every well-formed sequence is what encoding a scalar value gives.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace corpus::reference {

/// Encodes by the bit patterns of table 3-6; nothing for what is no scalar value.
inline std::string encode(char32_t point) {
  if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return {};
  const auto piece = [point](int shift) { return static_cast<char>(0x80 + (point >> shift) % 64); };
  if (point <= 0x7F) return {static_cast<char>(point)};
  if (point <= 0x7FF) return {static_cast<char>(0xC0 + point / 64), piece(0)};
  if (point <= 0xFFFF) return {static_cast<char>(0xE0 + point / 4096), piece(6), piece(0)};
  return {static_cast<char>(0xF0 + point / 262144), piece(12), piece(6), piece(0)};
}

/// Length of the well-formed sequence at the front: reads the bits as the first byte's length says, encodes what they
/// give, and compares. 0 where there is none.
inline std::size_t sequence(std::string_view bytes) {
  for (std::size_t length = 1; length <= 4 && length <= bytes.size(); ++length) {
    const int kept[] = {0, 7, 5, 4, 3};
    char32_t point = static_cast<unsigned char>(bytes[0]) % (1U << kept[length]);
    for (std::size_t i = 1; i < length; ++i) point = point * 64 + static_cast<unsigned char>(bytes[i]) % 64;
    if (encode(point) == bytes.substr(0, length)) return length;
  }
  return 0;
}

inline std::size_t valid_prefix(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size() && sequence(bytes.substr(at)) != 0) at += sequence(bytes.substr(at));
  return at;
}

/// Whether more bytes could make these the front of a well-formed sequence: tries them.
inline bool completes(std::string_view bytes) {
  if (bytes.empty() || sequence(bytes) != 0) return false;
  for (std::size_t missing = 1; missing <= 3; ++missing) {
    for (const char second : {'\x80', '\x90', '\xA0'}) {
      const std::string tried = std::string(bytes) + second + std::string(missing - 1, '\x80');
      if (sequence(tried) == tried.size()) return true;
    }
  }
  return false;
}

inline std::size_t maximal_subpart(std::string_view bytes) {
  for (std::size_t length = 3; length > 1; --length) {
    if (length <= bytes.size() && completes(bytes.substr(0, length))) return length;
  }
  return 1;
}

}  // namespace corpus::reference
