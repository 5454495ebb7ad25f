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

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cmd/manifest.hpp"
#include "cmd/options.hpp"
#include "cmd/progress.hpp"
#include "cmd/selection.hpp"
#include "corpus/document.hpp"
#include "corpus/io/documents.hpp"
#include "corpus/io/path_fields.hpp"
#include "corpus/io/side_table.hpp"
#include "corpus/text/reader.hpp"

namespace corpus::cmd {

/// What a command wants of its inputs beyond what the user asked for.
struct InputNeeds {
  Progress::Mode progress = Progress::Mode::automatic;
  text::Turns turns = text::Turns::ignored;
};

class Inputs {
 public:
  /// Finds the files, and opens the manifest: better now than after an hour. Throws UsageError and Error.
  Inputs(const InputArguments& arguments, const TokenArguments& tokens, const InputNeeds& needs = {});

  /// Calls `use` with each document that --where does not rule out by its fields alone.
  void each(const std::function<void(Document&)>& use);

  /// The same once more, for what needs a second look: standard input was kept aside. Call `keep_for_second_pass`
  /// before the first.
  void each_again(const std::function<void(Document&)>& use);
  void keep_for_second_pass();

  /// How documents are read, and what of them is taken.
  [[nodiscard]] const text::ReadOptions& reading() const { return reading_; }
  /// How texts are counted under `rules`, as the header of a counts file has it.
  [[nodiscard]] std::string rules_in_force(const text::TokenizerOptions& rules) const;
  /// The name of the column of --by, if there is to be one.
  [[nodiscard]] std::optional<std::string> group_column() const;
  [[nodiscard]] const Selection& selection() const { return selection_; }
  /// How many threads may count.
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

  io::PassedOver read_source(std::size_t index, const std::function<void(Document&)>& use, const io::Watch& watch);
  static std::optional<Document> next(io::Documents& documents, const Readable& readable);
  void describe(Document& document);
  Readable try_source(const io::Source& source);
  bool try_document(Document& document);
  void report(const Error& error);

  const InputArguments& arguments_;
  io::DocumentOptions options_;
  Selection selection_;
  text::TypeSet lexicon_;
  text::ReadOptions reading_;
  std::optional<io::PathFields> path_fields_;
  std::optional<io::SideTable> side_table_;
  std::vector<io::Source> sources_;
  std::vector<Readable> readable_;  ///< by source
  io::PassedOver passed_over_;      ///< in walks, and in archives
  std::unique_ptr<report::Output> manifest_;
  std::vector<ManifestInput> read_;  ///< for the manifest
  Progress progress_;
  bool trouble_ = false;
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
  [[nodiscard]] const text::Reader& reader() const { return reader_; }

 private:
  Document& document_;
  const Selection& selection_;
  text::ReadOptions options_;
  text::Reader reader_;
};

}  // namespace corpus::cmd
