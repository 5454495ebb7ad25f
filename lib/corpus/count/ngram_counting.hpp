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
#include "corpus/count/ngram_record.hpp"
#include "corpus/count/ngram_row_keys.hpp"
#include "corpus/count/ngram_runs.hpp"
#include "corpus/count/ngram_source.hpp"
#include "corpus/count/ngram_spread.hpp"
#include "corpus/count/ngram_table.hpp"
#include "corpus/count/ngram_threads.hpp"

namespace corpus::count {

/// What of an n-gram is dealt out, and what becomes of it.
template <std::size_t words, Dispersion dispersion>
struct NgramShapes {
  using Record = NgramRecord<words>;
  using Row = NgramRow<words>;
};
template <std::size_t words>
struct NgramShapes<words, Dispersion::measured> {
  using Record = PlacedNgramRecord<words>;
  using Row = SpreadNgramRow<words>;
};

template <std::size_t words, Dispersion dispersion>
class NgramCounting final : public NgramSource {
 public:
  NgramCounting(const NgramTask& task, NgramPlan plan)
      : plan_(std::move(plan)),
        types_(task.text.types()),
        min_freq_(task.options.min_freq),
        min_range_(task.options.min_range),
        threads_(plan_.threads),
        windows_limit_(task.memory / 2),
        maximal_(task.options.maximal == Maximal::only),
        keys_(plan_, types_, task.listing.order),
        rows_file_(task.options.folder),
        runs_(task.listing, task.memory / 4, threads_, rows_file_) {
    for (unsigned thread = 0; thread < threads_; ++thread) counters_.emplace_back(plan_.seed, runs_);
    const unsigned lengths = plan_.rules.longest - plan_.rules.shortest + 1;
    for (unsigned i = 0; i < lengths; ++i) {
      // The longest first where they decide which of the others are maximal; else the shortest, which can rule out others.
      const unsigned n = maximal_ ? plan_.rules.longest - i : plan_.rules.shortest + i;
      if (n == 1 && !measures) {
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
    const Row* const row = runs_.next();
    if (row == nullptr) return nullptr;
    ngram_ = {keys_.types_of(row->key, ids_), row->freq, row->range, row->fillers};
    if constexpr (measures) ngram_.spread = row->spread;
    return &ngram_;
  }

 private:
  using Key = NgramKey<words>;
  using Record = typename NgramShapes<words, dispersion>::Record;
  using Row = typename NgramShapes<words, dispersion>::Row;
  static constexpr bool measures = dispersion == Dispersion::measured;

  /// What each range of the text dealt out.
  using Dealt = std::vector<PartsWriter<Record>>;

  /// In place of the document that held it last: it is not asked for, or only part of a longer one.
  static constexpr std::uint32_t not_asked = UINT32_MAX;

  /// That a longer n-gram of so many occurrences begins or ends with this one.
  struct Claim {
    Key key;
    std::uint64_t freq;
  };

  /// What a thread counts with.
  struct Counter {
    Counter(std::uint64_t seed, NgramRuns<Row>& runs) : table(seed), filled(seed), rows(runs) {}

    NgramTable<words> table;
    NgramTable<words> filled;             ///< patterns and what fills them
    std::vector<NgramSpreadSum> spreads;  ///< of those of the part that become rows
    typename NgramRuns<Row>::Writer rows;
    std::size_t expected = 0;
    std::unique_ptr<PartsWriter<Claim>> claims;
    std::vector<std::uint64_t> type_claims;  ///< of single words, the highest
    std::uint64_t handed_out = 0;            ///< rows of the n at hand
  };

  /// Whether an n-gram is no more frequent than its parts.
  [[nodiscard]] bool filters() const { return min_freq_ > 1 && !maximal_ && !chooses(); }
  [[nodiscard]] bool chooses() const {
    return plan_.rules.skip > 0 || plan_.rules.slots == Slots::one || !plan_.met.empty();
  }

  void count(const NgramTask& task, unsigned n) {
    SpillFile file{task.options.folder};
    // Ranges of chunks, one a thread, and what each dealt out.
    const std::size_t ranges = std::min<std::size_t>(threads_, task.text.chunks());
    Dealt dealt;
    for (std::size_t i = 0; i < ranges; ++i) dealt.emplace_back(plan_.parts(), windows_limit_ / ranges, file);
    std::vector<RangeWindows> places(ranges);
    do_by_threads(ranges, threads_, [&](std::size_t range, unsigned) {
      const std::size_t chunks = task.text.chunks();
      const auto deal = [&](auto dealer) {
        task.text.visit(dealer, chunks * range / ranges, chunks * (range + 1) / ranges, plan_.reach(n));
        places[range] = dealer.windows();
      };
      if (chooses()) {
        deal(NgramChooser<Record>{plan_, n, dealt[range]});
      } else {
        const NgramFilter* const parts = frequent_ && frequent_of_ + 1 == n ? &*frequent_ : nullptr;
        deal(NgramDealer<Record>{plan_, n, parts, dealt[range]});
      }
    });
    const NgramWindows windows{places};
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
      if constexpr (measures) measure(n, dealt, part, windows, counter);
      hand_out(n, windows, counter);
    });
    spilled_ = spilled_ || file.size() > 0 || claims_file.size() > 0;
  }

  /// The windows of a part, in the order of the text.
  template <typename Use>
  static void each_window(const Dealt& dealt, std::size_t part, Use use) {
    for (std::size_t range = 0; range < dealt.size(); ++range) {
      std::uint32_t document = 0;
      dealt[range].read(part, [&](std::span<const Record> records) {
        for (const Record& record : records) {
          if (const auto other = document_of(record)) [[unlikely]]
            document = *other;
          else
            use(record, document, range);
        }
      });
    }
  }

