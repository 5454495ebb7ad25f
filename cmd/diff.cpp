// SPDX-License-Identifier: MIT
/// \file
/// `corpus diff`: what changed between two versions of a corpus.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cmd/command.hpp"
#include "cmd/contains.hpp"
#include "cmd/diff_conditions.hpp"
#include "cmd/diff_figures.hpp"
#include "cmd/diff_options.hpp"
#include "cmd/diff_sections.hpp"
#include "cmd/diff_sides.hpp"
#include "cmd/diff_words.hpp"
#include "cmd/inputs.hpp"
#include "cmd/parse.hpp"
#include "cmd/remark.hpp"
#include "cmd/values.hpp"

namespace corpus::cmd {
namespace {

constexpr int conditions_held = 1;

/// Of the sections, and of --words.
std::vector<std::string_view> column_names() {
  std::vector<std::string_view> names(diff_columns.begin(), diff_columns.end());
  for (const std::string_view column : word_columns) {
    if (!contains(names, column)) names.push_back(column);
  }
  return names;
}

std::vector<Section> sections_asked(const DiffOptions& options) {
  std::vector<Section> sections;
  for (std::size_t i = 0; i < section_names.size(); ++i) {
    if (options.only.empty() || contains(options.only, section_names[i])) sections.push_back(static_cast<Section>(i));
  }
  return sections;
}

/// The figures of the profile: those that `corpus stats` shows, or those that are named.
std::vector<const Measure*> measures_asked(const DiffOptions& options) {
  std::vector<const Measure*> asked;
  for (const Measure& measure : measures()) {
    const bool shown = measure.shown == Shown::always || measure.shown == Shown::with_turns;
    const bool named = contains(options.figures, measure.name) || contains(options.figures, "all");
    if (options.figures.empty() ? shown : named) asked.push_back(&measure);
  }
  return asked;
}

/// What the sections, the measures and the conditions need of the texts.
struct Needs {
  InputNeeds inputs = {};
  SideOptions sides = {};
};

Needs needs_of(const DiffOptions& options, const std::vector<FigureSource>& figures,
               const MeasureParameters& parameters) {
  const auto any = [&](auto is_so) {
    return std::any_of(figures.begin(), figures.end(),
                       [&](const FigureSource& figure) { return figure.measure != nullptr && is_so(*figure.measure); });
  };
  const bool units = any([](const Measure& measure) { return measure.needs == MeasureNeeds::units; });
  const bool turns = any([](const Measure& measure) { return measure.shown == Shown::with_turns; });
  const bool readability = any([](const Measure& measure) { return measure.shown == Shown::with_readability; });
  const bool documents = std::any_of(figures.begin(), figures.end(),
                                     [](const FigureSource& figure) { return figure.section == Section::documents; });
  return {.inputs = {.turns = turns ? text::Turns::found : text::Turns::ignored},
          .sides = {.profile = {.rules = options.tokens.resolve(options.inputs),
                                .abbreviations = options.tokens.abbreviations(),
                                .readability = readability ? count::Readability::counted : count::Readability::none,
                                .language = parameters.language},
                    .units = units ? UnitsCounted::yes : UnitsCounted::no,
                    .records = documents ? RecordsWanted::yes : RecordsWanted::no}};
}

/// Those of the sections that the sides tell. Throws Error where --only names another.
std::vector<Section> sections_told(const std::vector<Section>& sections, const Comparison& comparison,
                                   const DiffOptions& options) {
  std::vector<Section> told;
  for (const Section section : sections) {
    const auto obstacle = comparison.obstacle(section);
    if (!obstacle) {
      told.push_back(section);
    } else if (!options.only.empty()) {
      throw Error{*obstacle};
    } else if (!options.inputs.quiet) {
      remark(fmt::format("left out: {} ({}: {})", section_names[static_cast<std::size_t>(section)], obstacle->file,
                         obstacle->cause));
    }
  }
  return told;
}

/// Says which figures that were named are not told by one of the sides.
void remark_untold(const std::vector<const Measure*>& named, const Comparison& comparison) {
  for (const Measure* const measure : named) {
    if (const auto obstacle = comparison.obstacle(*measure)) {
      remark(fmt::format("left out: {} ({}: {})", measure->name, obstacle->file, obstacle->cause));
    }
  }
}

/// Throws UsageError where options contradict each other.
void check(const DiffOptions& options) {
  if (options.before == "-" && options.after == "-") throw UsageError("standard input cannot be both sides");
  const auto& columns = options.output.columns;
  const bool words = options.words.has_value();
  for (const std::string& column : columns) {
    if (column == "all" || (words ? contains(word_columns, column) : contains(diff_columns, column))) continue;
    throw UsageError(fmt::format("--columns: {} is a column of {}", column,
                                 words ? "the sections, not of --words" : "--words, which is missing"));
  }
  if (!words) {
    if (options.around) throw UsageError("--around is of --words, which is missing");
    return;
  }
  if (!options.only.empty()) throw UsageError("--only names sections, and --words prints none");
  if (!options.figures.empty()) throw UsageError("--figures is of the profile, and --words prints none");
  if (options.top) throw UsageError("--top is of the vocabulary, and --words prints none");
  if (options.fail_on) throw UsageError("--fail-on is of the sections, and --words prints none");
}

int run(DiffOptions& options) {
  check(options);
  options.inputs.inputs = {options.before};
  options.inputs.reference = {options.after};
  if (options.words) return print_words(options);
  const auto conditions = options.fail_on ? std::optional<Conditions>(*options.fail_on) : std::nullopt;
  const MeasureParameters parameters{.language = stats::language_of(options.tokens.locale)};

  const std::vector<Section> sections = sections_asked(options);
  const std::vector<const Measure*> shown = measures_asked(options);
  std::vector<FigureSource> figures = conditions ? conditions->figures() : std::vector<FigureSource>{};
  for (const Section section : sections) {
    if (section != Section::profile) {
      figures.push_back({section});
    } else {
      for (const Measure* const measure : shown) figures.push_back({section, measure});
    }
  }
  const Needs needs = needs_of(options, figures, parameters);
  Inputs inputs{options.inputs, options.tokens, needs.inputs};
  const Sides sides = read_sides(inputs, options.inputs, needs.sides);
  Comparison comparison{sides, figures, parameters, inputs.threads()};
  // Trouble with a figure is known before anything is printed.
  const auto held = conditions ? conditions->that_hold(comparison) : std::vector<std::string>{};
  const bool named = !options.figures.empty() && !contains(options.figures, "all");
  if (named && !options.inputs.quiet) remark_untold(shown, comparison);
  print_sections(comparison, sections_told(sections, comparison, options), shown, options, inputs.threads());
  const int trouble = inputs.finish();
  for (const std::string& condition : held) remark("--fail-on: " + condition);
  if (trouble != 0) return trouble;
  return held.empty() ? 0 : conditions_held;
}

/// Of the options that say what is read, those that mean nothing where two sides are compared.
void leave_out(CLI::App& app) {
  for (const char* const name : {"INPUT", "--files-from", "--null", "--by"}) app.remove_option(app.get_option(name));
}

std::vector<std::string_view> figure_words() {
  std::vector<std::string_view> words;
  for (const Measure& measure : measures()) words.push_back(measure.name);
  words.push_back("all");
  return words;
}

}  // namespace

Action configure_diff(CLI::App& app) {
  constexpr const char* group = "What is compared";
  auto options = std::make_shared<DiffOptions>();
  add_text(app, "OLD", options->before, "OLD",
           "the old side: texts as elsewhere, a counts file, a lock, or REVISION:PATH")
      ->default_str("")
      ->required()
      ->group("Input");
  add_text(app, "NEW", options->after, "NEW", "the new side: the same")->default_str("")->required()->group("Input");
  add_list(app, "--only", options->only, "SECTION", section_names, "print these sections alone")->group(group);
  add_list(app, "--figures", options->figures, "FIGURE", figure_words(), "the figures of the profile")->group(group);
  add_count(app, "--top", options->top, "print only the first N rows")->group("Rows");
  add_text(app, "--fail-on", options->fail_on, "EXPR", "end with status 1 if EXPR holds of the figures")->group(group);
  add_text(app, "--words", options->words, "DOC", "the words that changed inside this document, in place of sections")
      ->group(group);
  add_count(app, "--around", options->around, "words shown around each change of --words")->group(group);
  add_inputs(app, options->inputs);
  leave_out(app);
  add_threads(app, options->inputs);
  add_tokens(app, options->tokens);
  add_output(app, options->output, column_names());
  add_examples(app, {{"corpus diff examples/station examples/station-2", "what the second edition changed"},
                     {"corpus diff --only distance examples/station examples/station-2", "and how much"}});
  return [options] { return run(*options); };
}

}  // namespace corpus::cmd
