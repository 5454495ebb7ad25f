// SPDX-License-Identifier: MIT
// Compiled once for each vector instruction set (Highway's foreach_target), and once in plain C++.
#include "corpus/unicode/byte_masks.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "corpus/unicode/byte_masks.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace corpus::unicode {
namespace HWY_NAMESPACE {

#if HWY_TARGET != HWY_SCALAR
namespace hn = hwy::HWY_NAMESPACE;

using Bytes = hn::CappedTag<std::uint8_t, mask_bytes>;
using Vector = hn::Vec<Bytes>;

/// One bit a lane.
template <typename Mask>
HWY_INLINE std::uint64_t bits_of(Mask mask) {
  alignas(8) std::uint8_t bits[8] = {};
  hn::StoreMaskBits(Bytes{}, mask, bits);
  std::uint64_t result = 0;
  std::memcpy(&result, bits, sizeof result);
  return result;
}

/// Lanes from `first` to `first + count - 1`: one subtraction and one comparison.
HWY_INLINE auto in_range(Vector v, char first, int count) {
  const Bytes d;
  const auto distance = hn::Sub(v, hn::Set(d, static_cast<std::uint8_t>(first)));
  return hn::Eq(hn::Min(distance, hn::Set(d, static_cast<std::uint8_t>(count - 1))), distance);
}

HWY_INLINE auto equals(Vector v, char c) { return hn::Eq(v, hn::Set(Bytes{}, static_cast<std::uint8_t>(c))); }

/// 64 bytes.
template <AsciiCase letter_case>
HWY_INLINE void classify_64(const std::uint8_t* text, ByteMasks& masks, std::uint8_t* folded) {
  const Bytes d;
  const std::size_t lanes = hn::Lanes(d);
  masks = {};
  for (std::size_t i = 0; i < mask_bytes; i += lanes) {
    const auto v = hn::LoadU(d, text + i);
    const auto space_bit = hn::Set(d, 0x20);
    const auto small = hn::Or(v, space_bit);
    const auto letter = hn::Or(in_range(small, 'a', 26), equals(v, '@'));
    const auto mid_both = hn::Or(equals(v, '.'), equals(v, '\''));
    const auto mid_number = hn::Or(equals(v, ','), equals(v, ';'));
    masks.letter |= bits_of(letter) << i;
    masks.digit |= bits_of(in_range(v, '0', 10)) << i;
    masks.connector |= bits_of(equals(v, '_')) << i;
    masks.mid_both |= bits_of(mid_both) << i;
    masks.mid_number |= bits_of(mid_number) << i;
    masks.lead |= bits_of(in_range(v, static_cast<char>(0xC0), 0x40)) << i;
    if constexpr (letter_case == AsciiCase::fold) {
      hn::StoreU(hn::Or(v, hn::IfThenElseZero(in_range(v, 'A', 26), space_bit)), d, folded + i);
    } else {
      hn::StoreU(v, d, folded + i);
    }
  }
}

template <AsciiCase letter_case>
HWY_INLINE void classify_as(std::string_view text, ByteMasks* masks, std::uint8_t* folded) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t at = 0;
  for (; at + mask_bytes <= text.size(); at += mask_bytes) {
    classify_64<letter_case>(bytes + at, *masks++, folded + at);
  }
  std::uint8_t rest[mask_bytes] = {};
  std::memcpy(rest, bytes + at, text.size() - at);
  classify_64<letter_case>(rest, *masks, folded + at);
}

void classify(std::string_view text, AsciiCase letter_case, ByteMasks* masks, char* folded) {
  auto* out = reinterpret_cast<std::uint8_t*>(folded);
  if (letter_case == AsciiCase::fold) return classify_as<AsciiCase::fold>(text, masks, out);
  return classify_as<AsciiCase::keep>(text, masks, out);
}

std::uint32_t* positions(std::uint64_t mask, std::uint32_t base, std::uint32_t* out) {
#if HWY_TARGET == HWY_AVX3
  // Sixteen at a time: the numbers base, base + 1, … of which the set bits pick theirs.
  const hn::CappedTag<std::uint32_t, 16> d;
  auto numbers = hn::Iota(d, base);
  for (; mask != 0; mask >>= 16U) {
    const auto bits = static_cast<std::uint16_t>(mask);
    std::uint8_t bytes[8] = {static_cast<std::uint8_t>(bits), static_cast<std::uint8_t>(bits >> 8U)};
    hn::StoreU(hn::Compress(numbers, hn::LoadMaskBits(d, bytes)), d, out);
    out += std::popcount(bits);
    numbers = hn::Add(numbers, hn::Set(d, 16));
  }
#else
  for (; mask != 0; mask &= mask - 1) *out++ = base + static_cast<std::uint32_t>(std::countr_zero(mask));
#endif
  return out;
}
#endif

}  // namespace HWY_NAMESPACE
}  // namespace corpus::unicode
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace corpus::unicode {
namespace portable {

void classify(std::string_view text, AsciiCase letter_case, ByteMasks* masks, char* folded) {
  const std::size_t count = text.size() / mask_bytes + 1;
  std::fill_n(masks, count, ByteMasks{});
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    ByteMasks& m = masks[i / mask_bytes];
    const std::uint64_t bit = std::uint64_t{1} << (i % mask_bytes);
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital || (c >= 'a' && c <= 'z') || c == '@') m.letter |= bit;
    if (c >= '0' && c <= '9') m.digit |= bit;
    if (c == '_') m.connector |= bit;
    if (c == '.' || c == '\'') m.mid_both |= bit;
    if (c == ',' || c == ';') m.mid_number |= bit;
    if (static_cast<unsigned char>(c) >= 0xC0) m.lead |= bit;
    folded[i] = static_cast<char>(capital && letter_case == AsciiCase::fold ? c | 0x20 : c);
  }
}

std::uint32_t* positions(std::uint64_t mask, std::uint32_t base, std::uint32_t* out) {
  for (; mask != 0; mask &= mask - 1) *out++ = base + static_cast<std::uint32_t>(std::countr_zero(mask));
  return out;
}

}  // namespace portable

std::span<const ByteKernel> byte_kernels() {
  static const std::vector<ByteKernel> kernels = [] {
    std::vector<ByteKernel> runnable;
#if HWY_ARCH_X86  // the only place that asks which processor this is; elsewhere the compiler's baseline has the vectors
#if HWY_TARGETS & HWY_AVX3
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) {
      runnable.push_back({"AVX-512", N_AVX3::classify, N_AVX3::positions});
    }
#endif
#if HWY_TARGETS & HWY_AVX2
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
        __builtin_cpu_supports("fma")) {
      runnable.push_back({"AVX2", N_AVX2::classify, N_AVX2::positions});
    }
#endif
#if HWY_TARGETS & HWY_SSE4
    if (__builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("aes") && __builtin_cpu_supports("pclmul")) {
      runnable.push_back({"SSE4", N_SSE4::classify, N_SSE4::positions});
    }
#endif
#if HWY_TARGETS & HWY_SSSE3
    if (__builtin_cpu_supports("ssse3")) runnable.push_back({"SSSE3", N_SSSE3::classify, N_SSSE3::positions});
#endif
#elif HWY_STATIC_TARGET != HWY_SCALAR
    runnable.push_back(
        {hwy::TargetName(HWY_STATIC_TARGET), HWY_STATIC_DISPATCH(classify), HWY_STATIC_DISPATCH(positions)});
#endif
    runnable.push_back({"portable", portable::classify, portable::positions});
    return runnable;
  }();
  return kernels;
}

}  // namespace corpus::unicode
#endif
