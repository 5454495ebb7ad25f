// SPDX-License-Identifier: MIT
/// \file
/// Frequency lists: how often each type occurs, and in how many documents (its range).
///
///     FrequencyCounter counter;
///     counter.start_document();
///     counter.add(tokens);                            // any number of times
///     FrequencyList list = std::move(counter).take();
///     list.entries[*list.types.find("snow")].freq;
///
/// Memory grows with the types: about 40 bytes each, and their letters.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "corpus/text/tokenizer.hpp"
#include "corpus/text/vocabulary.hpp"

namespace corpus::count {

using text::TypeId;

struct FrequencyList {
  struct Entry {
    std::uint64_t freq = 0;
    std::uint64_t range = 0;  ///< number of documents that hold the type
  };

  text::Vocabulary types;
  std::vector<Entry> entries;  ///< by TypeId
  std::uint64_t tokens = 0;
  std::uint64_t documents = 0;

  /// Adds a type as other documents hold it: a row of a counts file.
  void add(std::string_view type, std::uint64_t freq, std::uint64_t range);

  /// Adds a list of other documents.
  void add(const FrequencyList& other);
};

class FrequencyCounter {
 public:
  FrequencyCounter() = default;
  /// With less room for the counts of a document, for tests.
  explicit FrequencyCounter(std::uint32_t room) : room_(room) {}

  /// What is added from here on is of another document than what came before.
  void start_document();
  void add(const text::Tokens& tokens);
  /// Adds what another counter counted of the document at hand.
  void add_part(const FrequencyList& part);

  /// How many types there are so far.
  [[nodiscard]] std::size_t types() const { return list_.types.size(); }

  FrequencyList take() &&;

 private:
  void fit_types();
  void carry();

  FrequencyList list_;               ///< without the document at hand
  std::vector<std::uint32_t> here_;  ///< how often it holds each type: apart and small, for every token touches one
  std::vector<TypeId> met_;          ///< the types that it holds
  std::uint64_t uncarried_ = 0;      ///< tokens in `here_`
  std::uint32_t room_ = std::numeric_limits<std::uint32_t>::max();
};

}  // namespace corpus::count
