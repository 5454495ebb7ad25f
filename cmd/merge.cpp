// SPDX-License-Identifier: MIT
/// \file
/// `corpus merge`: adds counts files of disjoint documents.
#include <unistd.h>

#include "cmd/command.hpp"
#include "cmd/counts.hpp"
#include "cmd/options.hpp"
#include "corpus/count/counts_file.hpp"
#include "corpus/report/writer.hpp"

namespace corpus::cmd {
namespace {

struct Options {
  InputArguments lists;
};

int run(const Options& options) {
  std::vector<std::unique_ptr<count::CountsReader>> lists;
  for (const io::Source& source : io::find_sources(options.lists.listing()).sources) {
    lists.push_back(std::make_unique<count::CountsReader>(source.open()));
  }
  count::CountsMerger merger{std::move(lists)};
  report::Output output{STDOUT_FILENO, "standard output"};
  output.write(count::format_header(merger.header()));
  while (const auto row = merger.next()) write_counts_row(output, row->type, row->freq, row->range);
  output.close();
  return 0;
}

}  // namespace

Action configure_merge(CLI::App& app) {
  auto options = std::make_shared<Options>();
  add_sources(app, options->lists);
  add_examples(app, {{"corpus merge <(corpus freq --format counts examples/station/01-keeper.txt) "
                      "<(corpus freq --format counts examples/station/02-engineer.txt) | corpus freq --top 3",
                      "count two documents apart, add the counts, look at the sum"},
                     {"corpus merge <(corpus freq --format counts examples/station/0[12]*.txt) "
                      "<(corpus freq --format counts examples/station/0[34]*.txt) | head -n 4",
                      "the list of four documents, made in two parts"}});
  return [options] { return run(*options); };
}

}  // namespace corpus::cmd
