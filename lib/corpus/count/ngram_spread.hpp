// SPDX-License-Identifier: MIT
/// \file
/// Where the windows of n words stand, and how evenly n-grams are spread over them.
///
///     RangeWindows range;                                        // of the chunks that one thread deals out
///     range.documents.push_back(range.windows);                  // a document begins
///     const std::uint64_t place = range.windows++;
///     const NgramWindows windows{ranges};
///     NgramSpreadSum sum{freq};
///     sum.add(windows.place(range, place), document, windows);   // each occurrence, in running order
///     sum.spread(windows);
///
/// Eight bytes a document; of an n-gram, some 80 while its part is counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corpus/count/ngrams.hpp"
#include "corpus/stats/dispersion.hpp"

namespace corpus::count {

/// Of the windows that one thread met.
struct RangeWindows {
  std::uint64_t windows = 0;
  std::vector<std::uint64_t> documents = {};  ///< of each that begins among them, how many stand before it
};

/// The ranges as one text.
class NgramWindows {
 public:
  explicit NgramWindows(std::span<const RangeWindows> ranges) {
    for (const RangeWindows& range : ranges) {
      ranges_.push_back(windows_);
      for (const std::uint64_t before : range.documents) documents_.push_back(windows_ + before);
      windows_ += range.windows;
    }
    documents_.push_back(windows_);
  }

  [[nodiscard]] std::uint64_t size() const { return windows_; }
  /// Of the document of that number, from 1.
  [[nodiscard]] std::uint64_t size_of(std::uint32_t document) const {
    return documents_[document] - documents_[document - 1];
  }
  [[nodiscard]] std::uint64_t place(std::size_t range, std::uint64_t place) const { return ranges_[range] + place; }

 private:
  std::uint64_t windows_ = 0;
  std::vector<std::uint64_t> ranges_;     ///< where each begins …
  std::vector<std::uint64_t> documents_;  ///< … and each document, and where the last one ends
};

/// Of one n-gram.
class NgramSpreadSum {
 public:
  explicit NgramSpreadSum(std::uint64_t freq) : freq_(freq) {}

  void add(std::uint64_t place, std::uint32_t document, const NgramWindows& windows) {
    if (document != document_) finish_document(windows);
    document_ = document;
    ++here_;
    gaps_.add(place, {freq_, windows.size()});
  }

  /// When all its occurrences were added, of which there is one at least.
  [[nodiscard]] NgramSpread spread(const NgramWindows& windows) {
    finish_document(windows);
    const stats::WordInCorpus ngram{freq_, windows.size()};
    return {.arf = *gaps_.average_reduced_frequency(ngram), .dp = *parts_.deviation_of_proportions(ngram)};
  }

 private:
  void finish_document(const NgramWindows& windows) {
    if (here_ > 0) parts_.add(here_, windows.size_of(document_), {freq_, windows.size()});
    here_ = 0;
  }

  std::uint64_t freq_;
  stats::GapsSum gaps_;
  stats::PartsSum parts_;
  std::uint64_t here_ = 0;  ///< in the document at hand
  std::uint32_t document_ = 0;
};

}  // namespace corpus::count
