// SPDX-License-Identifier: MIT
// Compiled once for each vector instruction set (Highway's foreach_target), and once in plain C++.
#include "corpus/unicode/byte_masks.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

#include "corpus/unicode/mask_rules.hpp"

#define HWY_WANT_AVX3_DL  // has a compress for bytes

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

/// 64 bytes, which are those of mask `i`.
template <AsciiCase letter_case>
HWY_INLINE void classify_64(const std::uint8_t* text, ByteMasks& masks, std::size_t i, std::uint8_t* folded) {
  const Bytes d;
  std::uint64_t letter = 0;
  std::uint64_t digit = 0;
  std::uint64_t connector = 0;
  std::uint64_t mid_both = 0;
  std::uint64_t mid_number = 0;
  std::uint64_t lead = 0;
  std::uint64_t at_sign = 0;
  for (std::size_t lane = 0; lane < mask_bytes; lane += hn::Lanes(d)) {
    const auto v = hn::LoadU(d, text + lane);
    const auto space_bit = hn::Set(d, 0x20);
    letter |= bits_of(in_range(hn::Or(v, space_bit), 'a', 26)) << lane;
    at_sign |= bits_of(equals(v, '@')) << lane;
    digit |= bits_of(in_range(v, '0', 10)) << lane;
    connector |= bits_of(equals(v, '_')) << lane;
    mid_both |= bits_of(hn::Or(equals(v, '.'), equals(v, '\''))) << lane;
    mid_number |= bits_of(hn::Or(equals(v, ','), equals(v, ';'))) << lane;
    lead |= bits_of(in_range(v, static_cast<char>(0xC0), 0x40)) << lane;
    if constexpr (letter_case == AsciiCase::fold) {
      hn::StoreU(hn::Or(v, hn::IfThenElseZero(in_range(v, 'A', 26), space_bit)), d, folded + lane);
    } else {
      hn::StoreU(v, d, folded + lane);
    }
  }
  masks.letter[i] = letter | at_sign;
  masks.digit[i] = digit;
  masks.connector[i] = connector;
  masks.mid_both[i] = mid_both;
  masks.mid_number[i] = mid_number;
  masks.lead[i] = lead;
  masks.hangul[i] = 0;
  masks.irregular[i] = connector | at_sign;
}

template <AsciiCase letter_case>
HWY_INLINE void classify_as(std::string_view text, ByteMasks& masks, std::uint8_t* folded) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t whole = text.size() / mask_bytes;
  for (std::size_t i = 0; i < whole; ++i) {
    classify_64<letter_case>(bytes + i * mask_bytes, masks, i, folded + i * mask_bytes);
  }
  const std::size_t at = whole * mask_bytes;
  std::uint8_t rest[mask_bytes] = {};
  if (at < text.size()) std::memcpy(rest, bytes + at, text.size() - at);
  classify_64<letter_case>(rest, masks, whole, folded + at);
}

void classify(std::string_view text, AsciiCase letter_case, ByteMasks& masks, char* folded) {
  auto* out = reinterpret_cast<std::uint8_t*>(folded);
  if (letter_case == AsciiCase::fold) return classify_as<AsciiCase::fold>(text, masks, out);
  return classify_as<AsciiCase::keep>(text, masks, out);
}

void join(const ByteMasks& masks, std::size_t size, TokenMasks& tokens) { join_masks(masks, size, tokens); }

/// The positions of the set bits of `mask`, each plus `base`; nonsense may stand behind them.
HWY_INLINE std::uint32_t* positions(std::uint64_t mask, std::uint32_t base, std::uint32_t* out) {
#if HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX3_DL
  // Sixteen at a time: the numbers base, base + 1, … of which the set bits pick theirs.
  const hn::CappedTag<std::uint32_t, 16> d;
  const auto first = hn::Set(d, base);
#if HWY_TARGET == HWY_AVX3_DL
  const Bytes bytes;
  const auto picked = hn::Compress(hn::Iota(bytes, 0), hn::LoadMaskBits(bytes, reinterpret_cast<std::uint8_t*>(&mask)));
  const auto lower = hn::LowerHalf(picked);
  const hn::Half<Bytes> half;
  const hn::Half<decltype(half)> quarter;
  const auto store = [&](auto sixteen, std::size_t at)
                         HWY_ATTR { hn::StoreU(hn::Add(hn::PromoteTo(d, sixteen), first), d, out + at); };
  const auto count = static_cast<std::size_t>(std::popcount(mask));
  store(hn::LowerHalf(quarter, lower), 0);
  store(hn::UpperHalf(quarter, lower), 16);
  if (count > 32) {
    const auto upper = hn::UpperHalf(half, picked);
    store(hn::LowerHalf(quarter, upper), 32);
    store(hn::UpperHalf(quarter, upper), 48);
  }
  return out + count;
#else
  auto numbers = hn::Add(hn::Iota(d, 0), first);  // and not Iota(d, base), which goes through memory
  for (int i = 0; i < 4; ++i) {
    const auto bits = static_cast<std::uint16_t>(mask >> (16 * i));
    std::uint8_t bytes[8] = {static_cast<std::uint8_t>(bits), static_cast<std::uint8_t>(bits >> 8U)};
    hn::StoreU(hn::Compress(numbers, hn::LoadMaskBits(d, bytes)), d, out);
    out += std::popcount(bits);
    numbers = hn::Add(numbers, hn::Set(d, 16));
  }
  return out;
#endif
#else
  // Eight at a time, whether there are as many or not: a loop that stops at the last one stops where no processor
  // expects it.
  std::uint32_t* const end = out + std::popcount(mask);
  while (out < end) {
    for (int i = 0; i < 8; ++i, mask &= mask - 1) *out++ = base + static_cast<std::uint32_t>(std::countr_zero(mask));
  }
  return end;
#endif
}

