// SPDX-License-Identifier: MIT
#include "cmd/dispersion_types.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "cmd/dispersion_rows.hpp"
#include "cmd/in_order.hpp"
#include "corpus/count/ranking.hpp"
#include "corpus/report/number.hpp"
#include "corpus/stats/dispersion_measures.hpp"

namespace corpus::cmd {
namespace {

using text::TypeId;

/// Types that are worth a thread's while.
constexpr std::size_t types_at_once = 4096;

/// As printed, by the type's place in `ids`.
std::vector<std::optional<double>> values(const stats::DispersionMeasure& of, const std::vector<TypeId>& ids,
                                          const FoundTypes& found, unsigned threads) {
  std::vector<std::optional<double>> values(ids.size());
  do_in_stretches(ids.size(), types_at_once, threads, [&](std::size_t begin, std::size_t end) {
    found.types.each(std::span(ids).subspan(begin, end - begin), [&](std::size_t i, stats::Counts positions) {
      const auto value = measure(of, positions, found.text.parts);
      if (value) values[begin + i] = report::printed_value(*value);
    });
  });
  return values;
}

/// Whether more of the measure is more even.
bool rises(stats::Even even) {
  return even == stats::Even::one || even == stats::Even::frequency || even == stats::Even::high;
}

/// `ids` are in the order of their code points, in which equals stay; undefined values come last.
void sort_by_measure(std::vector<TypeId>& ids, const stats::DispersionMeasure& by, const DispersionOptions& options,
                     const FoundTypes& found, unsigned threads) {
  struct Row {
    TypeId id;
    std::optional<double> value;
  };
  const auto keys = values(by, ids, found, threads);
  std::vector<Row> rows;
  for (std::size_t i = 0; i < ids.size(); ++i) rows.push_back({ids[i], keys[i]});
  const bool greatest_first = rises(by.even) != options.uneven;
  std::stable_sort(rows.begin(), rows.end(), [greatest_first](const Row& a, const Row& b) {
    if (!a.value || !b.value) return a.value.has_value() && !b.value;
    return greatest_first ? *a.value > *b.value : *a.value < *b.value;
  });
  for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = rows[i].id;
}

void leave_out_narrow(std::vector<TypeId>& ids, std::uint64_t min_range, const FoundTypes& found, unsigned threads) {
  const auto ranges = values(*stats::find_dispersion_measure("range"), ids, found, threads);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (*ranges[i] >= static_cast<double>(min_range)) ids[kept++] = ids[i];
  }
  ids.resize(kept);
}

}  // namespace

ChosenTypes choose_types(const FoundTypes& found, const DispersionOptions& options, const text::TokenizerOptions& rules,
                         unsigned threads) {
  const PatternSyntax syntax = options.queries.regex ? PatternSyntax::regex : PatternSyntax::glob;
  std::optional<unicode::Pattern> pattern;
  if (options.match) pattern = type_pattern("--match", *options.match, syntax, options.tokens, rules);

  const count::FrequencyList& list = found.types.list();
  ChosenTypes chosen;
  for (TypeId id = 0; id < list.entries.size(); ++id) {
    if (list.entries[id].freq < options.rows.min_freq) continue;
    if (!pattern || pattern->matches(list.types[id])) chosen.ids.push_back(id);
  }
  if (options.rows.min_range > 1) leave_out_narrow(chosen.ids, options.rows.min_range, found, threads);
  chosen.matching = chosen.ids.size();
  const std::size_t top = options.rows.top.value_or(chosen.matching);
  const std::size_t order = options.sort.value_or(order_by_frequency);
  if (order == order_by_frequency) {
    count::sort(chosen.ids, list, count::Order::frequency, top);
  } else {
    count::sort(chosen.ids, list, count::Order::type);
    if (order >= orders_before_measures) {
      sort_by_measure(chosen.ids, stats::dispersion_measures()[order - orders_before_measures], options, found,
                      threads);
    }
    chosen.ids.resize(std::min(top, chosen.ids.size()));
  }
  return chosen;
}

}  // namespace corpus::cmd
