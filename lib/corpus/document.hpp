// SPDX-License-Identifier: MIT
/// \file
/// A document: a name, a stream of bytes, what is known about it, and the ways to say where in it something stands.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace corpus {

/// A stretch of a document, in bytes of the document as it stands before transcoding: [begin, end).
struct Span {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;

  auto operator<=>(const Span&) const = default;
};

/// A place a person can go to. Lines end with LF, CR LF or CR; columns are code points. Both count from 1.
struct Place {
  std::uint64_t line = 1;
  std::uint64_t column = 1;

  auto operator<=>(const Place&) const = default;  // NOLINT(modernize-use-nullptr): clang-tidy 14 errs here
};

/// Bytes, in order, once.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  /// Fills the front of `buffer` and returns how many bytes it took; 0 means the end. Throws Error.
  virtual std::size_t read(std::span<char> buffer) = 0;

  /// Starts again at the first byte. False, and nothing has changed, where that cannot be done: on a pipe that
  /// nobody keeps a copy of. Throws Error.
  virtual bool rewind() { return false; }

  /// There will be no rewind from here on: a copy that was kept for it can go.
  virtual void settle() {}
};

/// What is known about a document beside its text: a field of a table, a part of its path.
struct Field {
  std::string name;
  std::string value;

  auto operator<=>(const Field&) const = default;
};

/// In a fixed order, each name once.
using Metadata = std::vector<Field>;

/// How the bytes of a document are to be understood.
enum class DocumentKind : std::uint8_t {
  text,    ///< running text
  conllu,  ///< CoNLL-U: tokens one a line, with their attributes
};

struct Document {
  std::string name;  ///< as a user would cite it; bytes of any kind, escaped only when shown
  std::unique_ptr<ByteSource> bytes;
  Metadata metadata = {};
  DocumentKind kind = DocumentKind::text;
  Place start = {};          ///< of its first byte, in the file that its name tells
  std::uint64_t offset = 0;  ///< of its first byte, there
};

}  // namespace corpus
