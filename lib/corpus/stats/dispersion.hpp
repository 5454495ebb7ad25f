// SPDX-License-Identifier: MIT
/// \file
/// Dispersion: how evenly one word is spread over a corpus. Two views: over parts (documents), `hits[i]` occurrences
/// in part i of `parts[i]` tokens; and over positions in the running text.
///
///     const std::vector<std::uint64_t> hits = {1, 2, 3}, parts = {10, 10, 20};
///     deviation_of_proportions(hits, parts);                                       // 0.16666...: 0 is even
///     average_reduced_frequency(std::vector<std::uint64_t>{0, 2, 4, 6}, 8);        // 4
///
/// f is the word's frequency (the sum of hits), n the number of parts, N the tokens, w_i = parts[i] / N. `hits` and
/// `parts` have the same length; a part holds at least its hits. A part of 0 tokens has no rate: give only parts that
/// hold something. Undefined (an empty optional) where the word does not occur (f = 0), and where a line says so.
/// O(n) or O(f), no scratch space unless noted.
///
/// A caller that measures many words over many parts gives `HitsInParts`, the parts that hold the word alone: O(range).
/// A caller that streams documents keeps a `PartsSum` for DP or a `GapsSum` for ARF per word: both need to be told f
/// and N beforehand, hold a few integers, and give what the plain definitions give.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace corpus::stats {

using Counts = std::span<const std::uint64_t>;

// ---- Over parts of any size --------------------------------------------------------------------------------------

/// Range: the number of parts that hold the word. 0 to n.
[[nodiscard]] std::uint64_t range(Counts hits);

/// Gries' deviation of proportions, DP = 1/2 sum |hits_i / f - w_i|. 0 (even) to 1 - min w.
/// Gries (2008), Int. J. Corpus Linguistics 13(4).
[[nodiscard]] std::optional<double> deviation_of_proportions(Counts hits, Counts parts);

/// DPnorm = DP / (1 - min w), 0 (even) to 1. Undefined for one part. Lijffijt & Gries (2012).
[[nodiscard]] std::optional<double> deviation_of_proportions_norm(Counts hits, Counts parts);

/// DP / (1 - min w over the parts that hold the word), 0 (even) to 1. Undefined for one part. Egbert, Burch & Biber
/// (2020).
[[nodiscard]] std::optional<double> deviation_of_proportions_egbert(Counts hits, Counts parts);

/// Kullback and Leibler's divergence of hits from sizes in bits, D_KL = sum (hits_i / f) log2((hits_i / f) / w_i).
/// 0 (even) to -log2 min w. Gries (2020).
[[nodiscard]] std::optional<double> kullback_leibler(Counts hits, Counts parts);

/// D_KL / (1 + D_KL). 0 (even) to below 1. Gries (2024).
[[nodiscard]] std::optional<double> kullback_leibler_norm(Counts hits, Counts parts);

/// Juilland's D = 1 - (sd / mean) / sqrt(n - 1), of the rates hits_i / parts_i, population standard deviation.
/// 0 (one part) to 1 (even). Undefined for one part. Juilland, Brodin & Davidovitch (1970).
[[nodiscard]] std::optional<double> juilland_d(Counts hits, Counts parts);

/// Carroll's D2 = -sum p log p / log n, p_i the share of part i in the sum of rates. 0 (one part) to 1 (even).
/// Undefined for one part. Carroll (1970).
[[nodiscard]] std::optional<double> carroll_d2(Counts hits, Counts parts);

/// Rosengren's S = (sum sqrt(w_i hits_i))^2 / f. min w to 1 (even). Rosengren (1971).
[[nodiscard]] std::optional<double> rosengren_s(Counts hits, Counts parts);

/// DA = 1 - sum over pairs |p_i - p_j| / (n - 1), p as for D2. 0 (one part) to 1 (even). Undefined for one part.
/// O(n log n) and a copy. Burch, Egbert & Biber (2017).
[[nodiscard]] std::optional<double> dispersion_da(Counts hits, Counts parts);

/// A word's hits in the parts that hold it, and what must be known of all parts.
struct HitsInParts {
  Counts hits;
  Counts sizes;                ///< of the same parts, in tokens
  std::uint64_t parts = 0;     ///< number of all, whether they hold the word or not
  std::uint64_t tokens = 0;    ///< in all
  std::uint64_t smallest = 0;  ///< tokens of the smallest of all
};

// The same measures, to the last digits.
[[nodiscard]] std::optional<double> deviation_of_proportions(const HitsInParts& word);
[[nodiscard]] std::optional<double> deviation_of_proportions_norm(const HitsInParts& word);
[[nodiscard]] std::optional<double> deviation_of_proportions_egbert(const HitsInParts& word);
[[nodiscard]] std::optional<double> kullback_leibler(const HitsInParts& word);
[[nodiscard]] std::optional<double> kullback_leibler_norm(const HitsInParts& word);
[[nodiscard]] std::optional<double> juilland_d(const HitsInParts& word);
[[nodiscard]] std::optional<double> carroll_d2(const HitsInParts& word);
[[nodiscard]] std::optional<double> rosengren_s(const HitsInParts& word);
[[nodiscard]] std::optional<double> dispersion_da(const HitsInParts& word);

