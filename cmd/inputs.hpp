// SPDX-License-Identifier: MIT
/// \file
/// The documents that a command works on, in order: found, opened, watched, and accounted for.
///
///     Inputs inputs{options.inputs};
///     inputs.each([&](Document& document) { … });
///     …                                    // print the result
///     return inputs.finish();              // the manifest, the exit code
///
/// With --keep-going a document that cannot be read to its end is reported and left out whole; to know that, it is
/// read twice.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cmd/manifest.hpp"
#include "cmd/options.hpp"
#include "cmd/progress.hpp"
#include "corpus/document.hpp"
#include "corpus/io/inputs.hpp"

namespace corpus::cmd {

class Inputs {
 public:
  /// Finds the documents, and opens the manifest: better now than after an hour. Throws UsageError and Error.
  explicit Inputs(const InputArguments& arguments, Progress::Mode progress = Progress::Mode::automatic);

  /// Calls `use` with each document.
  void each(const std::function<void(Document&)>& use);

  /// The same once more, for what needs a second look: standard input was kept aside. Call `keep_for_second_pass`
  /// before the first.
  void each_again(const std::function<void(Document&)>& use);
  void keep_for_second_pass();

  /// Writes the manifest if there is to be one. Returns the exit code: 0, or 2 if something could not be read.
  int finish();

 private:
  [[nodiscard]] bool readable(const io::Source& source);
  void report(const Error& error);

  const InputArguments& arguments_;
  std::vector<io::Source> sources_;
  std::unique_ptr<report::Output> manifest_;
  std::vector<ManifestInput> read_;  ///< for the manifest
  Progress progress_;
  bool trouble_ = false;
};

}  // namespace corpus::cmd
