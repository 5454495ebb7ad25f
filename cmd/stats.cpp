// SPDX-License-Identifier: MIT
/// \file
/// `corpus stats`: the measures of each document and of all together, or the growth of the vocabulary.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "cmd/command.hpp"
#include "cmd/counts.hpp"
#include "cmd/groups.hpp"
#include "cmd/inputs.hpp"
#include "cmd/measures.hpp"
#include "cmd/options.hpp"
#include "cmd/parse.hpp"
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
    const bool named = std::find(options.output.columns.begin(), options.output.columns.end(), measure.name) !=
                       options.output.columns.end();
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

/// Measures what is read: each document by itself, or each group of --by, and all together.
class Measuring {
 public:
  Measuring(const Options& options, const MeasureParameters& parameters, Inputs& inputs)
      : inputs_(inputs), tokenizer_(options.tokens.resolve(options.inputs)), make_([&options, &parameters] {
          const bool readability = any_wanted(options, Shown::with_readability);
          return std::make_unique<count::Profiler>(options.tokens.abbreviations(),
                                                   readability ? count::Readability::counted : count::Readability::none,
                                                   parameters.language);
        }) {}

  /// Calls `use` with each profile as it is complete, and returns that of all together.
  template <typename Use>
  count::Profile each(Use use) {
    const Selection& selection = inputs_.selection();
    count::Profile total = !selection.grouped() || selection.contiguous() ? in_order(use) : by_group(use);
    total.name = "total";
    return total;
  }

 private:
  /// Each group is at an end where the next begins.
  template <typename Use>
  count::Profile in_order(Use use) {
    const auto made = make_();
    count::Profiler& profiler = *made;
    const bool grouped = inputs_.selection().grouped();
    inputs_.each([&](Document& document) {
      refuse_counts_file(document, "these measures");
      Parts parts{document, inputs_};
      std::optional<std::string> group;
      const bool divided = inputs_.selection().divides(document);
      if (!divided) profiler.start(group.emplace(document.name));
      while (const auto block = parts.next()) {
        const std::string name = grouped ? parts.group(*block) : document.name;
        if (group && name != *group) use(profiler.finish());
        if (name != group) profiler.start(group.emplace(name));
        add(profiler, *block);
        if (divided) profiler.add_bytes(block->bytes());
      }
      if (!group) return;
      if (!divided) profiler.add_bytes(parts.reader().bytes_read());
      use(profiler.finish());
    });
    return std::move(profiler).total();
  }

  template <typename Use>
  count::Profile by_group(Use use) {
    const auto made = make_();
    count::Profiler& all = *made;
    all.start("total");
    Groups<std::unique_ptr<count::Profiler>> groups;
    inputs_.each([&](Document& document) {
      refuse_counts_file(document, "these measures");
      const auto group_of = [&](const std::string& name) -> count::Profiler& {
        return *groups.of(name, [&] {
          auto fresh = make_();
          fresh->start(name);
          return fresh;
        });
      };
      const auto add_bytes = [&](const text::Block& block, std::uint64_t bytes) {
        group_of(inputs_.selection().group(document, block)).add_bytes(bytes);
        all.add_bytes(bytes);
      };
      const bool divided = inputs_.selection().divides(document);
      std::set<count::Profiler*> met;
      Parts parts{document, inputs_};
      while (const auto block = parts.next()) {
        count::Profiler& profiler = group_of(parts.group(*block));
        met.insert(&profiler);
        add(profiler, *block);
        add(all, *block);
        if (divided) add_bytes(*block, block->bytes());
      }
      if (!divided) add_bytes({}, parts.reader().bytes_read());  // an empty document makes a group too
      all.end_document();
      for (count::Profiler* const profiler : met) profiler->end_document();
    });
    for (auto& [name, profiler] : groups) use(profiler->finish());
    all.finish();
    return std::move(all).total();
  }

  void add(count::Profiler& profiler, const text::Block& block) {
    profiler.add(block);
    tokenizer_.start(block);
    for (auto batch = tokenizer_.next(); !batch.empty(); batch = tokenizer_.next()) profiler.add(block, batch);
  }

  Inputs& inputs_;
  text::Tokenizer tokenizer_;
  std::function<std::unique_ptr<count::Profiler>()> make_;
};

int print_measures(const Options& options, const MeasureParameters& parameters) {
  Inputs inputs{options.inputs, options.tokens, needs(options)};
  Measuring measuring{options, parameters, inputs};
  const auto group = inputs.group_column();
  std::vector<report::Column> columns;
  if (!group) columns.push_back({"doc"});
  for (const Measure& measure : measures()) {
    columns.push_back({std::string(measure.name), measure.kind, measure.decimals});
  }
  Result result{options.output, std::move(columns), default_columns(options, parameters), group};
  const auto print = [&](const count::Profile& profile) {
    const auto spectrum = stats::FrequencySpectrum::of_tokens(profile.tokens);
    std::vector<report::Cell> row;
    if (group) {
      result.group(profile.name);
    } else {
      row.emplace_back(std::string_view(profile.name));
    }
    for (const Measure& measure : measures()) {
      row.push_back(wants(options, measure) ? measure.value({profile, spectrum, parameters}) : report::Cell{});
    }
    result.row(row);
  };
  print(measuring.each(print));
  result.finish();
  return inputs.finish();
}

int print_growth(const Options& options, const MeasureParameters& parameters) {
  using enum report::Kind;
  if (options.inputs.selection.by)
    throw UsageError("--growth is of all inputs as one text: use --where for each group");
  Inputs inputs{options.inputs, options.tokens};
  Measuring measuring{options, parameters, inputs};
  Result result{options.output,
                {{"tokens", count},
                 {"types", count},
                 {"hapaxes", count},
                 {"heaps", real, 1},
                 {"heaps_k", real, 3},
                 {"heaps_beta", real, 4},
                 {"heaps_r2", real, 4}},
                {"all"}};
  const count::Profile total = measuring.each([](const count::Profile&) {});
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
