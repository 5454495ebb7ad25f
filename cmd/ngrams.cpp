// SPDX-License-Identifier: MIT
/// \file
/// `corpus ngrams`: how often words follow each other.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <memory>

#include "cmd/command.hpp"
#include "cmd/inputs.hpp"
#include "cmd/ngrams_count.hpp"
#include "cmd/ngrams_options.hpp"
#include "cmd/ngrams_print.hpp"
#include "cmd/parse.hpp"
#include "cmd/result.hpp"
#include "cmd/temporary_folder.hpp"
#include "cmd/values.hpp"
#include "cmd/within.hpp"
#include "corpus/unicode/pattern.hpp"

namespace corpus::cmd {
namespace {

constexpr std::array<Named<count::NgramOrder>, 4> order_names{{{"freq", count::NgramOrder::frequency},
                                                               {"type", count::NgramOrder::type},
                                                               {"range", count::NgramOrder::range},
                                                               {"reverse", count::NgramOrder::ending}}};

constexpr std::size_t most_patterns = 8;

/// What --containing, --starts and --ends ask of an n-gram.
class Conditions {
 public:
  Conditions(const NgramsOptions& options, const text::TokenizerOptions& rules) {
    add("--containing", options.containing, count::Stand::anywhere, options, rules);
    add("--starts", options.starts, count::Stand::first, options, rules);
    add("--ends", options.ends, count::Stand::last, options, rules);
    if (options.regex && conditions_.empty()) {
      throw UsageError("--regex says how to read --containing, --starts and --ends, which are missing");
    }
    if (conditions_.size() > most_patterns) {
      throw UsageError(fmt::format("--containing, --starts and --ends: {} patterns at most", most_patterns));
    }
  }

  [[nodiscard]] const std::vector<count::NgramCondition>& all() const { return conditions_; }

 private:
  void add(std::string_view option, const std::vector<std::string>& patterns, count::Stand where,
           const NgramsOptions& options, const text::TokenizerOptions& rules) {
    for (const std::string& text : patterns) {
      if (!options.regex && text.find(' ') != std::string::npos) {
        throw UsageError(
            fmt::format("{}: '{}' is of several words: give a pattern for each, and --containing any number of times",
                        option, text));
      }
      const unicode::Pattern& pattern = patterns_.emplace_back(type_pattern(
          option, text, options.regex ? PatternSyntax::regex : PatternSyntax::glob, options.tokens, rules));
      conditions_.push_back({[&pattern](std::string_view type) { return pattern.matches(type); }, where});
    }
  }

  std::deque<unicode::Pattern> patterns_;
  std::vector<count::NgramCondition> conditions_;
};

/// The same conditions and range asked of n-grams that were counted already.
class Filter {
 public:
  Filter(const count::NgramCounts& counts, const std::vector<count::NgramCondition>& conditions,
         std::uint64_t min_range)
      : slot_(counts.slot()), min_range_(min_range) {
    for (const count::NgramCondition& condition : conditions) {
      std::vector<bool>& met = met_.emplace_back();
      for (const std::string_view type : counts.types()) met.push_back(condition.matches(type));
      if (slot_) met[*slot_] = false;
      where_.push_back(condition.where);
    }
  }

  bool operator()(const count::Ngram& ngram) const {
    if (ngram.range < min_range_) return false;
    for (std::size_t i = 0; i < met_.size(); ++i) {
      if (!meets(ngram.types, met_[i], where_[i])) return false;
    }
    return true;
  }

 private:
  static bool meets(std::span<const count::TypeId> types, const std::vector<bool>& met, count::Stand where) {
    if (where == count::Stand::first) return met[types.front()];
    if (where == count::Stand::last) return met[types.back()];
    return std::any_of(types.begin(), types.end(), [&](count::TypeId type) { return met[type]; });
  }

