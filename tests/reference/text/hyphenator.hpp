// SPDX-License-Identifier: MIT
/// \file
/// Where a word may be split at a line end, by the patterns that typesetting uses.
///
///     const auto hyphenator = Hyphenator::open("en_US");   // nothing where these patterns are not installed
///     hyphenator->split_points("territories");             // {3, 5, 7}: ter-ri-to-ries
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace corpus::reference {

/// Byte offsets in `word`, which holds letters only, in rising order.
using SplitPoints = std::function<std::vector<std::size_t>(std::string_view word)>;

/// libhyphen, with the patterns that distributions install for it.
class Hyphenator {
 public:
  static std::optional<Hyphenator> open(std::string_view locale);

  /// At least two letters stand before each, and three after it.
  [[nodiscard]] std::vector<std::size_t> split_points(std::string_view word) const;

 private:
  struct Patterns;
  explicit Hyphenator(std::shared_ptr<const Patterns> patterns) : patterns_(std::move(patterns)) {}

  std::shared_ptr<const Patterns> patterns_;
};

/// Of words made of syllables of a consonant and a vowel: before each consonant but the first and those that stand too
/// near an end.
std::vector<std::size_t> syllable_split_points(std::string_view word);

}  // namespace corpus::reference
