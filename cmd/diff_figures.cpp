// SPDX-License-Identifier: MIT
#include "cmd/diff_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "cmd/contains.hpp"
#include "cmd/in_order.hpp"
#include "corpus/error.hpp"

namespace corpus::cmd {
namespace {

using compare::ChangeKind;
using report::Cell;

struct NamedKind {
  std::string_view name;
  ChangeKind kind;
};
constexpr std::array<NamedKind, 6> kinds{{{"added", ChangeKind::added},
                                          {"removed", ChangeKind::removed},
                                          {"renamed", ChangeKind::renamed},
                                          {"changed", ChangeKind::changed},
                                          {"re_encoded", ChangeKind::re_encoded},
                                          {"unchanged", ChangeKind::unchanged}}};

struct NamedTypes {
  std::string_view name;
  std::vector<compare::TypeChange> compare::VocabularyChange::*list;
};
constexpr std::array<NamedTypes, 3> type_lists{{{"types.added", &compare::VocabularyChange::came},
                                                {"types.removed", &compare::VocabularyChange::went},
                                                {"types.moved", &compare::VocabularyChange::moved}}};

constexpr std::array<std::string_view, 4> aspects{"old", "new", "difference", "change"};

template <typename Table>
auto find_in(const Table& table, std::string_view name) {
  const auto found =
      std::find_if(std::begin(table), std::end(table), [&](const auto& row) { return row.name == name; });
  return found == std::end(table) ? nullptr : &*found;
}

/// `mtld.change` is `mtld` and `change`.
std::pair<std::string_view, std::string_view> split(std::string_view name) {
  const std::size_t dot = std::min(name.rfind('.'), name.size());
  return {name.substr(0, dot), name.substr(std::min(dot + 1, name.size()))};
}

std::optional<double> as_number(const Cell& cell) {
  if (const auto* const count = std::get_if<std::uint64_t>(&cell)) return static_cast<double>(*count);
  if (const auto* const real = std::get_if<double>(&cell)) return *real;
  return std::nullopt;
}

/// A lock tells these without its counts.
bool in_locks(const Measure& measure) { return measure.name == "bytes" || measure.name == "tokens"; }

/// Among measures().
std::size_t place_of(const Measure& measure) { return static_cast<std::size_t>(&measure - measures().data()); }

/// The documents of a side as one text. Its tokens have the numbers that they have on both sides: measures look for those
/// that are equal.
count::Profile profile_of(const Side& side) {
  count::Profile profile;
  if (side.kind != FileKind::text) return profile;
  profile.tokens.reserve(side.tokens);
  for (const auto& content : side.contents) {
    profile.add(content->profile);
    profile.tokens.insert(profile.tokens.end(), content->tokens.begin(), content->tokens.end());
  }
  return profile;
}

}  // namespace

std::optional<FigureSource> find_figure(std::string_view name) {
  if (find_in(kinds, name) != nullptr) return FigureSource{Section::documents};
  if (find_in(type_lists, name) != nullptr) return FigureSource{Section::vocabulary};
  if (find_in(compare::distance_measures(), name) != nullptr) return FigureSource{Section::distance};
  const auto [measure, aspect] = split(name);
  if (!contains(aspects, aspect)) return std::nullopt;
  const Measure* const found = find_in(measures(), measure);
  return found == nullptr ? std::nullopt : std::optional{FigureSource{Section::profile, found}};
}

std::vector<std::string> figure_names() {
  std::vector<std::string> names;
  for (const auto& row : kinds) names.emplace_back(row.name);
  for (const auto& row : type_lists) names.emplace_back(row.name);
  for (const auto& row : compare::distance_measures()) names.emplace_back(row.name);
  for (const Measure& measure : measures()) {
    for (const std::string_view aspect : aspects) names.push_back(fmt::format("{}.{}", measure.name, aspect));
  }
  return names;
}

Movement movement(const Cell& before, const Cell& after) {
  const auto first = as_number(before);
  const auto second = as_number(after);
  if (!first || !second) return {};
  const double difference = *second - *first;
  if (*first == 0) return {difference, std::nullopt};
  return {difference, difference / *first};
}

Comparison::Comparison(const Sides& sides, const std::vector<FigureSource>& figures,
                       const MeasureParameters& parameters, unsigned threads)
    : sides_(sides), parameters_(parameters), threads_(threads) {
  for (const FigureSource& figure : figures) {
    if (figure.measure == nullptr) continue;
    if (!contains(measures_, figure.measure)) {
      measures_.push_back(figure.measure);
    }
  }
}

std::optional<Problem> Comparison::lack_of_counts(std::string_view what) const {
  for (const Side* const side : {&sides_.before, &sides_.after}) {
    if (side->counts) continue;
    return Problem{.file = side->name,
                   .cause = fmt::format("a lock without its counts file, which {} needs", what),
                   .hint = "corpus lock --counts FILE writes one beside the lock"};
  }
  return std::nullopt;
}

std::optional<Problem> Comparison::obstacle(Section section) const {
  if (section == Section::vocabulary) return lack_of_counts("vocabulary");
  if (section == Section::distance) return lack_of_counts("distance");
  if (section != Section::documents) return std::nullopt;
  for (const Side* const side : {&sides_.before, &sides_.after}) {
    if (side->kind != FileKind::counts) continue;
    return Problem{.file = side->name,
                   .cause = "a counts file does not tell documents apart",
                   .hint = "give the texts, or a lock"};
  }
  return std::nullopt;
}

std::optional<Problem> Comparison::obstacle(const Measure& measure) const {
  for (const Side* const side : {&sides_.before, &sides_.after}) {
    if (side->kind == FileKind::text || (side->kind == FileKind::lock && in_locks(measure))) continue;
    if (measure.needs == MeasureNeeds::frequencies) {
      if (!side->counts) return lack_of_counts(measure.name);
      continue;
    }
    return Problem{.file = side->name,
                   .cause = fmt::format("a {} does not tell {}", name_of(side->kind), measure.name),
                   .hint = "give the texts"};
  }
  return std::nullopt;
}

std::optional<Problem> Comparison::obstacle(const compare::DistanceMeasure& measure) const {
  if (measure.needs == compare::DistanceNeeds::counts) return lack_of_counts(measure.name);
  for (const Side* const side : {&sides_.before, &sides_.after}) {
    if (side->kind == FileKind::text) continue;
    return Problem{.file = side->name,
                   .cause = fmt::format("a {} does not hold the words of each document, which {} needs",
                                        name_of(side->kind), measure.name),
                   .hint = "give the texts"};
  }
  return std::nullopt;
}

const std::vector<compare::DocumentChange>& Comparison::documents() {
  if (!documents_) documents_ = compare::match_documents(sides_.before.records, sides_.after.records);
  return *documents_;
}

std::uint64_t Comparison::count(ChangeKind kind) {
  const auto& changes = documents();
  return static_cast<std::uint64_t>(
      std::count_if(changes.begin(), changes.end(), [&](const auto& change) { return change.kind == kind; }));
}

const compare::VocabularyChange& Comparison::vocabulary() {
  if (!vocabulary_) {
    vocabulary_ = compare::compare_vocabularies(sides_.types, *sides_.before.counts, *sides_.after.counts);
  }
  return *vocabulary_;
}

Cell Comparison::distance(const compare::DistanceMeasure& measure) {
  const auto all = compare::distance_measures();
  if (!distances_) {
    for (const Side* const side : {&sides_.before, &sides_.after}) {
      for (const auto& content : side->contents) tokens_.push_back(content->tokens);
    }
    distances_.emplace(sides_.types, *sides_.before.counts, *sides_.after.counts, tokens_);
    distance_cells_.resize(all.size());
  }
  auto& kept = distance_cells_[static_cast<std::size_t>(&measure - all.data())];
  if (!kept) kept = report::cell(measure.value(*distances_));
  return *kept;
}

std::vector<Cell> Comparison::measure_side(const Side& side) const {
  const bool texts = side.kind == FileKind::text;
  std::vector<Cell> cells(measures().size());
  if (texts || side.counts) {
    const count::Profile profile = profile_of(side);
    const stats::FrequencySpectrum spectrum{side.counts->freqs};
    do_in_order(measures_.size(), threads_, [&] {
      return [&](std::size_t i, Outlet& /*outlet*/) {
        const Measure& measure = *measures_[i];
        if (!texts && measure.needs != MeasureNeeds::frequencies) return;
        cells[place_of(measure)] = measure.value({profile, spectrum, parameters_});
      };
    });
  }
  if (side.kind != FileKind::lock) return cells;
  // A lock knows this much without its counts.
  std::uint64_t bytes = 0;
  for (const compare::DocumentRecord& record : side.records) bytes += record.bytes;
  for (const Measure* const measure : measures_) {
    if (measure->name == "bytes") cells[place_of(*measure)] = bytes;
    if (measure->name == "tokens") cells[place_of(*measure)] = side.tokens;
  }
  return cells;
}

const Comparison::Pair& Comparison::profile(const Measure& measure) {
  if (profile_.empty()) {
    const std::vector<Cell> before = measure_side(sides_.before);
    const bool same = sides_.before.kind == FileKind::text && sides_.before.contents == sides_.after.contents;
    const std::vector<Cell> after = same ? before : measure_side(sides_.after);
    for (std::size_t i = 0; i < before.size(); ++i) profile_.push_back({before[i], after[i]});
  }
  return profile_[place_of(measure)];
}

std::optional<double> Comparison::figure(std::string_view name) {
  const auto check = [](const std::optional<Problem>& problem) {
    if (problem) throw Error{*problem};
  };
  if (const auto* const row = find_in(kinds, name)) {
    check(obstacle(Section::documents));
    return static_cast<double>(count(row->kind));
  }
  if (const auto* const row = find_in(type_lists, name)) {
    check(lack_of_counts(name));
    return static_cast<double>((vocabulary().*(row->list)).size());
  }
  if (const auto* const row = find_in(compare::distance_measures(), name)) {
    check(obstacle(*row));
    return as_number(distance(*row));
  }
  const auto [measure_name, aspect] = split(name);
  const Measure& measure = *find_in(measures(), measure_name);
  check(obstacle(measure));
  const Pair& pair = profile(measure);
  if (aspect == "old") return as_number(pair.before);
  if (aspect == "new") return as_number(pair.after);
  const Movement moved = movement(pair.before, pair.after);
  return aspect == "difference" ? moved.difference : moved.change;
}

}  // namespace corpus::cmd