// ---- Over parts of equal size ------------------------------------------------------------------------------------

/// Juilland's D of counts.
[[nodiscard]] std::optional<double> juilland_d(Counts hits);

/// Juilland's usage coefficient U = f D. 0 to f. Undefined for one part.
[[nodiscard]] std::optional<double> juilland_u(Counts hits);

/// Carroll's D2 of counts.
[[nodiscard]] std::optional<double> carroll_d2(Counts hits);

/// Carroll's Um = f D2 + (1 - D2) f / n. f / n to f. Undefined for one part.
[[nodiscard]] std::optional<double> carroll_um(Counts hits);

/// Rosengren's S of counts, KF / f. 1/n to 1 (even).
[[nodiscard]] std::optional<double> rosengren_s(Counts hits);

/// Rosengren's adjusted frequency KF = (sum sqrt hits_i)^2 / n. f / n to f. Rosengren (1971).
[[nodiscard]] std::optional<double> rosengren_kf(Counts hits);

/// Lyne's D3 = 1 - chi^2 / (4 f), chi^2 of the hits against f / n each. To 1 (even); below 0 for many parts.
/// Lyne (1985).
[[nodiscard]] std::optional<double> lyne_d3(Counts hits);

/// Inverse document frequency log2(n / range), without smoothing. 0 (in every part) to log2 n.
/// Undefined where range = 0. Sparck Jones (1972).
[[nodiscard]] std::optional<double> idf(std::uint64_t range, std::uint64_t parts);

// ---- Over positions ----------------------------------------------------------------------------------------------
// `positions` ascend and are below `tokens`, counted from 0. The gaps d_1 ... d_f lie between successive occurrences;
// the first goes round, from the last occurrence over the end of the corpus to the first, so that they add up to N.

/// Average reduced frequency ARF = (1/v) sum min(d_i, v), v = N / f. 1 (one clump) to f (even).
/// Savicky & Hlavacova (2002).
[[nodiscard]] std::optional<double> average_reduced_frequency(Counts positions, std::uint64_t tokens);

/// Average waiting time AWT = (1 + sum d_i^2 / N) / 2. Lower is more even. Savicky & Hlavacova (2002).
[[nodiscard]] std::optional<double> average_waiting_time(Counts positions, std::uint64_t tokens);

/// Frequency reduced by waiting time, fAWT = N^2 / sum d_i^2. 1 (one clump) to f (even).
[[nodiscard]] std::optional<double> waiting_time_frequency(Counts positions, std::uint64_t tokens);

/// Average logarithmic distance ALD = sum d_i log10 d_i / N. Lower is more even. Savicky & Hlavacova (2002).
[[nodiscard]] std::optional<double> average_logarithmic_distance(Counts positions, std::uint64_t tokens);

/// Frequency reduced by logarithmic distance, fALD = N 10^-ALD. 1 (one clump) to f (even).
[[nodiscard]] std::optional<double> logarithmic_distance_frequency(Counts positions, std::uint64_t tokens);

// ---- In a stream -------------------------------------------------------------------------------------------------

/// A word's frequency f in a corpus of N tokens.
struct WordInCorpus {
  std::uint64_t frequency = 0;
  std::uint64_t tokens = 0;
};

/// DP of one word, fed with the parts that hold it, in any order; the others need not be told.
/// Rests on 1/2 sum |a - b| = 1 - sum min(a, b) for shares that add up to 1: a part without the word adds nothing.
/// The sums are of integers, so the result is the same in any order and for any division of the work.
struct PartsSum {
  std::uint64_t hits = 0;  ///< of the parts where hits / f is the lesser share
  std::uint64_t size = 0;  ///< of the parts where size / N is

  void add(std::uint64_t part_hits, std::uint64_t part_tokens, WordInCorpus word) noexcept;

  /// The sums of two sets of parts.
  void add(const PartsSum& other) noexcept;

  /// DP, once every part that holds the word was added. Undefined for f = 0.
  [[nodiscard]] std::optional<double> deviation_of_proportions(WordInCorpus word) const;
};

/// ARF of one word, fed with its positions in ascending order. Integers, as above.
struct GapsSum {
  static constexpr std::uint64_t nowhere = ~std::uint64_t{0};

  std::uint64_t first = nowhere;
  std::uint64_t last = nowhere;
  std::uint64_t in_short_gaps = 0;  ///< tokens in the gaps of at most v = N / f
  std::uint64_t long_gaps = 0;      ///< number of the longer ones

  void add(std::uint64_t position, WordInCorpus word) noexcept;

  /// ARF, once all f positions were added. Undefined for f = 0.
  [[nodiscard]] std::optional<double> average_reduced_frequency(WordInCorpus word) const;
};

}  // namespace corpus::stats
