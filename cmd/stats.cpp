// SPDX-License-Identifier: MIT
/// \file
/// `corpus stats`: the measures of each document and of all together, or the growth of the vocabulary.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "cmd/command.hpp"
#include "cmd/contains.hpp"
#include "cmd/in_order.hpp"
#include "cmd/inputs.hpp"
#include "cmd/measures.hpp"
#include "cmd/options.hpp"
#include "cmd/parse.hpp"
#include "cmd/profile_inputs.hpp"
#include "cmd/remark.hpp"
#include "cmd/result.hpp"
#include "cmd/values.hpp"
#include "corpus/count/growth.hpp"
#include "corpus/count/profile.hpp"
#include "corpus/stats/growth.hpp"

namespace corpus::cmd {
namespace {

struct Options {
  InputArguments inputs;
  TokenArguments tokens;
  OutputArguments output;
  MeasureParameters parameters;
  bool readability = false;
  bool growth = false;
  std::uint64_t growth_points = 20;
};

/// The columns where --columns names none.
std::vector<std::string> default_columns(const Options& options, const MeasureParameters& parameters) {
  std::vector<std::string> names;
  if (!options.inputs.selection.by) names.emplace_back("doc");
  std::string without_constants;
  for (const Measure& measure : measures()) {
    if (measure.shown == Shown::always || measure.shown == Shown::with_turns) names.emplace_back(measure.name);
    if (measure.shown != Shown::with_readability || !options.readability) continue;
    if (has_constants(measure, parameters.language)) {
      names.emplace_back(measure.name);
    } else {
      without_constants += fmt::format(" {}", measure.name);
    }
  }
  if (!without_constants.empty() && !options.inputs.quiet) {
    remark(fmt::format("left out, for they have no constants for --locale {}:{}", options.tokens.locale,
                       without_constants));
  }
  return names;
}

/// Throws UsageError where --columns names a formula without constants for the language.
void check_constants(const Options& options, const MeasureParameters& parameters) {
  for (const Measure& measure : measures()) {
    const bool named = contains(options.output.columns, measure.name);
    if (named && measure.shown == Shown::with_readability && !has_constants(measure, parameters.language)) {
      throw UsageError(fmt::format(
          "--columns: {} has no constants for {}", measure.name,
          options.tokens.locale.empty() ? "an unknown language: give --locale" : "--locale " + options.tokens.locale));
    }
  }
}

bool wants(const Options& options, const Measure& measure) {
  if (!options.output.columns.empty()) return asks_for(options.output, measure.name);
  return measure.shown == Shown::always || measure.shown == Shown::with_turns ||
         (measure.shown == Shown::with_readability && options.readability);
}

bool any_wanted(const Options& options, Shown shown) {
  return std::any_of(measures().begin(), measures().end(),
                     [&](const Measure& measure) { return measure.shown == shown && wants(options, measure); });
}

InputNeeds needs(const Options& options) {
  return {.turns = any_wanted(options, Shown::with_turns) ? text::Turns::found : text::Turns::ignored};
}

ProfileOptions profile_options(const Options& options, const MeasureParameters& parameters) {
  const bool readability = any_wanted(options, Shown::with_readability);
  return {.rules = options.tokens.resolve(options.inputs),
          .abbreviations = options.tokens.abbreviations(),
          .readability = readability ? count::Readability::counted : count::Readability::none,
          .language = parameters.language};
}

/// The cells of a row without its name, of the columns that are wanted, computed by so many threads.
Cells measure_profile(const count::Profile& profile, const Options& options, const MeasureParameters& parameters,
                      unsigned threads) {
  const auto spectrum = stats::FrequencySpectrum::of_tokens(profile.tokens);
  const auto all = measures();
  Cells cells(all.size());
  const auto measure = [&](std::size_t i) {
    if (wants(options, all[i])) cells[i] = all[i].value({profile, spectrum, parameters});
  };
  if (threads == 1) {
    for (std::size_t i = 0; i < all.size(); ++i) measure(i);
  } else {
    do_in_order(all.size(), threads, [&] { return [&](std::size_t i, Outlet& /*outlet*/) { measure(i); }; });
  }
  return cells;
}

int print_measures(const Options& options, const MeasureParameters& parameters) {
  Inputs inputs{options.inputs, options.tokens, needs(options)};
  const auto group = inputs.group_column();
  std::vector<report::Column> columns;
  if (!group) columns.push_back({"doc"});
  for (const Measure& measure : measures()) {
    columns.push_back({std::string(measure.name), measure.kind, measure.decimals});
  }
  Result result{options.output, std::move(columns), default_columns(options, parameters), group};
  std::size_t shown = 0;
  Cells first;
  const auto show = [&](const count::Profile& profile, const Cells& cells) {
    std::vector<report::Cell> row;
    if (group) {
      result.group(profile.name);
    } else {
      row.emplace_back(std::string_view(profile.name));
    }
    row.insert(row.end(), cells.begin(), cells.end());
    result.row(row);
    if (++shown == 1) first = cells;
  };
  const auto total = profile_inputs(
      inputs, profile_options(options, parameters),
      [&](const count::Profile& profile) { return measure_profile(profile, options, parameters, 1); }, show);
  // One alone is the total too.
  show(total, shown == 1 ? first : measure_profile(total, options, parameters, inputs.threads()));
  result.finish();
  return inputs.finish();
}

int print_growth(const Options& options, const MeasureParameters& parameters) {
  using enum report::Kind;
  if (options.inputs.selection.by)
    throw UsageError("--growth is of all inputs as one text: use --where for each group");
  Inputs inputs{options.inputs, options.tokens};
  Result result{options.output,
                {{"tokens", count},
                 {"types", count},
                 {"hapaxes", count},
                 {"heaps", real, 1},
                 {"heaps_k", real, 3},
                 {"heaps_beta", real, 4},
                 {"heaps_r2", real, 4}},
                {"all"}};
  const count::Profile total = profile_inputs(
      inputs, profile_options(options, parameters), [](const count::Profile&) { return Cells{}; },
      [](const count::Profile&, const Cells&) {});
  const std::vector<count::GrowthPoint> points = count::growth(total.tokens, options.growth_points);
  std::vector<double> tokens;
  std::vector<double> types;
  for (const count::GrowthPoint& point : points) {
    tokens.push_back(static_cast<double>(point.tokens));
    types.push_back(static_cast<double>(point.types));
  }
  const auto fit = stats::heaps_fit(tokens, types);
  const auto fitted = [&](double n) { return fit ? report::Cell{fit->k * std::pow(n, fit->beta)} : report::Cell{}; };
  const report::Cell k = fit ? report::Cell{fit->k} : report::Cell{};
  const report::Cell beta = fit ? report::Cell{fit->beta} : report::Cell{};
  const report::Cell r2 = fit ? report::cell(fit->r2) : report::Cell{};
  for (std::size_t i = 0; i < points.size(); ++i) {
    result.row({points[i].tokens, points[i].types, points[i].hapaxes, fitted(tokens[i]), k, beta, r2});
  }
  result.finish();
  return inputs.finish();
}

int run(const Options& options) {
  MeasureParameters parameters = options.parameters;
  parameters.language = stats::language_of(options.tokens.locale);
  if (options.growth) return print_growth(options, parameters);
  if (options.readability && options.tokens.locale.empty()) {
    throw UsageError("--readability needs the language of the text: --locale en, say");
  }
  check_constants(options, parameters);
  return print_measures(options, parameters);
}

std::vector<std::string_view> column_names() {
  std::vector<std::string_view> names{"doc"};
  for (const Measure& measure : measures()) names.push_back(measure.name);
  for (const std::string_view name : {"heaps", "heaps_k", "heaps_beta", "heaps_r2"}) names.push_back(name);
  return names;
}

}  // namespace

Action configure_stats(CLI::App& app) {
  constexpr const char* group = "Measures";
  auto options = std::make_shared<Options>();
  MeasureParameters& parameters = options->parameters;
  add_switch(app, "--readability", options->readability, "add readability formulas for the language of --locale")
      ->group(group);
  add_count(app, "--sttr-segment", parameters.sttr_segment, "tokens in a segment of STTR", {1, UINT64_MAX})
      ->group(group);
  add_count(app, "--msttr-segment", parameters.msttr_segment, "tokens in a segment of MSTTR", {1, UINT64_MAX})
      ->group(group);
  add_count(app, "--mattr-window", parameters.mattr_window, "tokens in a window of MATTR", {1, UINT64_MAX})
      ->group(group);
  add_real(app, "--mtld-threshold", parameters.mtld_threshold, "TTR at which a factor of MTLD ends", {0.01, 0.99})
      ->group(group);
  add_count(app, "--hdd-sample", parameters.hdd_sample, "tokens in a sample of HD-D", {1, UINT64_MAX})->group(group);
  add_switch(app, "--growth", options->growth, "print how the vocabulary grows with the text, and Heaps' law")
      ->group(group);
  add_count(app, "--growth-points", options->growth_points, "rows of --growth", {2, 1'000'000})->group(group);
  add_inputs(app, options->inputs);
  add_threads(app, options->inputs);
  add_tokens(app, options->tokens);
  add_output(app, options->output, column_names());
  add_examples(
      app, {{"corpus stats --columns doc,tokens,types,mattr,mtld examples/station", "how varied are the interviews?"},
            {"corpus stats --readability --locale en --columns doc,flesch,lix examples/station",
             "how hard are they to read?"},
            {"corpus stats --growth --growth-points 5 examples/station", "how fast does the vocabulary grow?"}});
  return [options] { return run(*options); };
}

}  // namespace corpus::cmd
