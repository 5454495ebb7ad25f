// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "corpus/stats/contingency.hpp"
#include "corpus/stats/log_mass.hpp"

namespace corpus::stats {
namespace {

__extension__ using Wide = __int128;

/// The tables with the margins of one; each is named by how many more (or fewer) it has in O11.
/// ln P = -G2/2 and, for the factorials, sums of stirling_rest: all logarithms of factorials but these are in G2.
class SameMargins {
 public:
  explicit SameMargins(const Contingency& table) : t_(table), excess_(table.excess()) {
    const auto rest = [](std::uint64_t count) { return stirling_rest(static_cast<double>(count)); };
    margins_ = (rest(t_.r1) + rest(t_.r2())) + (rest(t_.c1) + rest(t_.c2())) - rest(t_.n);
    const auto n = static_cast<double>(t_.n);
    const auto r1 = static_cast<double>(t_.r1);
    const auto r2 = static_cast<double>(t_.r2());
    const auto c1 = static_cast<double>(t_.c1);
    const auto c2 = static_cast<double>(t_.c2());
    e11_ = r1 * c1 / n;
    e12_ = r1 * c2 / n;
    e21_ = r2 * c1 / n;
    e22_ = r2 * c2 / n;
  }

  [[nodiscard]] double fewest() const { return -static_cast<double>(std::min(t_.o11, t_.o22())); }
  [[nodiscard]] double most() const { return static_cast<double>(std::min(t_.o12(), t_.o21())); }

  /// The most probable table; of two, the one with more.
  [[nodiscard]] double mode() const {
    const Wide mode = (Wide{t_.r1} + 1) * (Wide{t_.c1} + 1) / (Wide{t_.n} + 2);
    return std::clamp(static_cast<double>(mode - Wide{t_.o11}), fewest(), most());
  }

  [[nodiscard]] bool is_attraction() const { return excess_ >= 0; }

  [[nodiscard]] double log_mass(double by) const {
    const double o11 = static_cast<double>(t_.o11) + by;
    const double o12 = static_cast<double>(t_.o12()) - by;
    const double o21 = static_cast<double>(t_.o21()) - by;
    const double o22 = static_cast<double>(t_.o22()) + by;
    const double d = excess_ + by;
    const double deviance = (unit_deviance(o11, e11_, d) + unit_deviance(o22, e22_, d)) +
                            (unit_deviance(o12, e12_, -d) + unit_deviance(o21, e21_, -d));
    const double cells = (stirling_rest(o11) + stirling_rest(o22)) + (stirling_rest(o12) + stirling_rest(o21));
    return margins_ - cells - deviance;
  }

  /// ln of the chance of `from` more or beyond; `from` on the upper side of the mode.
  [[nodiscard]] double log_upper(double from) const {
    const double o11 = static_cast<double>(t_.o11) + from;
    const double o12 = static_cast<double>(t_.o12()) - from;
    const double o21 = static_cast<double>(t_.o21()) - from;
    const double o22 = static_cast<double>(t_.o22()) + from;
    const auto ratio = [=](double t) { return (o12 - t) * (o21 - t) / ((o11 + t + 1) * (o22 + t + 1)); };
    return sum(from, 1, most() - from, ratio);
  }

  /// ln of the chance of `from` more or fewer; `from` on the lower side.
  [[nodiscard]] double log_lower(double from) const {
    const double o11 = static_cast<double>(t_.o11) + from;
    const double o12 = static_cast<double>(t_.o12()) - from;
    const double o21 = static_cast<double>(t_.o21()) - from;
    const double o22 = static_cast<double>(t_.o22()) + from;
    const auto ratio = [=](double t) { return (o11 - t) * (o22 - t) / ((o12 + t + 1) * (o21 + t + 1)); };
    return sum(from, -1, from - fewest(), ratio);
  }

 private:
  template <typename Ratio>
  [[nodiscard]] double sum(double from, double step, double further, const Ratio& ratio) const {
    const double variance = 1 / (1 / (1 + e11_) + 1 / (1 + e12_) + 1 / (1 + e21_) + 1 / (1 + e22_));
    const Tail tail = {
        .log_first = log_mass(from), .further = further, .variance = variance, .first_ratio = ratio(0.0)};
    return log_sum(tail, ratio, [this, from, step](double t) { return log_mass(from + step * t); });
  }

  Contingency t_;
  double excess_;
  double margins_;
  double e11_, e12_, e21_, e22_;
};

/// The first of the whole numbers from `low` to `high` at which `holds`, or high + 1: it holds from some point on.
template <typename Predicate>
double first_that_holds(double low, double high, const Predicate& holds) {
  double past = high + 1;
  while (low < past) {
    const double middle = std::floor(low + (past - low) / 2);
    if (holds(middle)) {
      past = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

double log_greater(const SameMargins& tables) {
  if (tables.is_attraction()) return tables.log_upper(0);
  if (tables.fewest() == 0) return 0;
  return log_one_minus_exp(tables.log_lower(-1));
}

double log_less(const SameMargins& tables) {
  if (!tables.is_attraction()) return tables.log_lower(0);
  if (tables.most() == 0) return 0;
  return log_one_minus_exp(tables.log_upper(1));
}

double log_both(const SameMargins& tables) {
  const double here = tables.log_mass(0);
  const double bar = here + std::max(1e-11, 1e-15 * std::abs(here));
  const auto is_extreme = [&](double by) { return tables.log_mass(by) <= bar; };
  if (tables.mode() <= 0) {  // this table is in the upper tail: search the lower, from the mode downwards
    const double top = std::min(tables.mode(), -1.0);
    const double steps =
        first_that_holds(0, top - tables.fewest(), [&](double down) { return is_extreme(top - down); });
    const double other = top - steps;
    if (other < tables.fewest()) return tables.log_upper(0);
    if (other == -1) return 0;
    return log_add(tables.log_upper(0), tables.log_lower(other));
  }
  const double bottom = std::max(tables.mode(), 1.0);
  const double other = first_that_holds(bottom, tables.most(), is_extreme);
  if (other > tables.most()) return tables.log_lower(0);
  if (other == 1) return 0;
  return log_add(tables.log_lower(0), tables.log_upper(other));
}

}  // namespace

std::optional<PValue> fisher_exact(const Contingency& table, Sides sides) {
  if (!table.is_possible()) return std::nullopt;
  const SameMargins tables(table);
  const double log_p = sides == Sides::greater ? log_greater(tables)
                       : sides == Sides::less  ? log_less(tables)
                                               : log_both(tables);
  return PValue{.log = std::min(0.0, log_p)};
}

}  // namespace corpus::stats
