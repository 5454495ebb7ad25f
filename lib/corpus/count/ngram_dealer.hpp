// SPDX-License-Identifier: MIT
/// \file
/// The windows of a text, dealt out to parts by hash: equal n-grams come to the same part, in the order of the text.
///
///     NgramDealer<NgramRecord<1>> dealer{plan, n, filter, writer};
///     text.visit(dealer, first, last, plan.reach(n));
///     writer.read(part, [](std::span<const NgramRecord<1>> records) { … });
///
/// Contiguous n-grams without conditions, which nearly all are, cost a shift, a hash and a store each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "corpus/count/ngram_filter.hpp"
#include "corpus/count/ngram_key.hpp"
#include "corpus/count/ngram_parts.hpp"
#include "corpus/count/ngram_record.hpp"
#include "corpus/count/ngram_spread.hpp"
#include "corpus/count/ngrams.hpp"

namespace corpus::count {

/// What is the same for all n, and all threads.
struct NgramPlan {
  NgramRules rules;
  unsigned bits = 1;  ///< of a word in a key: for the number of its type plus 1
  unsigned threads = 1;
  unsigned part_bits = 0;  ///< of a hash: which part it belongs to
  std::uint64_t seed = 0;
  std::optional<TypeId> slot = {};
  std::vector<std::uint8_t> wanted = {};  ///< by type: no n-gram that is asked for holds one with a 0; or empty
  // Conditions, a bit each, and which of them a type meets.
  std::span<const std::uint8_t> met = {};
  std::uint8_t anywhere = 0;
  std::uint8_t first = 0;
  std::uint8_t last = 0;

  [[nodiscard]] std::size_t parts() const { return std::size_t{1} << part_bits; }
  /// Tokens before one that its windows can hold.
  [[nodiscard]] std::size_t reach(unsigned n) const { return n - 1 + rules.skip; }
};

/// What both kinds of dealers do with a window.
template <typename Record>
class NgramDeal {
 public:
  using Key = typename Record::Key;

  NgramDeal(const NgramPlan& plan, PartsWriter<Record>& writer)
      : writer_(writer), seed_(plan.seed), part_bits_(plan.part_bits) {}

  /// What follows is of this document …
  void document(std::uint32_t number) { document_ = number; }
  /// … which begins here.
  void begin_document(std::uint32_t number) {
    document(number);
    if constexpr (Record::placed) windows_.documents.push_back(windows_.windows);
  }

  void operator()(const Key& ngram) { (*this)(ngram, ngram); }
  /// `key` goes where the n-gram belongs.
  void operator()(const Key& ngram, const Key& key) {
    const std::size_t part = ngram_part(ngram.hash(seed_), part_bits_);
    std::uint32_t& mark = writer_.mark(part);
    if (mark != document_) {
      mark = document_;
      writer_.add(part, {document_key<Key>(document_)});
    }
    if constexpr (Record::placed)
      writer_.add(part, {key, windows_.windows++});
    else
      writer_.add(part, {key});
  }
  /// A window that is not dealt out.
  void leave_out() {
    if constexpr (Record::placed) ++windows_.windows;
  }

  /// All that came here; nothing where their places are not asked for.
  [[nodiscard]] const RangeWindows& windows() const { return windows_; }

 private:
  PartsWriter<Record>& writer_;
  std::uint64_t seed_;
  unsigned part_bits_;
  std::uint32_t document_ = 0;
  RangeWindows windows_;
};

/// Contiguous n-grams: all of them, or those of wanted types whose parts of one word less pass a filter.
template <typename Record>
class NgramDealer {
 public:
  using Key = typename Record::Key;

  /// `parts` may be nullptr.
  NgramDealer(const NgramPlan& plan, unsigned n, const NgramFilter* parts, PartsWriter<Record>& writer)
      : deal_(plan, writer),
        wanted_(plan.wanted.empty() ? nullptr : plan.wanted.data()),
        parts_(parts),
        n_(n),
        bits_(plan.bits),
        seed_(plan.seed),
        mask_(Key::ones(n, plan.bits)),
        part_mask_(Key::ones(n - 1, plan.bits)) {}

  void start(std::span<const TypeId> before, std::uint32_t document) {
    deal_.document(document);
    for (const TypeId type : before) take(type);
    run_ = before.size();
  }
  void token(TypeId type) {
    const bool dealt = take(type);
    if (dealt) deal_(key_);
    if constexpr (Record::placed) {
      if (++run_ >= n_ && !dealt) deal_.leave_out();
    }
  }
  void border() {
    size_ = 0;
    run_ = 0;
  }
  void document(std::uint32_t number) {
    border();
    deal_.begin_document(number);
  }
  [[nodiscard]] const RangeWindows& windows() const { return deal_.windows(); }

