// SPDX-License-Identifier: MIT
/// \file
/// Where in the bytes of a text a type may stand that holds one of some stretches of ASCII: a search that misses none, so
/// that only the surroundings of what it finds need be tokenized.
///
///     auto search = LiteralSearch::of(query.stretches());
///     for (const std::uint32_t at : search->find(text)) …   // text[at] is in every such token, one after the other
///
/// A stretch is met byte by byte, A to Z and a to z alike, unless a character helps to make it that is not ASCII: one
/// that folds to ASCII (ſ, K, ß, ﬁ …), or one that a type leaves out (soft hyphen, joiner …). Such a character is
/// reported wherever it stands.
///
/// Costs about a tenth of a nanosecond a byte and stretch where nothing is found, as fast as memory gives the bytes. The
/// vectors are the widest that the processor has; all kernels give the same.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace corpus::search {

/// Two bytes of a stretch, small letters or digits, at most 63 bytes from its beginning.
struct BytePair {
  std::uint8_t first = 0;
  std::uint8_t second = 0;
  std::uint8_t first_at = 0;
  std::uint8_t second_at = 0;
};

/// Which of 64 bytes, from text[begin] on, were marked.
struct MarkedBytes {
  std::uint64_t bits = 0;
  std::uint32_t begin = 0;
};

struct LiteralKernel {
  std::string_view name;

  /// Marks text[i] where both bytes of some pair stand as they would if the stretch began there, capital or small (or a
  /// control character with the same lower five bits); and where it leads a character that may become ASCII, or one like
  /// it. Writes those of each 64 bytes in which there are any, in order, and returns the end; there is room for one more
  /// than that.
  MarkedBytes* (*mark)(std::string_view text, std::span<const BytePair> pairs, MarkedBytes* out);
};

/// Those that this processor can run, the fastest first; the last is in plain C++.
std::span<const LiteralKernel> literal_kernels();

/// Of a small letter, roughly how often it stands at a place in a text of a European language; digits are rarer.
double share_of(char letter);

/// Whether a type can have ASCII letters or digits where its form has `point`, which is not ASCII, or nothing.
bool may_become_ascii(char32_t point);

class LiteralSearch {
 public:
  /// Nothing where one of the stretches has no letter or digit to look for, or there are none or too many of them.
  static std::optional<LiteralSearch> of(std::span<const std::string> stretches,
                                         const LiteralKernel& kernel = literal_kernels().front());

  /// In order. Valid until the next call.
  std::span<const std::uint32_t> find(std::string_view text);

 private:
  LiteralSearch(std::vector<std::string> stretches, const LiteralKernel& kernel);
  [[nodiscard]] bool holds(std::string_view text, std::uint32_t at) const;

  const LiteralKernel* kernel_;
  std::vector<std::string> stretches_;  ///< letters and digits
  std::vector<BytePair> pairs_;
  std::vector<MarkedBytes> marked_;
  std::vector<std::uint32_t> found_;
};

}  // namespace corpus::search
