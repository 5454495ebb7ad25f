// SPDX-License-Identifier: MIT
/// \file
/// The lines of a lock file, and the fields in them: the part of lock_file.hpp that knows nothing of documents.
///
///     LockLines lines{std::move(document)};
///     const LockLine line{lines.next()};
///     line.field(2);                       // what stands between the second tab and the third
///
/// Memory: one buffer, and a line of up to a megabyte.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"

namespace corpus::compare {

/// What the lines begin with that git leaves where it could not merge.
inline constexpr std::array<std::string_view, 4> merge_marks{"<<<<<<< ", "|||||||", "=======", ">>>>>>> "};

class LockLine {
 public:
  /// The line must outlive it.
  explicit LockLine(std::string_view line);

  [[nodiscard]] std::size_t size() const { return fields_.size(); }
  [[nodiscard]] std::string_view field(std::size_t at) const { return fields_[at]; }
  /// Where it begins, in code points from 1.
  [[nodiscard]] std::uint64_t column(std::size_t at) const;

 private:
  std::string_view line_;
  std::vector<std::string_view> fields_;
};

class LockLines {
 public:
  explicit LockLines(Document document) : document_(std::move(document)) {}

  /// Before the first line is read. Throws Error where a merge has left its marks there.
  bool begins_with(std::string_view front);

  /// Without its end, valid until the next call. Throws Error where there is none, it has no end or not the right one, or a
  /// merge has left it.
  std::string_view next();

  /// Throws Error where something follows.
  void expect_end();

  /// Throws Error with the place: the line that was read last.
  [[noreturn]] void fail(std::string cause, std::uint64_t column = 0,
                         std::string hint = "make lock files with corpus lock") const;

 private:
  bool read_more();
  void check_merged(std::string_view line) const;

  Document document_;
  std::string buffer_;
  std::size_t begin_ = 0;  ///< of what is not yet read in `buffer_`
  std::uint64_t line_ = 0;
};

}  // namespace corpus::compare
