// SPDX-License-Identifier: MIT
/// \file
/// Two-by-two tables: do two things go together more often than chance would have it? What association (a word and its
/// neighbour) and keyness (a word and a corpus) share.
///
///     const Contingency table = {.o11 = 8, .r1 = 15828, .c1 = 4675, .n = 14307668};  // new companies
///     table.expected();                         // 5.17...
///     chi_squared(table);                       // 1.5488...
///     g_squared(table);                         // 1.337...
///     chi_squared_tail(*g_squared(table));      // its p
///
///              | second | other |
///     first    | O11    | O12   | R1          E_ij = R_i C_j / N
///     other    | O21    | O22   | R2
///              | C1     | C2    | N
///
/// Signed measures are negative where O11 is less than E11. All are undefined (an empty optional) for a table that cannot
/// be (a cell below 0) and for N = 0. Differences O - E come from the exact determinant O11 O22 - O12 O21, so nothing is
/// lost to cancellation; counts up to 2^53. Swapping rows, columns or both words gives the same value to the last bit,
/// up to sign. O(1) unless noted.
#pragma once

#include <cstdint>
#include <optional>

#include "corpus/stats/probability.hpp"

namespace corpus::stats {

/// Which values of a measure tell of the stronger association or difference.
enum class Stronger : std::uint8_t { higher, lower };

struct Contingency {
  std::uint64_t o11 = 0;  ///< both
  std::uint64_t r1 = 0;   ///< the first: a node's frequency, or the tokens in its windows, or of a corpus
  std::uint64_t c1 = 0;   ///< the second
  std::uint64_t n = 0;    ///< all

  [[nodiscard]] std::uint64_t r2() const { return n - r1; }
  [[nodiscard]] std::uint64_t c2() const { return n - c1; }
  [[nodiscard]] std::uint64_t o12() const { return r1 - o11; }
  [[nodiscard]] std::uint64_t o21() const { return c1 - o11; }
  [[nodiscard]] std::uint64_t o22() const { return n - r1 - o21(); }

  /// No cell is below 0, and N is not 0.
  [[nodiscard]] bool is_possible() const { return n > 0 && r1 <= n && o11 <= r1 && o11 <= c1 && c1 - o11 <= n - r1; }

  /// E11 = R1 C1 / N; needs N above 0.
  [[nodiscard]] double expected() const;

  /// O11 - E11, which is O11 O22 - O12 O21 over N, and up to sign the same in every cell; needs a possible table.
  [[nodiscard]] double excess() const;
};

/// Log-likelihood ratio G2 = 2 sum over four cells of O ln(O / E), signed, 0 ln 0 = 0. About chi-squared with one degree
/// of freedom. Dunning (1993), Computational Linguistics 19(1), 61-74.
[[nodiscard]] std::optional<double> g_squared(const Contingency& table);

enum class Yates : std::uint8_t { off, on };

/// Pearson's X2 = sum of (O - E)^2 / E, signed. With Yates' correction |O - E| - 1/2 stands for O - E, 0 at least (as
/// R's chisq.test has it). Undefined where a margin is 0. Pearson (1900); Yates (1934), Suppl. to J. R. Stat. Soc. 1(2).
[[nodiscard]] std::optional<double> chi_squared(const Contingency& table, Yates yates = Yates::off);

/// Smoothing by half: of tables that hold a zero, or of all.
enum class Halves : std::uint8_t { where_zero, always };

/// Odds ratio O11 O22 / (O12 O21), 1/2 added to each cell if one is 0 (Haldane and Anscombe), or always. Above 0; 1 is
/// no association. Haldane (1956), doi:10.1111/j.1469-1809.1955.tb01285.x.
[[nodiscard]] std::optional<double> odds_ratio(const Contingency& table, Halves halves = Halves::where_zero);

/// Which tables count as at least as extreme as the one at hand.
enum class Sides : std::uint8_t {
  both,     ///< those that are at most as probable, as R and SciPy have it; equal within 1e-11
  greater,  ///< those with as many or more in O11
  less      ///< those with as many or fewer
};

/// Fisher's exact test: the chance, with the margins fixed, of a table at least as extreme. Hypergeometric terms by
/// Loader's expansion, whose logarithm is right to 14 digits at any size, summed outwards by exact ratios; beyond 200,000
/// terms integrated. So p has 12 digits for N up to 2^53. At most a millisecond; a microsecond for counts below 100.
/// Fisher (1934), Statistical methods for research workers, 5th ed.; Pedersen (1996).
[[nodiscard]] std::optional<PValue> fisher_exact(const Contingency& table, Sides sides = Sides::both);

}  // namespace corpus::stats
