// SPDX-License-Identifier: MIT
#include "corpus/count/ngram_source.hpp"

#include <unistd.h>

#include <bit>
#include <tuple>

#include "corpus/count/ngram_counting.hpp"
#include "corpus/error.hpp"

namespace corpus::count {
namespace {

// So many windows a part: their table, less than half full, stays in the second cache.
constexpr std::uint64_t part_windows = 8192;
constexpr unsigned most_part_bits = 12;

/// Below so many windows, other threads are not worth their beginning.
constexpr std::uint64_t few_windows = std::uint64_t{1} << 12;

unsigned part_bits_for(std::uint64_t windows, std::uint64_t limit, unsigned threads) {
  unsigned bits = std::min<unsigned>(static_cast<unsigned>(std::bit_width(windows / part_windows)), most_part_bits);
  while (bits > 0 && (std::uint64_t{8192} << bits) * threads > limit) --bits;
  return bits;
}

/// An n-gram of a type that is too rare is too rare itself: each stands in as many windows of n at most as it has
/// occurrences at the same place of them.
std::vector<std::uint8_t> frequent_types(const NgramTask& task) {
  if (task.options.min_freq < 2) return {};
  std::vector<std::uint8_t> frequent;
  for (const std::uint64_t freq : task.tally.freqs()) frequent.push_back(freq >= task.options.min_freq ? 1 : 0);
  return frequent;
}

template <std::size_t words>
std::unique_ptr<NgramSource> count_with(const NgramTask& task, NgramPlan plan) {
  using enum Dispersion;
  if (task.options.dispersion == measured) {
    return std::make_unique<NgramCounting<words, measured>>(task, std::move(plan));
  }
  return std::make_unique<NgramCounting<words, left_out>>(task, std::move(plan));
}

}  // namespace

std::unique_ptr<NgramSource> count_ngrams(const NgramTask& task) {
  const NgramTypes& types = task.text.types();
  NgramPlan plan;
  plan.rules = task.rules;
  plan.bits = std::max(static_cast<unsigned>(std::bit_width(types.size())), 1U);
  std::ignore = ::getentropy(&plan.seed, sizeof plan.seed);  // any seed will do
  plan.slot = types.slot();
  plan.wanted = frequent_types(task);
  plan.met = task.met;
  for (std::size_t i = 0; i < task.options.conditions.size(); ++i) {
    const Stand where = task.options.conditions[i].where;
    std::uint8_t& asked = where == Stand::first ? plan.first : where == Stand::last ? plan.last : plan.anywhere;
    asked = static_cast<std::uint8_t>(asked | (1U << i));
  }
  std::uint64_t windows = 0;
  for (unsigned n = plan.rules.shortest; n <= plan.rules.longest; ++n)
    windows = std::max(windows, task.tally.windows(n));
  plan.threads = windows < few_windows ? 1 : std::max(task.options.threads, 1U);
  plan.part_bits = part_bits_for(windows, task.memory / 2, plan.threads);

  const unsigned bits = plan.bits * (plan.rules.longest + (plan.rules.slots == Slots::one ? 1 : 0));
  if (bits < 64) return count_with<1>(task, std::move(plan));
  if (bits < 128) return count_with<2>(task, std::move(plan));
  if (bits < 256) return count_with<4>(task, std::move(plan));
  if (bits < 512) return count_with<8>(task, std::move(plan));
  throw Error{{.cause = "too many types for n-grams so long", .hint = "count shorter ones, or parts of the texts"}};
}

}  // namespace corpus::count
