// SPDX-License-Identifier: MIT
/// \file
/// The tokens that hits and contexts can still reach, by their numbers.
///
///     const std::uint64_t number = tokens.add({begin, end, …}, type);
///     tokens[number].begin;
///     tokens.drop_before(number);
///
/// Memory: those that were not dropped. A token costs a copy of its type.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"

namespace corpus::search {

struct KeptToken {
  std::uint64_t begin = 0;  ///< in the text of the document as it is read
  std::uint64_t end = 0;
  std::uint64_t part = 0;  ///< that it stands in
  Span span = {};          ///< in the source; known where tokens are asked for, and once the part has gone …
  Place place = {};        ///< … as is this then
  std::uint64_t type_at = 0;
  std::uint32_t type_size = 0;
};

class KeptTokens {
 public:
  /// Numbers begin anew at 0.
  void start() {
    tokens_.clear();
    types_.clear();
    dropped_ = unused_ = 0;
    types_dropped_ = 0;
  }

  std::uint64_t add(KeptToken token, std::string_view type) {
    token.type_at = types_dropped_ + types_.size();
    token.type_size = static_cast<std::uint32_t>(type.size());
    types_ += type;
    tokens_.push_back(token);
    return next() - 1;
  }

  /// Those from `first` to before `next` are there.
  [[nodiscard]] std::uint64_t first() const { return dropped_ + unused_; }
  [[nodiscard]] std::uint64_t next() const { return dropped_ + tokens_.size(); }
  KeptToken& operator[](std::uint64_t number) { return tokens_[number - dropped_]; }
  const KeptToken& operator[](std::uint64_t number) const { return tokens_[number - dropped_]; }
  /// Valid until the next call of `add` or `drop_before`.
  [[nodiscard]] std::string_view type(std::uint64_t number) const {
    const KeptToken& token = (*this)[number];
    return std::string_view(types_).substr(token.type_at - types_dropped_, token.type_size);
  }

  void drop_before(std::uint64_t number) {
    if (number <= first()) return;
    unused_ = number - dropped_;
    if (2 * unused_ < tokens_.size()) return;  // so that each token moves a few times at most
    const std::uint64_t types_end = types_dropped_ + types_.size();
    const std::uint64_t types_from = unused_ < tokens_.size() ? tokens_[unused_].type_at : types_end;
    types_.erase(0, types_from - types_dropped_);
    types_dropped_ = types_from;
    tokens_.erase(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(unused_));
    dropped_ += unused_;
    unused_ = 0;
  }

 private:
  std::vector<KeptToken> tokens_;
  std::string types_;
  std::uint64_t dropped_ = 0;  ///< the number of tokens_[0]
  std::uint64_t unused_ = 0;   ///< so many at the front are no longer wanted
  std::uint64_t types_dropped_ = 0;
};

}  // namespace corpus::search
