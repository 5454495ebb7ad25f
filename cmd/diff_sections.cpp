// SPDX-License-Identifier: MIT
#include "cmd/diff_sections.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <string>

#include "cmd/in_order.hpp"
#include "cmd/result.hpp"
#include "corpus/report/number.hpp"
#include "corpus/report/terminal.hpp"
#include "corpus/similarity/alignment.hpp"

namespace corpus::cmd {
namespace {

using compare::ChangeKind;
using report::Cell;

/// By their places among `diff_columns`.
enum Column : std::size_t {
  section,
  change,
  name,
  old_name,
  old_value,
  new_value,
  difference,
  relative,
  removed,
  added,
  similarity,
  old_per_million,
  new_per_million,
  per_million,
  value
};

using Columns = std::vector<Column>;

/// Those that each section fills.
const Columns& columns_of(Section which) {
  static const Columns documents{change,     name,     old_name, old_value, new_value,
                                 difference, relative, removed,  added,     similarity};
  static const Columns vocabulary{
      change, name, old_value, new_value, difference, relative, old_per_million, new_per_million, per_million};
  static const Columns profile{name, old_value, new_value, difference, relative};
  static const Columns distance{name, value};
  switch (which) {
    case Section::documents:
      return documents;
    case Section::vocabulary:
      return vocabulary;
    case Section::profile:
      return profile;
    case Section::distance:
      break;
  }
  return distance;
}

/// Terminals show so many of each list of types, where --top does not say.
constexpr std::uint64_t shown_on_terminals = 10;

bool for_people(report::Format format) { return format == report::Format::table || format == report::Format::markdown; }

std::vector<report::Column> report_columns() {
  using enum report::Kind;
  std::vector<report::Column> columns;
  for (const std::string_view column : diff_columns) columns.push_back({std::string(column)});
  for (const Column column : {old_value, new_value, difference, removed, added}) columns[column].kind = count;
  for (const Column column : {old_value, new_value, difference}) columns[column].decimals = 4;
  columns[relative] = {"relative", real, 4};
  columns[similarity] = {"similarity", real, 3};
  for (const Column column : {old_per_million, new_per_million, per_million}) columns[column].kind = real;
  columns[value] = {"value", real, 6};
  return columns;
}

/// How many tokens of a document went, and how many came.
struct Turnover {
  std::uint64_t removed = 0;
  std::uint64_t added = 0;
};

class Printer {
 public:
  Printer(Comparison& comparison, const std::vector<const Measure*>& wanted, const DiffOptions& options,
          unsigned threads)
      : comparison_(comparison),
        wanted_(wanted),
        options_(options),
        threads_(threads),
        people_(for_people(format_of(options.output))) {}

  void print(const std::vector<Section>& sections) {
    if (!people_) return print_stream(sections);
    bool first = true;
    for (const Section section_at_hand : sections) {
      if (!first) print_raw("\n");
      first = false;
      const std::string_view heading = section_names[static_cast<std::size_t>(section_at_hand)];
      const bool markdown = format_of(options_.output) == report::Format::markdown;
      print_raw(markdown ? fmt::format("## {}\n\n", heading) : fmt::format("{}\n", heading));
      std::vector<std::string> shown;
      for (const Column column : columns_of(section_at_hand)) shown.emplace_back(diff_columns[column]);
      print_with(shown, {section_at_hand});
    }
  }

 private:
  /// One header for all.
  void print_stream(const std::vector<Section>& sections) {
    std::vector<bool> filled(diff_columns.size());
    filled[section] = true;
    for (const Section which : sections) {
      for (const Column column : columns_of(which)) filled[column] = true;
    }
    std::vector<std::string> shown;
    for (std::size_t i = 0; i < filled.size(); ++i) {
      if (filled[i]) shown.emplace_back(diff_columns[i]);
    }
    print_with(shown, sections);
  }

  void print_with(const std::vector<std::string>& shown, const std::vector<Section>& sections) {
    Result result{options_.output, report_columns(), shown};
    result_ = &result;
    for (const Section which : sections) {
      row_.assign(diff_columns.size(), Cell{});
      row_[section] = section_names[static_cast<std::size_t>(which)];
      print_rows(which);
    }
    result.finish();
    result_ = nullptr;
  }

  void print_raw(std::string_view text) {
    report::Output output{STDOUT_FILENO, "standard output"};
    output.write(text);
    output.close();
  }

  void print_rows(Section which) {
    switch (which) {
      case Section::documents:
        return print_documents();
      case Section::vocabulary:
        return print_vocabulary();
      case Section::profile:
        return print_profile();
      case Section::distance:
        return print_distances();
    }
  }

  void print_documents() {
    const auto& changes = comparison_.documents();
    const auto turnovers = turnovers_of(changes);
    for (std::size_t i = 0; i < changes.size(); ++i) {
      if (changes[i].kind == ChangeKind::unchanged) continue;
      print_document(changes[i], turnovers[i]);
    }
    std::string footer;
    for (const ChangeKind kind : {ChangeKind::added, ChangeKind::removed, ChangeKind::renamed, ChangeKind::changed,
                                  ChangeKind::re_encoded, ChangeKind::unchanged}) {
      const std::uint64_t count = comparison_.count(kind);
      if (count > 0 || kind == ChangeKind::unchanged) {
        footer += fmt::format("{}{} {}", footer.empty() ? "" : ", ", report::format_grouped(count), name_of(kind));
      }
    }
    result_->footer(footer);
  }

