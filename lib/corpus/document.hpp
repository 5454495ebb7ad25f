// SPDX-License-Identifier: MIT
/// \file
/// A document: a name and a stream of bytes, and the ways to say where in it something stands.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

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

  auto operator<=>(const Place&) const = default;
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
};

struct Document {
  std::string name;  ///< as a user would cite it; bytes of any kind, escaped only when shown
  std::unique_ptr<ByteSource> bytes;
};

}  // namespace corpus
