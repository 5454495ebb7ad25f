// SPDX-License-Identifier: MIT
/// \file
/// How n-grams are counted whose keys have so many words; ngram_source.hpp is what one asks.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "corpus/count/ngram_dealer.hpp"
#include "corpus/count/ngram_runs.hpp"
#include "corpus/count/ngram_source.hpp"
#include "corpus/count/ngram_table.hpp"
#include "corpus/count/ngram_threads.hpp"

namespace corpus::count {

template <std::size_t words>
class NgramCounting final : public NgramSource {
 public:
  NgramCounting(const NgramTask& task, NgramPlan plan)
      : plan_(std::move(plan)),
        types_(task.text.types()),
        min_freq_(task.options.min_freq),
        min_range_(task.options.min_range),
        threads_(plan_.threads),
        windows_limit_(task.memory / 2),
        backwards_(task.listing.order == NgramOrder::ending),
        maximal_(task.options.maximal == Maximal::only),
        rows_file_(task.options.folder),
        runs_(task.listing, task.memory / 4, threads_, rows_file_) {
    if (backwards_) set_endings();
    for (unsigned thread = 0; thread < threads_; ++thread) counters_.emplace_back(plan_.seed, runs_);
    const unsigned lengths = plan_.rules.longest - plan_.rules.shortest + 1;
    for (unsigned i = 0; i < lengths; ++i) {
      // The longest first where they decide which of the others are maximal; else the shortest, which can rule out others.
      const unsigned n = maximal_ ? plan_.rules.longest - i : plan_.rules.shortest + i;
      if (n == 1) {
        if (plan_.rules.slots == Slots::none) count_types(task.tally);
      } else if (task.tally.windows(n) > 0) {
        count(task, n);
      }
      for (Counter& counter : counters_) sizes_[n] += std::exchange(counter.handed_out, 0);
    }
    for (Counter& counter : counters_) counter.rows.finish();
    counters_.clear();
  }

  [[nodiscard]] std::uint64_t size() const override { return runs_.size(); }
  [[nodiscard]] std::uint64_t size(unsigned n) const override { return sizes_[n]; }
  [[nodiscard]] bool spilled() const override { return spilled_ || rows_file_.size() > 0; }

  const Ngram* next() override {
    const NgramRow<words>* const row = runs_.next();
    if (row == nullptr) return nullptr;
    unsigned n = 0;
    for (; n < plan_.rules.longest; ++n) {
      const std::uint64_t field = row->key.field(plan_.rules.longest - 1 - n, plan_.bits);
      if (field == 0) break;
      ids_[n] = static_cast<TypeId>(field - 1);
    }
    const auto ids = std::span(ids_).first(n);
    if (backwards_) {
      std::reverse(ids.begin(), ids.end());
      for (TypeId& id : ids) id = of_ending_[id];
    }
    ngram_ = {ids, row->freq, row->range, row->fillers};
    return &ngram_;
  }

 private:
  using Key = NgramKey<words>;

  /// In place of the document that held it last: it is only part of a longer one.
  static constexpr std::uint32_t inside = UINT32_MAX;

  /// That a longer n-gram of so many occurrences begins or ends with this one.
  struct Claim {
    Key key;
    std::uint64_t freq;
  };

  /// What a thread counts with.
  struct Counter {
    Counter(std::uint64_t seed, NgramRuns<words>& runs) : table(seed), filled(seed), rows(runs) {}

    NgramTable<words> table;
    NgramTable<words> filled;  ///< patterns and what fills them
    typename NgramRuns<words>::Writer rows;
    std::size_t expected = 0;
    std::unique_ptr<PartsWriter<Claim>> claims;
    std::vector<std::uint64_t> type_claims;  ///< of single words, the highest
    std::uint64_t handed_out = 0;            ///< rows of the n at hand
  };

  void set_endings() {
    ending_ = types_.by_ending();
    of_ending_.resize(ending_.size());
    for (std::size_t i = 0; i < ending_.size(); ++i) of_ending_[ending_[i]] = static_cast<TypeId>(i);
  }

