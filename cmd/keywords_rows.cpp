// SPDX-License-Identifier: MIT
#include "cmd/keywords_rows.hpp"

#include <algorithm>
#include <cmath>

#include "cmd/row_stream.hpp"
#include "corpus/report/number.hpp"

namespace corpus::cmd {
namespace {

using report::Cell;

/// Candidates that are worth a thread's while, where each is tested over documents.
constexpr std::size_t tests_at_once = 64;

/// Sorted rows are anywhere in memory, which is slower than to print one.
constexpr std::size_t rows_ahead = 16;

std::vector<report::Column> all_columns(KeynessTest test) {
  using enum report::Kind;
  std::vector<report::Column> columns{{"type"}};
  for (const std::string_view name : {"freq", "ref_freq"}) columns.push_back({std::string(name), count});
  for (const std::string_view name : {"per_million", "ref_per_million"})
    columns.push_back({std::string(name), real, 2});
  for (const std::string_view name : {"range", "ref_range"}) columns.push_back({std::string(name), count});
  for (const stats::KeynessMeasure& measure : stats::keyness_measures()) {
    columns.push_back({std::string(measure.name), real, measure.decimals});
    if (measure.name == "p") columns.push_back({std::string(adjusted_column), real, measure.decimals});
  }
  columns.push_back({"family", count});
  if (test == KeynessTest::tokens) return columns;
  constexpr std::array<int, document_columns.size()> decimals{1, 6, 3, 1, 6, 4};
  for (std::size_t i = 0; i < document_columns.size(); ++i) {
    columns.push_back({std::string(document_columns[i]), real, decimals[i]});
  }
  return columns;
}

/// Without --columns.
std::vector<std::string> usual_columns(KeynessTest test) {
  std::vector<std::string> columns{"type", "freq", "ref_freq", "range", "ref_range", "lrc", "log_ratio", "g2"};
  if (test == KeynessTest::docs) columns.insert(columns.end(), {"wilcoxon_p", "welch_p", "permutation_p"});
  return columns;
}

/// Whether it tells of the direction, rather than of strength alone: then it changes where the corpora change places.
bool is_directed(const stats::KeynessMeasure& measure) {
  const stats::WordInTwo word{{30, 1000}, {10, 1500}};
  return measure.of(word, {}) != measure.of({word.reference, word.target}, {});
}

/// By pair, with no value.
std::vector<Strength> evidence_of(const KeywordComparison& comparison, Figures& figures) {
  figures.need("g2", comparison.candidates);
  std::vector<Strength> strengths;
  for (std::size_t pair = 0; pair < comparison.pairs.size(); ++pair) {
    strengths.push_back(
        {.leaning = comparison.leanings[pair], .evidence = std::abs(report::printed_value(figures.of("g2")[pair]))});
  }
  return strengths;
}

std::vector<Strength> strengths_by_measure(const KeywordComparison& comparison, Figures& figures,
                                           const stats::KeynessMeasure& measure) {
  figures.need(measure.name, comparison.candidates);
  const std::vector<double>& values = figures.of(measure.name);
  const bool directed = is_directed(measure);
  std::vector<Strength> strengths = evidence_of(comparison, figures);
  for (std::size_t pair = 0; pair < values.size(); ++pair) {
    if (std::isnan(values[pair])) continue;
    const bool turned =
        (measure.stronger == stats::Stronger::lower) != (directed && comparison.leanings[pair] == Leaning::reference);
    const double value = report::printed_value(values[pair]);
    strengths[pair].value = turned ? -value : value;
  }
  return strengths;
}

/// By candidate.
std::vector<Strength> strengths_by_test(const KeywordSource& source, Figures& figures, std::size_t column,
                                        unsigned threads) {
  const auto& candidates = source.comparison.candidates;
  const std::vector<Strength> of_pairs = evidence_of(source.comparison, figures);
  std::array<bool, document_columns.size()> wanted{};
  wanted[column] = true;
  std::vector<Strength> strengths(candidates.size());
  do_in_stretches(candidates.size(), tests_at_once, threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const Candidate& candidate = candidates[i];
      const std::string_view type = source.contrast.type(candidate.type);
      const double p = source.tests->of(type, source.comparison, candidate, wanted)[column];
      strengths[i] = of_pairs[candidate.pair];
      if (!std::isnan(p)) strengths[i].value = -report::printed_value(p);
    }
  });
  return strengths;
}

