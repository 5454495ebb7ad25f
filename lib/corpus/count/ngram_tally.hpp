// SPDX-License-Identifier: MIT
/// \file
/// What can be known of a text without looking at more than one token at a time: how often each type occurs, how many
/// windows there are, and how many of two words begin or end with each type.
///
///     NgramTally tally{rules, types};
///     text.visit(tally, 0, text.chunks(), 0);
///     tally.windows(3);
///
/// A few additions a token; 16 bytes a type, and as many again where windows of two words are asked for.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "corpus/count/ngrams.hpp"

namespace corpus::count {

class NgramTally {
 public:
  NgramTally(const NgramRules& rules, std::size_t types);

  void start(std::span<const TypeId> /*before*/, std::uint32_t /*document*/) {}
  void token(TypeId type) {
    ++freqs_[type];
    if (documents_of_[type].last != document_) {
      documents_of_[type].last = document_;
      ++documents_of_[type].range;
    }
    ++at_place_[place_];
    if (pairs_) {
      if (place_ <= skip_) lacks_before_[type] += skip_ + 1 - place_;
      recent_[size_++ % recent_.size()] = type;
    }
    place_ += place_ < reach_ ? 1 : 0;
  }
  void border() {
    if (pairs_) end_run();
    place_ = 0;
    size_ = 0;
  }
  void document(std::uint32_t number) {
    border();
    document_ = number;
  }

  [[nodiscard]] std::uint64_t tokens() const;
  [[nodiscard]] std::uint64_t documents() const { return document_; }
  [[nodiscard]] std::span<const std::uint64_t> freqs() const { return freqs_; }
  [[nodiscard]] std::uint32_t range(TypeId type) const { return documents_of_[type].range; }
  /// N-grams of n words, each as often as it occurs.
  [[nodiscard]] std::uint64_t windows(unsigned n) const;
  /// Of the n-grams of two words, how many begin or end with each type; empty where they are not counted.
  [[nodiscard]] std::vector<std::uint64_t> firsts() const { return pairs_ ? margin(lacks_after_) : margin_type{}; }
  [[nodiscard]] std::vector<std::uint64_t> seconds() const { return pairs_ ? margin(lacks_before_) : margin_type{}; }

 private:
  using margin_type = std::vector<std::uint64_t>;
  struct Documents {
    std::uint32_t last = 0;
    std::uint32_t range = 0;
  };

  void end_run();
  [[nodiscard]] margin_type margin(const margin_type& lacks) const;

  bool slots_;
  bool pairs_;  ///< n-grams of two words are counted
  std::uint64_t skip_;
  std::size_t reach_;  ///< from here on, where in its run a token stands makes no difference
  std::vector<std::uint64_t> freqs_;
  std::vector<Documents> documents_of_;
  std::vector<std::uint64_t> at_place_;      ///< tokens by how many stand before them in their run
  std::vector<std::uint64_t> lacks_before_;  ///< windows of two that a type does not end, for the run begins there …
  std::vector<std::uint64_t> lacks_after_;   ///< … or does not begin, for it ends
  std::vector<TypeId> recent_;
  std::uint64_t size_ = 0;  ///< of the run
  std::size_t place_ = 0;
  std::uint32_t document_ = 0;
};

}  // namespace corpus::count
