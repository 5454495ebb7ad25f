// SPDX-License-Identifier: MIT
/// \file
/// The case folding of one character: one to three code points. See `case_folding` in properties.hpp.
#pragma once

#include <array>
#include <cstdint>

namespace corpus::unicode {

struct Folding {
  std::array<char32_t, 3> points{};
  std::uint32_t size = 1;

  [[nodiscard]] constexpr const char32_t* begin() const noexcept { return points.data(); }
  [[nodiscard]] constexpr const char32_t* end() const noexcept { return points.data() + size; }

  bool operator==(const Folding&) const = default;
};

}  // namespace corpus::unicode
