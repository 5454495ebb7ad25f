// SPDX-License-Identifier: MIT
#include "cmd/inputs.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <thread>

#include "cmd/git_inputs.hpp"
#include "cmd/input_reading.hpp"
#include "cmd/parse.hpp"
#include "cmd/remark.hpp"
#include "cmd/temporary_folder.hpp"
#include "corpus/count/counts_file.hpp"
#include "corpus/io/hashing_source.hpp"
#include "corpus/io/lent_bytes.hpp"
#include "corpus/report/terminal.hpp"

namespace corpus::cmd {
namespace {

/// Bytes of a source that may become unwanted while they are read.
class WantedBytes final : public ByteSource {
 public:
  WantedBytes(std::unique_ptr<ByteSource> bytes, const Outlet& outlet) : bytes_(std::move(bytes)), outlet_(outlet) {}
  std::size_t read(std::span<char> buffer) override {
    outlet_.check();
    return bytes_->read(buffer);
  }
  bool rewind() override { return bytes_->rewind(); }
  void settle() override { bytes_->settle(); }

 private:
  std::unique_ptr<ByteSource> bytes_;
  const Outlet& outlet_;
};

}  // namespace

bool is_standard_output(const std::string& path) {
  struct stat file {};
  struct stat output {};
  return ::stat(path.c_str(), &file) == 0 && S_ISREG(file.st_mode) && ::fstat(STDOUT_FILENO, &output) == 0 &&
         file.st_dev == output.st_dev && file.st_ino == output.st_ino;
}

Error text_changed(const std::string& document) {
  return Error{{.file = document, .cause = "the text changed while it was counted", .hint = "run the command again"}};
}

Inputs::Inputs(const InputArguments& arguments, const TokenArguments& tokens, const InputNeeds& needs)
    : arguments_(arguments),
      options_(arguments.documents()),
      selection_(arguments.selection),
      fields_(arguments),
      progress_(arguments.quiet ? Progress::Mode::silent : needs.progress) {
  options_.temporary_folder = temporary_folder();
  reading_ = reading_options(arguments, tokens, needs);
  check_turns(arguments.reading, reading_, selection_);
  if (arguments.reading.lexicon) {
    lexicon_ = read_lexicon(*arguments.reading.lexicon);
    reading_.layout.lexicon = &lexicon_;
  }

  find_sources();
  if (arguments.manifest) manifest_ = create_file("the manifest", "--manifest", *arguments.manifest);
  const bool reads_terminal = std::any_of(sources_.begin(), sources_.end(), [](const io::Source& source) {
    return source.is_standard_input() && report::is_terminal(STDIN_FILENO);
  });
  if (reads_terminal && !arguments.quiet) remark("reading from the terminal; end with Ctrl-D");
}

void Inputs::find_sources() {
  const auto add = [this](io::Listing listing) {
    for (const Error& problem : listing.problems) report(problem);
    for (io::Source& source : listing.sources) sources_.push_back(std::move(source));
    passed_over_ += listing.passed_over;
  };
  add(find_inputs(arguments_.listing()));
  targets_ = sources_.size();
  if (!arguments_.reference.empty()) add(find_inputs(arguments_.reference_listing()));
  readable_.resize(sources_.size());
}

std::unique_ptr<report::Output> Inputs::create_file(std::string_view what, std::string_view option,
                                                    const std::string& path) const {
  if (path == "-") {
    throw UsageError(fmt::format("{}: name a file, for standard output is for the result", option));
  }
  const bool twice = arguments_.manifest && option != "--manifest" && path == *arguments_.manifest;
  if (twice || is_standard_output(path)) {
    throw Error{{.file = path,
                 .cause = fmt::format("{} would be mixed with {}", what, twice ? "the manifest" : "the result"),
                 .hint = fmt::format("give another name to {}", option)}};
  }
  for (const io::Source& source : sources_) {
    std::error_code none;
    if (std::filesystem::equivalent(path, source.name(), none)) {
      throw Error{{.file = path,
                   .cause = fmt::format("{} would write over this input", what),
                   .hint = fmt::format("give another name to {}", option)}};
    }
  }
  // NOLINTNEXTLINE(modernize-make-unique): an Output does not move, so it must be made in its place
  return std::unique_ptr<report::Output>(new report::Output(report::Output::to_file(path)));
}

void Inputs::keep_for_second_pass() {
  for (io::Source& source : sources_) source = io::spool(source, temporary_folder());
}

void Inputs::each(const std::function<void(Document&)>& use) { read_all(Time::first, use); }

void Inputs::each_again(const std::function<void(Document&)>& use) { read_all(Time::again, use); }

void Inputs::each_wanted(const std::function<Wanted(Document&)>& use) {
  read(1, Time::first, [&] { return [&](Document& document, Outlet& /*outlet*/) { return use(document); }; });
}

void Inputs::each_by_threads(const std::function<Use()>& make) {
  read(threads(), Time::first, [&] {
    return [use = make()](Document& document, Outlet& outlet) {
      use(document, outlet);
      return Wanted::more;
    };
  });
}

void Inputs::read_all(Time time, const std::function<void(Document&)>& use) {
  read(1, time, [&] {
    return [&](Document& document, Outlet& /*outlet*/) {
      use(document);
      return Wanted::more;
    };
  });
}

void Inputs::read(unsigned threads, Time time, const std::function<UseWanted()>& make) {
  if (arguments_.keep_going && time == Time::first) {
    keep_for_second_pass();
    try_sources(threads);
  }
  do_in_order(sources_.size(), threads, [&] {
    return [&, use = make()](std::size_t index, Outlet& outlet) { read_source(index, time, use, outlet); };
  });
  progress_.clear();
  if (time == Time::again) return;
  if (!left_inputs_) check_names();
  if (const std::string summary = passed_over_.summary(); !summary.empty() && !arguments_.quiet) {
    remark("passed over " + summary);
  }
}

/// Throws Error where something that was named is nowhere, which is known when all was read.
void Inputs::check_names() {
  fields_.check_claimed();
  selection_.check_names();
}

/// The next document. Trouble between documents was reported when the source was tried.
std::optional<Document> Inputs::next(io::Documents& documents, const Readable& readable) {
  while (true) {
    try {
      return documents.next();
    } catch (const Error&) {
      if (!readable.tried) throw;
    }
  }
}

void Inputs::read_source(std::size_t index, Time time, const UseWanted& use, Outlet& outlet) {
  const bool hashed = manifest_ && time == Time::first;
  if (left_inputs_ && !hashed) return;
  const io::Source& source = sources_[index];
  if (!source.reopenable()) outlet.await_turn();
  std::optional<io::LentBytes> lent;  // the digest is asked for when the documents are gone
  const io::HashingSource* hash = nullptr;
  const auto watch = [&](std::unique_ptr<ByteSource> bytes) -> std::unique_ptr<ByteSource> {
    if (hashed) {
      auto hashing = std::make_unique<io::HashingSource>(std::move(bytes));
      hash = hashing.get();
      bytes = lent.emplace(std::move(hashing)).lend();
    }
    return std::make_unique<WantedBytes>(progress_.watch(std::move(bytes)), outlet);
  };
  const io::PassedOver passed_over = read_documents(index, use, outlet, watch);
  if (time == Time::again || (hash == nullptr && passed_over == io::PassedOver{})) return;
  std::optional<ManifestInput> input;
  if (hash != nullptr) input = {source.name(), hash->size(), hash->sha256_hex()};
  outlet.hand_in(0, [this, passed_over, input] {
    passed_over_ += passed_over;
    if (input) read_.push_back(*input);
  });
}

/// What was left out in an archive is handed back.
io::PassedOver Inputs::read_documents(std::size_t index, const UseWanted& use, Outlet& outlet, const io::Watch& watch) {
  const Readable& readable = readable_[index];
  if (!readable.opens) return {};
  io::Documents documents{sources_[index], options_, watch};
  for (std::size_t i = 0;; ++i) {
    auto document = next(documents, readable);
    if (!document) break;
    if (i < readable.bad.size() && readable.bad[i]) continue;
    if (left_inputs_) continue;
    fields_.add_to(*document);
    if (!arguments_.reference.empty()) {
      document->metadata.push_back(
          {std::string(side_field), std::string(index < targets_ ? target_side : reference_side)});
    }
    check_attribute(*document, reading_.attribute);
    if (fields_.has_table()) outlet.hand_in(0, [this, name = document->name] { fields_.claim(name); });
    const Wanted wanted = takes(*document) ? use(*document, outlet) : Wanted::more;
    if (wanted == Wanted::nothing) left_inputs_ = true;
    // Of a file that is one document, nothing follows; of an archive something may.
    const bool nothing_more = left_inputs_ || (wanted != Wanted::more && document->name == sources_[index].name());
    if (nothing_more && !manifest_) break;
  }
  return documents.passed_over();
}

bool Inputs::takes(const Document& document) {
  const std::lock_guard lock(mutex_);
  return selection_.takes(document);
}

/// Reads all to see what can be read.
void Inputs::try_sources(unsigned threads) {
  do_in_order(sources_.size(), threads, [&] {
    return [&](std::size_t index, Outlet& outlet) {
      outlet.hand_in(0, [this, index, attempts = try_source(sources_[index])] { judge(index, attempts); });
    };
  });
}

std::vector<Inputs::Attempt> Inputs::try_source(const io::Source& source) const {
  std::vector<Attempt> attempts;
  std::optional<io::Documents> documents;
  try {
    documents.emplace(source, options_);
  } catch (const Error& error) {
    return {{.name = {}, .error = error, .opening = true}};
  }
  while (true) {
    try {
      auto document = documents->next();
      if (!document) return attempts;
      auto error = try_document(*document);
      attempts.push_back({.name = document->name, .error = std::move(error)});
    } catch (const Error& error) {
      attempts.push_back({.name = {}, .error = error});
    }
  }
}

/// What kept it from being read to its end.
std::optional<Error> Inputs::try_document(Document& document) const {
  try {
    fields_.add_to(document);
    check_attribute(document, reading_.attribute);
    text::Reader reader{document, selection_.reading(document, reading_)};
    while (reader.next()) {
    }
    return std::nullopt;
  } catch (const Error& error) {
    return error;
  }
}

/// Reports what cannot be read of a source, and notes it.
void Inputs::judge(std::size_t index, const std::vector<Attempt>& attempts) {
  Readable& readable = readable_[index];
  readable.tried = true;
  for (const Attempt& attempt : attempts) {
    std::optional<Error> error = attempt.error;
    if (attempt.name && fields_.has_table()) {
      try {
        fields_.claim(*attempt.name);
      } catch (const Error& contradiction) {
        error = contradiction;
      }
    }
    if (error) report(*error);
    if (attempt.opening) readable.opens = false;
    if (attempt.name) {
      readable.bad.push_back(error.has_value());
    } else if (!attempt.opening && error->problem().line > 0) {
      remark(error->problem().file + ": what follows that place is left out");
    }
  }
}

void Inputs::report(const Error& error) {
  trouble_ = true;
  progress_.clear();
  remark(error.what());
}

std::string Inputs::rules_in_force(const text::TokenizerOptions& rules) const {
  text::ReadOptions reading = reading_;
  if (selection_.needs_turns()) reading.turns = text::Turns::without_labels;
  return count::rules_of(rules, reading);
}

std::optional<std::string> Inputs::group_column() const {
  if (!selection_.grouped()) return std::nullopt;
  return selection_.group_name();
}

unsigned Inputs::threads() const {
  return arguments_.threads ? static_cast<unsigned>(*arguments_.threads) : std::thread::hardware_concurrency();
}

int Inputs::finish() {
  if (manifest_) write_manifest(*manifest_, *arguments_.command, read_);
  return trouble_ ? 2 : 0;
}

Parts::Parts(Document& document, const Inputs& inputs)
    : document_(document),
      selection_(inputs.selection()),
      options_(selection_.reading(document, inputs.reading())),
      reader_(document, options_) {}

std::optional<text::Block> Parts::next(const std::function<void(const text::Block&)>& pass_over) {
  while (auto block = reader_.next()) {
    if (selection_.takes(document_, *block)) return block;
    if (pass_over) pass_over(*block);
  }
  return std::nullopt;
}

text::Paragraphs Parts::paragraphs() const {
  const bool line_ends = document_.kind == DocumentKind::conllu || reader_.layout() == text::Layout::wrapped;
  return line_ends ? text::Paragraphs::line_ends : text::Paragraphs::blank_lines;
}

std::string Parts::group(const text::Block& block) const { return selection_.group(document_, block); }

}  // namespace corpus::cmd
