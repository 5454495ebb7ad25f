// SPDX-License-Identifier: MIT
/// \file
/// Lexical diversity: how varied the words of a text are. Three kinds of input:
/// a size (N tokens, V types), a frequency spectrum (V_m types occur m times), or the tokens in their order.
///
///     const std::vector<std::uint32_t> tokens = {0, 1, 0, 2};          // a b a c
///     ttr({.tokens = 4, .types = 3});                                  // 0.75
///     yule_k(FrequencySpectrum::of_tokens(tokens));                    // 1250
///     mattr(tokens, {.window = 2});                                    // 1
///
/// A token is the number of its type: dense ids, 0 up to the number of types, less one, in any order. Scratch space is
/// four or eight bytes per type up to the largest id, taken once per call.
///
/// "Undefined" is an empty optional, never 0: an empty text, a window longer than the text, a logarithm that would
/// divide by zero. Measures of a size cost O(1); of a spectrum, O(distinct frequencies); of tokens, O(N) unless noted.
/// TTR, R, CTTR, C, U, a^2 and the frequency measures still depend on text length: compare texts of like length, or use
/// MATTR, MTLD or HD-D.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "corpus/stats/spectrum.hpp"

namespace corpus::stats {

// ---- Of a size ---------------------------------------------------------------------------------------------------

/// Which logarithm a measure takes that is not the same in all of them.
enum class Logarithm { natural, decimal };

/// Type-token ratio V/N. Above 0, to 1 (no word repeated). Undefined for N = 0. Johnson (1944).
[[nodiscard]] std::optional<double> ttr(TextSize size);

/// Guiraud's R (root TTR) V / sqrt N. Above 0, to sqrt N; higher is more diverse. Undefined for N = 0. Guiraud (1954).
[[nodiscard]] std::optional<double> guiraud_r(TextSize size);

/// Carroll's corrected TTR V / sqrt(2 N), which is R / sqrt 2. Undefined for N = 0. Carroll (1964).
[[nodiscard]] std::optional<double> cttr(TextSize size);

/// Herdan's C ln V / ln N, in any base. 0 to 1, higher is more diverse. Undefined for N < 2. Herdan (1960).
[[nodiscard]] std::optional<double> herdan_c(TextSize size);

/// Summer's S log log V / log log N. The base matters; at most 1, negative for tiny texts, higher is more diverse.
/// Undefined where either double logarithm does not exist (V < 2) or the lower one is 0 (N = 10 with decimal
/// logarithms). Summers (1966), as reported by Tweedie & Baayen (1998).
[[nodiscard]] std::optional<double> summer_s(TextSize size, Logarithm logarithm = Logarithm::natural);

/// Dugast's U log^2 N / (log N - log V). The base matters: decimal is natural divided by ln 10. Positive, higher is
/// more diverse. Undefined for N < 2 and for V = N. Dugast (1978).
[[nodiscard]] std::optional<double> dugast_u(TextSize size, Logarithm logarithm = Logarithm::natural);

/// Maas' a^2 (log N - log V) / log^2 N, the inverse of Dugast's U. 0 or more, LOWER is more diverse.
/// Some tools print its square root, or take decimal logarithms. Undefined for N < 2. Maas (1972).
[[nodiscard]] std::optional<double> maas_a2(TextSize size, Logarithm logarithm = Logarithm::natural);

/// Maas' lg V0 = lg V / sqrt(1 - (lg V / lg N)^2), decimal by name. 0 or more, higher is more diverse.
/// Undefined for N < 2 and for V = N. Maas (1972).
[[nodiscard]] std::optional<double> maas_lgv0(TextSize size);

/// Fisher's alpha, the solution of V = alpha ln(1 + N / alpha). Positive, higher is more diverse; to 12 digits.
/// Undefined for V = 0 and for V = N (infinite). Fisher, Corbet & Williams (1943).
[[nodiscard]] std::optional<double> fisher_alpha(TextSize size);

// ---- Of a spectrum -----------------------------------------------------------------------------------------------

/// Yule's K 10^4 (M2 - N) / N^2, M2 the sum of m^2 V_m. 0 (no word repeated) to below 10^4; LOWER is more diverse.
/// Undefined for N = 0. Yule (1944).
[[nodiscard]] std::optional<double> yule_k(const FrequencySpectrum& spectrum);

/// Yule's I V^2 / (M2 - V). Positive, higher is more diverse. Undefined where all types are hapaxes. Oakes (1998).
[[nodiscard]] std::optional<double> yule_i(const FrequencySpectrum& spectrum);

/// Simpson's D, the chance that two tokens drawn without replacement are one type: sum V_m m (m-1) / (N (N-1)).
/// 0 to 1, LOWER is more diverse. Undefined for N < 2. Simpson (1949).
[[nodiscard]] std::optional<double> simpson_d(const FrequencySpectrum& spectrum);

/// Herdan's Vm sqrt(M2 / N^2 - 1 / V), the variation of the relative frequencies. 0 (all types equally frequent) to
/// below 1. With the square root, which some tools omit. Undefined for N = 0. Herdan (1955).
[[nodiscard]] std::optional<double> herdan_vm(const FrequencySpectrum& spectrum);

/// Honore's H 100 ln N / (1 - V_1 / V). 0 or more, higher is more diverse.
/// Undefined for N = 0 and where all types are hapaxes. Honore (1979).
[[nodiscard]] std::optional<double> honore_h(const FrequencySpectrum& spectrum);

/// Sichel's S V_2 / V, the share of the types that occur twice. 0 to 1. Undefined for N = 0. Sichel (1975).
[[nodiscard]] std::optional<double> sichel_s(const FrequencySpectrum& spectrum);

/// Hapaxes per token V_1 / N: Baayen's productivity P, and Good-Turing's unseen mass. 0 to 1. Undefined for N = 0.
/// Baayen (1989).
[[nodiscard]] std::optional<double> hapaxes_per_token(const FrequencySpectrum& spectrum);

/// Hapaxes per type V_1 / V. 0 to 1. Undefined for N = 0.
[[nodiscard]] std::optional<double> hapaxes_per_type(const FrequencySpectrum& spectrum);

struct HddOptions {
  std::uint64_t sample = 42;
};

/// HD-D: the expected TTR of a random sample of 42 tokens drawn without replacement,
/// sum over types of (1 - P(type not in the sample)) / 42, P hypergeometric. Above 0, to 1, higher is more diverse.
/// (Tools that print the sum print `expected_types_without_replacement(spectrum, 42)`.)
/// Undefined for N < sample and sample = 0. O(distinct frequencies * sample). McCarthy & Jarvis (2007, 2010).
[[nodiscard]] std::optional<double> hdd(const FrequencySpectrum& spectrum, HddOptions options = {});

/// vocd-D, without its random sampling: the D whose curve TTR(n) = (D/n) (sqrt(1 + 2n/D) - 1) fits the exact expected
/// TTRs of samples of n = 35 to 50 tokens best by least squares. Positive, higher is more diverse.
/// Undefined for N < 50 and where no word is repeated (infinite).
/// Malvern, Richards, Chipere & Duran (2004); McCarthy & Jarvis (2007) show that sampling approximates this.
[[nodiscard]] std::optional<double> vocd_d(const FrequencySpectrum& spectrum);

// ---- Of tokens in their order ------------------------------------------------------------------------------------

struct MsttrOptions {
  std::uint64_t segment = 100;
};

/// Mean segmental TTR: the mean TTR of successive segments; the last is dropped if it is incomplete, kept if it is
/// full. Above 0, to 1. With segments of 1,000 tokens it is the standardised TTR (STTR). Undefined where not one
/// segment is full, and for segment = 0. Johnson (1944); STTR: Scott (WordSmith).
[[nodiscard]] std::optional<double> msttr(std::span<const std::uint32_t> tokens, MsttrOptions options = {});

struct MattrOptions {
  std::uint64_t window = 50;
};

/// Moving-average TTR: the mean TTR of all N - window + 1 windows. Above 0, to 1, higher is more diverse.
/// Undefined for N < window and for window = 0. Covington & McFall (2010).
[[nodiscard]] std::optional<double> mattr(std::span<const std::uint32_t> tokens, MattrOptions options = {});

struct MtldOptions {
  double threshold = 0.72;  ///< above 0, below 1
};

/// Measure of textual lexical diversity: the mean length of stretches that keep TTR at or above the threshold. A factor
/// ends with the token that takes its TTR strictly below; a rest counts (1 - TTR) / (1 - threshold) of a factor;
/// N / factors, the mean of reading forwards and backwards. About 1 and more, higher is more diverse.
/// Undefined for an empty text and where no word is repeated (no part of a factor). McCarthy & Jarvis (2010).
[[nodiscard]] std::optional<double> mtld(std::span<const std::uint32_t> tokens, MtldOptions options = {});

/// MTLD by moving average: the mean length of the factor that begins at each token, up to the first that does not
/// complete; factors of fewer than 10 tokens are left out. Undefined where there is none.
/// O(N * factor length): about 100 N for prose; quadratic where thousands of new words come before any repetition.
/// McCarthy & Jarvis (2010), with the rules of koRpus (Michalke).
[[nodiscard]] std::optional<double> mtld_ma(std::span<const std::uint32_t> tokens, MtldOptions options = {});

}  // namespace corpus::stats
