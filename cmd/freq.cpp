// SPDX-License-Identifier: MIT
/// \file
/// `corpus freq`: the frequency list.
#include <array>

#include "cmd/command.hpp"
#include "cmd/count_inputs.hpp"
#include "cmd/counts.hpp"
#include "cmd/frequency_rows.hpp"
#include "cmd/options.hpp"
#include "cmd/parse.hpp"
#include "cmd/result.hpp"
#include "cmd/row_stream.hpp"
#include "cmd/values.hpp"
#include "corpus/count/ranking.hpp"
#include "corpus/unicode/pattern.hpp"

namespace corpus::cmd {
namespace {

constexpr std::array<Named<count::Order>, 4> order_names{{{"freq", count::Order::frequency},
                                                          {"type", count::Order::type},
                                                          {"range", count::Order::range},
                                                          {"reverse", count::Order::ending}}};

constexpr std::array<std::string_view, 8> column_names{"rank",  "type",       "freq", "per_million",
                                                       "range", "cumulative", "arf",  "dp"};

struct Options {
  InputArguments inputs;
  TokenArguments tokens;
  OutputArguments output;
  RowArguments rows;
  std::optional<std::string> match;
  bool regex = false;
  count::Order order = count::Order::frequency;
};

/// What of the list is printed.
class Filter {
 public:
  Filter(const Options& options, const text::TokenizerOptions& rules) : options_(options) {
    if (options.regex && !options.match) throw UsageError("--regex says how to read --match, which is missing");
    const PatternSyntax syntax = options.regex ? PatternSyntax::regex : PatternSyntax::glob;
    if (options.match) pattern_ = type_pattern("--match", *options.match, syntax, options.tokens, rules);
  }

  bool operator()(std::string_view type, const count::FrequencyList::Entry& entry) const {
    return options_.rows.takes(entry.freq, entry.range) && (!pattern_ || pattern_->matches(type));
  }

  /// As the header of a counts file names it.
  [[nodiscard]] std::string cut() const {
    return cut_of(options_.rows,
                  options_.match ? std::vector<RowPattern>{{"match", *options_.match}} : std::vector<RowPattern>{});
  }

