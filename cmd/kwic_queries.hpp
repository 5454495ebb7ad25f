// SPDX-License-Identifier: MIT
/// \file
/// What commands search for, as it stands on the command line.
///
///     add_queries(app, options->queries);
///     …
///     const std::vector<search::Query> queries = read_queries(arguments, inputs, rules);
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cmd/inputs.hpp"
#include "cmd/options.hpp"
#include "corpus/search/concordance.hpp"
#include "corpus/search/query.hpp"

namespace corpus::cmd {

/// "Query". Where -e or -f is given, the first operand is no query but an input, as with grep.
struct QueryArguments {
  std::optional<std::string> operand;
  CLI::Option* operand_option = nullptr;
  std::vector<std::string> queries;
  std::vector<std::string> files;
  bool regex = false;
  bool cql = false;
  bool exact = false;
  bool over_punctuation = false;
  bool across = false;
};

void add_queries(CLI::App& app, QueryArguments& arguments);

/// The same for a command whose operands are all inputs; `names` are those of the option that takes a query.
void add_named_queries(CLI::App& app, QueryArguments& arguments, const std::string& names);

/// Hands the operand on to the inputs where it is one of them. Before the inputs are listed.
void settle_operand(QueryArguments& arguments, InputArguments& inputs);

/// At least one. Throws UsageError where one on the command line cannot be read, whose message shows the place; Error where
/// one in a file cannot, or the file.
std::vector<search::Query> read_queries(const QueryArguments& arguments, const InputArguments& inputs,
                                        const text::TokenizerOptions& rules);

/// Makes the same queries anew, for a query serves one thread. Any thread may call it.
using MakeQueries = std::function<std::vector<search::Query>()>;
/// From their texts: the files that they were read from may be pipes. What is given by reference must outlive it.
MakeQueries queries_anew(std::span<const search::Query> queries, QueryArguments arguments, const InputArguments& inputs,
                         const text::TokenizerOptions& rules);

/// What they want of the inputs.
InputNeeds input_needs(std::span<const search::Query> queries);
/// What a hit is; the rest as it stands.
search::ConcordanceOptions hit_options(const QueryArguments& arguments, const TokenArguments& tokens,
                                       const text::TokenizerOptions& rules);

}  // namespace corpus::cmd
