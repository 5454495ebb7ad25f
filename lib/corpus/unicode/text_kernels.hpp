// SPDX-License-Identifier: MIT
/// \file
/// What is asked of every byte of a text, many bytes at a time: is it well-formed, where do its lines end. utf8.hpp and
/// text/lines.hpp stand on it.
///
///     const TextKernel& kernel = text_kernels().front();
///     kernel.check(bytes);        // {.size = 512, .feeds = 9, .returns = false} of 600 bytes
///
/// The work is done by the widest vectors that the processor has, chosen at run time; all kernels give the same but for
/// how far `check` comes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {

/// Some bytes, as vectors look for them: each upper half has a bit of its own, which those lower halves have that go with
/// it. So no more than eight upper halves can be in a set. NUL is not.
struct ByteSet {
  std::array<std::uint8_t, 16> by_high{};
  std::array<std::uint8_t, 16> by_low{};

  constexpr explicit ByteSet(std::string_view bytes) {
    unsigned halves = 0;
    for (const char byte : bytes) {
      const auto value = static_cast<unsigned char>(byte);
      std::uint8_t& bit = by_high[value >> 4U];
      if (bit == 0) bit = static_cast<std::uint8_t>(1U << halves++);
      by_low[value & 0x0FU] = static_cast<std::uint8_t>(by_low[value & 0x0FU] | bit);
    }
  }
  [[nodiscard]] constexpr bool holds(char byte) const {
    const auto value = static_cast<unsigned char>(byte);
    return (by_high[value >> 4U] & by_low[value & 0x0FU]) != 0;
  }
};

struct TextKernel {
  std::string_view name;

  /// Looks at 256 bytes at a time and stops before the first that are no text, and before a rest of fewer; the portable
  /// kernel, at once. A last character that is not ASCII may go on behind, and be ill-formed there.
  TextFront (*check)(std::string_view bytes);

  /// The same where NULs are welcome.
  TextFront (*well_formed)(std::string_view bytes);

  std::size_t (*count_feeds)(std::string_view text);
  /// Of well-formed text.
  std::size_t (*count_code_points)(std::string_view text);

  /// Which bytes of `text` belong to the set: bit i % 64 of masks[i / 64], the first byte's the lowest. Fills a mask for
  /// each 64 bytes, the last of which may be fewer.
  void (*mark)(std::string_view text, const ByteSet& set, std::uint64_t* masks);
};

/// Those that this processor can run, the fastest first; the last is in plain C++ and runs everywhere.
std::span<const TextKernel> text_kernels();

}  // namespace corpus::unicode
