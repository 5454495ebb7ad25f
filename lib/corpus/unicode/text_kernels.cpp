// SPDX-License-Identifier: MIT
// Compiled once for each vector instruction set (Highway's foreach_target), and once in plain C++.
#include "corpus/unicode/text_kernels.hpp"

#include <algorithm>
#include <cstring>
#include <vector>

#include "corpus/unicode/byte_masks.hpp"
#include "corpus/unicode/utf8.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "corpus/unicode/text_kernels.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace corpus::unicode {
namespace HWY_NAMESPACE {

#if HWY_TARGET != HWY_SCALAR
namespace hn = hwy::HWY_NAMESPACE;

namespace {

/// Bytes that are looked at together.
constexpr std::size_t stride = 64;

using Bytes = hn::CappedTag<std::uint8_t, stride>;
using Vector = hn::Vec<Bytes>;

const std::uint8_t* bytes_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

/// One bit a lane.
template <typename Mask>
HWY_INLINE std::uint64_t bits_of(Mask mask) {
  alignas(8) std::uint8_t bits[8] = {};
  hn::StoreMaskBits(Bytes{}, mask, bits);
  std::uint64_t result = 0;
  std::memcpy(&result, bits, sizeof result);
  return result;
}

/// What is wrong with the bytes of a vector as far as they and the three before them tell, 0 if nothing: each pair of neighbours is looked up
/// by its first byte's two halves and its second byte's upper half. (Keiser and Lemire, "Validating UTF-8 in less than
/// one instruction per byte", Software: Practice and Experience 51(5), 2021, whose names the errors have.)
HWY_INLINE Vector errors(const std::uint8_t* bytes) {
  enum : std::uint8_t {
    too_short = 1,  // 11______ 0_______, 11______ 11______
    too_long = 2,   // 0_______ 10______
    overlong_3 = 4,
    too_large = 8,
    surrogate = 16,
    overlong_2 = 32,
    too_large_1000 = 64,
    overlong_4 = 64,
    two_conts = 128,
    carry = too_short | too_long | two_conts
  };
  alignas(16) static constexpr std::uint8_t first_high[16] = {too_long,
                                                              too_long,
                                                              too_long,
                                                              too_long,
                                                              too_long,
                                                              too_long,
                                                              too_long,
                                                              too_long,
                                                              two_conts,
                                                              two_conts,
                                                              two_conts,
                                                              two_conts,
                                                              too_short | overlong_2,
                                                              too_short,
                                                              too_short | overlong_3 | surrogate,
                                                              too_short | too_large | too_large_1000 | overlong_4};
  constexpr std::uint8_t past_end = carry | too_large | too_large_1000;
  alignas(16) static constexpr std::uint8_t first_low[16] = {carry | overlong_3 | overlong_2 | overlong_4,
                                                             carry | overlong_2,
                                                             carry,
                                                             carry,
                                                             carry | too_large,
                                                             past_end,
                                                             past_end,
                                                             past_end,
                                                             past_end,
                                                             past_end,
                                                             past_end,
                                                             past_end,
                                                             past_end,
                                                             past_end | surrogate,
                                                             past_end,
                                                             past_end};
  constexpr std::uint8_t low_second = too_long | overlong_2 | two_conts;
  alignas(16) static constexpr std::uint8_t second_high[16] = {too_short,
                                                               too_short,
                                                               too_short,
                                                               too_short,
                                                               too_short,
                                                               too_short,
                                                               too_short,
                                                               too_short,
                                                               low_second | overlong_3 | too_large_1000 | overlong_4,
                                                               low_second | overlong_3 | too_large,
                                                               low_second | surrogate | too_large,
                                                               low_second | surrogate | too_large,
                                                               too_short,
                                                               too_short,
                                                               too_short,
                                                               too_short};
  const Bytes d;
  const auto low_half = hn::Set(d, 0x0F);
  const auto v = hn::LoadU(d, bytes);
  const auto before = hn::LoadU(d, bytes - 1);
  const auto pair = hn::And(hn::And(hn::TableLookupBytes(hn::LoadDup128(d, first_high), hn::ShiftRight<4>(before)),
                                    hn::TableLookupBytes(hn::LoadDup128(d, first_low), hn::And(before, low_half))),
                            hn::TableLookupBytes(hn::LoadDup128(d, second_high), hn::ShiftRight<4>(v)));
  // Two continuations side by side are right only as the third byte of E_ or F_, or the fourth of F_.
  const auto third = hn::SaturatedSub(hn::LoadU(d, bytes - 2), hn::Set(d, 0xE0 - 0x80));
  const auto fourth = hn::SaturatedSub(hn::LoadU(d, bytes - 3), hn::Set(d, 0xF0 - 0x80));
  return hn::Xor(hn::And(hn::Or(third, fourth), hn::Set(d, 0x80)), pair);
}

enum class Nul : bool { allowed, refused };

/// Bytes that are judged together.
constexpr std::size_t stretch = 256;

/// Whether a stretch is ASCII without NUL.
HWY_INLINE bool is_plain(const std::uint8_t* bytes) {
  const Bytes d;
  const auto one = hn::Set(d, 1);
  auto most = hn::Sub(hn::LoadU(d, bytes), one);
  for (std::size_t i = hn::Lanes(d); i < stretch; i += hn::Lanes(d)) {
    most = hn::Max(most, hn::Sub(hn::LoadU(d, bytes + i), one));
  }
  return hn::AllTrue(d, hn::Lt(most, hn::Set(d, 0x7F)));
}

/// Whether a stretch is text as far as it and the three bytes before it tell.
template <Nul nul>
HWY_INLINE bool is_text(const std::uint8_t* bytes) {
  const Bytes d;
  auto wrong = hn::Zero(d);
  auto least = hn::Set(d, 0xFF);
  for (std::size_t i = 0; i < stretch; i += hn::Lanes(d)) {
    wrong = hn::Or(wrong, errors(bytes + i));
    if (nul == Nul::refused) least = hn::Min(least, hn::LoadU(d, bytes + i));
  }
  return hn::AllTrue(d, hn::And(hn::Eq(wrong, hn::Zero(d)), hn::Gt(least, hn::Zero(d))));
}

template <Nul nul>
HWY_INLINE TextFront front_of(std::string_view text) {
  TextFront front;
  if (text.size() < stretch) return front;
  const std::uint8_t* bytes = bytes_of(text);
  std::uint8_t first[4 + stretch] = {};  // with something before it
  std::memcpy(first + 4, bytes, stretch);
  if (!is_text<nul>(first + 4)) return front;
  const Bytes d;
  const auto feed = hn::Set(d, '\n');
  const auto carriage_return = hn::Set(d, '\r');
  auto difference = carriage_return;  // 0 in a lane that has met one
  bool plain = is_plain(bytes);
  while (true) {
    for (std::size_t i = 0; i < stretch; i += hn::Lanes(d)) {
      const auto v = hn::LoadU(d, bytes + front.size + i);
      front.feeds += hn::CountTrue(d, hn::Eq(v, feed));
      difference = hn::Min(difference, hn::Xor(v, carriage_return));
    }
    front.size += stretch;
    if (front.size + stretch > text.size()) break;
    const bool plain_before = plain;
    plain = is_plain(bytes + front.size);
    if (!(plain && plain_before) && !is_text<nul>(bytes + front.size)) break;
  }
  front.returns = !hn::AllTrue(d, hn::Gt(difference, hn::Zero(d)));
  return front;
}

TextFront check(std::string_view bytes) { return front_of<Nul::refused>(bytes); }

TextFront well_formed(std::string_view bytes) { return front_of<Nul::allowed>(bytes); }

/// Calls `use` with 64 bytes of the text at a time, and a number of 0 bytes behind the last.
template <typename Use>
HWY_INLINE void each_stride(std::string_view text, Use use) {
  const std::uint8_t* bytes = bytes_of(text);
  std::size_t at = 0;
  for (; at + stride <= text.size(); at += stride) use(bytes + at);
  if (at == text.size()) return;
  std::uint8_t rest[stride] = {};
  std::memcpy(rest, bytes + at, text.size() - at);
  use(rest);
}

std::size_t count_feeds(std::string_view text) {
  std::size_t count = 0;
  each_stride(text, [&](const std::uint8_t* bytes) {
    const Bytes d;
    for (std::size_t i = 0; i < stride; i += hn::Lanes(d)) {
      count += hn::CountTrue(d, hn::Eq(hn::LoadU(d, bytes + i), hn::Set(d, '\n')));
    }
  });
  return count;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t others = 0;  // bytes that begin none
  each_stride(text, [&](const std::uint8_t* bytes) {
    const Bytes d;
    for (std::size_t i = 0; i < stride; i += hn::Lanes(d)) {
      const auto top_bits = hn::And(hn::LoadU(d, bytes + i), hn::Set(d, 0xC0));
      others += hn::CountTrue(d, hn::Eq(top_bits, hn::Set(d, 0x80)));
    }
  });
  return text.size() - others;
}

void mark(std::string_view text, const ByteSet& set, std::uint64_t* masks) {
  const Bytes d;
  const auto by_high = hn::LoadDup128(d, set.by_high.data());
  const auto by_low = hn::LoadDup128(d, set.by_low.data());
  each_stride(text, [&](const std::uint8_t* bytes) {
    std::uint64_t marked = 0;
    for (std::size_t i = 0; i < stride; i += hn::Lanes(d)) {
      const auto v = hn::LoadU(d, bytes + i);
      const auto high = hn::TableLookupBytes(by_high, hn::ShiftRight<4>(v));
      const auto low = hn::TableLookupBytes(by_low, hn::And(v, hn::Set(d, 0x0F)));
      marked |= bits_of(hn::Ne(hn::And(high, low), hn::Zero(d))) << i;
    }
    *masks++ = marked;
  });
}

}  // namespace

TextKernel text_kernel(std::string_view name) {
  return {name, check, well_formed, count_feeds, count_code_points, mark};
}
#endif

}  // namespace HWY_NAMESPACE
}  // namespace corpus::unicode
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace corpus::unicode {
namespace portable {
namespace {

TextFront nothing(std::string_view /*bytes*/) { return {}; }

std::size_t count_feeds(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) { return !continues(byte); }));
}