  std::optional<count::TypeId> slot_;
  std::uint64_t min_range_;
  std::vector<std::vector<bool>> met_;  ///< by condition and type
  std::vector<count::Stand> where_;
};

/// Whether places in the whole list are shown, which then must be known. What --maximal leaves is a list of its own.
bool ranked(const NgramsOptions& options) {
  return asks_for(options.output, "rank") || asks_for(options.output, "cumulative");
}

count::NgramOptions counting_options(const NgramsOptions& options, const Conditions& conditions, const Inputs& inputs) {
  const bool dispersed = asks_for(options.output, "arf") || asks_for(options.output, "dp");
  count::NgramOptions counting{.min_freq = options.rows.min_freq,
                               .maximal = options.maximal ? count::Maximal::only : count::Maximal::all,
                               .dispersion = dispersed ? count::Dispersion::measured : count::Dispersion::left_out,
                               .abbreviations = options.tokens.abbreviations(),
                               .memory = options.memory,
                               .folder = temporary_folder(),
                               .threads = inputs.threads()};
  if (!ranked(options) || options.maximal) {
    counting.min_range = options.rows.min_range;
    counting.conditions = conditions.all();
  }
  return counting;
}

NgramOrdering ordering(const NgramsOptions& options, const count::NgramRules& rules, const count::NgramCounts& counts,
                       const Conditions& conditions) {
  NgramOrdering ordering{.rules = rules,
                         .measure = stats::find_association_measure(options.sort),
                         .ranked = ranked(options),
                         .top = options.rows.top.value_or(UINT64_MAX)};
  for (const auto& known : order_names) {
    if (known.name == options.sort) ordering.order = known.value;
  }
  const bool cut = options.rows.min_range > 1 || !conditions.all().empty();
  if (cut && ordering.ranked && !options.maximal) {
    ordering.takes = Filter{counts, conditions.all(), options.rows.min_range};
  }
  return ordering;
}

int run(const NgramsOptions& options) {
  check_counts_format(options.output, options.inputs.selection);
  const count::NgramRules rules = ngram_rules(options);
  const text::TokenizerOptions tokens = options.tokens.resolve(options.inputs);
  const Conditions conditions{options, tokens};
  const bool turns = rules.within == count::Within::turn;
  Inputs inputs{options.inputs, options.tokens, {.turns = turns ? text::Turns::found : text::Turns::ignored}};

  CountedNgrams counted = count_ngrams(inputs, tokens, rules, counting_options(options, conditions, inputs));
  const NgramOrdering order = ordering(options, rules, counted.counts, conditions);
  if (options.output.format == OutputFormat::counts) {
    print_ngram_counts(counted, options, order,
                       inputs.rules_in_force(tokens) + format_rules(rules, options.tokens.language()));
  } else {
    print_ngrams(counted, options, order, inputs);
  }
  return inputs.finish();
}

void add_ngrams(CLI::App& app, NgramsOptions& options) {
  constexpr const char* group = "N-grams";
  add_text(app, "-n,--length", options.lengths, "LENGTH", "how many words: 3, or several lengths: 2-5")->group(group);
  add_count(app, "--skip", options.skip, "up to N words may stand between those of an n-gram (skipgrams)", {0, 15})
      ->group(group);
  add_switch(app, "--gaps", options.gaps, "patterns in which one inner word may be any: in * of")->group(group);
  add_choice(app, "--within", options.within, within_names, "what no n-gram reaches beyond")->group(group);
  add_switch(app, "--across", options.across, "reach beyond sentences, paragraphs and turns")->group(group);
  add_size(app, "--memory", options.memory, "count in so much memory; what is more goes to temporary files")
      ->group(group);
}

void add_choosing(CLI::App& app, NgramsOptions& options) {
  constexpr const char* group = "Rows";
  const std::vector<std::string_view> measures = measure_names();
  add_rows(app, options.rows);
  add_texts(app, "--containing", options.containing, "PATTERN", "only n-grams with a word that PATTERN matches")
      ->group(group);
  add_texts(app, "--starts", options.starts, "PATTERN", "only n-grams whose first word PATTERN matches")->group(group);
  add_texts(app, "--ends", options.ends, "PATTERN", "only n-grams whose last word PATTERN matches")->group(group);
  add_switch(app, "--regex", options.regex, "patterns are regular expressions for whole words, in place of * and ?")
      ->group(group);
  add_switch(app, "--maximal", options.maximal, "leave out what only occurs inside one longer n-gram")->group(group);
  std::vector<std::string_view> keys;
  for (const auto& order : order_names) keys.push_back(order.name);
  keys.insert(keys.end(), measures.begin(), measures.end());
  add_word(
      app, "--sort", keys, 0, [&options, keys](std::size_t chosen) { options.sort = keys[chosen]; },
      "order of the rows")
      ->group(group);
  std::vector<std::string_view> lists = measures;
  lists.push_back("all");
  add_list(app, "--measure", options.measures, "MEASURE", lists, "which measures of association")->group("Measures");
}

std::vector<std::string_view> column_names() {
  std::vector<std::string_view> names(ngram_columns.begin(), ngram_columns.end());
  for (const std::string_view measure : measure_names()) names.push_back(measure);
  return names;
}

}  // namespace

Action configure_ngrams(CLI::App& app) {
  auto options = std::make_shared<NgramsOptions>();
  add_ngrams(app, *options);
  add_choosing(app, *options);
  add_inputs(app, options->inputs);
  add_threads(app, options->inputs);
  add_tokens(app, options->tokens);
  add_output(app, options->output, column_names(), Formats::counts);
  add_examples(app, {{"corpus ngrams -n 3 --top 10 examples/station", "the ten most frequent sequences of three words"},
                     {"corpus ngrams -n 2-4 --containing snow --min-freq 3 examples/station",
                      "what snow is part of, three times or more"},
                     {"corpus ngrams --measure log_dice,g2 --sort log_dice --min-freq 3 --top 10 examples/station",
                      "pairs of words that are drawn to each other"}});
  return [options] { return run(*options); };
}

}  // namespace corpus::cmd
