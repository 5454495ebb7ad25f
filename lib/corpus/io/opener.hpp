// SPDX-License-Identifier: MIT
/// \file
/// What bytes hold, layer by layer: the part of documents.hpp that calls itself.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

#include "corpus/document.hpp"
#include "corpus/io/container.hpp"
#include "corpus/io/documents.hpp"
#include "corpus/io/expansion.hpp"
#include "corpus/io/peeking_source.hpp"
#include "corpus/io/source.hpp"
#include "corpus/io/walk.hpp"

namespace corpus::io {

class Kept;

/// Where bytes come from that are to be opened.
struct Where {
  std::string name;    ///< as a user would cite it
  unsigned depth = 0;  ///< containers around them
  Found found = Found::outright;
  bool in_archive = false;
  bool looked_into = true;  ///< where it is a plain file: whoever found it has looked for NUL bytes
};

/// One for each source; the streams of documents that it opens must not outlive it.
class Opener {
 public:
  Opener(const DocumentOptions& options, PassedOver& passed_over);

  /// The documents in `bytes`; none where they were passed over. `at_rest` are the same bytes, if they can be had so.
  std::unique_ptr<DocumentStream> open(Where where, std::unique_ptr<ByteSource> bytes, const Source* at_rest = nullptr);

  [[nodiscard]] const PathFilter& filter() const noexcept { return filter_; }
  [[nodiscard]] PassedOver& passed_over() noexcept { return passed_over_; }
  [[nodiscard]] const std::shared_ptr<Expansion>& expansion() const noexcept { return expansion_; }

  /// Throws Error where another document was called so. `origin` is for the message.
  void note_name(const std::string& name, std::string origin);

 private:
  std::unique_ptr<DocumentStream> open_compressed(Where where, Container format, std::unique_ptr<ByteSource> bytes);
  std::unique_ptr<DocumentStream> open_zip(Where where, std::unique_ptr<ByteSource> bytes, const Source* at_rest);
  std::unique_ptr<DocumentStream> open_leaf(Where where, std::unique_ptr<PeekingSource> bytes);
  [[nodiscard]] bool is_conllu(PeekingSource& bytes) const;
  [[nodiscard]] bool looks_binary(ByteSource& bytes) const;

  DocumentOptions options_;
  PathFilter filter_;
  PassedOver& passed_over_;
  std::shared_ptr<Expansion> expansion_;
  std::unordered_map<std::string, std::string> names_;  ///< of the documents in archives so far, and their origins
  std::unique_ptr<char[]> buffer_;
};

}  // namespace corpus::io
