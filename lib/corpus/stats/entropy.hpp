// SPDX-License-Identifier: MIT
/// \file
/// Entropy and kin: how evenly a text spends its tokens on its types, and how evenly one word is spread in time.
///
///     const FrequencySpectrum spectrum{std::vector<std::uint64_t>{2, 1, 1}};  // a a b c
///     shannon_entropy(spectrum);                                              // 1.5
///
/// O(distinct frequencies), or O(gaps). Undefined is an empty optional.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "corpus/stats/spectrum.hpp"

namespace corpus::stats {

/// Shannon's entropy of the relative frequencies in bits, H = -sum p log2 p (maximum likelihood, biased low).
/// 0 (one type) to log2 V (all types equally frequent). Undefined for N = 0. Shannon (1948).
[[nodiscard]] std::optional<double> shannon_entropy(const FrequencySpectrum& spectrum);

/// The entropy in bits with Miller and Madow's correction of the bias, H + (V - 1) / (2 N ln 2).
/// H or more. Undefined for N = 0. Miller (1955).
[[nodiscard]] std::optional<double> entropy_miller_madow(const FrequencySpectrum& spectrum);

/// Repeat rate sum p^2: the chance that two tokens drawn with replacement are one type. 1/V to 1; lower is more
/// diverse. Undefined for N = 0. Popescu (2009).
[[nodiscard]] std::optional<double> repeat_rate(const FrequencySpectrum& spectrum);

/// Burstiness of a word from the gaps between its successive occurrences, B = (sd - mean) / (sd + mean), population
/// standard deviation. -1 (a metronome), about 0 (random), towards 1 (bursts).
/// Undefined without gaps and where all are 0. Two passes. Goh & Barabasi (2008).
[[nodiscard]] std::optional<double> burstiness(std::span<const std::uint64_t> gaps);

}  // namespace corpus::stats
