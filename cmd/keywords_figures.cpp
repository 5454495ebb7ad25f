// SPDX-License-Identifier: MIT
#include "cmd/keywords_figures.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "cmd/counts.hpp"
#include "cmd/in_order.hpp"
#include "corpus/error.hpp"
#include "corpus/stats/keyness_documents.hpp"

namespace corpus::cmd {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// Pairs that are worth a thread's while.
constexpr std::size_t pairs_at_once = 1024;

std::vector<std::uint32_t> pairs_in(const KeywordComparison& comparison, const std::vector<Candidate>& candidates) {
  std::vector<bool> met(comparison.pairs.size());
  std::vector<std::uint32_t> pairs;
  for (const Candidate& candidate : candidates) {
    if (met[candidate.pair]) continue;
    met[candidate.pair] = true;
    pairs.push_back(candidate.pair);
  }
  return pairs;
}

}  // namespace

Figures::Figures(const KeywordComparison& comparison, const KeywordsOptions& options, unsigned threads)
    : comparison_(comparison),
      options_(options),
      measuring_(options.measuring(comparison.candidates.size())),
      threads_(threads) {}

void Figures::need(std::string_view name, const std::vector<Candidate>& candidates) {
  if (values_.contains(name)) return;  // of all, or of what is printed, which does not change
  values_[name] = name == adjusted_column ? adjusted() : measured(*stats::find_keyness_measure(name), candidates);
}

std::vector<double> Figures::measured(const stats::KeynessMeasure& measure,
                                      const std::vector<Candidate>& candidates) const {
  const std::vector<std::uint32_t> pairs = pairs_in(comparison_, candidates);
  std::vector<double> values(comparison_.pairs.size(), undefined);
  do_in_stretches(pairs.size(), pairs_at_once, threads_, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      values[pairs[i]] = measure.of(comparison_.word(pairs[i]), measuring_).value_or(undefined);
    }
  });
  return values;
}

/// The p of G2 over the whole family, whatever is printed of it.
std::vector<double> Figures::adjusted() const {
  std::vector<stats::PValue> of_pair;
  for (std::size_t pair = 0; pair < comparison_.pairs.size(); ++pair) {
    of_pair.push_back(
        stats::chi_squared_tail(std::abs(stats::g_squared(stats::table_of(comparison_.word(pair))).value_or(0))));
  }
  std::vector<stats::PValue> p;
  for (const Candidate& candidate : comparison_.candidates) p.push_back(of_pair[candidate.pair]);
  p = stats::adjusted(p, options_.adjust);
  std::vector<double> values(comparison_.pairs.size(), undefined);
  for (std::size_t i = 0; i < p.size(); ++i) values[comparison_.candidates[i].pair] = p[i].value();
  return values;
}

DocumentTests::DocumentTests(Inputs& inputs, const text::TokenizerOptions& rules,
                             const std::vector<std::string>& groups, const std::vector<std::string_view>& types,
                             const KeywordsOptions& options)
    : resampling_(options.resampling()), frequencies_(types) {
  std::unordered_map<std::string_view, std::size_t> numbers;
  for (const std::string& group : groups) numbers.emplace(group, numbers.size());
  text::Tokenizer tokenizer{rules};
  inputs.each_again([&](Document& document) {
    refuse_counts_file(document, "tests over documents");
    frequencies_.start_document();
    Parts parts{document, inputs};
    while (const auto block = parts.next()) {
      const auto group = numbers.find(parts.group(*block));
      if (group == numbers.end()) throw text_changed(document.name);
      tokenizer.start(*block);
      for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
        frequencies_.add(batch, group->second);
      }
    }
  });
}

DocumentFigures DocumentTests::of(std::string_view type, const KeywordComparison& comparison,
                                  const Candidate& candidate,
                                  const std::array<bool, document_columns.size()>& wanted) const {
  const auto rates = frequencies_.rates_of(type, comparison.list);
  if (!rates || rates->target_freq != candidate.row.target.freq ||
      rates->reference_freq != candidate.row.reference.freq) {
    throw text_changed("");
  }
  DocumentFigures figures;
  figures.fill(undefined);
  if (wanted[0] || wanted[1]) {
    if (const auto test = stats::rank_sum_test(rates->target, rates->reference)) {
      figures[0] = test->w;
      figures[1] = test->p.value();
    }
  }
  if (wanted[2] || wanted[3] || wanted[4]) {
    if (const auto test = stats::welch_test(rates->target, rates->reference)) {
      figures[2] = test->t;
      figures[3] = test->degrees;
      figures[4] = test->p.value();
    }
  }
  if (wanted[5]) {
    const auto p = stats::permutation_test(rates->target, rates->reference, resampling_);
    if (p) figures[5] = p->value();
  }
  return figures;
}

}  // namespace corpus::cmd
