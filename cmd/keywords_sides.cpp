// SPDX-License-Identifier: MIT
#include "cmd/keywords_sides.hpp"

#include <fmt/format.h>

#include <utility>

#include "cmd/count_inputs.hpp"
#include "cmd/counts.hpp"
#include "cmd/ngrams_count.hpp"
#include "cmd/ngrams_options.hpp"
#include "cmd/remark.hpp"
#include "cmd/temporary_folder.hpp"
#include "corpus/count/counts_file.hpp"
#include "corpus/error.hpp"

namespace corpus::cmd {
namespace {

using Lists = Groups<count::FrequencyList>;

/// Under which rules the two sides were made, and whether that is the same.
class RulesOfSides {
 public:
  explicit RulesOfSides(const KeywordsOptions& options) : options_(options) {}

  /// Throws Error where they are not those of the first document, unless --force is given.
  void meet(const std::string& document, const std::string& rules) {
    if (rules_.empty()) {
      document_ = document;
      rules_ = rules;
    }
    if (rules == rules_) return;
    const std::string cause =
        fmt::format("made under other rules than {}: {}", document_, count::difference_of_rules(rules, rules_));
    if (!options_.force) {
      throw Error{{.file = document, .cause = cause, .hint = "count both with the same token options, or --force"}};
    }
    if (!options_.inputs.quiet) remark(fmt::format("{}: {}", document, cause));
  }

 private:
  const KeywordsOptions& options_;
  std::string document_;  ///< the first
  std::string rules_;
};

/// Adds a counts file of n-grams; their number stands for that of tokens.
void add_ngram_file(count::FrequencyList& list, Document document, std::uint64_t n, RulesOfSides& rules) {
  count::CountsReader reader{std::move(document)};
  const count::CountsHeader& header = reader.header();
  const auto refuse = [&](std::string cause, std::string hint) {
    throw Error{{.file = reader.name(), .line = 1, .cause = std::move(cause), .hint = std::move(hint)}};
  };
  if (!header.windows) refuse("a list of words is none of n-grams", "count with corpus ngrams --format counts");
  refuse_cut_list(reader);
  if (("\t" + header.rules + "\t").find(fmt::format("\tn={}\t", n)) == std::string::npos) {
    refuse(fmt::format("the list is not of n={} alone, which --ngrams asks for", n), "--ngrams takes the list's own n");
  }
  rules.meet(reader.name(), header.rules);
  const auto size = count::add_sizes({list.tokens, list.documents}, {*header.windows, header.documents, {}, {}});
  if (!size) refuse("with this list there are more n-grams than can be counted", "");
  list.tokens = size->tokens;
  list.documents = size->documents;
  while (const auto row = reader.next()) list.add(row->type, row->freq, row->range);
}

/// As a row of a counts file has it.
std::string text_of(const count::Ngram& ngram, const count::NgramCounts& counts) {
  std::string text;
  for (const count::TypeId type : ngram.types) text.append(text.empty() ? "" : " ").append(counts.type(type));
  return text;
}

Lists count_ngram_lists(Inputs& inputs, const text::TokenizerOptions& tokens, const KeywordsOptions& options,
                        RulesOfSides& met) {
  const auto n = static_cast<unsigned>(*options.ngrams);
  const count::NgramRules rules{.shortest = n, .longest = n};
  const std::string in_force = inputs.rules_in_force(tokens) + format_rules(rules, options.tokens.language());
  const Selection& selection = inputs.selection();
  Lists lists;  // for deliveries, and for who has the turn
  const auto take = [&](Document& document, Outlet& outlet) {
    const bool divided = selection.divides(document);
    if (is_counts_file(document)) {
      if (divided) refuse_counts_file(document, "--where and --by of parts of documents");
      outlet.await_turn();
      count::FrequencyList& list = lists.of(selection.group(document, {}));
      add_ngram_file(list, std::move(document), *options.ngrams, met);
      return true;
    }
    const std::string group = divided ? "" : selection.group(document, {});
    outlet.hand_in(group.size(), [&, divided, group, name = document.name] {
      met.meet(name, in_force);
      if (!divided) lists.of(group);  // in the order in which they are met
    });
    return false;
  };
  CountedNgrams counted = count_ngrams(
      inputs, tokens, rules,
      {.abbreviations = options.tokens.abbreviations(), .folder = temporary_folder(), .threads = inputs.threads()},
      take);
  for (const auto& [name, number] : counted.groups) {
    count::NgramList ngrams = counted.counts.list(number, {.order = count::NgramOrder::type});
    count::FrequencyList& list = lists.of(name);
    list.tokens += ngrams.windows(n);
    list.documents += ngrams.documents();
    while (const count::Ngram* ngram = ngrams.next()) {
      list.add(text_of(*ngram, counted.counts), ngram->freq, ngram->range);
    }
  }
  return lists;
}

/// The inputs of one side, as a user named them.
std::string names_of(const KeywordsOptions& options, std::string_view side) {
  if (side == reference_side) return fmt::format("--ref {}", fmt::join(options.inputs.reference, " --ref "));
  if (options.inputs.files_from) return *options.inputs.files_from;
  return options.inputs.inputs.empty() ? "-" : fmt::format("{}", fmt::join(options.inputs.inputs, " "));
}

/// The measures' own bound.
constexpr std::uint64_t most_tokens = std::uint64_t{1} << 53U;

/// Throws Error where there is nothing on a side, or too much.
void check(Lists& lists, const KeywordsOptions& options) {
  std::uint64_t left = most_tokens;
  for (const auto& [name, list] : lists) {
    if (list.tokens > left) {
      throw Error{{.cause = "the lists are of more than 2^53 tokens, which measures are not made for",
                   .hint = "is a frequency in a counts file right?"}};
    }
    left -= list.tokens;
  }
  const std::string_view unit = options.ngrams ? "n-grams of that length" : "tokens";
  if (!options.inputs.selection.by) {
    for (const std::string_view side : {target_side, reference_side}) {
      if (lists.of(std::string(side)).tokens > 0) continue;
      throw Error{{.file = names_of(options, side), .cause = fmt::format("the {} has no {}", side, unit)}};
    }
    return;
  }
  const std::string by = "--by " + *options.inputs.selection.by;
  if (lists.size() < 2) {
    throw Error{{.cause = fmt::format("{}: {}, so there is nothing to compare", by,
                                      lists.size() == 0 ? "no group" : "a single group"),
                 .hint = "--ref names another corpus"}};
  }
  for (const auto& [name, list] : lists) {
    if (list.tokens > 0) continue;
    throw Error{{.cause = fmt::format("{}: group '{}' has no {}", by, name, unit),
                 .hint = "--where or --exclude leaves it out"}};
  }
}

}  // namespace

KeywordSides count_sides(Inputs& inputs, const text::TokenizerOptions& rules, const KeywordsOptions& options) {
  RulesOfSides met{options};
  const auto tell = [&](const std::string& document, const std::string& made) { met.meet(document, made); };
  Lists lists = options.ngrams ? count_ngram_lists(inputs, rules, options, met) : count_inputs(inputs, rules, tell);
  check(lists, options);
  std::vector<std::string> names;
  std::vector<count::FrequencyList> all;
  std::vector<std::size_t> targets;
  for (auto& [name, list] : lists) {
    if (options.inputs.selection.by || name == target_side) targets.push_back(names.size());
    names.push_back(name);
    all.push_back(std::move(list));
  }
  return {std::move(names), count::Contrast{std::move(all)}, std::move(targets)};
}

}  // namespace corpus::cmd
