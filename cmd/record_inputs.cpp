// SPDX-License-Identifier: MIT
#include "cmd/record_inputs.hpp"

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "cmd/counts.hpp"
#include "corpus/compare/lock_file.hpp"
#include "corpus/compare/record_paths.hpp"
#include "corpus/error.hpp"
#include "corpus/io/hashing_source.hpp"

namespace corpus::cmd {
namespace {

/// `corpus lock . > corpus.lock` has the shell make the file before the folder is read. Throws Error where it did.
void refuse_output(const std::string& document) {
  if (!is_standard_output(document)) return;
  throw Error{{.file = document,
               .cause = "the output goes to this file, which is one of the documents",
               .hint = "write it outside of the folder, or leave it out with --exclude"}};
}

/// What one thread records documents with.
class Recording {
 public:
  Recording(const Inputs& inputs, const text::TokenizerOptions& rules) : inputs_(inputs), tokenizer_(rules) {}

  compare::DocumentRecord record(Document& document) {
    recorder_.start_document();
    refuse_counts_file(document, "locks");
    auto hashing = std::make_unique<io::HashingSource>(std::move(document.bytes));
    const io::HashingSource& hash = *hashing;
    document.bytes = std::move(hashing);
    Parts parts{document, inputs_};
    while (const auto block = parts.next()) {
      tokenizer_.start(*block);
      for (auto batch = tokenizer_.next(); !batch.empty(); batch = tokenizer_.next()) recorder_.add(batch);
    }
    compare::DocumentRecord record = recorder_.finish_document();
    record.path = document.name;
    record.bytes = hash.size();
    record.sha256 = hash.sha256_hex();
    return record;
  }

  count::FrequencyList take() && { return std::move(recorder_).take(); }

 private:
  const Inputs& inputs_;
  text::Tokenizer tokenizer_;
  compare::Recorder recorder_;
};

/// Gives the documents their paths, and orders them by these.
void settle_paths(std::vector<compare::DocumentRecord>& documents, const std::optional<std::string>& root) {
  std::vector<std::string> names;
  for (compare::DocumentRecord& record : documents) names.push_back(std::move(record.path));
  std::vector<std::string> paths = compare::record_paths(names, root);
  for (std::size_t i = 0; i < documents.size(); ++i) documents[i].path = std::move(paths[i]);
  compare::sort_records(documents);
}

}  // namespace

std::optional<std::string> root_of(const InputArguments& arguments) {
  if (arguments.inputs.size() != 1 || arguments.files_from) return std::nullopt;
  return arguments.inputs.front();
}

Recorded record_inputs(Inputs& inputs, const text::TokenizerOptions& rules, const std::optional<std::string>& root) {
  Recorded recorded;
  std::mutex mutex;
  std::deque<Recording> recordings;  // one a thread
  inputs.each_by_threads([&]() -> Inputs::Use {
    const std::lock_guard lock(mutex);
    return [&, &recording = recordings.emplace_back(inputs, rules)](Document& document, Outlet& outlet) {
      refuse_output(document.name);
      const auto record = std::make_shared<compare::DocumentRecord>(recording.record(document));
      outlet.hand_in(sizeof *record, [&, record] { recorded.documents.push_back(std::move(*record)); });
    };
  });
  for (Recording& recording : recordings) {
    count::FrequencyList counts = std::move(recording).take();
    if (recorded.counts.documents == 0) {
      recorded.counts = std::move(counts);
    } else {
      recorded.counts.add(counts);
    }
  }
  settle_paths(recorded.documents, root);
  return recorded;
}

}  // namespace corpus::cmd
