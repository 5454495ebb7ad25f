// SPDX-License-Identifier: MIT
/// \file
/// Keys by which rows are sorted: the words in the order that is asked for, aligned so that the first is uppermost.
///
///     const NgramRowKeys<1> keys{plan, types, NgramOrder::ending};
///     const NgramKey<1> key = keys.of(ngram, 3);
///     keys.types_of(key, buffer);                      // its three types again
///
/// By endings: 8 bytes a type.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corpus/count/ngram_dealer.hpp"
#include "corpus/count/ngram_key.hpp"
#include "corpus/count/ngram_types.hpp"

namespace corpus::count {

template <std::size_t words>
class NgramRowKeys {
 public:
  using Key = NgramKey<words>;

  NgramRowKeys(const NgramPlan& plan, const NgramTypes& types, NgramOrder order)
      : longest_(plan.rules.longest), bits_(plan.bits) {
    if (order != NgramOrder::ending) return;
    ending_ = types.by_ending();
    of_ending_.resize(ending_.size());
    for (std::size_t i = 0; i < ending_.size(); ++i) of_ending_[ending_[i]] = static_cast<TypeId>(i);
  }

  /// Of an n-gram of n words.
  [[nodiscard]] Key of(const Key& ngram, unsigned n) const {
    Key key = ngram;
    if (!ending_.empty()) {
      key = {};
      for (unsigned place = 0; place < n; ++place) {
        const auto type = static_cast<TypeId>(ngram.field(place, bits_) - 1);
        key.push(ending_[type] + std::uint64_t{1}, bits_);
      }
    }
    for (unsigned i = n; i < longest_; ++i) key.push(0, bits_);
    return key;
  }

  /// The types of the n-gram, which are put in the buffer.
  [[nodiscard]] std::span<const TypeId> types_of(const Key& key, std::span<TypeId, longest_ngram> buffer) const {
    unsigned n = 0;
    for (; n < longest_; ++n) {
      const std::uint64_t field = key.field(longest_ - 1 - n, bits_);
      if (field == 0) break;
      buffer[n] = static_cast<TypeId>(field - 1);
    }
    const auto types = buffer.first(n);
    if (!ending_.empty()) {
      std::reverse(types.begin(), types.end());
      for (TypeId& type : types) type = of_ending_[type];
    }
    return types;
  }

 private:
  unsigned longest_;
  unsigned bits_;
  std::vector<TypeId> ending_;     ///< by type, its place by ending …
  std::vector<TypeId> of_ending_;  ///< … and back
};

}  // namespace corpus::count
