// SPDX-License-Identifier: MIT
// Compiled once for each vector instruction set (Highway's foreach_target), and once in plain C++.
#include "corpus/search/literal.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "corpus/unicode/byte_masks.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/text_kernels.hpp"
#include "corpus/unicode/utf8.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "corpus/search/literal.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#ifndef CORPUS_SEARCH_LITERAL_ONCE
#define CORPUS_SEARCH_LITERAL_ONCE
namespace corpus::search {
namespace {

using unicode::mask_bytes;

/// The leads of the characters that may become ASCII.
constexpr unicode::ByteSet ascii_leads{"\xC2\xC3\xC4\xC5\xC7\xCD\xD8\xE1\xE2\xE3\xEF\xF0\xF3"};

}  // namespace
}  // namespace corpus::search
#endif

HWY_BEFORE_NAMESPACE();
namespace corpus::search {
namespace HWY_NAMESPACE {

#if HWY_TARGET != HWY_SCALAR
namespace hn = hwy::HWY_NAMESPACE;

using Bytes = hn::CappedTag<std::uint8_t, mask_bytes>;

/// One bit a lane.
template <typename Mask>
HWY_INLINE std::uint64_t bits_of(Mask mask) {
  alignas(8) std::uint8_t bits[8] = {};
  hn::StoreMaskBits(Bytes{}, mask, bits);
  std::uint64_t result = 0;
  std::memcpy(&result, bits, sizeof result);
  return result;
}

using Vector = hn::Vec<Bytes>;

/// Leads of characters that may become ASCII, but for those of most punctuation, U+2010 to U+201F and U+2030 to U+203F.
HWY_INLINE auto leads(Vector v, const std::uint8_t* text) {
  const Bytes d;
  const auto rows = hn::TableLookupBytes(hn::LoadDup128(d, ascii_leads.by_low.data()), hn::And(v, hn::Set(d, 0x0F)));
  const auto row = hn::TableLookupBytes(hn::LoadDup128(d, ascii_leads.by_high.data()), hn::ShiftRight<4>(v));
  const auto punctuation = hn::And(hn::Eq(v, hn::Set(d, 0xE2)), hn::Eq(hn::LoadU(d, text + 1), hn::Set(d, 0x80)));
  const auto third = hn::And(hn::LoadU(d, text + 2), hn::Set(d, 0xDF));  // 90 to 9F, B0 to BF
  const auto harmless = hn::And(punctuation, hn::Eq(hn::And(third, hn::Set(d, 0xF0)), hn::Set(d, 0x90)));
  return hn::AndNot(harmless, hn::Ne(hn::And(rows, row), hn::Zero(d)));
}

/// One pair, which is what most queries have: nothing to look up for each vector.
class OnePair {
 public:
  explicit OnePair(const BytePair& pair)
      : first_(hn::Set(Bytes{}, pair.first)),
        second_(hn::Set(Bytes{}, pair.second)),
        first_at_(pair.first_at),
        second_at_(pair.second_at) {}

  /// Which bytes of a vector's length have the pair.
  HWY_INLINE auto at(const std::uint8_t* text) const {
    const Bytes d;
    const auto space_bit = hn::Set(d, 0x20);
    const auto first = hn::Eq(hn::Or(hn::LoadU(d, text + first_at_), space_bit), first_);
    return hn::And(first, hn::Eq(hn::Or(hn::LoadU(d, text + second_at_), space_bit), second_));
  }

 private:
  Vector first_;
  Vector second_;
  std::size_t first_at_;
  std::size_t second_at_;
};

class Pairs {
 public:
  explicit Pairs(std::span<const BytePair> pairs) : pairs_(pairs) {}

  HWY_INLINE auto at(const std::uint8_t* text) const {
    auto found = OnePair(pairs_.front()).at(text);
    for (const BytePair& pair : pairs_.subspan(1)) found = hn::Or(found, OnePair(pair).at(text));
    return found;
  }

