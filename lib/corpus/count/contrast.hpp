// SPDX-License-Identifier: MIT
/// \file
/// Frequency lists of different documents over one vocabulary: each against all the others together.
///
///     Contrast contrast{std::move(lists)};
///     const auto rows = contrast.against_rest(0);
///     rows[5].target.freq;                 // of contrast.type(5) in the first list
///     rows[5].reference.freq;              // and in the others
///
/// Types stand in the order of their code points, those that any list holds. Memory: 50 bytes a type besides its letters,
/// and 24 for each list that holds it; rows take 32 more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/count/frequency_list.hpp"

namespace corpus::count {

class Contrast {
 public:
  using Entry = FrequencyList::Entry;
  using Index = std::uint32_t;

  /// How much text a list is of.
  struct Size {
    std::uint64_t tokens = 0;
    std::uint64_t documents = 0;
  };

  explicit Contrast(std::vector<FrequencyList> lists);

  /// How many types there are.
  [[nodiscard]] std::size_t size() const { return types_.size(); }
  [[nodiscard]] std::string_view type(std::size_t index) const { return total_.types[types_[index]]; }
  /// Asks for the memory that the type's letters stand in.
  void prefetch(std::size_t index) const { total_.types.prefetch(types_[index]); }

  [[nodiscard]] Size size_of(std::size_t list) const { return sizes_[list]; }
  [[nodiscard]] Size size_of_rest(std::size_t list) const;

  struct Row {
    Entry target;
    Entry reference;
  };

  /// By type. Ranges of the others add up: a document that has a part in several of them counts in each.
  [[nodiscard]] std::vector<Row> against_rest(std::size_t list) const;

 private:
  /// What a list holds of a type.
  struct Share {
    Index type = 0;
    Entry entry;
  };

  FrequencyList total_;
  std::vector<TypeId> types_;  ///< in order
  std::vector<Size> sizes_;
  std::vector<std::vector<Share>> shares_;  ///< by list
};

}  // namespace corpus::count