  /// Whether an n-gram is no more frequent than its parts.
  [[nodiscard]] bool filters() const { return min_freq_ > 1 && !maximal_ && !chooses(); }
  [[nodiscard]] bool chooses() const {
    return plan_.rules.skip > 0 || plan_.rules.slots == Slots::one || !plan_.met.empty();
  }

  void count(const NgramTask& task, unsigned n) {
    SpillFile file{task.options.folder};
    // Ranges of chunks, one a thread, and what each dealt out.
    const std::size_t ranges = std::min<std::size_t>(threads_, task.text.chunks());
    std::vector<PartsWriter<Key>> dealt;
    for (std::size_t i = 0; i < ranges; ++i) dealt.emplace_back(plan_.parts(), windows_limit_ / ranges, file);
    do_by_threads(ranges, threads_, [&](std::size_t range, unsigned) {
      const std::size_t chunks = task.text.chunks();
      const auto deal = [&](auto dealer) {
        task.text.visit(dealer, chunks * range / ranges, chunks * (range + 1) / ranges, plan_.reach(n));
      };
      if (chooses()) {
        deal(NgramChooser<words>{plan_, n, dealt[range]});
      } else {
        deal(NgramDealer<words>{plan_, n, frequent_of_ + 1 == n ? &*frequent_ : nullptr, dealt[range]});
      }
    });
    std::vector<std::unique_ptr<PartsWriter<Claim>>> claims;
    if (maximal_) {
      for (Counter& counter : counters_) {
        if (counter.claims) claims.push_back(std::move(counter.claims));
      }
    }
    SpillFile& claims_file = claims_files_[n % 2].emplace(task.options.folder);
    if (maximal_ && n > std::max(plan_.rules.shortest, 2U)) {
      for (Counter& counter : counters_) {
        counter.claims =
            std::make_unique<PartsWriter<Claim>>(plan_.parts(), windows_limit_ / 4 / threads_, claims_file);
      }
    }
    if (filters() && n < plan_.rules.longest) {
      frequent_.emplace(task.tally.windows(n), windows_limit_ / 8);
      frequent_of_ = n;
    }
    do_by_threads(plan_.parts(), threads_, [&](std::size_t part, unsigned thread) {
      Counter& counter = counters_[thread];
      count_part(dealt, part, counter);
      for (const auto& claimed : claims) drop_claimed(*claimed, part, counter);
      hand_out(n, counter);
    });
    spilled_ = spilled_ || file.size() > 0 || claims_file.size() > 0;
  }

  void count_part(const std::vector<PartsWriter<Key>>& dealt, std::size_t part, Counter& counter) {
    counter.table.start(counter.expected);
    if (plan_.rules.slots == Slots::one) counter.filled.start(counter.expected);
    for (const PartsWriter<Key>& some : dealt) {
      std::uint32_t document = 0;
      some.read(part, [&](std::span<const Key> records) {
        for (const Key& record : records) {
          if (const auto other = document_of(record)) [[unlikely]]
            document = *other;
          else if (plan_.rules.slots == Slots::none)
            counter.table.at(record).count(document);
          else
            count_pattern(record, document, counter);
        }
      });
    }
    counter.expected = counter.table.used();
  }

  void count_pattern(const Key& record, std::uint32_t document, Counter& counter) {
    Key pattern = record;
    pattern.pop(plan_.bits);
    NgramSlot<words>& slot = counter.table.at(pattern);
    slot.count(document);
    if (counter.filled.at(record).freq++ == 0) ++slot.fillers;
  }

  void drop_claimed(const PartsWriter<Claim>& claims, std::size_t part, Counter& counter) {
    claims.read(part, [&](std::span<const Claim> some) {
      for (const Claim& claim : some) {
        NgramSlot<words>* const slot = counter.table.find(claim.key);
        if (slot != nullptr && slot->freq == claim.freq) slot->document = inside;
      }
    });
  }