 private:
  std::span<const BytePair> pairs_;
};

/// Bytes [0, 64) of `text`, of which 64 more can be read.
template <typename Wanted>
HWY_INLINE std::uint64_t mark_64(const std::uint8_t* text, const Wanted& wanted) {
  const Bytes d;
  std::uint64_t marks = 0;
  for (std::size_t i = 0; i < mask_bytes; i += hn::Lanes(d)) {
    const auto v = hn::LoadU(d, text + i);
    auto found = wanted.at(text + i);
    const auto beyond = hn::Gt(v, hn::Set(d, 0x7F));
    if (HWY_LIKELY(hn::AllFalse(d, hn::Or(found, beyond)))) continue;
    if (!hn::AllFalse(d, beyond)) found = hn::Or(found, leads(v, text + i));
    marks |= bits_of(found) << i;
  }
  return marks;
}

template <typename Wanted>
MarkedBytes* mark_all(std::string_view text, const Wanted& wanted, MarkedBytes* out) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t at = 0;
  for (; at + 2 * mask_bytes <= text.size(); at += mask_bytes) {
    const std::uint64_t bits = mark_64(bytes + at, wanted);
    if (HWY_LIKELY(bits == 0)) continue;
    *out++ = {bits, static_cast<std::uint32_t>(at)};
  }
  std::uint8_t rest[3 * mask_bytes] = {};
  const std::size_t size = text.size() - at;
  if (size > 0) std::memcpy(rest, bytes + at, size);
  for (std::size_t i = 0; i < size; i += mask_bytes) {
    const std::uint64_t bits = mark_64(rest + i, wanted);
    if (bits != 0) *out++ = {bits, static_cast<std::uint32_t>(at + i)};
  }
  return out;
}

MarkedBytes* mark(std::string_view text, std::span<const BytePair> pairs, MarkedBytes* out) {
  if (pairs.size() == 1) return mark_all(text, OnePair(pairs.front()), out);
  return mark_all(text, Pairs(pairs), out);
}
#endif

}  // namespace HWY_NAMESPACE
}  // namespace corpus::search
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace corpus::search {
namespace portable {

MarkedBytes* mark(std::string_view text, std::span<const BytePair> pairs, MarkedBytes* out) {
  const auto folded = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) | 0x20 : 0;
  };
  for (std::size_t begin = 0; begin < text.size(); begin += mask_bytes) {
    *out = {0, static_cast<std::uint32_t>(begin)};
    for (std::size_t i = begin; i < std::min(begin + mask_bytes, text.size()); ++i) {
      bool found = ascii_leads.holds(text[i]);
      for (const BytePair& pair : pairs) {
        found = found || (folded(i + pair.first_at) == pair.first && folded(i + pair.second_at) == pair.second);
      }
      out->bits |= std::uint64_t{found} << (i - begin);
    }
    out += out->bits != 0 ? 1 : 0;
  }
  return out;
}

}  // namespace portable

std::span<const LiteralKernel> literal_kernels() {
  // Which of them run here is asked in one place only.
  static const std::vector<LiteralKernel> kernels = [] {
    std::vector<LiteralKernel> runnable;
    for (const unicode::ByteKernel& kernel : unicode::byte_kernels()) {
#if HWY_ARCH_X86
#if HWY_TARGETS & HWY_AVX3
      if (kernel.name == "AVX-512") runnable.push_back({kernel.name, N_AVX3::mark});
#endif
#if HWY_TARGETS & HWY_AVX2
      if (kernel.name == "AVX2") runnable.push_back({kernel.name, N_AVX2::mark});
#endif
#if HWY_TARGETS & HWY_SSE4
      if (kernel.name == "SSE4") runnable.push_back({kernel.name, N_SSE4::mark});
#endif
#if HWY_TARGETS & HWY_SSSE3
      if (kernel.name == "SSSE3") runnable.push_back({kernel.name, N_SSSE3::mark});
#endif
#elif HWY_STATIC_TARGET != HWY_SCALAR
      if (kernel.name != "portable") runnable.push_back({kernel.name, HWY_STATIC_DISPATCH(mark)});
#endif
      if (kernel.name == "portable") runnable.push_back({kernel.name, portable::mark});
    }
    return runnable;
  }();
  return kernels;
}

