// SPDX-License-Identifier: MIT
/// \file
/// N-grams: how often each sequence of n types occurs, and in how many documents; exact, in bounded memory.
///
///     NgramCounter counter{rules, {.shortest = 3, .longest = 3}, {.min_freq = 2, .threads = 2}};
///     {
///       NgramCounter::Feeder feeder{counter};            // on each thread that reads documents
///       feeder.start_document();
///       while (auto block = reader.next()) feeder.add(*block);
///       feeder.end_document();
///     }
///     NgramCounts counts = std::move(counter).take();
///     NgramList list = counts.list(0, {.order = NgramOrder::frequency});
///     while (const Ngram* ngram = list.next()) use(counts.type(ngram->types[0]), …, ngram->freq);
///
/// Texts become a stream of numbers of types, four bytes a token. Of this, one n after the other, all windows are dealt
/// out by hash to parts that fit a cache, and each part is counted alone. Where `min_freq` is above 1, windows of rarer
/// types or shorter n-grams that were counted are left out from the start. What was counted is sorted in runs, and the
/// runs are merged as the list is read. Where `memory` does not suffice, the stream, the windows and the runs go to
/// files in `folder` that have no name: nothing is left behind however the program ends. The vocabulary, some 150 bytes
/// a type, and a few megabytes a thread are needed beyond that.
///
/// Costs some 40 ns a window and thread, and a read of the stream for each n. How evenly n-grams are spread is measured
/// where each part is counted, which then is read twice; each window needs eight bytes more meanwhile, and each document
/// some 70 beyond `memory`.
///
/// The numbers of types are in the order of their code points, so that n-grams compare as their numbers do. This is the
/// order of the words joined by a space, for no type holds a space or anything that sorts before one: where a token that
/// came with the text does, it stands in the vocabulary with a no-break space (U+00A0) instead. The only types that begin
/// with a lower character are control characters, which stand alone. A list is the same for every number of threads,
/// every `memory`, and whoever reads which document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/block.hpp"
#include "corpus/text/tokenizer.hpp"
#include "corpus/text/unit_borders.hpp"
#include "corpus/text/vocabulary.hpp"
#include "corpus/unicode/abbreviations.hpp"

namespace corpus::count {

using text::TypeId;

/// What no n-gram reaches beyond. A document's part in another group ends all of them.
using text::Within;

/// Whether n-grams are patterns in which one word, not the first or last, may be any: `in * of`.
enum class Slots : std::uint8_t { none, one };

inline constexpr unsigned longest_ngram = 15;

struct NgramRules {
  unsigned shortest = 2;  ///< from 1; `longest` is no less, and at most `longest_ngram`
  unsigned longest = 2;
  /// The n tokens stand in order among n + `skip`; each choice of places counts once. 0 where there are slots.
  unsigned skip = 0;
  Slots slots = Slots::none;  ///< n-grams of less than three words have none, and are not counted then
  Within within = Within::sentence;
};

enum class Stand : std::uint8_t { anywhere, first, last };

/// A type that `matches` stands there; a slot is none.
struct NgramCondition {
  std::function<bool(std::string_view type)> matches;
  Stand where = Stand::anywhere;
};

/// Whether an n-gram is left out that only occurs inside one longer one: where the list holds one of another word more
/// that begins or ends with it and is as frequent. Only without skip and slots.
enum class Maximal : std::uint8_t { all, only };

/// Whether it is measured how evenly n-grams are spread.
enum class Dispersion : std::uint8_t { left_out, measured };

struct NgramOptions {
  std::uint64_t min_freq = 1;
  std::uint64_t min_range = 1;
  std::vector<NgramCondition> conditions = {};  ///< an n-gram must meet them all; at most 8
  Maximal maximal = Maximal::all;
  Dispersion dispersion = Dispersion::left_out;
  unicode::Abbreviations abbreviations = {};  ///< that end no sentence
  std::uint64_t memory = std::uint64_t{1} << 30;
  std::string folder = "/tmp";  ///< for temporary files
  unsigned threads = 1;
};

enum class NgramOrder : std::uint8_t {
  frequency,  ///< the most frequent first, then by code point
  type,       ///< by code point
  range,      ///< the widest spread first, then the most frequent, then by code point
  ending      ///< by code point, read from the end
};

struct NgramListing {
  NgramOrder order = NgramOrder::frequency;
  std::uint64_t top = UINT64_MAX;  ///< no more than so many are wanted: less to sort
};

/// How evenly an n-gram is spread over all windows of its n. These stand in the order of the text, each where its last
/// word does; of those that end with the same word, the one comes first whose other words stand nearest, the last of them
/// before the others. A window of a pattern stands there once for each place that its slot can have.
struct NgramSpread {
  double arf = 0;  ///< average reduced frequency, over the windows
  double dp = 0;   ///< deviation of proportions, over the documents; the size of one is its number of windows
};

struct Ngram {
  std::span<const TypeId> types;  ///< NgramCounts::slot() stands for a slot
  std::uint64_t freq = 0;
  std::uint64_t range = 0;                 ///< number of documents that hold it
  std::uint64_t fillers = 0;               ///< with slots: how many types the slot was seen to hold
  std::optional<NgramSpread> spread = {};  ///< where it is measured
};

/// The n-grams of one group, in their order, to be read once.
class NgramList {
 public:
  NgramList(NgramList&&) noexcept;
  NgramList& operator=(NgramList&&) noexcept;
  ~NgramList();

