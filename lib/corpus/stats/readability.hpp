// SPDX-License-Identifier: MIT
/// \file
/// Readability formulas: school grades and scores from counts of words, sentences, letters and syllables.
///
///     const ReadabilityCounts counts{.words = 100, .sentences = 5, .letters = 440, .syllables = 130,
///                                    .polysyllables = 6, .long_words = 14};
///     flesch_reading_ease(counts, Language::english);  // 76.555
///
/// Each formula was fitted to texts of one language by one way of counting. The constants hold there only: a formula
/// for which a language has no published constants gives nothing. ARI and Coleman-Liau need no syllables and take no
/// language, but their constants are English, and grades are those of American schools; LIX and RIX are used for many
/// languages. Texts of fewer than 100 words (SMOG: 30 sentences) say little. All O(1).
/// Undefined (an empty optional) without words or without sentences, whichever is divided by.
#pragma once

#include <cstdint>
#include <optional>

#include "corpus/stats/language.hpp"

namespace corpus::stats {

/// What the formulas count.
struct ReadabilityCounts {
  std::uint64_t words = 0;
  std::uint64_t sentences = 0;
  std::uint64_t letters = 0;        ///< letters and digits, in words
  std::uint64_t syllables = 0;      ///< see syllables.hpp
  std::uint64_t polysyllables = 0;  ///< words of `polysyllable_from` syllables and more
  std::uint64_t long_words = 0;     ///< words of `long_word_from` letters and more
};

inline constexpr std::uint32_t polysyllable_from = 3;
inline constexpr std::uint32_t long_word_from = 7;

/// Flesch's reading ease, about 0 (hard) to 100 (easy), unbounded; words per sentence W/S and syllables per word Y/W:
///   English  206.835 - 1.015 W/S - 84.6 Y/W   Flesch (1948)
///   German   180     -       W/S - 58.5 Y/W   Amstad (1978)
///   French   209     - 1.15  W/S - 68   Y/W   Kandel & Moles (1958)
///   Dutch    206.835 - 0.93  W/S - 77   Y/W   Douma (1960)
[[nodiscard]] std::optional<double> flesch_reading_ease(const ReadabilityCounts& counts, Language language);

/// Flesch and Kincaid's grade 0.39 W/S + 11.8 Y/W - 15.59. English only. Kincaid et al. (1975).
[[nodiscard]] std::optional<double> flesch_kincaid_grade(const ReadabilityCounts& counts, Language language);

/// Gunning's Fog index, a grade: 0.4 (W/S + 100 polysyllables/W). English only; counts every word of three syllables,
/// where Gunning's hand count left out names, compounds and -ed, -es, -ing. Gunning (1952).
[[nodiscard]] std::optional<double> gunning_fog(const ReadabilityCounts& counts, Language language);

/// SMOG, a grade: 1.043 sqrt(30 polysyllables/S) + 3.1291. English only. McLaughlin (1969).
[[nodiscard]] std::optional<double> smog(const ReadabilityCounts& counts, Language language);

/// Automated readability index, a grade: 4.71 letters/W + 0.5 W/S - 21.43. Smith & Senter (1967).
[[nodiscard]] std::optional<double> automated_readability_index(const ReadabilityCounts& counts);

/// Coleman and Liau's index, a grade: 0.0588 L - 0.296 S - 15.8, L letters and S sentences per 100 words.
/// Coleman & Liau (1975).
[[nodiscard]] std::optional<double> coleman_liau(const ReadabilityCounts& counts);

/// LIX: W/S + 100 long words/W. About 20 (easy) to 60 (hard). Bjornsson (1968).
[[nodiscard]] std::optional<double> lix(const ReadabilityCounts& counts);

/// RIX: long words per sentence. 0 and more. Anderson (1983).
[[nodiscard]] std::optional<double> rix(const ReadabilityCounts& counts);

}  // namespace corpus::stats
