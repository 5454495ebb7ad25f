// SPDX-License-Identifier: MIT
/// \file
/// `corpus dispersion`: how evenly words are spread over a text.
#include <fmt/format.h>

#include <memory>

#include "cmd/command.hpp"
#include "cmd/dispersion_options.hpp"
#include "cmd/dispersion_plot.hpp"
#include "cmd/dispersion_rows.hpp"
#include "cmd/dispersion_text.hpp"
#include "cmd/dispersion_types.hpp"
#include "cmd/parse.hpp"
#include "cmd/remark.hpp"
#include "cmd/result.hpp"
#include "cmd/row_stream.hpp"
#include "cmd/values.hpp"
#include "corpus/report/number.hpp"
#include "corpus/report/svg_bar_code.hpp"

namespace corpus::cmd {
namespace {

bool has_query(const DispersionOptions& options) {
  return !options.queries.queries.empty() || !options.queries.files.empty();
}

void check_plot(const DispersionOptions& options) {
  if (!options.plot) return;
  if (options.parts) throw UsageError("--plot draws documents: leave out --parts");
  const bool drawn = options.output.format == OutputFormat::automatic || options.output.format == OutputFormat::table;
  if (!drawn || !options.output.columns.empty()) {
    throw UsageError("--plot is a drawing in place of rows: leave out --format and --columns");
  }
}

/// Of --all.
void check_types(const DispersionOptions& options) {
  if (has_query(options)) throw UsageError("--all and --query: the rows are one or the other");
  if (options.plot || options.svg) {
    throw UsageError("--plot and --svg draw queries: --query names one, --queries a file of them");
  }
  const QueryArguments& queries = options.queries;
  if (queries.cql || queries.exact || queries.over_punctuation || queries.across) {
    throw UsageError("--cql, --exact, --over-punctuation and --across are of queries, and --all has none");
  }
  if (queries.regex && !options.match) throw UsageError("--regex says how to read --match, which is missing");
  if (options.uneven && options.sort.value_or(order_by_frequency) < orders_before_measures) {
    throw UsageError("--uneven says which end of a measure comes first: --sort names none");
  }
}

/// Of queries.
void check_queries(const DispersionOptions& options) {
  if (!has_query(options)) throw UsageError("a query is missing: corpus dispersion -q 'of course' FILE (or --all)");
  const RowArguments& rows = options.rows;
  if (rows.top || rows.min_freq > 1 || rows.min_range > 1 || options.match || options.sort || options.uneven) {
    throw UsageError("--top, --min-freq, --min-range, --match, --sort and --uneven choose among the types of --all");
  }
}

/// Throws UsageError where options contradict each other.
void check(const DispersionOptions& options) {
  if (options.parts && options.inputs.selection.by) {
    throw UsageError("--parts and --by: the parts are one or the other");
  }
  check_plot(options);
  options.all ? check_types(options) : check_queries(options);
}

TextWanted text_wanted(const DispersionOptions& options) {
  return {.equal_parts = options.parts,
          .documents = options.plot || options.svg ? Documents::kept : Documents::counted};
}

void remark_empty_parts(const DispersionOptions& options, const count::TextParts& parts) {
  if (parts.empty_parts() == 0 || options.inputs.quiet) return;
  remark(fmt::format("left out {} without tokens", counted(parts.empty_parts(), "part")));
}

/// What a table says below its rows.
std::string footer(const DispersionOptions& options, const RunningText& text, std::string_view rows) {
  return fmt::format("{}, {}, {}, {}{}", rows, counted(text.parts.parts(), "part"),
                     counted(text.parts.tokens(), "token"), counted(text.document_count, "document"),
                     options.output.columns.empty() ? "; --columns all has more measures" : "");
}

void print_queries(const DispersionOptions& options, const FoundQueries& found,
                   std::span<const search::Query> queries) {
  const MeasureColumns columns{options.output, "query"};
  Result result{options.output, columns.all(), columns.shown()};
  for (std::size_t i = 0; i < queries.size(); ++i) {
    result.row(columns.row(queries[i].text(), found.positions[i], found.text.parts));
  }
  const std::string rows =
      queries.size() == 1 ? "1 query" : fmt::format("{} queries", report::format_grouped(queries.size()));
  result.footer(footer(options, found.text, rows));
  result.finish();
}

int run_queries(const DispersionOptions& options, const text::TokenizerOptions& rules) {
  const std::vector<search::Query> queries = read_queries(options.queries, options.inputs, rules);
  Inputs inputs{options.inputs, options.tokens, input_needs(queries)};
  const auto figure = options.svg ? inputs.create_file("the figure", "--svg", *options.svg) : nullptr;
  const FoundQueries found = find_queries(inputs, queries_anew(queries, options.queries, options.inputs, rules),
                                          hit_options(options.queries, options.tokens, rules), text_wanted(options));
  remark_empty_parts(options, found.text.parts);
  const auto bars = bar_codes(found, queries);
  if (figure) {
    report::write_svg_bar_codes(*figure, bars);
    figure->close();
  }
  if (options.plot) {
    print_bar_codes(bars, queries.size(), options.output);
  } else {
    print_queries(options, found, queries);
  }
  return inputs.finish();
}

int run_types(const DispersionOptions& options, const text::TokenizerOptions& rules) {
  const MeasureColumns columns{options.output, "type"};
  Inputs inputs{options.inputs, options.tokens};
  const FoundTypes found = find_types(inputs, rules, text_wanted(options));
  remark_empty_parts(options, found.text.parts);
  const ChosenTypes chosen = choose_types(found, options, rules, inputs.threads());
  Result result{options.output, columns.all(), columns.shown()};
  print_parts(result, chosen.ids.size(), inputs.threads(), [&](Rows& rows, std::size_t begin, std::size_t end) {
    const auto some = std::span(chosen.ids).subspan(begin, end - begin);
    found.types.each(some, [&](std::size_t i, stats::Counts positions) {
      rows.row(columns.row(found.types.list().types[some[i]], positions, found.text.parts));
    });
  });
  result.footer(footer(
      options, found.text,
      fmt::format("{} of {} shown", report::format_grouped(chosen.ids.size()), counted(chosen.matching, "type"))));
  result.finish();
  return inputs.finish();
}

int run(DispersionOptions& options) {
  check(options);
  if (!options.parts && !options.inputs.selection.by) options.inputs.selection.by = "doc";
  const text::TokenizerOptions rules = options.tokens.resolve(options.inputs);
  return options.all ? run_types(options, rules) : run_queries(options, rules);
}

void add_types(CLI::App& app, DispersionOptions& options) {
  constexpr const char* group = "Rows";
  add_switch(app, "--all", options.all, "a row for each type, in place of queries")->group(group);
  add_rows(app, options.rows);
  app.get_option("--min-range")->description("only what N parts or more hold");
  add_text(app, "--match", options.match, "PATTERN", "only types that PATTERN matches: * any characters, ? one")
      ->group(group);
  add_word(
      app, "--sort", dispersion_orders(), order_by_frequency, [&](std::size_t order) { options.sort = order; },
      "order of the rows")
      ->group(group);
  add_switch(app, "--uneven", options.uneven, "by a measure, the least even first")->group(group);
}

}  // namespace

Action configure_dispersion(CLI::App& app) {
  auto options = std::make_shared<DispersionOptions>();
  add_named_queries(app, options->queries, "-q,-e,--query");
  add_types(app, *options);
  add_count(app, "--parts", options->parts, "so many parts of equal size, wherever documents end", {1, UINT64_MAX})
      ->group("Parts");
  add_switch(app, "--plot", options->plot, "in place of rows, draw where in each document the hits are")
      ->group("Drawings");
  add_text(app, "--svg", options->svg, "FILE", "write the same to FILE as a figure for print")->group("Drawings");
  add_inputs(app, options->inputs);
  app.get_option("--by")
      ->description("the parts: doc (if nothing is given), speaker, turn, paragraph, or the values of a field")
      ->group("Parts");
  add_threads(app, options->inputs);
  add_tokens(app, options->tokens);
  add_output(app, options->output, dispersion_columns());
  add_examples(app, {{"corpus dispersion -q snow -q lamp examples/station", "how evenly two words are spread"},
                     {"corpus dispersion --all --min-freq 10 --sort dp_norm --uneven --top 10 examples/station",
                      "the words that are most at home in one document"},
                     {"corpus dispersion -q snow --plot examples/station", "where the word falls in each document"}});
  return [options] { return run(*options); };
}

}  // namespace corpus::cmd