  // Of the whole group, whatever the options leave out.
  [[nodiscard]] std::uint64_t tokens() const;
  [[nodiscard]] std::uint64_t documents() const;
  /// Of each type, by its number.
  [[nodiscard]] std::span<const std::uint64_t> freqs() const;
  /// How many n-grams of n words there are, each as often as it occurs; n is one of those counted.
  [[nodiscard]] std::uint64_t windows(unsigned n) const;
  /// How many of the n-grams of two words begin (`firsts`) or end (`seconds`) with each type, by its number: with
  /// `windows(2)` the margins of the exact contingency table. Empty where two is not one of the n.
  [[nodiscard]] std::span<const std::uint64_t> firsts() const;
  [[nodiscard]] std::span<const std::uint64_t> seconds() const;

  // Of the n-grams that meet the options, before `top` ends the list.
  [[nodiscard]] std::uint64_t size() const;
  /// Those of n words; n is one of those counted.
  [[nodiscard]] std::uint64_t size(unsigned n) const;

  /// The next, valid until the next call; nullptr at the end.
  const Ngram* next();

 private:
  friend class NgramCounts;
  struct State;
  explicit NgramList(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// What was fed, ready to be counted.
class NgramCounts {
 public:
  NgramCounts(NgramCounts&&) noexcept;
  NgramCounts& operator=(NgramCounts&&) noexcept;
  ~NgramCounts();

  /// All types, by their numbers, which are in the order of code points; with slots, `*` for them among these.
  [[nodiscard]] std::span<const std::string_view> types() const;
  [[nodiscard]] std::string_view type(TypeId id) const { return types()[id]; }
  [[nodiscard]] std::optional<TypeId> slot() const;

  /// The greatest that was named, plus one.
  [[nodiscard]] std::size_t groups() const;
  /// Whether anything had to go to a file so far.
  [[nodiscard]] bool spilled() const;

  /// Counts the n-grams of a group; one of no text, where the group was not named. The counts must outlive the list.
  /// Throws Error where the temporary folder takes no more.
  NgramList list(std::size_t group, const NgramListing& listing);

 private:
  friend class NgramCounter;
  struct State;
  explicit NgramCounts(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

class NgramCounter {
 public:
  class Feeder;

  NgramCounter(const text::TokenizerOptions& tokens, const NgramRules& rules, NgramOptions options);
  NgramCounter(const NgramCounter&) = delete;
  NgramCounter& operator=(const NgramCounter&) = delete;
  ~NgramCounter();

  /// All feeders are gone by then.
  NgramCounts take() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// What one thread feeds the documents with that it reads.
class NgramCounter::Feeder {
 public:
  /// The counter must outlive it.
  explicit Feeder(NgramCounter& counter);
  Feeder(const Feeder&) = delete;
  Feeder& operator=(const Feeder&) = delete;
  ~Feeder();

  /// Where dispersion is measured, documents stand in the order of `source`; those that have the same come to one feeder,
  /// in their order.
  void start_document(std::uint64_t source = 0);
  /// The document belongs to a group, whatever is in it: an empty document is one.
  void add_document(std::size_t group = 0);
  /// The next part of the document. Of pretokenized blocks it is known what ends their paragraphs.
  void add(const text::Block& block, std::size_t group = 0,
           text::Paragraphs paragraphs = text::Paragraphs::blank_lines);
  /// A part that is not counted comes here, which no n-gram reaches over.
  void pass_over();
  void end_document();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace corpus::count