  void print_document(const compare::DocumentChange& what, const std::optional<Turnover>& turnover) {
    const Sides& sides = comparison_.sides();
    const auto* const before = what.before ? &sides.before.records[*what.before] : nullptr;
    const auto* const after = what.after ? &sides.after.records[*what.after] : nullptr;
    row_[change] = name_of(what.kind);
    row_[name] = std::string_view((after != nullptr ? after : before)->path);
    row_[old_name] = what.kind == ChangeKind::renamed ? Cell{std::string_view(before->path)} : Cell{};
    move(before != nullptr ? Cell{before->tokens} : Cell{}, after != nullptr ? Cell{after->tokens} : Cell{});
    row_[removed] = turnover ? Cell{turnover->removed} : Cell{};
    row_[added] = turnover ? Cell{turnover->added} : Cell{};
    row_[similarity] = report::cell(what.similarity);
    row();
  }

  /// Of those that are on both sides, by several threads: texts are aligned where their words differ.
  std::vector<std::optional<Turnover>> turnovers_of(const std::vector<compare::DocumentChange>& changes) const {
    const Sides& sides = comparison_.sides();
    std::vector<std::optional<Turnover>> turnovers(changes.size());
    do_in_order(changes.size(), threads_, [&] {
      return [&](std::size_t i, Outlet& /*outlet*/) {
        const auto& [kind, before, after, words, alike] = changes[i];
        if (!before) turnovers[i] = {0, sides.after.records[*after].tokens};
        if (!after) turnovers[i] = {sides.before.records[*before].tokens, 0};
        if (!before || !after) return;
        if (words == compare::Words::same) turnovers[i] = {0, 0};
        if (words == compare::Words::same || sides.before.contents.empty() || sides.after.contents.empty()) return;
        turnovers[i].emplace();
        for (const similarity::Change& part :
             similarity::align(sides.before.contents[*before]->tokens, sides.after.contents[*after]->tokens)) {
          turnovers[i]->removed += part.removed.size();
          turnovers[i]->added += part.added.size();
        }
      };
    });
    return turnovers;
  }

  void print_vocabulary() {
    const compare::VocabularyChange& types = comparison_.vocabulary();
    std::string footer = print_types(types.came, "came");
    footer += ", " + print_types(types.went, "went");
    footer += ", " + print_types(types.moved, "moved");
    result_->footer(footer + " shown");
  }

  /// Returns how many are shown of how many.
  std::string print_types(const std::vector<compare::TypeChange>& types, std::string_view what) {
    const bool terminal = people_ && report::is_terminal(STDOUT_FILENO);
    const std::uint64_t most = options_.top.value_or(terminal ? shown_on_terminals : types.size());
    const std::size_t shown = std::min<std::uint64_t>(most, types.size());
    for (const compare::TypeChange& type : std::span(types).first(shown)) {
      row_[change] = what;
      row_[name] = comparison_.sides().types[type.type];
      move(type.before, type.after);
      row_[old_per_million] = type.per_million_before;
      row_[new_per_million] = type.per_million_after;
      row_[per_million] = signed_cell(type.difference(), 2);
      row();
    }
    return fmt::format("{} of {} that {}", report::format_grouped(shown), report::format_grouped(types.size()), what);
  }

  void print_profile() {
    for (const Measure* const measure : wanted_) {
      if (comparison_.obstacle(*measure)) continue;
      const auto& [before, after] = comparison_.profile(*measure);
      row_[name] = measure->name;
      decimals_ = measure->kind == report::Kind::count ? 0 : measure->decimals;
      move(before, after);
      row();
    }
  }

  void print_distances() {
    for (const compare::DistanceMeasure& measure : compare::distance_measures()) {
      if (comparison_.obstacle(measure)) continue;
      row_[name] = measure.name;
      row_[value] = comparison_.distance(measure);
      row();
    }
  }

  /// The values of both sides, and what lies between.
  void move(const Cell& before, const Cell& after) {
    const Movement moved = movement(before, after);
    row_[old_value] = readable(before);
    row_[new_value] = readable(after);
    row_[difference] = moved.difference ? signed_cell(*moved.difference, decimals_) : Cell{};
    row_[relative] = moved.change ? percent_cell(*moved.change) : Cell{};
  }

  // For people, numbers are text: the rows of a column differ in their decimals, and a rise has a sign.

  Cell readable(const Cell& cell) {
    const auto* const real = std::get_if<double>(&cell);
    if (!people_ || real == nullptr) return cell;
    return keep(report::format_fixed(*real, decimals_));
  }

  Cell signed_cell(double number, int decimals) {
    if (!people_) return number;
    const std::string digits = decimals == 0 ? report::format_grouped(static_cast<std::uint64_t>(std::abs(number)))
                                             : report::format_fixed(std::abs(number), decimals);
    const std::string_view sign = number > 0 ? "+" : number < 0 ? "-" : "";
    return keep(fmt::format("{}{}", sign, digits));
  }

  Cell percent_cell(double share) {
    if (!people_) return share;
    return keep(fmt::format("{}{:.1f}%", share > 0 ? "+" : "", share * 100));
  }

  /// As long as the row.
  Cell keep(std::string text) { return std::string_view(kept_.emplace_back(std::move(text))); }

  void row() {
    result_->row(row_);
    kept_.clear();
  }

  Comparison& comparison_;
  const std::vector<const Measure*>& wanted_;
  const DiffOptions& options_;
  unsigned threads_;
  bool people_;
  Result* result_ = nullptr;
  int decimals_ = 0;  ///< of the values at hand
  std::vector<Cell> row_;
  std::deque<std::string> kept_;
};

}  // namespace

void print_sections(Comparison& comparison, const std::vector<Section>& sections,
                    const std::vector<const Measure*>& wanted, const DiffOptions& options, unsigned threads) {
  Printer{comparison, wanted, options, threads}.print(sections);
}

}  // namespace corpus::cmd
