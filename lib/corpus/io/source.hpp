// SPDX-License-Identifier: MIT
/// \file
/// Where a document comes from: a file, a pipe or device, standard input, or git. Listing sources opens none of them.
///
///     for (const io::Source& source : io::find_sources(options).sources) {
///       Document document = source.open();
///       ...
///     }
///
/// Files are read with read(2), never mapped: one that shrinks while it is read simply ends. Reading copies nothing
/// twice: the bytes go straight into the caller's buffer. A source costs its name and 32 bytes. What is in an archive or
/// a table, documents.hpp tells.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "corpus/document.hpp"

namespace corpus::io {

class GitBlobs;
class Kept;

/// How a source was come by.
enum class Found : std::uint8_t { outright, in_walk };

class Source {
 public:
  /// A regular file, which can be opened as often as wanted.
  static Source file(std::string name, std::uint64_t size, Found found = Found::outright);
  /// A pipe or a device, which is read once: process substitution, /dev/stdin, a terminal.
  static Source stream(std::string name);
  /// Read once; its name is `-`.
  static Source standard_input();
  /// A file that git keeps under that id, which can be opened as often as wanted.
  static Source blob(std::string name, std::uint64_t size, Found found, std::shared_ptr<GitBlobs> blobs,
                     std::string id);

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  /// In bytes, as it was when the source was found; nothing for a stream.
  [[nodiscard]] std::optional<std::uint64_t> size() const noexcept;
  [[nodiscard]] bool is_standard_input() const noexcept;
  [[nodiscard]] bool reopenable() const noexcept;
  [[nodiscard]] Found found() const noexcept { return found_; }
  /// Whether finding it has looked for NUL bytes, which are passed over in a walk.
  [[nodiscard]] bool looked_into() const noexcept { return !is_blob(); }

  /// A fresh reading, from the first byte. Threads may open the same source. Throws Error where it cannot be opened,
  /// and where a stream is opened for the second time.
  [[nodiscard]] Document open() const;

  /// To read it here and there; nothing where it is not a file. Throws Error where it cannot be opened.
  [[nodiscard]] std::shared_ptr<const Kept> at_rest() const;

 private:
  struct Stream;
  [[nodiscard]] bool is_blob() const noexcept;
  friend Source spool(const Source& source, const std::string& folder);

  Source(std::string name, std::uint64_t size, std::shared_ptr<Stream> stream);

  std::string name_;
  std::uint64_t size_ = 0;
  Found found_ = Found::outright;
  std::shared_ptr<Stream> stream_;  ///< none for a file; copies of a source share it
};

/// The same document, made fit to be opened more than once. A stream is read to its end here, into an unlinked file in
/// `folder` (which leaves nothing behind however the program ends); standard input that is a file is used as it
/// stands; what is reopenable already is handed back. Costs one copy on disk. A full disk is an Error naming `folder`.
Source spool(const Source& source, const std::string& folder);

}  // namespace corpus::io
