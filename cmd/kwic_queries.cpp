// SPDX-License-Identifier: MIT
#include "cmd/kwic_queries.hpp"

#include <algorithm>
#include <utility>

#include "cmd/expression.hpp"
#include "cmd/parse.hpp"
#include "cmd/side_file.hpp"
#include "cmd/values.hpp"
#include "corpus/text/blocks.hpp"
#include "corpus/text/lines.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::cmd {
namespace {

class QueryReader {
 public:
  QueryReader(const QueryArguments& arguments, const text::TokenizerOptions& rules)
      : arguments_(arguments), rules_(rules) {
    if (arguments.regex && arguments.cql) throw UsageError("--regex and --cql: a query is one or the other");
    if (arguments.exact && arguments.cql) throw UsageError("--exact: CQL's word is the exact form already");
  }

  /// `option` is what it was given as.
  void add(std::string_view option, std::string_view text) {
    if (text.empty()) throw UsageError(std::string(option) + ": a query is missing");
    check_expression(option, text);
    try {
      queries_.push_back(parse(text));
    } catch (const Error& error) {
      throw misread(option, text, error);
    }
  }

  void add_file(const std::string& path) {
    const std::size_t before = queries_.size();
    with_side_list(path, "queries", [&](Document document) { add_lines(path, read_all(document)); });
    if (queries_.size() == before) throw Error{{.file = path, .cause = "there is no query in this file"}};
  }

  std::vector<search::Query> take() { return std::move(queries_); }

 private:
  search::Query parse(std::string_view text) {
    if (arguments_.cql) return search::parse_cql(text, rules_);
    const auto compare = arguments_.exact ? search::Compare::forms : search::Compare::types;
    return arguments_.regex ? search::parse_regex(text, rules_, compare) : search::parse_words(text, rules_, compare);
  }

  static std::string read_all(Document& document) {
    std::string text;
    text::BlockReader reader{document, {}};
    while (const auto block = reader.next()) text += block->text;
    return text;
  }

  void add_lines(const std::string& path, std::string_view text) {
    std::uint64_t number = 0;
    text::LineScanner lines{text};
    while (const auto line = lines.next()) {
      ++number;
      if (line->blank()) continue;
      try {
        queries_.push_back(parse(line->shown(text)));
      } catch (const Error& error) {
        Problem problem = error.problem();
        problem.file = path;
        problem.line = number;
        problem.column += unicode::count_code_points(text.substr(line->begin, line->shows - line->begin));
        throw Error{std::move(problem)};
      }
    }
  }

  const QueryArguments& arguments_;
  const text::TokenizerOptions& rules_;
  std::vector<search::Query> queries_;
};

bool given_by_name(const QueryArguments& arguments) { return !arguments.queries.empty() || !arguments.files.empty(); }

}  // namespace

void add_queries(CLI::App& app, QueryArguments& arguments) {
  constexpr const char* group = "Query";
  arguments.operand_option =
      add_text(app, "QUERY", arguments.operand, "QUERY", "words or a phrase: * any characters, ? one, a|b either")
          ->group(group);
  add_named_queries(app, arguments, "-e,--query");
  app.get_option("--query")->description("a query; all operands are then inputs");
}

void add_named_queries(CLI::App& app, QueryArguments& arguments, const std::string& names) {
  constexpr const char* group = "Query";
  add_texts(app, names, arguments.queries, "QUERY", "words or a phrase: * any characters, ? one, a|b either")
      ->group(group);
  add_texts(app, "-f,--queries", arguments.files, "FILE", "the queries in FILE, one a line")->group(group);
  add_switch(app, "--regex", arguments.regex, "a regular expression for the whole type, in place of * and ?")
      ->group(group);
  add_switch(app, "--cql", arguments.cql, "the corpus query language: '[word=\"take\" %c] []{0,3} \"place\"'")
      ->group(group);
  add_switch(app, "--exact", arguments.exact, "compare words as they stand, not as types")->group(group);
  add_switch(app, "--over-punctuation", arguments.over_punctuation, "punctuation may stand between the words of a hit")
      ->group(group);
  add_switch(app, "--across", arguments.across, "reach beyond sentences, paragraphs and turns")->group(group);
}

void settle_operand(QueryArguments& arguments, InputArguments& inputs) {
  if (!given_by_name(arguments) || !arguments.operand) return;
  inputs.inputs.insert(inputs.inputs.begin(), *arguments.operand);
  arguments.operand.reset();
  arguments.operand_option->clear();  // the manifest names queries
}

std::vector<search::Query> read_queries(const QueryArguments& arguments, const InputArguments& inputs,
                                        const text::TokenizerOptions& rules) {
  QueryReader reader{arguments, rules};
  if (!arguments.operand && !given_by_name(arguments)) {
    throw UsageError("a query is missing: corpus kwic 'of course' FILE");
  }
  if (arguments.operand) reader.add("QUERY", *arguments.operand);
  for (const std::string& query : arguments.queries) reader.add("--query", query);
  const auto from_input = std::count(arguments.files.begin(), arguments.files.end(), "-");
  if (from_input > 1 || (from_input == 1 && inputs.read_standard_input())) {
    throw UsageError("--queries: standard input can be read once, for the queries or the text");
  }
  for (const std::string& path : arguments.files) reader.add_file(path);
  return reader.take();
}

MakeQueries queries_anew(std::span<const search::Query> queries, QueryArguments arguments, const InputArguments& inputs,
                         const text::TokenizerOptions& rules) {
  arguments.operand.reset();
  arguments.files.clear();
  arguments.queries.clear();
  for (const search::Query& query : queries) arguments.queries.push_back(query.text());
  return [arguments = std::move(arguments), &inputs, &rules] { return read_queries(arguments, inputs, rules); };
}

InputNeeds input_needs(std::span<const search::Query> queries) {
  const auto any = [&](auto is_so) { return std::any_of(queries.begin(), queries.end(), is_so); };
  const bool turns = any([](const search::Query& query) { return query.within() == search::Within::turn; });
  const bool attributes = any([](const search::Query& query) {
    return query.looks_at(search::Attribute::lemma) || query.looks_at(search::Attribute::upos);
  });
  return {.turns = turns ? text::Turns::found : text::Turns::ignored,
          .attribute = attributes ? text::Attribute::word : text::Attribute::form};
}

search::ConcordanceOptions hit_options(const QueryArguments& arguments, const TokenArguments& tokens,
                                       const text::TokenizerOptions& rules) {
  return {.rules = rules,
          .gaps = arguments.over_punctuation ? search::Gaps::punctuation : search::Gaps::white_space,
          .across = arguments.across ? search::Across::yes : search::Across::no,
          .abbreviations = tokens.abbreviations()};
}

}  // namespace corpus::cmd
