// SPDX-License-Identifier: MIT
/// \file
/// How often each document has certain types, in relation to its length: what tests over documents need.
///
///     DocumentFrequencies frequencies{types};
///     frequencies.start_document();
///     frequencies.add(tokens, group);                    // any number of times
///     const auto rates = frequencies.rates_of("snow", group);
///     stats::rank_sum_test(rates.target, rates.reference);
///
/// What a group has of a document is one observation; where it has no tokens, none. Memory: 16 bytes for each wanted type
/// that a document holds; where groups take turns in it, for each turn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/text/tokenizer.hpp"
#include "corpus/text/vocabulary.hpp"

namespace corpus::count {

class DocumentFrequencies {
 public:
  /// Of these types alone.
  explicit DocumentFrequencies(const std::vector<std::string_view>& types);

  /// What is added from here on is of another document than what came before.
  void start_document();
  void add(const text::Tokens& tokens, std::size_t group);

  /// Occurrences per token, in the documents of a group and in those of all others.
  struct Rates {
    std::vector<double> target;
    std::vector<double> reference;
    std::uint64_t target_freq = 0;  ///< occurrences in all of them
    std::uint64_t reference_freq = 0;
  };

  /// Nothing for a type that was not wanted. O(documents).
  [[nodiscard]] std::optional<Rates> rates_of(std::string_view type, std::size_t group) const;

 private:
  /// What a group has of a document.
  struct Part {
    std::size_t group = 0;
    std::uint64_t tokens = 0;
  };
  struct Hits {
    std::size_t part = 0;
    std::uint64_t freq = 0;
  };

  text::Vocabulary types_;
  std::vector<std::vector<Hits>> hits_;  ///< by TypeId; a part may come again
  std::vector<Part> parts_;
  std::unordered_map<std::size_t, std::size_t> here_;  ///< by group, its part of the document at hand
};

}  // namespace corpus::count