  /// What was counted and is asked for becomes rows, which claim those that they hold.
  void hand_out(unsigned n, Counter& counter) {
    for (const NgramSlot<words>& slot : counter.table.slots()) {
      if (slot.key.empty() || slot.freq < min_freq_) continue;
      if (frequent_of_ == n) frequent_->add(slot.key.hash(plan_.seed));
      if (slot.range < min_range_) continue;
      if (maximal_) claim(n, slot, counter);
      if (slot.document == inside) continue;
      counter.rows.add(row_of(n, slot.key, slot.freq, slot.range, slot.fillers));
      ++counter.handed_out;
    }
  }

  void claim(unsigned n, const NgramSlot<words>& slot, Counter& counter) {
    if (n == plan_.rules.shortest) return;
    Key front = slot.key;
    front.pop(plan_.bits);
    Key back = slot.key;
    back.mask(Key::ones(n - 1, plan_.bits));
    if (n == 2) {
      counter.type_claims.resize(types_.size());
      for (const Key& key : {front, back}) {
        std::uint64_t& claimed = counter.type_claims[key.field(0, plan_.bits) - 1];
        claimed = std::max<std::uint64_t>(claimed, slot.freq);
      }
      return;
    }
    for (const Key& key : {front, back}) {
      counter.claims->add(NgramDeal<words>::part_of(key.hash(plan_.seed), 63 - plan_.part_bits), {key, slot.freq});
    }
  }

  void count_types(const NgramTally& tally) {
    const unsigned asked = plan_.anywhere | plan_.first | plan_.last;
    for (TypeId type = 0; type < types_.size(); ++type) {
      const std::uint64_t freq = tally.freqs()[type];
      if (freq == 0 || freq < min_freq_ || tally.range(type) < min_range_) continue;
      if (!plan_.met.empty() && plan_.met[type] != asked) continue;
      const bool claimed = std::any_of(counters_.begin(), counters_.end(), [&](const Counter& counter) {
        return !counter.type_claims.empty() && counter.type_claims[type] == freq;
      });
      if (claimed) continue;
      Key key;
      key.push(type + std::uint64_t{1}, plan_.bits);
      counters_.front().rows.add(row_of(1, key, freq, tally.range(type), 0));
      ++counters_.front().handed_out;
    }
  }

  NgramRow<words> row_of(unsigned n, const Key& key, std::uint64_t freq, std::uint32_t range, std::uint32_t fillers) {
    NgramRow<words> row{key, freq, range, fillers};
    if (backwards_) {
      row.key = {};
      for (unsigned place = 0; place < n; ++place) {
        const auto type = static_cast<TypeId>(key.field(place, plan_.bits) - 1);
        row.key.push(ending_[type] + std::uint64_t{1}, plan_.bits);
      }
    }
    for (unsigned i = n; i < plan_.rules.longest; ++i) row.key.push(0, plan_.bits);
    return row;
  }

  NgramPlan plan_;
  const NgramTypes& types_;
  std::uint64_t min_freq_;
  std::uint64_t min_range_;
  unsigned threads_;
  std::uint64_t windows_limit_;
  bool backwards_;
  bool maximal_;
  bool spilled_ = false;
  SpillFile rows_file_;
  NgramRuns<words> runs_;
  std::vector<Counter> counters_;                         ///< by thread
  std::array<std::uint64_t, longest_ngram + 1> sizes_{};  ///< rows, by n
  std::array<std::optional<SpillFile>, 2> claims_files_;
  std::optional<NgramFilter> frequent_;  ///< of the n-grams of so many words …
  unsigned frequent_of_ = 0;             ///< … the frequent ones
  std::vector<TypeId> ending_;           ///< by type, its place by ending …
  std::vector<TypeId> of_ending_;        ///< … and back
  std::array<TypeId, longest_ngram> ids_{};
  Ngram ngram_;
};

}  // namespace corpus::count
