// SPDX-License-Identifier: MIT
// Tables, and what is closed form in them. Fisher's test: fisher.cpp.
#include "corpus/stats/contingency.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "corpus/stats/log_mass.hpp"

namespace corpus::stats {
namespace {

__extension__ using Wide = __int128;

double product(std::uint64_t a, std::uint64_t b) { return static_cast<double>(a) * static_cast<double>(b); }

}  // namespace

double Contingency::expected() const { return product(r1, c1) / static_cast<double>(n); }

double Contingency::excess() const {
  const Wide determinant = Wide{o11} * Wide{o22()} - Wide{o12()} * Wide{o21()};
  return static_cast<double>(determinant) / static_cast<double>(n);
}

std::optional<double> g_squared(const Contingency& t) {
  if (!t.is_possible()) return std::nullopt;
  const double excess = t.excess();
  const auto n = static_cast<double>(t.n);
  const auto of_cell = [n](std::uint64_t o, std::uint64_t r, std::uint64_t c, double difference) {
    return unit_deviance(static_cast<double>(o), product(r, c) / n, difference);
  };
  std::array<double, 4> cells = {of_cell(t.o11, t.r1, t.c1, excess), of_cell(t.o12(), t.r1, t.c2(), -excess),
                                 of_cell(t.o21(), t.r2(), t.c1, -excess), of_cell(t.o22(), t.r2(), t.c2(), excess)};
  std::sort(cells.begin(), cells.end());  // the same sum however the table is turned
  return std::copysign(2 * (cells[0] + cells[1] + cells[2] + cells[3]), excess);
}

std::optional<double> chi_squared(const Contingency& t, Yates yates) {
  if (!t.is_possible()) return std::nullopt;
  const double margins = product(t.r1, t.r2()) * product(t.c1, t.c2());
  if (margins == 0) return std::nullopt;
  const double excess = t.excess();
  const double distance = std::max(0.0, std::abs(excess) - (yates == Yates::on ? 0.5 : 0.0));
  const auto n = static_cast<double>(t.n);
  // the reciprocals of the four expected values add up to N^3 / (R1 R2 C1 C2)
  const double root = distance * n;
  const double sum = root * root / margins * n;
  return excess < 0 ? 0 - sum : sum;
}

std::optional<double> odds_ratio(const Contingency& t, Halves halves) {
  if (!t.is_possible()) return std::nullopt;
  const bool holds_zero = t.o11 == 0 || t.o12() == 0 || t.o21() == 0 || t.o22() == 0;
  const double half = halves == Halves::always || holds_zero ? 0.5 : 0;
  const auto cell = [half](std::uint64_t o) { return static_cast<double>(o) + half; };
  return cell(t.o11) * cell(t.o22()) / (cell(t.o12()) * cell(t.o21()));
}

}  // namespace corpus::stats
