// SPDX-License-Identifier: MIT
/// \file
/// The growth of the vocabulary: how many types the first n tokens of a text have.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace corpus::count {

struct GrowthPoint {
  std::uint64_t tokens = 0;
  std::uint64_t types = 0;
  std::uint64_t hapaxes = 0;
};

/// `points` points at equal distances, the last at the end of the text; fewer if it has fewer tokens. `tokens` are
/// numbers of types, 0 to the number of types - 1. O(N), eight bytes of scratch a type.
std::vector<GrowthPoint> growth(std::span<const std::uint32_t> tokens, std::uint64_t points);

}  // namespace corpus::count
