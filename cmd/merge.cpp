// SPDX-License-Identifier: MIT
/// \file
/// `corpus merge`: adds counts files of disjoint documents.
#include <unistd.h>

#include <deque>

#include "cmd/command.hpp"
#include "cmd/counts.hpp"
#include "cmd/options.hpp"
#include "corpus/count/counts_file.hpp"
#include "corpus/error.hpp"
#include "corpus/io/documents.hpp"
#include "corpus/report/writer.hpp"

namespace corpus::cmd {
namespace {

struct Options {
  InputArguments lists;
};

/// The list in a file, which may be compressed. Throws Error where it is one of an archive: those come one after the
/// other, and are wanted side by side.
std::unique_ptr<count::CountsReader> open_list(io::Documents& documents, const io::Source& source) {
  auto document = documents.next();
  if (!document) throw Error{{.file = source.name(), .line = 1, .cause = "not a counts file"}};
  if (document->name != source.name()) {
    throw Error{{.file = source.name(),
                 .cause = "counts files in an archive cannot be merged",
                 .hint = "unpack it, or count its lists together: corpus freq --format counts"}};
  }
  return std::make_unique<count::CountsReader>(std::move(*document));
}

int run(const Options& options) {
  std::deque<io::Documents> files;  // outlive the lists
  std::vector<std::unique_ptr<count::CountsReader>> lists;
  for (const io::Source& source : io::find_sources(options.lists.listing()).sources) {
    lists.push_back(open_list(files.emplace_back(source, io::DocumentOptions{}), source));
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