double per_million(std::uint64_t freq, std::uint64_t tokens) {
  return static_cast<double>(freq) * 1e6 / static_cast<double>(tokens);
}

}  // namespace

std::span<const std::string_view> keyword_columns() {
  static const std::vector<report::Column> columns = all_columns(KeynessTest::docs);
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const report::Column& column : columns) all.push_back(column.name);
    return all;
  }();
  return names;
}

std::span<const std::string_view> keyword_orders() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const stats::KeynessMeasure& measure : stats::keyness_measures()) all.push_back(measure.name);
    all.insert(all.end(), {"wilcoxon_p", "welch_p", "permutation_p"});
    return all;
  }();
  return names;
}

std::optional<std::size_t> document_column(std::string_view name) {
  const auto* const found = std::find(document_columns.begin(), document_columns.end(), name);
  if (found == document_columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - document_columns.begin());
}

Keywords in_order(const KeywordSource& source, Figures& figures, const KeywordsOptions& options, unsigned threads) {
  const KeywordComparison& comparison = source.comparison;
  std::vector<std::uint32_t> places;
  if (const auto column = document_column(options.sort)) {
    places = places_of(strengths_by_test(source, figures, *column, threads));
  } else {
    const auto of_pairs =
        places_of(strengths_by_measure(comparison, figures, *stats::find_keyness_measure(options.sort)));
    places.reserve(comparison.candidates.size());
    for (const Candidate& candidate : comparison.candidates) places.push_back(of_pairs[candidate.pair]);
  }
  return choose(comparison, places, options);
}

KeywordTable::KeywordTable(const KeywordsOptions& options, const std::optional<std::string>& group_column)
    : columns_(all_columns(options.test)),
      shown_(options.output.columns.empty() ? usual_columns(options.test) : options.output.columns),
      result_(options.output, columns_, shown_, group_column) {
  while (columns_[family_].name != "family") ++family_;
  for (std::size_t i = 0; i < document_columns.size(); ++i) shown_tests_[i] = shows(document_columns[i]);
}

bool KeywordTable::shows(std::string_view column) const {
  return std::any_of(shown_.begin(), shown_.end(),
                     [&](const std::string& name) { return name == column || name == "all"; });
}

void KeywordTable::print(const std::string& group, const KeywordSource& source, const std::vector<Candidate>& keywords,
                         Figures& figures, unsigned threads) {
  std::vector<std::pair<std::size_t, const std::vector<double>*>> by_pair;  // of columns that are measures, and shown
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    const std::string& shown = columns_[column].name;
    const auto* const measure = stats::find_keyness_measure(shown);
    if (!shows(shown) || (measure == nullptr && shown != adjusted_column)) continue;
    const std::string_view name = measure == nullptr ? adjusted_column : measure->name;
    figures.need(name, keywords);
    by_pair.emplace_back(column, &figures.of(name));
  }
  print_parts(result_, keywords.size(), threads, [&](Rows& part, std::size_t begin, std::size_t end) {
    part.group(group);
    std::vector<Cell> cells(columns_.size());
    for (std::size_t i = begin; i < end; ++i) {
      if (i + rows_ahead < keywords.size()) source.contrast.prefetch(keywords[i + rows_ahead].type);
      fill(cells, source, keywords[i]);
      for (const auto& [column, values] : by_pair) cells[column] = (*values)[keywords[i].pair];
      part.row(cells);
    }
  });
}

/// But for the measures.
void KeywordTable::fill(std::span<Cell> cells, const KeywordSource& source, const Candidate& keyword) const {
  const KeywordComparison& comparison = source.comparison;
  const auto& [target, reference] = keyword.row;
  const std::string_view type = source.contrast.type(keyword.type);
  cells[0] = type;
  cells[1] = target.freq;
  cells[2] = reference.freq;
  cells[3] = per_million(target.freq, comparison.target.tokens);
  cells[4] = per_million(reference.freq, comparison.reference.tokens);
  cells[5] = target.range;
  cells[6] = reference.range;
  cells[family_] = std::uint64_t{comparison.candidates.size()};
  if (source.tests == nullptr) return;
  const DocumentFigures figures = source.tests->of(type, comparison, keyword, shown_tests_);
  std::copy(figures.begin(), figures.end(), cells.begin() + static_cast<std::ptrdiff_t>(family_ + 1));
}

void KeywordTable::finish(const std::string& footer) {
  result_.footer(footer);
  result_.finish();
}

}  // namespace corpus::cmd
