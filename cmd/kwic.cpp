// SPDX-License-Identifier: MIT
/// \file
/// `corpus kwic`: the hits of a query in their contexts, or what can be counted of them.
#include <algorithm>
#include <array>

#include "cmd/command.hpp"
#include "cmd/contains.hpp"
#include "cmd/kwic_counts.hpp"
#include "cmd/kwic_lines.hpp"
#include "cmd/kwic_options.hpp"
#include "cmd/kwic_search.hpp"
#include "cmd/kwic_sort.hpp"
#include "cmd/parse.hpp"
#include "cmd/result.hpp"
#include "cmd/row_stream.hpp"
#include "cmd/values.hpp"

namespace corpus::cmd {
namespace {

constexpr std::array<Named<GroupHits>, 3> group_names{
    {{"node", GroupHits::node}, {"1L", GroupHits::left}, {"1R", GroupHits::right}}};

constexpr auto column_names = [] {
  std::array<std::string_view, line_columns.size() + count_columns.size()> names{};
  std::copy(count_columns.begin(), count_columns.end(),
            std::copy(line_columns.begin(), line_columns.end(), names.begin()));
  return names;
}();

/// What a row is.
enum class Show : std::uint8_t { nothing, files, documents, groups, values, lines };

/// Whether one of the columns that --columns names is one of lines alone.
bool asks_for_lines(const OutputArguments& output) {
  return std::any_of(output.columns.begin(), output.columns.end(),
                     [](const std::string& column) { return column != "query" && contains(line_columns, column); });
}

/// As with grep, the names of files stand above the count, and silence above all.
Show shown(const KwicOptions& options) {
  if (options.inputs.quiet) return Show::nothing;
  if (options.files_with || options.files_without) return Show::files;
  if (options.group_by != GroupHits::no) return Show::values;
  if (options.inputs.selection.by && !asks_for_lines(options.output)) return Show::groups;
  return options.count ? Show::documents : Show::lines;
}

/// Throws UsageError where options contradict each other.
void check(const KwicOptions& options) {
  const Show show = shown(options);
  if (options.files_with && options.files_without) {
    throw UsageError("--files-with and --files-without: a document is in one of the lists");
  }
  if (options.count && options.group_by != GroupHits::no) throw UsageError("--count and --group-by: say one of them");
  if (options.seed && !options.sample) throw UsageError("--seed says which --sample, which is missing");
  if (show == Show::nothing || show == Show::lines) return;
  if (options.sample) throw UsageError("--sample chooses lines, and there are none here");
  if (!options.sort.empty()) throw UsageError("--sort orders lines, and there are none here");
  if (options.top && show != Show::values) throw UsageError("--top is of lines and of --group-by");
}

std::unique_ptr<HitView> make_view(const KwicOptions& options, const Inputs& inputs,
                                   std::span<const search::Query> queries) {
  switch (shown(options)) {
    case Show::nothing:
      return view_nothing();
    case Show::files:
      return view_files(options);
    case Show::documents:
      return view_documents(options, queries);
    case Show::groups:
      return view_groups(options, inputs, queries);
    case Show::values:
      return view_values(options, inputs, queries);
    case Show::lines:
      break;
  }
  return view_lines(options, inputs, queries);
}

InputNeeds input_needs(const KwicOptions& options, std::span<const search::Query> queries) {
  InputNeeds needs = cmd::input_needs(queries);
  needs.progress = progress_beside_rows();
  const bool turns = asks_for(options.output, "turn") || asks_for(options.output, "speaker") ||
                     read_context(options.context).unit == search::ContextUnit::turns;
  if (turns) needs.turns = text::Turns::found;
  return needs;
}

SearchOptions search_options(const KwicOptions& options, const text::TokenizerOptions& rules, const HitNeeds& needs) {
  search::ConcordanceOptions concordance = hit_options(options.queries, options.tokens, rules);
  concordance.context = needs.context;
  concordance.parts = needs.parts;
  concordance.neighbours = needs.neighbours;
  concordance.shortcut = needs.shortcut;
  return {.concordance = std::move(concordance), .max_count = options.max_count};
}

int run(KwicOptions& options) {
  check(options);
  settle_operand(options.queries, options.inputs);
  const text::TokenizerOptions rules = options.tokens.resolve(options.inputs);
  const std::vector<search::Query> queries = read_queries(options.queries, options.inputs, rules);
  Inputs inputs{options.inputs, options.tokens, input_needs(options, queries)};
  const auto view = make_view(options, inputs, queries);
  const Found found = find_hits(inputs, queries, search_options(options, rules, view->needs()), *view);
  const int trouble = inputs.finish();
  if (found.hits > 0 && options.inputs.quiet) return 0;
  if (trouble != 0) return trouble;
  return found.hits > 0 ? 0 : 1;
}

void add_rows(CLI::App& app, KwicOptions& options) {
  constexpr const char* group = "Rows";
  add_text(app, "--context", options.context, "SIZE",
           "what is shown on each side: 60c characters, 8w words, 1s sentences, 1turn turns")
      ->default_str(options.context)
      ->group(group);
  add_list(app, "--sort", options.sort, "KEY", sort_words, "order of the rows")->group(group);
  add_count(app, "--sample", options.sample, "N lines drawn by lot, each as likely as any other")->group(group);
  add_count(app, "--seed", options.seed, "another lot for --sample")->group(group);
  add_count(app, "-m,--max-count", options.max_count, "stop reading a document after N hits")->group(group);
  add_count(app, "--top", options.top, "print only the first N rows")->group(group);
}

void add_counts(CLI::App& app, KwicOptions& options) {
  constexpr const char* group = "Instead of lines";
  add_switch(app, "-c,--count", options.count, "how many hits each document has")->group(group);
  add_choice(app, "--group-by", options.group_by, group_names, "how often each node, or each word beside it, is found")
      ->group(group);
  add_switch(app, "-l,--files-with", options.files_with, "the names of documents with a hit")->group(group);
  add_switch(app, "-L,--files-without", options.files_without, "the names of documents without a hit")->group(group);
}

}  // namespace

Action configure_kwic(CLI::App& app) {
  auto options = std::make_shared<KwicOptions>();
  add_queries(app, options->queries);
  add_rows(app, *options);
  add_counts(app, *options);
  add_inputs(app, options->inputs);
  add_threads(app, options->inputs);
  app.get_option("--quiet")->description("print nothing, and stop at the first hit: the exit status tells");
  add_tokens(app, options->tokens);
  add_output(app, options->output, column_names);
  add_examples(app, {{"corpus kwic snow examples/station", "every snow, with what stands around it"},
                     {"corpus kwic --sort 1R,2R 'the wind*' examples/station", "in the order of the words that follow"},
                     {"corpus kwic --by speaker --unit turn snow examples/station/04-visitor.txt",
                      "how often each speaker says it"}});
  return [options] { return run(*options); };
}

}  // namespace corpus::cmd
