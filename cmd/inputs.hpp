// SPDX-License-Identifier: MIT
/// \file
/// The documents that a command works on, in order: found, opened, unpacked, described, watched, and accounted for.
///
///     Inputs inputs{options.inputs, options.tokens};
///     inputs.each([&](Document& document) {
///       Parts parts{document, inputs};
///       while (const auto block = parts.next()) { … }
///     });
///     …                                    // print the result
///     return inputs.finish();              // the manifest, the exit code
///
/// With --keep-going a document that cannot be read to its end is reported and left out whole; to know that, it is
/// read twice.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "cmd/document_fields.hpp"
#include "cmd/in_order.hpp"
#include "cmd/manifest.hpp"
#include "cmd/options.hpp"
#include "cmd/progress.hpp"
#include "cmd/selection.hpp"
#include "corpus/document.hpp"
#include "corpus/error.hpp"
#include "corpus/io/documents.hpp"
#include "corpus/text/reader.hpp"
#include "corpus/text/unit_borders.hpp"

namespace corpus::cmd {

/// What a command wants of its inputs beyond what the user asked for.
struct InputNeeds {
  Progress::Mode progress = Progress::Mode::automatic;
  text::Turns turns = text::Turns::ignored;
  text::Attribute attribute = text::Attribute::form;  ///< of CoNLL-U, where the user asks for none
};

/// Whether the result goes to the file at `path`.
[[nodiscard]] bool is_standard_output(const std::string& path);

/// What to throw where a second reading of a document finds other words; without its name where that is not known.
[[nodiscard]] Error text_changed(const std::string& document);

/// What is wanted after something was seen.
enum class Wanted : std::uint8_t { more, next_document, nothing };

class Inputs {
 public:
  /// Finds the files, and opens the manifest: better now than after an hour. Throws UsageError and Error.
  Inputs(const InputArguments& arguments, const TokenArguments& tokens, const InputNeeds& needs = {});

  /// Calls `use` with each document that --where does not rule out by its fields alone.
  void each(const std::function<void(Document&)>& use);
  /// The same, as long as `use` wants more. With a manifest the rest is read all the same, to be hashed.
  void each_wanted(const std::function<Wanted(Document&)>& use);

  /// The same by `threads()` threads, each source by one of them: `make` is called on each, for what it uses documents
  /// with. What it hands in to the outlet is delivered in the order of the documents.
  using Use = std::function<void(Document&, Outlet&)>;
  void each_by_threads(const std::function<Use()>& make);

  /// The same once more, for what needs a second look: standard input was kept aside. Call `keep_for_second_pass`
  /// before the first.
  void each_again(const std::function<void(Document&)>& use);
  void keep_for_second_pass();

  /// A file that `option` names, for what is called `what` to the user. Throws UsageError and Error, also where it is one
  /// of the inputs or takes something else.
  [[nodiscard]] std::unique_ptr<report::Output> create_file(std::string_view what, std::string_view option,
                                                            const std::string& path) const;

  /// How documents are read, and what of them is taken.
  [[nodiscard]] const text::ReadOptions& reading() const { return reading_; }
  /// How texts are counted under `rules`, as the header of a counts file has it.
  [[nodiscard]] std::string rules_in_force(const text::TokenizerOptions& rules) const;
  /// The name of the column of --by, if there is to be one.
  [[nodiscard]] std::optional<std::string> group_column() const;
  [[nodiscard]] const Selection& selection() const { return selection_; }
  /// How many threads may work.
  [[nodiscard]] unsigned threads() const;

  /// Writes the manifest if there is to be one. Returns the exit code: 0, or 2 if something could not be read.
  int finish();

 private:
  /// What of a source can be read, where it was tried.
  struct Readable {
    bool tried = false;
    bool opens = true;
    std::vector<bool> bad = {};  ///< of its documents, those that cannot be read to their end
  };

  /// To read a document; or, where it has no name, what stands between documents, or to open their source.
  struct Attempt {
    std::optional<std::string> name;
    std::optional<Error> error;
    bool opening = false;
  };
  enum class Time : std::uint8_t { first, again };
  using UseWanted = std::function<Wanted(Document&, Outlet&)>;

  void read_all(Time time, const std::function<void(Document&)>& use);
  void read(unsigned threads, Time time, const std::function<UseWanted()>& make);
  void try_sources(unsigned threads);
  void read_source(std::size_t index, Time time, const UseWanted& use, Outlet& outlet);
  io::PassedOver read_documents(std::size_t index, const UseWanted& use, Outlet& outlet, const io::Watch& watch);
  static std::optional<Document> next(io::Documents& documents, const Readable& readable);
  void find_sources();
  void check_names();
  bool takes(const Document& document);
  std::vector<Attempt> try_source(const io::Source& source) const;
  [[nodiscard]] std::optional<Error> try_document(Document& document) const;
  void judge(std::size_t index, const std::vector<Attempt>& attempts);
  void report(const Error& error);

  const InputArguments& arguments_;
  io::DocumentOptions options_;
  Selection selection_;
  text::TypeSet lexicon_;
  text::ReadOptions reading_;
  DocumentFields fields_;
  std::vector<io::Source> sources_;  ///< those of the reference last
  std::size_t targets_ = 0;          ///< how many are not of the reference
  std::vector<Readable> readable_;   ///< by source
  io::PassedOver passed_over_;       ///< in walks, and in archives
  std::unique_ptr<report::Output> manifest_;
  std::vector<ManifestInput> read_;  ///< for the manifest
  Progress progress_;
  bool trouble_ = false;
  std::mutex mutex_;  ///< guards `selection_` where it notes what fields documents have
  std::atomic<bool> left_inputs_ = false;
};

/// The parts of a document that --where takes, in order.
class Parts {
 public:
  /// Both must outlive the parts.
  Parts(Document& document, const Inputs& inputs);

  /// The next, valid until the next call. Those between that are not taken go to `pass_over`.
  std::optional<text::Block> next(const std::function<void(const text::Block&)>& pass_over = {});

  /// The value of --by for a part; empty without --by.
  [[nodiscard]] std::string group(const text::Block& block) const;
  /// What ends a paragraph in the document.
  [[nodiscard]] text::Paragraphs paragraphs() const;
  [[nodiscard]] const text::Reader& reader() const { return reader_; }

 private:
  Document& document_;
  const Selection& selection_;
  text::ReadOptions options_;
  text::Reader reader_;
};

}  // namespace corpus::cmd
