// SPDX-License-Identifier: MIT
/// \file
/// `corpus lock`: what is known of each document, to be compared with later.
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cmd/command.hpp"
#include "cmd/counts.hpp"
#include "cmd/inputs.hpp"
#include "cmd/options.hpp"
#include "cmd/parse.hpp"
#include "cmd/record_inputs.hpp"
#include "cmd/values.hpp"
#include "corpus/compare/lock_file.hpp"
#include "corpus/count/ranking.hpp"
#include "corpus/io/hashing_source.hpp"
#include "corpus/io/string_source.hpp"
#include "corpus/report/output.hpp"

namespace corpus::cmd {
namespace {

struct Options {
  InputArguments inputs;
  TokenArguments tokens;
  std::optional<std::string> counts;
};

/// Writes the counts file. Returns its hash.
std::string write_hashed_counts(report::Output& file, const count::FrequencyList& list, const std::string& rules) {
  std::string text;
  report::Output output = report::Output::to_string(text);
  write_counts(output, {list.tokens, list.documents, rules}, list, count::by_code_point(list.types));
  output.close();
  file.write(text);
  file.close();
  io::HashingSource hash{std::make_unique<io::StringSource>(std::move(text))};
  std::vector<char> buffer(std::size_t{64} << 10);
  while (hash.read(buffer) > 0) {
  }
  return hash.sha256_hex();
}

int run(const Options& options) {
  if (options.inputs.selection.by) throw UsageError("--by: a lock has no groups: use --where for each");
  const text::TokenizerOptions rules = options.tokens.resolve(options.inputs);
  Inputs inputs{options.inputs, options.tokens};
  std::unique_ptr<report::Output> counts;
  if (options.counts) counts = inputs.create_file("the counts file", "--counts", *options.counts);

  const Recorded recorded = record_inputs(inputs, rules, root_of(options.inputs));
  compare::LockHeader header{.rules = inputs.rules_in_force(rules)};
  if (counts) {
    header.counts = {.name = std::filesystem::path(*options.counts).filename().string(),
                     .sha256 = write_hashed_counts(*counts, recorded.counts, header.rules)};
  }
  report::Output output{STDOUT_FILENO, "standard output"};
  output.write(compare::format_lock_header(header));
  for (const compare::DocumentRecord& record : recorded.documents) output.write(compare::format_lock_record(record));
  output.write(compare::lock_end);
  output.close();
  return inputs.finish();
}

}  // namespace

Action configure_lock(CLI::App& app) {
  auto options = std::make_shared<Options>();
  add_text(app, "--counts", options->counts, "FILE",
           "write the counts file of the same documents, and name it in the lock")
      ->group("Output");
  add_inputs(app, options->inputs);
  add_threads(app, options->inputs);
  add_tokens(app, options->tokens);
  add_examples(app, {{"corpus lock examples/station", "how it looks"},
                     {"corpus lock examples/station > corpus.lock && corpus diff corpus.lock examples/station-2",
                      "what is not as it was when the lock was made"}});
  return [options] { return run(*options); };
}

}  // namespace corpus::cmd
