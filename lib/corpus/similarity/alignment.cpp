// SPDX-License-Identifier: MIT
#include "corpus/similarity/alignment.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "corpus/similarity/alignment_middle.hpp"

namespace corpus::similarity {
namespace {

using text::TypeId;

/// The tokens of a side that are to be aligned.
struct Side {
  std::vector<TypeId> types = {};
  std::vector<std::size_t> numbers = {};  ///< which they are of all
};

/// Those of `all` whose types `other` holds, renumbered by `names`, which has a number for the types of both.
Side common(Types all, const std::vector<TypeId>& names) {
  Side side;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] >= names.size() || names[all[i]] == 0) continue;
    side.types.push_back(names[all[i]]);
    side.numbers.push_back(i);
  }
  return side;
}

/// Two stretches to be aligned with each other.
struct Box {
  Range of_old;
  Range of_new;
};

class Aligner {
 public:
  Aligner(Types old_types, Types new_types, std::size_t types)
      : old_(old_types),
        new_(new_types),
        paths_(old_types.size(), new_types.size()),
        table_(types),
        partners_(old_types.size(), alone) {}

  static constexpr std::size_t alone = std::numeric_limits<std::size_t>::max();

  /// By token of the old sequence: the token of the new one that it became, or `alone`.
  std::vector<std::size_t> run() && {
    boxes_.push_back({{0, old_.size()}, {0, new_.size()}});
    while (!boxes_.empty()) {
      const Box box = boxes_.back();
      boxes_.pop_back();
      align(trimmed(box));
    }
    return std::move(partners_);
  }

 private:
  void join(std::size_t in_old, std::size_t in_new) { partners_[in_old] = in_new; }

  /// Without what both begin and end with, which is joined.
  Box trimmed(Box box) {
    auto& [of_old, of_new] = box;
    while (of_old.size() > 0 && of_new.size() > 0 && old_[of_old.begin] == new_[of_new.begin]) {
      join(of_old.begin++, of_new.begin++);
    }
    while (of_old.size() > 0 && of_new.size() > 0 && old_[of_old.end - 1] == new_[of_new.end - 1]) {
      join(--of_old.end, --of_new.end);
    }
    return box;
  }

  void align(const Box& box) {
    const auto& [of_old, of_new] = box;
    if (of_old.size() == 0 || of_new.size() == 0) return;
    if (of_old.size() == 1) {
      const auto last = new_.begin() + static_cast<std::ptrdiff_t>(of_new.end);
      const auto found = std::find(new_.begin() + static_cast<std::ptrdiff_t>(of_new.begin), last, old_[of_old.begin]);
      if (found != last) join(of_old.begin, static_cast<std::size_t>(found - new_.begin()));
      return;
    }
    const Types old_part = old_.subspan(of_old.begin, of_old.size());
    const Types new_part = new_.subspan(of_new.begin, of_new.size());
    auto middle = paths_.middle(old_part, new_part, worth_searching(of_old.size(), of_new.size()));
    if (!middle) middle = table_.middle(old_part, new_part);
    const std::size_t in_old = of_old.begin + middle->in_old;
    const std::size_t in_new = of_new.begin + middle->in_new;
    boxes_.push_back({{in_old, of_old.end}, {in_new, of_new.end}});
    boxes_.push_back({{of_old.begin, in_old}, {of_new.begin, in_new}});
  }

  /// How many changes may be looked for by paths, so that it costs about as much as the table would.
  static std::int64_t worth_searching(std::size_t old_size, std::size_t new_size) {
    constexpr double least = 256;
    const double cells = static_cast<double>(old_size) * static_cast<double>(new_size);
    return static_cast<std::int64_t>(std::max(least, std::sqrt(cells) / 8));
  }

  Types old_;
  Types new_;
  MiddleOfPaths paths_;
  MiddleOfTable table_;
  std::vector<Box> boxes_;
  std::vector<std::size_t> partners_;
};

/// A number from 1 for each type that both hold, 0 for any other.
std::vector<TypeId> name_common(Types old_types, Types new_types) {
  constexpr TypeId in_old = 1;
  constexpr TypeId in_both = 2;
  if (old_types.empty()) return {};
  std::vector<TypeId> names(std::size_t{*std::max_element(old_types.begin(), old_types.end())} + 1);
  for (const TypeId type : old_types) names[type] = in_old;
  for (const TypeId type : new_types) {
    if (type < names.size() && names[type] == in_old) names[type] = in_both;
  }
  TypeId next = 0;
  for (TypeId& name : names) name = name == in_both ? ++next : 0;
  return names;
}

}  // namespace

std::vector<Change> align(Types old_types, Types new_types) {
  const std::vector<TypeId> names = name_common(old_types, new_types);
  const Side old_side = common(old_types, names);
  const Side new_side = common(new_types, names);
  const std::size_t types = old_side.types.empty() ? 0 : *std::max_element(names.begin(), names.end()) + std::size_t{1};
  const auto partners = Aligner{old_side.types, new_side.types, types}.run();

  std::vector<Change> changes;
  std::size_t old_done = 0;
  std::size_t new_done = 0;
  const auto come_to = [&](std::size_t in_old, std::size_t in_new) {
    if (in_old > old_done || in_new > new_done) changes.push_back({{old_done, in_old}, {new_done, in_new}});
    old_done = in_old + 1;
    new_done = in_new + 1;
  };
  for (std::size_t i = 0; i < partners.size(); ++i) {
    if (partners[i] != Aligner::alone) come_to(old_side.numbers[i], new_side.numbers[partners[i]]);
  }
  come_to(old_types.size(), new_types.size());
  return changes;
}

}  // namespace corpus::similarity
