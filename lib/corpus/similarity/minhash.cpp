// SPDX-License-Identifier: MIT
#include "corpus/similarity/minhash.hpp"

#include <algorithm>

namespace corpus::similarity {

Signature MinHash::signature() const {
  Signature signature{};
  for (std::size_t bin = 0; bin < signature_size; ++bin) {
    const auto last = static_cast<std::uint16_t>(least_[bin] & 0xFFFFU);
    signature[bin] = least_[bin] == none ? empty_bin : std::min<std::uint16_t>(last, empty_bin - 1);
  }
  return signature;
}

std::optional<double> resemblance(const Signature& one, const Signature& other) {
  // In 16 bits, so that the compiler makes vector instructions of it.
  std::uint16_t equal = 0;
  std::uint16_t empty = 0;
  for (std::size_t bin = 0; bin < signature_size; ++bin) {
    const bool same = one[bin] == other[bin];
    equal = static_cast<std::uint16_t>(equal + (same ? 1 : 0));
    empty = static_cast<std::uint16_t>(empty + (same && one[bin] == empty_bin ? 1 : 0));
  }
  if (empty == signature_size) return std::nullopt;
  return static_cast<double>(equal - empty) / static_cast<double>(signature_size - empty);
}

}  // namespace corpus::similarity
