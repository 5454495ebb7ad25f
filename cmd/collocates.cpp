// SPDX-License-Identifier: MIT
/// \file
/// `corpus collocates`: which words stand near a node, and how strongly they are drawn to it.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cmd/collocates_columns.hpp"
#include "cmd/collocates_count.hpp"
#include "cmd/collocates_options.hpp"
#include "cmd/collocates_rows.hpp"
#include "cmd/command.hpp"
#include "cmd/parse.hpp"
#include "cmd/remark.hpp"
#include "cmd/result.hpp"
#include "cmd/values.hpp"
#include "cmd/within.hpp"
#include "corpus/error.hpp"

namespace corpus::cmd {
namespace {

constexpr std::array<Named<TableKind>, 3> table_names{
    {{"exact", TableKind::exact}, {"span", TableKind::span}, {"plain", TableKind::plain}}};

/// Throws UsageError where options contradict each other.
void check(const CollocatesOptions& options) {
  const search::WindowSize window = read_window(options.window);
  const auto check_place = [&](std::string_view option, const std::string& column) {
    if (!is_place(column) || holds_place(window, column)) return;
    throw UsageError(fmt::format("{}: the window {} has no place {}", option, options.window, column));
  };
  check_place("--sort", options.sort);
  for (const std::string& column : options.output.columns) check_place("--columns", column);
  if (options.output.columns.empty()) return;
  if (options.measures != CollocatesOptions{}.measures) {
    throw UsageError("--measure adds to the usual columns: name measures in --columns instead");
  }
  if (options.marginals) throw UsageError("--marginals adds to the usual columns: name r1, c1 and n in --columns");
}

search::CollocateOptions counting_options(const CollocatesOptions& options, const text::TokenizerOptions& rules) {
  const auto& columns = options.output.columns;
  const bool apart =
      options.by_position || is_place(options.sort) || std::any_of(columns.begin(), columns.end(), is_place);
  const bool exact = options.table == TableKind::exact;
  return {.nodes = hit_options(options.queries, options.tokens, rules),
          .window = read_window(options.window),
          .within = options.queries.across ? search::Within::document : options.within,
          .node_tokens = exact ? search::NodeTokens::left_out : search::NodeTokens::counted,
          .positions = apart ? search::Positions::apart : search::Positions::together};
}

InputNeeds needs_of(std::span<const search::Query> queries, const search::CollocateOptions& counting) {
  InputNeeds needs = input_needs(queries);
  if (counting.within == search::Within::turn) needs.turns = text::Turns::found;
  return needs;
}

int run(CollocatesOptions& options) {
  check(options);
  settle_operand(options.queries, options.inputs);
  const QueryArguments& given = options.queries;
  if (!given.operand && given.queries.empty() && given.files.empty()) {
    throw UsageError("a node is missing: corpus collocates snow FILE");
  }
  const text::TokenizerOptions rules = options.tokens.resolve(options.inputs);
  const std::vector<search::Query> queries = read_queries(given, options.inputs, rules);
  const search::CollocateOptions counting = counting_options(options, rules);
  const InputNeeds needs = needs_of(queries, counting);
  Inputs inputs{options.inputs, options.tokens, needs};
  const FoundCollocates found = count_collocates(inputs, counting, queries_anew(queries, given, options.inputs, rules));
  if (needs.turns == text::Turns::found) inputs.selection().check_turns();
  print_collocates(found, options, counting, inputs);
  const bool nothing =
      std::all_of(found.groups.begin(), found.groups.end(), [](const auto& group) { return group.second.nodes == 0; });
  if (nothing && !options.inputs.quiet) remark("the node is found nowhere");
  return inputs.finish();
}

void add_windows(CLI::App& app, CollocatesOptions& options) {
  constexpr const char* group = "Window";
  add_text(app, "--window", options.window, "SIZE",
           "so many words to the left and the right of the node: 5L,5R, 3, 0L,2R")
      ->default_str(options.window)
      ->group(group);
  add_choice(app, "--within", options.within, within_names, "what windows do not reach beyond")->group(group);
}

void add_measures(CLI::App& app, CollocatesOptions& options) {
  constexpr const char* group = "Measures";
  std::vector<std::string_view> names{"all"};
  for (const stats::AssociationMeasure& measure : stats::association_measures()) names.push_back(measure.name);
  add_list(app, "--measure", options.measures, "MEASURE", names, "which measures of association")->group(group);
  add_choice(app, "--expected", options.table, table_names,
             "what is expected by chance: which table measures are made of")
      ->group(group);
  add_switch(app, "--marginals", options.marginals, "show R1, C1 and N of that table, to compute anew")->group(group);
  add_switch(app, "--by-position", options.by_position, "show how often at each place of the window")->group(group);
}

void add_rows(CLI::App& app, CollocatesOptions& options) {
  constexpr const char* group = "Rows";
  add_count(app, "--top", options.top, "print only the first N rows")->group(group);
  add_count(app, "--min-freq", options.min_freq, "only collocates with N tokens or more in windows")->group(group);
  add_count(app, "--min-range", options.min_range, "only those that stand in windows in N documents or more")
      ->group(group);
  const std::vector<std::string_view> names = collocate_column_names();
  const auto standing = std::find(names.begin(), names.end(), options.sort) - names.begin();
  const auto store = [&options, names](std::size_t chosen) { options.sort = names[chosen]; };
  add_word(app, "--sort", names, static_cast<std::size_t>(standing), store, "order of the rows")->group(group);
  add_switch(app, "--reverse", options.reverse, "turn that order round")->group(group);
}

}  // namespace

Action configure_collocates(CLI::App& app) {
  auto options = std::make_shared<CollocatesOptions>();
  add_queries(app, options->queries);
  add_windows(app, *options);
  add_measures(app, *options);
  add_rows(app, *options);
  add_inputs(app, options->inputs);
  add_threads(app, options->inputs);
  add_tokens(app, options->tokens);
  add_output(app, options->output, collocate_column_names());
  add_examples(
      app, {{"corpus collocates snow examples/station", "what stands within five words of snow"},
            {"corpus collocates --window 0L,1R --sort o11 --top 5 'the' examples/station", "what most often follows"},
            {"corpus collocates --measure log_dice,delta_p21,delta_p12 --min-freq 3 snow examples/station",
             "other measures, without the rare"}});
  return [options] { return run(*options); };
}

}  // namespace corpus::cmd
