// SPDX-License-Identifier: MIT
/// \file
/// Where in a text bytes of some kind stand, one after the other.
///
///     constexpr ByteSet line_ends{"\n\r"};
///     ByteScanner scanner{text, line_ends};
///     for (std::size_t at = scanner.next(0); at < text.size(); at = scanner.next(at + 1)) …
///
/// Looks a kilobyte ahead, many bytes at a time: costs a fraction of what memchr does where they are some dozens of bytes
/// apart.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "corpus/unicode/text_kernels.hpp"

namespace corpus::unicode {

class ByteScanner {
 public:
  /// Looks from `begin` on. The set must outlive the scanner.
  ByteScanner(std::string_view text, const ByteSet& set, std::size_t begin = 0)
      : text_(text), set_(&set), searched_(begin) {
    step();
  }

  /// The first at or after `at`, which is not before the one asked for last; the text's size where there is none.
  std::size_t next(std::size_t at) {
    while (at_ < at) step();
    return at_;
  }

 private:
  static constexpr std::size_t width = 64;
  static constexpr std::size_t ahead = 16;

  /// To the next one.
  void step() {
    while (marked_ == 0) {
      if (searched_ >= text_.size()) {
        at_ = text_.size();
        return;
      }
      if (mask_ == ahead) look_ahead();
      marked_ = masks_[mask_++];
      searched_ += width;
    }
    at_ = searched_ - width + static_cast<std::size_t>(std::countr_zero(marked_));
    marked_ &= marked_ - 1;
  }

  void look_ahead();

  std::string_view text_;
  const ByteSet* set_;
  std::size_t at_ = 0;
  std::size_t searched_;                    ///< before this all were met but …
  std::uint64_t marked_ = 0;                ///< … these of the last 64
  std::array<std::uint64_t, ahead> masks_;  ///< of those and the bytes around them
  std::size_t mask_ = ahead;                ///< so many of the masks were looked at
};

}  // namespace corpus::unicode
