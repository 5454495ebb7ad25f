// SPDX-License-Identifier: MIT
/// \file
/// `corpus keywords`: what is more frequent in one corpus than in another.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "cmd/command.hpp"
#include "cmd/contains.hpp"
#include "cmd/keywords_options.hpp"
#include "cmd/keywords_rows.hpp"
#include "cmd/keywords_sides.hpp"
#include "cmd/parse.hpp"
#include "cmd/values.hpp"
#include "corpus/count/ngrams.hpp"
#include "corpus/report/number.hpp"

namespace corpus::cmd {
namespace {

constexpr std::array<Named<KeynessTest>, 2> test_names{{{"tokens", KeynessTest::tokens}, {"docs", KeynessTest::docs}}};

constexpr std::array<Named<Direction>, 3> direction_names{
    {{"both", Direction::both}, {"positive", Direction::positive}, {"negative", Direction::negative}}};

constexpr std::array<Named<stats::Adjustment>, 4> adjustment_names{{{"holm", stats::Adjustment::holm},
                                                                    {"bh", stats::Adjustment::benjamini_hochberg},
                                                                    {"bonferroni", stats::Adjustment::bonferroni},
                                                                    {"none", stats::Adjustment::none}}};

/// Throws UsageError where options contradict each other.
void check(const KeywordsOptions& options) {
  const bool by = options.inputs.selection.by.has_value();
  if (options.inputs.reference.empty() && !by) {
    throw UsageError("say what to compare with: --ref REFERENCE, or --by NAME, each group with all the others");
  }
  if (!options.inputs.reference.empty() && by) {
    throw UsageError("--ref and --by: the reference of a group is all the other groups");
  }
  const bool reference_is_input = contains(options.inputs.reference, "-");
  InputArguments target = options.inputs;
  target.reference.clear();
  if (reference_is_input && target.read_standard_input()) {
    throw UsageError("standard input cannot be both the target and the reference");
  }
  if (options.test == KeynessTest::docs && options.ngrams) {
    throw UsageError("--test docs is of words: leave out --ngrams");
  }
  if (options.test == KeynessTest::docs) return;
  if (options.seed) throw UsageError("--seed says how --test docs deals documents out, which is missing");
  if (options.rounds) throw UsageError("--rounds says how often --test docs deals documents out, which is missing");
  for (const std::string_view column : document_columns) {
    const bool shown = contains(options.output.columns, column);
    if (shown || options.sort == column) {
      throw UsageError(fmt::format("{} is a test over documents: --test docs is missing", column));
    }
  }
}

/// What is printed, of all groups together.
struct Tally {
  std::uint64_t shown = 0;
  std::uint64_t matching = 0;
};

std::string footer_of_groups(const Tally& tally, std::size_t groups) {
  return fmt::format("{} of {} shown, {}", report::format_grouped(tally.shown), counted(tally.matching, "row"),
                     counted(groups, "group"));
}

std::string footer_of_sides(const Tally& tally, const KeywordComparison& comparison, const KeywordsOptions& options) {
  const auto size = [&](const count::Contrast::Size& side) {
    return counted(side.tokens, options.ngrams ? "n-gram" : "token") + " in " + counted(side.documents, "document");
  };
  return fmt::format("{} of {} shown, {} tested; {} against {}", report::format_grouped(tally.shown),
                     counted(tally.matching, options.ngrams ? "n-gram" : "type"),
                     report::format_grouped(comparison.candidates.size()), size(comparison.target),
                     size(comparison.reference));
}

/// Reads the inputs again for the types that are printed; for all, where the order hangs on that.
DocumentTests test_documents(Inputs& inputs, const text::TokenizerOptions& rules, const KeywordSides& sides,
                             const KeywordsOptions& options) {
  std::set<count::Contrast::Index> wanted;
  for (const std::size_t target : sides.targets) {
    const KeywordComparison comparison{sides.contrast, target, options};
    Figures figures{comparison, options, inputs.threads()};
    const bool all = document_column(options.sort).has_value();
    const auto chosen = all ? Keywords{comparison.candidates}
                            : in_order({sides.contrast, comparison, nullptr}, figures, options, inputs.threads());
    for (const Candidate& candidate : chosen.chosen) wanted.insert(candidate.type);
  }
  std::vector<std::string_view> types;
  for (const count::Contrast::Index type : wanted) types.push_back(sides.contrast.type(type));
  return DocumentTests{inputs, rules, sides.names, types, options};
}

void print(const KeywordSides& sides, const DocumentTests* tests, KeywordTable& table, const KeywordsOptions& options,
           unsigned threads) {
  Tally tally;
  std::string footer;
  for (const std::size_t target : sides.targets) {
    const KeywordComparison comparison{sides.contrast, target, options};
    const KeywordSource source{sides.contrast, comparison, tests};
    Figures figures{comparison, options, threads};
    const Keywords keywords = in_order(source, figures, options, threads);
    table.print(sides.names[target], source, keywords.chosen, figures, threads);
    tally.shown += keywords.chosen.size();
    tally.matching += keywords.matching;
    footer = footer_of_sides(tally, comparison, options);
  }
  table.finish(sides.targets.size() == 1 ? footer : footer_of_groups(tally, sides.targets.size()));
}

int run(const KeywordsOptions& options) {
  check(options);
  const text::TokenizerOptions rules = options.tokens.resolve(options.inputs);
  const bool by = options.inputs.selection.by.has_value();
  InputArguments arguments = options.inputs;
  if (!by) arguments.selection.by = fmt::format("[{}]", side_field);
  Inputs inputs{arguments, options.tokens};
  if (options.test == KeynessTest::docs) inputs.keep_for_second_pass();

  const KeywordSides sides = count_sides(inputs, rules, options);
  std::optional<DocumentTests> tests;
  if (options.test == KeynessTest::docs) tests.emplace(test_documents(inputs, rules, sides, options));
  KeywordTable table{options, by ? inputs.group_column() : std::nullopt};
  print(sides, tests ? &*tests : nullptr, table, options, inputs.threads());
  return inputs.finish();
}

void add_measuring(CLI::App& app, KeywordsOptions& options) {
  constexpr const char* group = "Measures";
  add_choice(app, "--adjust", options.adjust, adjustment_names, "how p is corrected for the number of types tested")
      ->group(group);
  add_real(app, "--confidence", options.confidence, "of the interval of the log ratio, and so of lrc", {0.5, 0.999999})
      ->group(group);
  add_real(app, "--k", options.k, "added to both rates by simple_maths", {0, 1e12})->group(group);
  add_real(app, "--prior", options.prior, "imagined tokens that log_odds adds to each corpus", {1e-6, 1e12})
      ->group(group);
  add_choice(app, "--test", options.test, test_names,
             "with docs, whether documents differ, and not only all their tokens")
      ->group(group);
  add_count(app, "--seed", options.seed, "other dealings for the permutation test")->group(group);
  add_count(app, "--rounds", options.rounds, "how many dealings there are", {1, 1'000'000'000})->group(group);
}

void add_rows(CLI::App& app, KeywordsOptions& options) {
  constexpr const char* group = "Rows";
  add_choice(app, "--direction", options.direction, direction_names,
             "keywords of the target (positive), of the reference (negative), or both")
      ->group(group);
  add_count(app, "--top", options.top, "print only the first N rows in each direction")->group(group);
  add_count(app, "--min-freq", options.min_freq, "test only types that occur N times or more in both together")
      ->group(group);
  add_count(app, "--min-range", options.min_range,
            "test only types that N documents or more hold, on the side where they are more frequent")
      ->group(group);
  const auto orders = keyword_orders();
  const auto standing =
      static_cast<std::size_t>(std::find(orders.begin(), orders.end(), options.sort) - orders.begin());
  add_word(
      app, "--sort", {orders.begin(), orders.end()}, standing,
      [&options, orders](std::size_t chosen) { options.sort = orders[chosen]; }, "order of the rows")
      ->group(group);
}

}  // namespace

Action configure_keywords(CLI::App& app) {
  auto options = std::make_shared<KeywordsOptions>();
  add_texts(app, "--ref", options->inputs.reference, "INPUT", "what to compare with: a file, directory or counts file")
      ->group("Comparison");
  add_count(app, "--ngrams", options->ngrams, "compare sequences of N words within sentences",
            {1, count::longest_ngram})
      ->group("Comparison");
  add_switch(app, "--force", options->force, "compare what was tokenized under different rules, and say so")
      ->group("Comparison");
  add_measuring(app, *options);
  add_rows(app, *options);
  add_inputs(app, options->inputs);
  add_threads(app, options->inputs);
  add_tokens(app, options->tokens);
  add_output(app, options->output, keyword_columns());
  add_examples(app, {{"corpus keywords --top 5 examples/station/01-keeper.txt --ref examples/station/02-engineer.txt",
                      "what is typical of the one interview, and what of the other"},
                     {"corpus keywords --by doc --direction positive --top 3 examples/station",
                      "of each interview, against all the others"}});
  return [options] { return run(*options); };
}

}  // namespace corpus::cmd
