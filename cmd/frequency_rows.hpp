// SPDX-License-Identifier: MIT
/// \file
/// Which rows of a list of frequencies are printed, and what is said about those that are not: what commands share
/// whose rows are types, or n-grams of them.
///
///     add_rows(app, options->rows);
///     …
///     if (options.rows.takes(entry.freq, entry.range)) …
///     result.footer(list_footer(shown, {.matching = matching, .unit = "type", .tokens = tokens, .documents = 4}));
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/options.hpp"
#include "corpus/text/tokenizer.hpp"
#include "corpus/unicode/pattern.hpp"

namespace corpus::cmd {

struct RowArguments {
  std::optional<std::uint64_t> top;
  std::uint64_t min_freq = 1;
  std::uint64_t min_range = 1;

  [[nodiscard]] bool takes(std::uint64_t freq, std::uint64_t range) const {
    return freq >= min_freq && range >= min_range;
  }
};

/// "Rows": --top, --min-freq, --min-range.
void add_rows(CLI::App& app, RowArguments& arguments);

/// How a pattern for types is to be read.
enum class PatternSyntax : std::uint8_t { glob, regex };

/// A pattern that a user gives for whole types: compared as types are, capitals folded where theirs are. Throws Error.
unicode::Pattern type_pattern(std::string_view option, const std::string& pattern, PatternSyntax syntax,
                              const TokenArguments& tokens, const text::TokenizerOptions& rules);

/// An option that leaves rows out, and its value.
struct RowPattern {
  std::string_view option;  ///< `match`
  std::string value;
};

/// What was left out, as the header of a counts file names it.
std::string cut_of(const RowArguments& arguments, const std::vector<RowPattern>& patterns);

/// Throws UsageError where --format counts is asked for with what such a file has its own of, or has not.
void check_counts_format(const OutputArguments& output, const SelectionArguments& selection);

/// What a table says below its rows.
struct ListSize {
  std::uint64_t matching = 0;  ///< rows, of which those shown are the first
  std::string_view unit;       ///< what a row is
  std::uint64_t tokens = 0;
  std::uint64_t documents = 0;
};
std::string list_footer(std::uint64_t shown, const ListSize& size);
/// The same of several lists, one for each group.
std::string groups_footer(std::uint64_t shown, std::uint64_t matching, std::uint64_t groups);

}  // namespace corpus::cmd