void mark(std::string_view text, const ByteSet& set, std::uint64_t* masks) {
  for (std::size_t begin = 0; begin < text.size(); begin += 64) {
    std::uint64_t marked = 0;
    for (std::size_t at = begin; at < std::min(begin + 64, text.size()); ++at) {
      if (set.holds(text[at])) marked |= std::uint64_t{1} << (at - begin);
    }
    *masks++ = marked;
  }
}

constexpr TextKernel kernel = {"portable", nothing, nothing, count_feeds, count_code_points, mark};

}  // namespace
}  // namespace portable

std::span<const TextKernel> text_kernels() {
  // Which of them run here is asked in one place only.
  static const std::vector<TextKernel> kernels = [] {
    std::vector<TextKernel> runnable;
    for (const ByteKernel& kernel : byte_kernels()) {
#if HWY_ARCH_X86
#if HWY_TARGETS & HWY_AVX3
      if (kernel.name == "AVX-512") runnable.push_back(N_AVX3::text_kernel(kernel.name));
#endif
#if HWY_TARGETS & HWY_AVX2
      if (kernel.name == "AVX2") runnable.push_back(N_AVX2::text_kernel(kernel.name));
#endif
#if HWY_TARGETS & HWY_SSE4
      if (kernel.name == "SSE4") runnable.push_back(N_SSE4::text_kernel(kernel.name));
#endif
#if HWY_TARGETS & HWY_SSSE3
      if (kernel.name == "SSSE3") runnable.push_back(N_SSSE3::text_kernel(kernel.name));
#endif
#elif HWY_STATIC_TARGET != HWY_SCALAR
      if (kernel.name != "portable") runnable.push_back(HWY_STATIC_DISPATCH(text_kernel)(kernel.name));
#endif
      if (kernel.name == "portable") runnable.push_back(portable::kernel);
    }
    return runnable;
  }();
  return kernels;
}

}  // namespace corpus::unicode
#endif