 private:
  const Options& options_;
  std::optional<unicode::Pattern> pattern_;
};

/// The rows of one group.
struct Choice {
  const count::FrequencyList& list;
  std::vector<text::TypeId> chosen = {};
  std::size_t matching = 0;  ///< of which those chosen are the first
};

Choice choose(const count::FrequencyList& list, const Filter& wanted, const Options& options) {
  Choice rows{list};
  for (text::TypeId id = 0; id < list.entries.size(); ++id) {
    if (wanted(list.types[id], list.entries[id])) rows.chosen.push_back(id);
  }
  rows.matching = rows.chosen.size();
  count::sort(rows.chosen, list, options.order, options.rows.top.value_or(rows.matching));
  return rows;
}

void print_counts(const count::FrequencyList& list, const Filter& wanted, const Options& options,
                  const std::string& rules) {
  Choice rows = choose(list, wanted, options);
  count::sort(rows.chosen, list, count::Order::type);
  report::Output output{STDOUT_FILENO, "standard output"};
  write_counts(output, {list.tokens, list.documents, rules, wanted.cut()}, list, rows.chosen);
  output.close();
}

/// Sorted rows are anywhere in memory, which is slower than to print one.
constexpr std::size_t rows_ahead = 16;

void print_rows(Result& result, const std::string& group, const Choice& rows, const Dispersions& dispersions,
                const Options& options, unsigned threads) {
  const count::FrequencyList& list = rows.list;
  const bool ranked = asks_for(options.output, "rank") || asks_for(options.output, "cumulative");
  const auto ranks = ranked ? count::rank(list) : std::vector<count::Rank>{};
  const auto tokens = static_cast<double>(list.tokens);
  print_parts(result, rows.chosen.size(), threads, [&](Rows& part, std::size_t begin, std::size_t end) {
    part.group(group);
    for (std::size_t i = begin; i < end; ++i) {
      const text::TypeId id = rows.chosen[i];
      if (i + rows_ahead < rows.chosen.size()) list.types.prefetch(rows.chosen[i + rows_ahead]);
      const auto& entry = list.entries[id];
      const auto rank = ranked ? ranks[id] : count::Rank{};
      part.row({rank.rank, list.types[id], entry.freq, static_cast<double>(entry.freq) * 1e6 / tokens, entry.range,
                static_cast<double>(rank.cumulative) / tokens,
                dispersions.arf.empty() ? report::Cell{} : report::cell(dispersions.arf[id]),
                dispersions.dp.empty() ? report::Cell{} : report::cell(dispersions.dp[id])});
    }
  });
}

std::string footer(const Groups<count::FrequencyList>& lists, std::size_t shown, std::size_t matching) {
  if (lists.size() != 1) return groups_footer(shown, matching, lists.size());
  const count::FrequencyList& list = lists.begin()->second;
  return list_footer(shown, {matching, "type", list.tokens, list.documents});
}

void print_lists(const Groups<count::FrequencyList>& lists, const std::vector<Dispersions>& dispersions,
                 const Filter& wanted, const Options& options, const Inputs& inputs) {
  using enum report::Kind;
  Result result{options.output,
                {{"rank", ordinal},
                 {"type"},
                 {"freq", count},
                 {"per_million", real, 2},
                 {"range", count},
                 {"cumulative", real, 4},
                 {"arf", real, 2},
                 {"dp", real, 3}},
                {"type", "freq", "per_million", "range"},
                inputs.group_column()};
  std::size_t shown = 0;
  std::size_t matching = 0;
  std::size_t index = 0;
  for (const auto& [name, list] : lists) {
    const Choice rows = choose(list, wanted, options);
    print_rows(result, name, rows, dispersions.empty() ? Dispersions{} : dispersions[index++], options,
               inputs.threads());
    shown += rows.chosen.size();
    matching += rows.matching;
  }
  result.footer(footer(lists, shown, matching));
  result.finish();
}

int run(const Options& options) {
  check_counts_format(options.output, options.inputs.selection);
  const bool dispersed = asks_for(options.output, "arf") || asks_for(options.output, "dp");
  const text::TokenizerOptions rules = options.tokens.resolve(options.inputs);
  const Filter wanted{options, rules};
  Inputs inputs{options.inputs, options.tokens};
  if (dispersed) inputs.keep_for_second_pass();

  const auto lists = count_inputs(inputs, rules);
  const auto dispersions = dispersed ? measure_dispersion(inputs, rules, lists) : std::vector<Dispersions>{};
  if (options.output.format == OutputFormat::counts) {
    print_counts(lists.begin()->second, wanted, options, inputs.rules_in_force(rules));
  } else {
    print_lists(lists, dispersions, wanted, options, inputs);
  }
  return inputs.finish();
}

}  // namespace

Action configure_freq(CLI::App& app) {
  constexpr const char* group = "Rows";
  auto options = std::make_shared<Options>();
  add_rows(app, options->rows);
  add_text(app, "--match", options->match, "PATTERN", "only types that PATTERN matches: * any characters, ? one")
      ->group(group);
  add_switch(app, "--regex", options->regex, "a regular expression for the whole type, in place of * and ?")
      ->group(group);
  add_choice(app, "--sort", options->order, order_names, "order of the rows")->group(group);
  add_inputs(app, options->inputs);
  add_threads(app, options->inputs);
  add_tokens(app, options->tokens);
  add_output(app, options->output, column_names, Formats::counts);
  add_examples(app, {{"corpus freq --top 10 examples/station", "the ten most frequent types"},
                     {"corpus freq --match 'snow*' --sort type examples/station", "every type that begins with snow"},
                     {"corpus freq --columns type,freq,arf,dp --min-range 3 --top 20 examples/station",
                      "frequent and evenly spread"}});
  return [options] { return run(*options); };
}

}  // namespace corpus::cmd
