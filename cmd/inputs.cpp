// SPDX-License-Identifier: MIT
#include "cmd/inputs.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "corpus/io/hashing_source.hpp"
#include "corpus/report/safety.hpp"
#include "corpus/report/terminal.hpp"

namespace corpus::cmd {
namespace {

std::string temporary_folder() {
  const char* const folder = std::getenv("TMPDIR");
  return folder != nullptr && *folder != '\0' ? folder : "/tmp";
}

}  // namespace

Inputs::Inputs(const InputArguments& arguments)
    : arguments_(arguments), progress_(arguments.quiet ? Progress::Mode::silent : Progress::Mode::automatic) {
  io::Listing listing = io::find_sources(arguments.listing());
  for (const Error& problem : listing.problems) report(problem);
  sources_ = std::move(listing.sources);
  if (arguments.quiet) return;
  if (const std::string summary = listing.passed_over.summary(); !summary.empty()) {
    fmt::print(stderr, "corpus: passed over {}\n", summary);
  }
  const bool reads_terminal = std::any_of(sources_.begin(), sources_.end(), [](const io::Source& source) {
    return source.is_standard_input() && report::is_terminal(STDIN_FILENO);
  });
  if (reads_terminal) fmt::print(stderr, "corpus: reading from the terminal; end with Ctrl-D\n");
}

void Inputs::keep_for_second_pass() {
  for (io::Source& source : sources_) source = io::spool(source, temporary_folder());
}

void Inputs::each(const std::function<void(Document&)>& use) {
  if (arguments_.keep_going) {
    keep_for_second_pass();
    std::erase_if(sources_, [&](const io::Source& source) { return !readable(source); });
  }
  for (const io::Source& source : sources_) {
    Document document = source.open();
    const io::HashingSource* hash = nullptr;
    if (arguments_.manifest) {
      auto hashing = std::make_unique<io::HashingSource>(std::move(document.bytes));
      hash = hashing.get();
      document.bytes = std::move(hashing);
    }
    document.bytes = progress_.watch(std::move(document.bytes));
    use(document);
    if (hash != nullptr) read_.push_back({document.name, hash->size(), hash->sha256_hex()});
  }
  progress_.clear();
}

void Inputs::each_again(const std::function<void(Document&)>& use) {
  for (const io::Source& source : sources_) {
    Document document = source.open();
    document.bytes = progress_.watch(std::move(document.bytes));
    use(document);
  }
  progress_.clear();
}

bool Inputs::readable(const io::Source& source) {
  try {
    Document document = source.open();
    text::BlockReader reader{document, arguments_.reading()};
    while (reader.next()) {
    }
    return true;
  } catch (const Error& error) {
    report(error);
    return false;
  }
}

void Inputs::report(const Error& error) {
  trouble_ = true;
  progress_.clear();
  fmt::print(stderr, "corpus: {}\n", report::visible(error.what()));
}

int Inputs::finish() {
  if (arguments_.manifest) write_manifest(*arguments_.manifest, *arguments_.command, read_);
  return trouble_ ? 2 : 0;
}

}  // namespace corpus::cmd
