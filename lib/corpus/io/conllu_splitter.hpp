// SPDX-License-Identifier: MIT
/// \file
/// The bytes of a CoNLL-U file, one document after the other.
///
///     ConlluSplitter splitter{std::move(bytes)};
///     while (const auto head = splitter.begin())
///       while (const std::size_t size = splitter.read(buffer)) …
///
/// Where a document begins is seen only at a `# newdoc` that stands behind other comments, so these are held back until
/// the row after them is there. Linear in the bytes. Memory: 1 MiB; a comment that is longer, or that has more comments
/// behind it, is not held back any further.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"

namespace corpus::io {

/// A comment of the form `# meta::NAME = VALUE`, and its line.
struct ConlluField {
  Field field;
  std::uint64_t line = 1;
};

/// What is known of a document before its first row.
struct ConlluHead {
  bool newdoc = false;     ///< it begins with this comment …
  std::string id = {};     ///< … which gives an id, or not …
  std::uint64_t line = 1;  ///< … on this line
  std::vector<ConlluField> fields = {};
  Place start = {};
  std::uint64_t offset = 0;
};

class ConlluSplitter {
 public:
  explicit ConlluSplitter(std::unique_ptr<ByteSource> bytes) : bytes_(std::move(bytes)) {}

  /// Passes over what is left of the document at hand and begins the next one. Nothing at the end; a file has at least
  /// one document.
  std::optional<ConlluHead> begin();
  /// Of the document at hand, as ByteSource does.
  std::size_t read(std::span<char> buffer);

 private:
  struct Line {
    std::string_view text;  ///< without its line end
    std::size_t size = 0;   ///< with it
    bool whole = true;
    [[nodiscard]] bool comment() const { return text.starts_with('#'); }
  };
  struct LineStart {
    std::uint64_t offset = 0;
    std::uint64_t number = 1;
  };

  std::optional<Line> line();
  void find_line_feed();
  void pass(const Line& line);
  bool fill();
  void scan();
  std::optional<Line> line_of_head(const ConlluHead& head);
  [[nodiscard]] std::uint64_t limit() const { return comments_ ? comments_->offset : at_.offset; }

  std::unique_ptr<ByteSource> bytes_;
  std::string buffer_;
  std::uint64_t base_ = 0;             ///< offset of buffer_[0] in the file
  std::uint64_t given_ = 0;            ///< what stands before was read
  LineStart at_;                       ///< the line at hand
  std::size_t line_feed_ = 0;          ///< in `buffer_`, the next one at or after the line at hand, or its end
  std::optional<LineStart> comments_;  ///< the first of the comments right before the line at hand
  bool within_line_ = false;           ///< the line at hand has begun before
  bool next_found_ = false;            ///< the next document begins at `comments_`
  bool begun_ = false;
  bool ended_ = false;
};

}  // namespace corpus::io
