// SPDX-License-Identifier: MIT
/// \file
/// What is dealt out to parts: n-grams, and between them what says to which document those behind it belong.
///
///     writer.add(part, {document_key<NgramKey<1>>(7)});
///     writer.add(part, {key});
///     if (const auto document = document_of(record)) …       // 7; of the other record, nothing
///
/// Where there are slots, an n-gram is the pattern and behind it what fills the slot.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "corpus/count/ngram_key.hpp"

namespace corpus::count {

template <std::size_t words>
struct NgramRecord {
  using Key = NgramKey<words>;
  static constexpr bool placed = false;

  Key key;
};

/// Where dispersion is measured.
template <std::size_t words>
struct PlacedNgramRecord {
  using Key = NgramKey<words>;
  static constexpr bool placed = true;

  Key key;
  std::uint64_t place = 0;  ///< number of windows before it in its range
};

/// In place of an n-gram: the document.
template <typename Key>
Key document_key(std::uint32_t document) {
  Key key;
  key.parts[0] = (std::uint64_t{1} << 63U) | document;
  return key;
}
template <typename Record>
std::optional<std::uint32_t> document_of(const Record& record) {
  if (record.key.parts[0] >> 63U == 0) [[likely]]
    return std::nullopt;
  return static_cast<std::uint32_t>(record.key.parts[0]);
}

/// Which of the parts that so many bits tell apart.
inline std::size_t ngram_part(std::uint64_t hash, unsigned part_bits) { return (hash >> 1U) >> (63 - part_bits); }

}  // namespace corpus::count