 private:
  bool take(TypeId type) {
    if (wanted_ != nullptr && wanted_[type] == 0) {
      size_ = 0;
      return false;
    }
    key_.push(type + std::uint64_t{1}, bits_);
    key_.mask(mask_);
    ++size_;
    return parts_ == nullptr ? size_ >= n_ : take_part();
  }
  /// A window's two parts are the last one, which ends with this token, and the one before that.
  bool take_part() {
    Key part = key_;
    part.mask(part_mask_);
    const bool passes = size_ + 1 >= n_ && parts_->holds(part.hash(seed_));
    passed_ = passes ? passed_ + 1 : 0;
    return size_ >= n_ && passed_ >= 2;
  }

  NgramDeal<Record> deal_;
  const std::uint8_t* wanted_;
  const NgramFilter* parts_;
  std::size_t n_;
  unsigned bits_;
  std::uint64_t seed_;
  Key mask_;
  Key part_mask_;
  Key key_;
  std::size_t size_ = 0;    ///< words in a row, up to the last …
  std::size_t run_ = 0;     ///< … and those that are not wanted too
  std::size_t passed_ = 0;  ///< parts in a row, up to the last
};

/// With skips, slots or conditions.
template <typename Record>
class NgramChooser {
 public:
  using Key = typename Record::Key;

  NgramChooser(const NgramPlan& plan, unsigned n, PartsWriter<Record>& writer)
      : deal_(plan, writer), plan_(plan), n_(n), reach_(plan.reach(n)), recent_(reach_ + 1) {}

  void start(std::span<const TypeId> before, std::uint32_t document) {
    deal_.document(document);
    for (const TypeId type : before) recent_[size_++ % recent_.size()] = type;
  }
  void token(TypeId type) {
    recent_[size_++ % recent_.size()] = type;
    if (plan_.rules.slots == Slots::one) {
      if (size_ >= n_) choose_slot();
    } else {
      Choice choice;
      take(choice, 0);
      choose(choice, 0);
    }
  }
  void border() { size_ = 0; }
  void document(std::uint32_t number) {
    border();
    deal_.begin_document(number);
  }
  [[nodiscard]] const RangeWindows& windows() const { return deal_.windows(); }

 private:
  struct Choice {
    Key key;
    std::size_t size = 0;  ///< words chosen, from the last on
    std::uint8_t met = 0;
  };

  [[nodiscard]] TypeId back(std::size_t places) const { return recent_[(size_ - 1 - places) % recent_.size()]; }

  void put(Choice& choice, std::size_t place, TypeId type) const {
    choice.key.put(place, type + std::uint64_t{1}, plan_.bits);
    ++choice.size;
  }

  /// The word so many places back.
  void take(Choice& choice, std::size_t places) const {
    const TypeId type = back(places);
    if (!plan_.met.empty()) {
      const unsigned met = plan_.met[type];
      const unsigned asked =
          plan_.anywhere | (choice.size == 0 ? plan_.last : 0U) | (choice.size + 1 == n_ ? plan_.first : 0U);
      choice.met = static_cast<std::uint8_t>(choice.met | (met & asked));
    }
    put(choice, choice.size, type);
  }

  [[nodiscard]] bool meets_all(const Choice& choice) const {
    return choice.met == (plan_.anywhere | plan_.first | plan_.last);
  }

  /// All ways to go on from a choice whose first word is so many places back.
  void choose(const Choice& choice, std::size_t places) {
    if (choice.size == n_) {
      if (meets_all(choice))
        deal_(choice.key);
      else
        deal_.leave_out();
      return;
    }
    const std::size_t missing = n_ - choice.size;
    const std::size_t farthest = std::min<std::size_t>(size_ - 1, reach_);
    for (std::size_t next = places + 1; next + missing <= farthest + 1; ++next) {
      Choice longer = choice;
      take(longer, next);
      choose(longer, next);
    }
  }

  void choose_slot() {
    for (std::size_t slot = 1; slot + 1 < n_; ++slot) {
      Choice choice;
      for (std::size_t places = 0; places < n_; ++places) {
        if (places == slot) {
          put(choice, places, *plan_.slot);
        } else {
          take(choice, places);
        }
      }
      if (!meets_all(choice)) {
        deal_.leave_out();
        continue;
      }
      Key filled = choice.key;
      filled.push(back(slot) + std::uint64_t{1}, plan_.bits);
      deal_(choice.key, filled);
    }
  }

  NgramDeal<Record> deal_;
  const NgramPlan& plan_;
  std::size_t n_;
  std::size_t reach_;
  std::vector<TypeId> recent_;
  std::uint64_t size_ = 0;  ///< of the run so far
};

}  // namespace corpus::count
