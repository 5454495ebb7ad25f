// SPDX-License-Identifier: MIT
/// \file
/// The part of a Decoder that depends on the encoding; decode.hpp is what to include.
#pragma once

#include <memory>
#include <string_view>

#include "corpus/unicode/decode.hpp"

namespace corpus::unicode {

class DecodeEngine {
 public:
  DecodeEngine() = default;
  DecodeEngine(const DecodeEngine&) = delete;
  DecodeEngine& operator=(const DecodeEngine&) = delete;
  virtual ~DecodeEngine() = default;

  /// As Decoder::decode.
  virtual Piece decode(std::string_view bytes, Stream stream) = 0;
};

/// For every encoding but UTF-8; `canonical_encoding` knows it.
std::unique_ptr<DecodeEngine> open_icu_engine(const DecoderOptions& options);

inline constexpr char32_t replacement_character = 0xFFFD;

}  // namespace corpus::unicode
