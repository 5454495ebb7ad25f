// SPDX-License-Identifier: MIT
/// \file
/// Shingles: the runs of three tokens that a document holds, each as a number that is the same on every machine and in
/// every release. Two documents are as alike as the sets of their shingles.
///
///     Shingles shingles;
///     for (const Token& token : tokens) shingles.add(stable_hash(token.type()), [&](std::uint64_t s) { … });
///     shingles.finish([&](std::uint64_t s) { … });   // of a document of one or two tokens: all of it
///
/// Three tokens, for one word changed in a short text then changes few of its shingles, while texts that have nothing to
/// do with each other still share next to none. A few instructions a token.
///
/// The hash of a type is FNV-1a over its bytes (64 bits), and `scramble` of that; the hash of the shingle a b c is
/// scramble(a * 0x9E3779B97F4A7C15 + b * 0xC2B2AE3D27D4EB4F + c), modulo 2^64; a document of two tokens has the one
/// shingle a b 0, one of a single token a 0 0.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace corpus::similarity {

/// Tokens in a shingle.
inline constexpr std::size_t shingle_size = 3;

/// Every bit of the input changes each bit of the output in half of all cases, and no two inputs collide: the last steps
/// of MurmurHash3 (Appleby 2011).
constexpr std::uint64_t scramble(std::uint64_t value) {
  value = (value ^ (value >> 33U)) * 0xFF51AFD7ED558CCDU;
  value = (value ^ (value >> 33U)) * 0xC4CEB9FE1A85EC53U;
  return value ^ (value >> 33U);
}

/// Of a type.
constexpr std::uint64_t stable_hash(std::string_view type) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char byte : type) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
  return scramble(hash);
}

class Shingles {
 public:
  /// The next token of the document, by its hash; `use` is called with the shingle that it ends, if it is the third or
  /// later.
  template <typename Use>
  void add(std::uint64_t token, Use use) {
    if (++tokens_ >= shingle_size) use(hash(last_[0], last_[1], token));
    last_ = {last_[1], token};
  }

  /// The document ends; the next begins.
  template <typename Use>
  void finish(Use use) {
    if (tokens_ == 1) use(hash(last_[1], 0, 0));
    if (tokens_ == 2) use(hash(last_[0], last_[1], 0));
    *this = {};
  }

 private:
  static constexpr std::uint64_t hash(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    return scramble(a * 0x9E3779B97F4A7C15U + b * 0xC2B2AE3D27D4EB4FU + c);
  }

  std::array<std::uint64_t, shingle_size - 1> last_ = {};
  std::uint64_t tokens_ = 0;
};

}  // namespace corpus::similarity
