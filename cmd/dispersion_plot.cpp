// SPDX-License-Identifier: MIT
#include "cmd/dispersion_plot.hpp"

#include <unistd.h>

#include <algorithm>

#include "cmd/result.hpp"
#include "corpus/report/output.hpp"
#include "corpus/report/terminal.hpp"

namespace corpus::cmd {

std::vector<report::BarCode> bar_codes(const FoundQueries& found, std::span<const search::Query> queries) {
  std::vector<report::BarCode> bars;
  for (std::size_t query = 0; query < queries.size(); ++query) {
    const std::vector<std::uint64_t>& positions = found.positions[query];
    auto begin = positions.begin();
    for (const TextDocument& document : found.text.documents) {
      const auto end = std::lower_bound(begin, positions.end(), document.begin + document.tokens);
      bars.push_back({.query = queries[query].text(),
                      .document = document.name,
                      .tokens = document.tokens,
                      .positions = {begin, end},
                      .begin = document.begin});
      begin = end;
    }
  }
  return bars;
}

void print_bar_codes(std::span<const report::BarCode> bars, std::size_t queries, const OutputArguments& output) {
  report::Output text{STDOUT_FILENO, "standard output"};
  const auto window = report::is_terminal(STDOUT_FILENO) ? report::terminal_width(STDOUT_FILENO) : std::nullopt;
  report::BarCodeOptions options{.query = queries > 1 ? report::QueryColumn::shown : report::QueryColumn::hidden,
                                 .header = output.no_header ? report::Header::hidden : report::Header::shown,
                                 .color = color_of(output)};
  if (window) options.width = *window;
  report::write_bar_codes(text, bars, options);
  text.close();
}

}  // namespace corpus::cmd