std::uint32_t* edges(const MaskRow& masks, std::size_t first, std::size_t last, std::uint32_t* out,
                     std::uint32_t* before) {
  const std::uint64_t* const bits = masks.data();
  std::uint32_t* const begin = out;
  for (std::size_t i = first; i < last; ++i) {
    before[i - first] = static_cast<std::uint32_t>(out - begin);
    out = positions(changes_of(bits + i), static_cast<std::uint32_t>(i * mask_bytes), out);
  }
  return out;
}
#endif

}  // namespace HWY_NAMESPACE
}  // namespace corpus::unicode
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace corpus::unicode {
namespace portable {

void classify(std::string_view text, AsciiCase letter_case, ByteMasks& masks, char* folded) {
  const std::size_t size = text.size() / mask_bytes + 1;
  for (MaskRow* row : {&masks.letter, &masks.digit, &masks.connector, &masks.mid_both, &masks.mid_number, &masks.lead,
                       &masks.hangul, &masks.irregular}) {
    std::fill_n(row->data(), size, std::uint64_t{0});
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const std::size_t i = at / mask_bytes;
    const std::uint64_t bit = std::uint64_t{1} << (at % mask_bytes);
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital || (c >= 'a' && c <= 'z') || c == '@') masks.letter[i] |= bit;
    if (c >= '0' && c <= '9') masks.digit[i] |= bit;
    if (c == '_') masks.connector[i] |= bit;
    if (c == '_' || c == '@') masks.irregular[i] |= bit;
    if (c == '.' || c == '\'') masks.mid_both[i] |= bit;
    if (c == ',' || c == ';') masks.mid_number[i] |= bit;
    if (static_cast<unsigned char>(c) >= 0xC0) masks.lead[i] |= bit;
    folded[at] = static_cast<char>(capital && letter_case == AsciiCase::fold ? c | 0x20 : c);
  }
}

void join(const ByteMasks& masks, std::size_t size, TokenMasks& tokens) { join_masks(masks, size, tokens); }

std::uint32_t* edges(const MaskRow& masks, std::size_t first, std::size_t last, std::uint32_t* out,
                     std::uint32_t* before) {
  const std::uint64_t* const bits = masks.data();
  std::uint32_t* const begin = out;
  for (std::size_t i = first; i < last; ++i) {
    before[i - first] = static_cast<std::uint32_t>(out - begin);
    for (std::uint64_t changes = changes_of(bits + i); changes != 0; changes &= changes - 1) {
      *out++ = static_cast<std::uint32_t>(i * mask_bytes) + static_cast<std::uint32_t>(std::countr_zero(changes));
    }
  }
  return out;
}

}  // namespace portable

std::span<const ByteKernel> byte_kernels() {
  static const std::vector<ByteKernel> kernels = [] {
    std::vector<ByteKernel> runnable;
#if HWY_ARCH_X86  // the only place that asks which processor this is; elsewhere the compiler's baseline has the vectors
    const bool has_avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                            __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
                            __builtin_cpu_supports("avx512vl");
#if HWY_TARGETS & HWY_AVX3_DL
    if (has_avx512 && __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2") &&
        __builtin_cpu_supports("vpclmulqdq") && __builtin_cpu_supports("avx512vnni") &&
        __builtin_cpu_supports("avx512bitalg") && __builtin_cpu_supports("avx512vpopcntdq")) {
      runnable.push_back({"AVX-512 VBMI2", N_AVX3_DL::classify, N_AVX3_DL::join, N_AVX3_DL::edges});
    }
#endif
#if HWY_TARGETS & HWY_AVX3
    if (has_avx512) runnable.push_back({"AVX-512", N_AVX3::classify, N_AVX3::join, N_AVX3::edges});
#endif
#if HWY_TARGETS & HWY_AVX2
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
        __builtin_cpu_supports("fma")) {
      runnable.push_back({"AVX2", N_AVX2::classify, N_AVX2::join, N_AVX2::edges});
    }
#endif
#if HWY_TARGETS & HWY_SSE4
    if (__builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("aes") && __builtin_cpu_supports("pclmul")) {
      runnable.push_back({"SSE4", N_SSE4::classify, N_SSE4::join, N_SSE4::edges});
    }
#endif
#if HWY_TARGETS & HWY_SSSE3
    if (__builtin_cpu_supports("ssse3"))
      runnable.push_back({"SSSE3", N_SSSE3::classify, N_SSSE3::join, N_SSSE3::edges});
#endif
#elif HWY_STATIC_TARGET != HWY_SCALAR
    runnable.push_back({hwy::TargetName(HWY_STATIC_TARGET), HWY_STATIC_DISPATCH(classify), HWY_STATIC_DISPATCH(join),
                        HWY_STATIC_DISPATCH(edges)});
#endif
    runnable.push_back({"portable", portable::classify, portable::join, portable::edges});
    return runnable;
  }();
  return kernels;
}

}  // namespace corpus::unicode
#endif