  void count_part(const Dealt& dealt, std::size_t part, Counter& counter) {
    counter.table.start(counter.expected);
    if (plan_.rules.slots == Slots::one) counter.filled.start(counter.expected);
    each_window(dealt, part, [&](const Record& record, std::uint32_t document, std::size_t /*range*/) {
      if (plan_.rules.slots == Slots::none)
        counter.table.at(record.key).count(document);
      else
        count_pattern(record.key, document, counter);
    });
    counter.expected = counter.table.used();
  }

  void count_pattern(const Key& filled, std::uint32_t document, Counter& counter) {
    NgramSlot<words>& slot = counter.table.at(pattern_of(filled));
    slot.count(document);
    if (counter.filled.at(filled).freq++ == 0) ++slot.fillers;
  }

  [[nodiscard]] Key pattern_of(Key filled) const {
    filled.pop(plan_.bits);
    return filled;
  }

  /// Reads the part again, now that it is known how frequent all are, and which of them are asked for.
  void measure(unsigned n, const Dealt& dealt, std::size_t part, const NgramWindows& windows, Counter& counter) {
    counter.spreads.clear();
    for (NgramSlot<words>& slot : counter.table.slots()) {
      const bool asked = asked_for(n, slot, counter);
      slot.document = asked ? static_cast<std::uint32_t>(counter.spreads.size()) : not_asked;
      if (asked) counter.spreads.emplace_back(slot.freq);
    }
    const bool slots = plan_.rules.slots == Slots::one;
    each_window(dealt, part, [&](const Record& record, std::uint32_t document, std::size_t range) {
      const std::uint32_t number = counter.table.find(slots ? pattern_of(record.key) : record.key)->document;
      if (number != not_asked) counter.spreads[number].add(windows.place(range, record.place), document, windows);
    });
  }

  void drop_claimed(const PartsWriter<Claim>& claims, std::size_t part, Counter& counter) {
    claims.read(part, [&](std::span<const Claim> some) {
      for (const Claim& claim : some) {
        NgramSlot<words>* const slot = counter.table.find(claim.key);
        if (slot != nullptr && slot->freq == claim.freq) slot->document = not_asked;
      }
    });
  }

  /// Whether what was counted becomes a row. Asked once: then it claims those that it holds.
  bool asked_for(unsigned n, const NgramSlot<words>& slot, Counter& counter) {
    if (slot.key.empty() || slot.freq < min_freq_) return false;
    if (frequent_of_ == n) frequent_->add(slot.key.hash(plan_.seed));
    if (slot.range < min_range_) return false;
    if (maximal_) claim(n, slot, counter);
    if (n == 1 && claimed(static_cast<TypeId>(slot.key.field(0, plan_.bits) - 1), slot.freq)) return false;
    return slot.document != not_asked;
  }

  void hand_out(unsigned n, const NgramWindows& windows, Counter& counter) {
    for (const NgramSlot<words>& slot : counter.table.slots()) {
      if constexpr (measures) {
        if (slot.document == not_asked) continue;
        counter.rows.add({row_of(n, slot), counter.spreads[slot.document].spread(windows)});
      } else {
        if (!asked_for(n, slot, counter)) continue;
        counter.rows.add(row_of(n, slot));
      }
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
      counter.claims->add(ngram_part(key.hash(plan_.seed), plan_.part_bits), {key, slot.freq});
    }
  }

  /// Whether an n-gram of two words has claimed a single one.
  [[nodiscard]] bool claimed(TypeId type, std::uint64_t freq) const {
    return std::any_of(counters_.begin(), counters_.end(), [&](const Counter& counter) {
      return !counter.type_claims.empty() && counter.type_claims[type] == freq;
    });
  }

  void count_types(const NgramTally& tally) {
    const unsigned asked = plan_.anywhere | plan_.first | plan_.last;
    for (TypeId type = 0; type < types_.size(); ++type) {
      const std::uint64_t freq = tally.freqs()[type];
      if (freq == 0 || freq < min_freq_ || tally.range(type) < min_range_) continue;
      if (!plan_.met.empty() && plan_.met[type] != asked) continue;
      if (claimed(type, freq)) continue;
      Key key;
      key.push(type + std::uint64_t{1}, plan_.bits);
      counters_.front().rows.add({NgramRow<words>{keys_.of(key, 1), freq, tally.range(type)}});
      ++counters_.front().handed_out;
    }
  }

  NgramRow<words> row_of(unsigned n, const NgramSlot<words>& slot) const {
    return {keys_.of(slot.key, n), slot.freq, slot.range, slot.fillers};
  }

  NgramPlan plan_;
  const NgramTypes& types_;
  std::uint64_t min_freq_;
  std::uint64_t min_range_;
  unsigned threads_;
  std::uint64_t windows_limit_;
  bool maximal_;
  bool spilled_ = false;
  NgramRowKeys<words> keys_;
  SpillFile rows_file_;
  NgramRuns<Row> runs_;
  std::vector<Counter> counters_;                         ///< by thread
  std::array<std::uint64_t, longest_ngram + 1> sizes_{};  ///< rows, by n
  std::array<std::optional<SpillFile>, 2> claims_files_;
  std::optional<NgramFilter> frequent_;  ///< of the n-grams of so many words …
  unsigned frequent_of_ = 0;             ///< … the frequent ones
  std::array<TypeId, longest_ngram> ids_{};
  Ngram ngram_;
};

}  // namespace corpus::count
