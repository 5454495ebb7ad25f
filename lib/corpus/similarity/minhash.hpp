// SPDX-License-Identifier: MIT
/// \file
/// MinHash: a signature of fixed size, by which the resemblance of two sets is estimated without having the sets.
///
///     MinHash sketch;
///     for (const std::uint64_t shingle : shingles) sketch.add(shingle);
///     resemblance(sketch.signature(), other);    // 0.83
///
/// One permutation hashing (Li, Owen & Zhang 2012, Advances in Neural Information Processing Systems 25): the upper 7
/// bits of a shingle's hash put it into one of 128 bins, and of the hashes in a bin the least is kept. Of that the last
/// 16 bits stand in the signature (Li & König 2010, doi:10.1145/1772690.1772759: b-bit MinHash), 0xFFFF where the bin is
/// empty, 0xFFFE in place of a 0xFFFF.
///
/// The share of equal bins among those that are not empty on both sides estimates the resemblance J, the size of the
/// intersection divided by that of the union, without bias but for the 2^-16 by which bins agree by chance; its standard
/// error is at most sqrt(J (1 - J) / 128), which is 0.044 for J = 0.5, where there are many shingles. Of a small set the
/// bins keep nearly everything. One comparison a shingle, and 1 KB.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace corpus::similarity {

inline constexpr std::size_t signature_size = 128;
inline constexpr std::uint16_t empty_bin = 0xFFFF;

using Signature = std::array<std::uint16_t, signature_size>;

/// Of the empty set.
constexpr Signature empty_signature() {
  Signature signature{};
  signature.fill(empty_bin);
  return signature;
}

class MinHash {
 public:
  MinHash() { clear(); }

  /// A member of the set, as a hash whose bits are all equally good.
  void add(std::uint64_t hash) {
    std::uint64_t& least = least_[hash >> 57U];
    if (hash < least) least = hash;
  }
  void clear() { least_.fill(none); }

  [[nodiscard]] Signature signature() const;

 private:
  /// In the last bin this may be a member, which is then taken for none: one hash in 2^64.
  static constexpr std::uint64_t none = ~std::uint64_t{0};

  std::array<std::uint64_t, signature_size> least_;
};

/// Estimated, 0 to 1, symmetric; undefined where both sets are empty.
[[nodiscard]] std::optional<double> resemblance(const Signature& one, const Signature& other);

}  // namespace corpus::similarity
