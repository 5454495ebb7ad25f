// SPDX-License-Identifier: MIT
#include "cmd/inputs.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include "cmd/parse.hpp"
#include "cmd/remark.hpp"
#include "corpus/io/hashing_source.hpp"
#include "corpus/report/terminal.hpp"
#include "corpus/unicode/decode.hpp"

namespace corpus::cmd {
namespace {

std::string temporary_folder() {
  const char* const folder = std::getenv("TMPDIR");
  return folder != nullptr && *folder != '\0' ? folder : "/tmp";
}

/// Bytes that somebody else owns: a digest is asked for when the document is gone.
class Borrowed final : public ByteSource {
 public:
  explicit Borrowed(ByteSource& bytes) : bytes_(bytes) {}
  std::size_t read(std::span<char> buffer) override { return bytes_.read(buffer); }

 private:
  ByteSource& bytes_;
};

void check(const InputArguments& arguments) {
  if (!arguments.encoding.empty() && !unicode::canonical_encoding(arguments.encoding)) {
    throw UsageError(
        fmt::format("--encoding: '{}' is not known (iconv -l lists names that are usual)", arguments.encoding));
  }
}

/// Throws Error where one of the documents would be written over.
std::unique_ptr<report::Output> open_manifest(const std::string& path, const std::vector<io::Source>& sources) {
  for (const io::Source& source : sources) {
    std::error_code none;
    if (std::filesystem::equivalent(path, source.name(), none)) {
      throw Error{{.file = path,
                   .cause = "the manifest would write over this input",
                   .hint = "give another name to --manifest"}};
    }
  }
  // NOLINTNEXTLINE(modernize-make-unique): an Output does not move, so it must be made in its place
  return std::unique_ptr<report::Output>(new report::Output(report::Output::to_file(path)));
}

}  // namespace

Inputs::Inputs(const InputArguments& arguments, Progress::Mode progress)
    : arguments_(arguments), progress_(arguments.quiet ? Progress::Mode::silent : progress) {
  check(arguments);
  io::Listing listing = io::find_sources(arguments.listing());
  for (const Error& problem : listing.problems) report(problem);
  sources_ = std::move(listing.sources);
  if (arguments.manifest) manifest_ = open_manifest(*arguments.manifest, sources_);
  if (arguments.quiet) return;
  if (const std::string summary = listing.passed_over.summary(); !summary.empty()) {
    remark("passed over " + summary);
  }
  const bool reads_terminal = std::any_of(sources_.begin(), sources_.end(), [](const io::Source& source) {
    return source.is_standard_input() && report::is_terminal(STDIN_FILENO);
  });
  if (reads_terminal) remark("reading from the terminal; end with Ctrl-D");
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
    std::optional<io::HashingSource> hash;
    if (manifest_) {
      hash.emplace(std::move(document.bytes));
      document.bytes = std::make_unique<Borrowed>(*hash);
    }
    document.bytes = progress_.watch(std::move(document.bytes));
    use(document);
    if (hash) read_.push_back({source.name(), hash->size(), hash->sha256_hex()});
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
  remark(error.what());
}

int Inputs::finish() {
  if (manifest_) write_manifest(*manifest_, *arguments_.command, read_);
  return trouble_ ? 2 : 0;
}

}  // namespace corpus::cmd
