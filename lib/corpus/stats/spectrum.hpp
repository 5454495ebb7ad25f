// SPDX-License-Identifier: MIT
/// \file
/// A frequency spectrum: how many types occur once, twice, m times. Every measure that looks at frequencies but not at
/// the words or their order reads it.
///
///     const FrequencySpectrum spectrum{std::vector<std::uint64_t>{3, 1, 1}};  // a a a b c
///     spectrum.tokens();        // 5
///     spectrum.types_with(1);   // 2
///
/// Made in O(types) plus a sort of the frequencies above 1,023; holds one entry per distinct frequency, of which a text
/// of N tokens has at most sqrt(2 N). Sums over it run by ascending frequency, so they do not depend on input order.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace corpus::stats {

/// The size of a text: N tokens of V types. V is at most N.
struct TextSize {
  std::uint64_t tokens = 0;
  std::uint64_t types = 0;
};

/// V_m types occur m times each.
struct FrequencyClass {
  std::uint64_t frequency = 0;
  std::uint64_t types = 0;

  bool operator==(const FrequencyClass&) const = default;
};

class FrequencySpectrum {
 public:
  FrequencySpectrum() = default;

  /// From one frequency per type, in any order. Zeros are not types and are passed over.
  explicit FrequencySpectrum(std::span<const std::uint64_t> frequencies);

  /// From pairs (m, V_m), in any order; equal m add up, pairs with a zero are passed over.
  explicit FrequencySpectrum(std::span<const FrequencyClass> classes);

  /// From a text of dense type ids: 0 up to the number of types, less one. (An id that is skipped costs four bytes.)
  [[nodiscard]] static FrequencySpectrum of_tokens(std::span<const std::uint32_t> tokens);

  /// Ascending by frequency, no zeros.
  [[nodiscard]] std::span<const FrequencyClass> classes() const noexcept { return classes_; }

  [[nodiscard]] std::uint64_t tokens() const noexcept { return size_.tokens; }  ///< N, the sum of m V_m
  [[nodiscard]] std::uint64_t types() const noexcept { return size_.types; }    ///< V, the sum of V_m
  [[nodiscard]] TextSize size() const noexcept { return size_; }

  /// V_m: the number of types that occur exactly `frequency` times. O(log classes).
  [[nodiscard]] std::uint64_t types_with(std::uint64_t frequency) const noexcept;

  /// The sum of m^2 V_m, which K, I and Vm are made of. A double: it passes 2^64 from 4 billion tokens on.
  [[nodiscard]] double sum_of_squares() const noexcept;

 private:
  void finish();

  std::vector<FrequencyClass> classes_;
  TextSize size_;
};

}  // namespace corpus::stats
