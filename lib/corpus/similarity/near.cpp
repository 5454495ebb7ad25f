// SPDX-License-Identifier: MIT
#include "corpus/similarity/near.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>

#include "corpus/similarity/shingles.hpp"

namespace corpus::similarity {
namespace {

constexpr std::size_t rows = 3;
constexpr std::size_t bands = signature_size / rows;

/// So many pairs are kept before those that were found twice are looked for.
constexpr std::size_t pairs_at_first = std::size_t{1} << 16;

/// What stands in a bin, or in the one that it borrows from.
std::uint16_t value_of(const Signature& signature, std::size_t bin) {
  const std::uint64_t step = scramble(bin + 1) | 1U;  // odd: all bins come up, for their number is a power of two
  std::uint64_t at = bin;
  while (signature[at] == empty_bin) at = (at + step) % signature_size;
  return signature[at];
}

struct Entry {
  std::uint64_t key = 0;
  std::size_t index = 0;

  auto operator<=>(const Entry&) const = default;  // NOLINT(modernize-use-nullptr): clang-tidy 14 errs here
};

/// The documents that hold shingles, by what stands in a band of theirs.
std::vector<Entry> entries_of(std::span<const Signature* const> signatures, std::span<const std::size_t> documents,
                              std::size_t band) {
  std::vector<Entry> entries;
  entries.reserve(documents.size());
  for (const std::size_t index : documents) {
    std::uint64_t key = 0;
    for (std::size_t row = 0; row < rows; ++row) key = key << 16U | value_of(*signatures[index], band * rows + row);
    entries.push_back({key, index});
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

std::vector<std::size_t> not_empty(std::span<const Signature* const> signatures) {
  std::vector<std::size_t> documents;
  for (std::size_t i = 0; i < signatures.size(); ++i) {
    if (*signatures[i] != empty_signature()) documents.push_back(i);
  }
  return documents;
}

auto place_of(const NearPair& pair) { return std::tuple(pair.left, pair.right); }

class Finder {
 public:
  Finder(std::span<const Signature* const> left, std::span<const Signature* const> right, const NearOptions& options)
      : left_(left), right_(right), options_(options) {}

  std::vector<NearPair> find() && {
    const std::vector<std::size_t> lefts = not_empty(left_);
    const std::vector<std::size_t> rights = not_empty(right_);
    for (std::size_t band = 0; band < bands; ++band) {
      join(entries_of(left_, lefts, band), entries_of(right_, rights, band));
    }
    drop_repeated();
    std::sort(pairs_.begin(), pairs_.end(), [](const NearPair& one, const NearPair& other) {
      if (one.resemblance != other.resemblance) return one.resemblance > other.resemblance;
      return place_of(one) < place_of(other);
    });
    return std::move(pairs_);
  }

 private:
  void join(std::span<const Entry> lefts, std::span<const Entry> rights) {
    while (!lefts.empty() && !rights.empty()) {
      const std::uint64_t key = std::min(lefts.front().key, rights.front().key);
      meet(take(lefts, key), take(rights, key));
    }
  }

  /// Those in front that have that key.
  static std::span<const Entry> take(std::span<const Entry>& entries, std::uint64_t key) {
    const auto end = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.key != key; });
    const auto size = static_cast<std::size_t>(end - entries.begin());
    const std::span<const Entry> front = entries.first(size);
    entries = entries.subspan(size);
    return front;
  }

  void meet(std::span<const Entry> lefts, std::span<const Entry> rights) {
    const std::size_t count = std::min(options_.most_met, rights.size());
    for (std::size_t i = 0; i < lefts.size(); ++i) {
      // Where `rights` has more, those about the same share of the way along.
      const std::size_t there = i * rights.size() / lefts.size();
      const std::size_t from = std::min(there - std::min(there, count / 2), rights.size() - count);
      for (const Entry& right : rights.subspan(from, count)) compare(lefts[i].index, right.index);
    }
  }

  void compare(std::size_t left, std::size_t right) {
    const auto alike = resemblance(*left_[left], *right_[right]);
    if (!alike || *alike < options_.threshold) return;
    if (pairs_.size() >= room_) {
      drop_repeated();
      room_ = std::max(room_, 2 * pairs_.size());
    }
    pairs_.push_back({left, right, *alike});
  }

  void drop_repeated() {
    std::sort(pairs_.begin(), pairs_.end(),
              [](const NearPair& one, const NearPair& other) { return place_of(one) < place_of(other); });
    const auto same = [](const NearPair& one, const NearPair& other) { return place_of(one) == place_of(other); };
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end(), same), pairs_.end());
  }

  std::span<const Signature* const> left_;
  std::span<const Signature* const> right_;
  NearOptions options_;
  std::vector<NearPair> pairs_;
  std::size_t room_ = pairs_at_first;
};

}  // namespace

std::vector<NearPair> find_near(std::span<const Signature* const> left, std::span<const Signature* const> right,
                                const NearOptions& options) {
  return Finder{left, right, options}.find();
}

std::vector<NearPair> one_to_one(std::span<const NearPair> pairs) {
  std::size_t lefts = 0;
  std::size_t rights = 0;
  for (const NearPair& pair : pairs) {
    lefts = std::max(lefts, pair.left + 1);
    rights = std::max(rights, pair.right + 1);
  }
  std::vector<bool> left_taken(lefts);
  std::vector<bool> right_taken(rights);
  std::vector<NearPair> partners;
  for (const NearPair& pair : pairs) {
    if (left_taken[pair.left] || right_taken[pair.right]) continue;
    left_taken[pair.left] = right_taken[pair.right] = true;
    partners.push_back(pair);
  }
  return partners;
}

}  // namespace corpus::similarity