namespace {

/// More are not worth it: tokenizing costs less than to look for each of them.
constexpr std::size_t most_stretches = 16;

bool letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

char folded(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

/// The longest run of letters and digits: other characters may stand for others (apostrophes, hyphens).
std::string_view searchable(std::string_view stretch) {
  std::string_view longest;
  for (std::size_t at = 0; at < stretch.size(); ++at) {
    std::size_t end = at;
    while (end < stretch.size() && letter_or_digit(stretch[end])) ++end;
    if (end - at > longest.size()) longest = stretch.substr(at, end - at);
    at = end;
  }
  return longest;
}

/// The two of its bytes that prose has least of.
BytePair rarest(std::string_view stretch) {
  const std::string_view front = stretch.substr(0, mask_bytes);
  const auto rarer = [&](std::size_t one, std::size_t other) { return share_of(front[one]) < share_of(front[other]); };
  std::size_t first = 0;
  for (std::size_t at = 1; at < front.size(); ++at) {
    if (rarer(at, first)) first = at;
  }
  std::size_t second = first == 0 ? front.size() - 1 : 0;
  for (std::size_t at = 0; at < front.size(); ++at) {
    if (at != first && rarer(at, second)) second = at;
  }
  return {static_cast<std::uint8_t>(front[first]), static_cast<std::uint8_t>(front[second]),
          static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(second)};
}

}  // namespace

double share_of(char letter) {
  constexpr std::array<double, 26> per_mille{80, 15, 30, 40, 125, 22, 20, 45, 72, 3,  8, 42, 26,
                                             70, 74, 20, 2,  62,  65, 88, 28, 11, 18, 3, 17, 3};
  return letter >= 'a' && letter <= 'z' ? per_mille[static_cast<std::size_t>(letter - 'a')] / 1000 : 0.005;
}

bool may_become_ascii(char32_t point) {
  if (unicode::default_ignorable(point)) return true;
  const unicode::Folding folding = unicode::case_folding(point);
  return std::any_of(folding.begin(), folding.end(), [](char32_t c) { return c < 0x80; });
}

std::optional<LiteralSearch> LiteralSearch::of(std::span<const std::string> stretches, const LiteralKernel& kernel) {
  std::vector<std::string> wanted;
  for (const std::string& stretch : stretches) {
    const std::string_view run = searchable(stretch);
    if (run.empty()) return std::nullopt;
    wanted.emplace_back(run);
  }
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  if (wanted.empty() || wanted.size() > most_stretches) return std::nullopt;
  return LiteralSearch(std::move(wanted), kernel);
}

LiteralSearch::LiteralSearch(std::vector<std::string> stretches, const LiteralKernel& kernel)
    : kernel_(&kernel), stretches_(std::move(stretches)) {
  for (const std::string& stretch : stretches_) pairs_.push_back(rarest(stretch));
}

std::span<const std::uint32_t> LiteralSearch::find(std::string_view text) {
  const std::size_t most = text.size() / mask_bytes + 2;
  if (marked_.size() < most) {
    marked_.resize(most);
    found_.resize(most * mask_bytes);
  }
  const MarkedBytes* const end = kernel_->mark(text, pairs_, marked_.data());
  std::uint32_t* out = found_.data();
  for (const MarkedBytes* marked = marked_.data(); marked != end; ++marked) {
    for (std::uint64_t bits = marked->bits; bits != 0; bits &= bits - 1) {
      const std::uint32_t at = marked->begin + static_cast<std::uint32_t>(std::countr_zero(bits));
      *out = at;
      out += holds(text, at) ? 1 : 0;
    }
  }
  return {found_.data(), out};
}

/// What the pairs could not tell.
bool LiteralSearch::holds(std::string_view text, std::uint32_t at) const {
  if (static_cast<unsigned char>(text[at]) >= 0x80) return may_become_ascii(unicode::decode(text, at).value);
  for (const std::string& stretch : stretches_) {
    if (text.size() - at < stretch.size()) continue;
    std::size_t same = 0;
    while (same < stretch.size() && folded(text[at + same]) == stretch[same]) ++same;
    if (same == stretch.size()) return true;
  }
  return false;
}

}  // namespace corpus::search
#endif
