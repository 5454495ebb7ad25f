// SPDX-License-Identifier: MIT
#include "corpus/compare/distance.hpp"

#include <algorithm>
#include <unordered_map>

#include "corpus/stats/similarity.hpp"

namespace corpus::compare {
namespace {

std::optional<double> chi(const Distances& d) { return stats::chi_by_degrees(d.before(), d.after()); }

constexpr DistanceMeasure table[] = {
    {"jsd", DistanceNeeds::counts, [](const Distances& d) { return stats::jensen_shannon(d.before(), d.after()); }},
    {"cosine", DistanceNeeds::counts, [](const Distances& d) { return stats::cosine(d.before(), d.after()); }},
    {"spearman", DistanceNeeds::counts, [](const Distances& d) { return stats::spearman(d.before(), d.after()); }},
    {"chi_by_df", DistanceNeeds::counts, chi},
    {"delta", DistanceNeeds::documents, [](const Distances& d) { return d.delta(); }},
};

/// A byte is enough, so that those of all types stay near.
using Word = std::uint8_t;
constexpr Word no_word = 0xFF;
static_assert(delta_words < no_word);

/// How often each of the words occurs in a document, per token.
std::vector<double> rates(DocumentTokens tokens, const std::vector<Word>& words, std::size_t count) {
  std::vector<double> rates(count);
  for (const text::TypeId type : tokens) {
    if (words[type] != no_word) rates[words[type]] += 1;
  }
  for (double& rate : rates) rate /= static_cast<double>(tokens.size());
  return rates;
}

}  // namespace

Distances::Distances(const text::Vocabulary& types, const TypeCounts& before, const TypeCounts& after,
                     std::span<const DocumentTokens> documents)
    : counts_before_(before), counts_after_(after), documents_(documents) {
  for (text::TypeId type = 0; type < types.size(); ++type) {
    if (before.freq(type) + after.freq(type) > 0) types_.push_back(type);
  }
  std::sort(types_.begin(), types_.end(),
            [&](text::TypeId one, text::TypeId other) { return types[one] < types[other]; });
  before_.reserve(types_.size());
  after_.reserve(types_.size());
  for (const text::TypeId type : types_) {
    before_.push_back(before.freq(type));
    after_.push_back(after.freq(type));
  }
}

std::optional<double> Distances::delta() const {
  std::vector<std::size_t> order(types_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const std::size_t count = std::min(delta_words, order.size());
  // Types stand in the order of their code points, which decides where two are equally frequent.
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(),
                    [&](std::size_t one, std::size_t other) {
                      const std::uint64_t first = before_[one] + after_[one];
                      const std::uint64_t second = before_[other] + after_[other];
                      return first != second ? first > second : one < other;
                    });
  std::vector<Word> words(std::max(counts_before_.freqs.size(), counts_after_.freqs.size()), no_word);
  std::vector<double> old_rates;
  std::vector<double> new_rates;
  for (std::size_t i = 0; i < count; ++i) {
    words[types_[order[i]]] = static_cast<Word>(i);
    old_rates.push_back(static_cast<double>(before_[order[i]]) / static_cast<double>(counts_before_.tokens));
    new_rates.push_back(static_cast<double>(after_[order[i]]) / static_cast<double>(counts_after_.tokens));
  }
  // Whatever they are measured by.
  if (old_rates == new_rates) return 0;
  std::vector<std::vector<double>> documents;
  std::unordered_map<const text::TypeId*, std::size_t> known;  // a text that several documents hold is looked at once
  for (const DocumentTokens tokens : documents_) {
    if (tokens.empty()) continue;
    const auto [twin, fresh] = known.try_emplace(tokens.data(), documents.size());
    documents.push_back(fresh ? rates(tokens, words, count) : documents[twin->second]);
  }
  // Between two, all rates that differ do so by the same number of deviations.
  if (documents.size() < 3) return std::nullopt;
  const auto scale = stats::rate_scale(documents);
  return scale ? stats::burrows_delta(old_rates, new_rates, *scale) : std::nullopt;
}

std::span<const DistanceMeasure> distance_measures() { return table; }

}  // namespace corpus::compare
