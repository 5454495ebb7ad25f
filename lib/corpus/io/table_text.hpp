// SPDX-License-Identifier: MIT
/// \file
/// The bytes of a table as text: decoded, checked, and followed line by line.
///
///     TableText text{"a.csv", std::move(bytes), {.encoding = "windows-1252"}};
///     while (const auto piece = text.next()) parse(*piece);
///
/// Memory: a piece of some 64 KiB; of TableLines, the longest line besides.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/error.hpp"
#include "corpus/unicode/decode.hpp"

namespace corpus::io {

struct TableTextOptions {
  std::string encoding = {};  ///< none: UTF-8, or what a byte order mark says
  unicode::OnInvalid invalid = unicode::OnInvalid::stop;
};

class TableText {
 public:
  TableText(std::string name, std::unique_ptr<ByteSource> bytes, const TableTextOptions& options);

  /// The next stretch, never empty, valid until the next call; nothing at the end. Throws Error where the encoding is
  /// not known, and, when all that stands before was given, at what is ill-formed and at a NUL.
  std::optional<std::string_view> next();

  /// Some 64 KiB at the beginning, or all there is before the end or a fault. Only before the first `next`.
  std::string_view front();

  [[nodiscard]] const std::string& name() const { return name_; }
  /// Where `part`, the beginning of the piece that was given last, ends.
  [[nodiscard]] Place place_after(std::string_view part) const;

 private:
  void open();
  void read_more();
  void accept(unicode::Piece piece);
  void fail(std::string cause, std::string hint);

  std::string name_;
  std::unique_ptr<ByteSource> bytes_;
  TableTextOptions options_;
  std::string encoding_;
  std::optional<unicode::Decoder> decoder_;
  std::vector<char> raw_;
  std::string text_;           ///< decoded
  std::size_t given_ = 0;      ///< of it, in the last piece
  Place place_;                ///< of text_[0]
  bool after_return_ = false;  ///< text_[0] comes after a CR
  bool ended_ = false;
  std::optional<Problem> problem_;  ///< stands after `text_`
};

/// A line, without what ends it.
struct TableLine {
  std::string_view text;
  std::uint64_t number = 0;  ///< from 1
};

/// The lines of a table. They end with LF, CR LF or CR.
class TableLines {
 public:
  TableLines(TableText text, std::size_t longest) : text_(std::move(text)), longest_(longest) {}

  /// The next line, empty ones too, valid until the next call; nothing at the end. Throws Error: what TableText
  /// throws (what stands before it in its line is not given), and at a line of more than `longest` bytes.
  std::optional<TableLine> next();

  /// This many bytes after a line can be read, though they mean nothing.
  static constexpr std::size_t padding = 64;

  [[nodiscard]] const std::string& name() const { return text_.name(); }

 private:
  bool read_more();

  TableText text_;
  std::size_t longest_;
  std::string lines_;
  std::size_t begin_ = 0;         ///< of the next line, in `lines_`
  std::size_t searched_ = 0;      ///< before this no line ends
  std::uint64_t number_ = 0;      ///< of the last line
  bool feed_may_follow_ = false;  ///< the last line ended with a CR, and nothing more is known
};

}  // namespace corpus::io
