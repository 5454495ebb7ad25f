// SPDX-License-Identifier: MIT
#include "cmd/ngrams_options.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <span>

#include "cmd/contains.hpp"
#include "cmd/parse.hpp"
#include "cmd/result.hpp"
#include "cmd/within.hpp"

namespace corpus::cmd {
namespace {

struct Lengths {
  unsigned shortest = 0;
  unsigned longest = 0;
};

/// `3` or `2-5`; nothing where it is neither.
std::optional<Lengths> parse_lengths(std::string_view text) {
  const auto parse = [](std::string_view word) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error == std::errc{} && end == word.data() + word.size() ? number : 0;
  };
  const std::size_t dash = text.find('-');
  const unsigned shortest = parse(text.substr(0, dash));
  const unsigned longest = dash == std::string_view::npos ? shortest : parse(text.substr(dash + 1));
  if (shortest == 0 || longest < shortest || longest > count::longest_ngram) return std::nullopt;
  return Lengths{shortest, longest};
}

void check(const NgramsOptions& options, const Lengths& lengths) {
  if (options.gaps && lengths.shortest < 3) {
    throw UsageError("--gaps: a slot stands between two words, so n is at least 3: -n 3");
  }
  if (options.across && options.within != count::Within::sentence && options.within != count::Within::document) {
    throw UsageError("--within and --across: say one of them");
  }
  if (options.gaps && options.skip > 0) throw UsageError("--gaps and --skip: say one of them");
  if (options.maximal && (options.gaps || options.skip > 0)) {
    throw UsageError("--maximal is of words that follow each other: leave out --skip and --gaps");
  }
  if (options.maximal && lengths.shortest == lengths.longest) {
    throw UsageError("--maximal compares n-grams of several lengths: -n 2-5, say");
  }
  if (!options.output.columns.empty() && !options.measures.empty()) {
    throw UsageError("--measure adds to the usual columns: name measures in --columns instead");
  }
  if (options.output.format == OutputFormat::counts && !options.measures.empty()) {
    throw UsageError("--format counts has its own columns: leave out --measure");
  }
}

}  // namespace

std::vector<std::string_view> measure_names() {
  std::vector<std::string_view> names;
  for (const stats::AssociationMeasure& measure : stats::association_measures()) names.push_back(measure.name);
  return names;
}

count::NgramRules ngram_rules(const NgramsOptions& options) {
  const auto lengths = parse_lengths(options.lengths);
  if (!lengths) {
    throw UsageError(fmt::format("--length: '{}' is not a length such as 3, nor several such as 2-5, from 1 to {}",
                                 options.lengths, count::longest_ngram));
  }
  check(options, *lengths);
  return {.shortest = lengths->shortest,
          .longest = lengths->longest,
          .skip = static_cast<unsigned>(options.skip),
          .slots = options.gaps ? count::Slots::one : count::Slots::none,
          .within = options.across ? count::Within::document : options.within};
}

std::vector<const stats::AssociationMeasure*> wanted_measures(const NgramsOptions& options) {
  std::vector<const stats::AssociationMeasure*> wanted;
  for (const stats::AssociationMeasure& measure : stats::association_measures()) {
    const bool listed = contains(options.measures, measure.name) || contains(options.measures, "all");
    if (listed || asks_for(options.output, measure.name) || options.sort == measure.name) wanted.push_back(&measure);
  }
  return wanted;
}

std::vector<std::string> usual_columns(const NgramsOptions& options, const count::NgramRules& rules) {
  std::vector<std::string> columns{"type", "freq", "per_million", "range"};
  if (rules.shortest != rules.longest) columns.insert(columns.begin() + 1, "n");
  if (options.gaps) columns.emplace_back("fillers");
  for (const std::string& name : options.measures) {
    if (name != "all") columns.push_back(name);
  }
  for (const stats::AssociationMeasure* measure : wanted_measures(options)) columns.emplace_back(measure->name);
  return columns;
}

std::string format_rules(const count::NgramRules& rules, std::string_view language) {
  std::string text = fmt::format("\tn={}", rules.shortest);
  if (rules.longest != rules.shortest) text += fmt::format("-{}", rules.longest);
  text += fmt::format("\tskip={}\tgaps={}\twithin={}", rules.skip, rules.slots == count::Slots::one ? "one" : "none",
                      name_of(rules.within, std::span<const Named<text::Within>>(within_names)));
  // Abbreviations, which end no sentence, are those of the language.
  if (rules.within == count::Within::sentence && !language.empty()) text += fmt::format("\tlanguage={}", language);
  return text;
}

std::string cut_of(const NgramsOptions& options) {
  std::vector<RowPattern> patterns;
  for (const std::string& pattern : options.containing) patterns.push_back({"containing", pattern});
  for (const std::string& pattern : options.starts) patterns.push_back({"starts", pattern});
  for (const std::string& pattern : options.ends) patterns.push_back({"ends", pattern});
  if (options.maximal) patterns.push_back({"maximal", "yes"});
  return cut_of(options.rows, patterns);
}

}  // namespace corpus::cmd
