// SPDX-License-Identifier: MIT
/// \file
/// The n-grams of a text, counted and put in order.
///
///     const auto source = count_ngrams({.rules = rules, .options = options, .listing = listing, .text = text,
///                                       .tally = tally, .met = met, .memory = bytes});
///     while (const Ngram* ngram = source->next()) …
///
/// All is counted when it is made; what is left is to merge.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "corpus/count/ngram_tally.hpp"
#include "corpus/count/ngram_text.hpp"
#include "corpus/count/ngrams.hpp"

namespace corpus::count {

struct NgramTask {
  const NgramRules& rules;
  const NgramOptions& options;
  const NgramListing& listing;
  const NgramText& text;
  const NgramTally& tally;            ///< of the text; must outlive the source, as must the text's types
  std::span<const std::uint8_t> met;  ///< by type, the conditions that it meets, a bit each; empty where there are none
  std::uint64_t memory;               ///< bytes for windows and rows
};

class NgramSource {
 public:
  NgramSource() = default;
  NgramSource(const NgramSource&) = delete;
  NgramSource& operator=(const NgramSource&) = delete;
  virtual ~NgramSource() = default;

  [[nodiscard]] virtual std::uint64_t size() const = 0;
  [[nodiscard]] virtual std::uint64_t size(unsigned n) const = 0;
  [[nodiscard]] virtual bool spilled() const = 0;
  virtual const Ngram* next() = 0;
};

std::unique_ptr<NgramSource> count_ngrams(const NgramTask& task);

}  // namespace corpus::count
