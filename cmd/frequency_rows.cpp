// SPDX-License-Identifier: MIT
#include "cmd/frequency_rows.hpp"

#include <fmt/format.h>

#include "cmd/expression.hpp"
#include "cmd/parse.hpp"
#include "cmd/result.hpp"
#include "cmd/values.hpp"
#include "corpus/report/number.hpp"
#include "corpus/report/safety.hpp"

namespace corpus::cmd {

void add_rows(CLI::App& app, RowArguments& arguments) {
  constexpr const char* group = "Rows";
  add_count(app, "--top", arguments.top, "print only the first N rows")->group(group);
  add_count(app, "--min-freq", arguments.min_freq, "only what occurs N times or more")->group(group);
  add_count(app, "--min-range", arguments.min_range, "only what N documents or more hold")->group(group);
}

unicode::Pattern type_pattern(std::string_view option, const std::string& pattern, PatternSyntax syntax,
                              const TokenArguments& tokens, const text::TokenizerOptions& rules) {
  if (pattern.empty()) throw UsageError(fmt::format("{}: a pattern is missing", option));
  check_utf8(option, pattern);
  if (syntax == PatternSyntax::glob) return unicode::Pattern::glob(text::type_of(pattern, rules));
  const bool fold = tokens.rules.types.letter_case == unicode::Case::fold;
  return unicode::Pattern::regex(pattern, fold ? unicode::PatternCase::insensitive : unicode::PatternCase::sensitive);
}

std::string cut_of(const RowArguments& arguments, const std::vector<RowPattern>& patterns) {
  std::string cut;
  if (arguments.min_freq > 1) cut += fmt::format(" min-freq={}", arguments.min_freq);
  if (arguments.min_range > 1) cut += fmt::format(" min-range={}", arguments.min_range);
  for (const RowPattern& pattern : patterns) {
    cut += fmt::format(" {}={}", pattern.option, report::visible(pattern.value));
  }
  if (arguments.top) cut += fmt::format(" top={}", *arguments.top);
  return cut.empty() ? "none" : cut.substr(1);
}

void check_counts_format(const OutputArguments& output, const SelectionArguments& selection) {
  if (output.format != OutputFormat::counts) return;
  if (output.no_header || !output.columns.empty()) {
    throw UsageError("--format counts has its own header and columns: leave out --no-header and --columns");
  }
  if (selection.by) throw UsageError("--format counts holds one list: use --where for each group");
}

std::string list_footer(std::uint64_t shown, const ListSize& size) {
  return fmt::format("{} of {} shown, {}, {}", report::format_grouped(shown), counted(size.matching, size.unit),
                     counted(size.tokens, "token"), counted(size.documents, "document"));
}

std::string groups_footer(std::uint64_t shown, std::uint64_t matching, std::uint64_t groups) {
  return fmt::format("{} of {} shown, {}", report::format_grouped(shown), counted(matching, "row"),
                     counted(groups, "group"));
}

}  // namespace corpus::cmd
