// SPDX-License-Identifier: MIT
/// \file
/// The lock file: how a corpus was tokenized, and one line a document, sorted by path.
///
///     #corpus-lock 1 <TAB> tokenizer=word@1 <TAB> case=fold … <TAB> shingles=3 <TAB> signature=minhash128x16
///     path <TAB> bytes <TAB> sha256 <TAB> tokens <TAB> types <TAB> words <TAB> signature
///     a.txt <TAB> 11 <TAB> 64 digits <TAB> 2 <TAB> 2 <TAB> 16 digits <TAB> 512 digits
///     #end
///
/// Nothing in it sums over documents, so that git merges what two people did to different documents. The one exception is
/// wanted: `counts=NAME` and `counts-sha256=` at the end of the first line name the counts file that was written from the
/// same reading; where both sides changed that, it has to be made anew. Paths ascend by their bytes; a tab, line end or
/// backslash in one is written \t, \n, \r, \\.
///
/// Reading checks all that can be checked, and names line and column of what is wrong; that a file was cut short is told
/// by its last line. Memory: the records.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/compare/record.hpp"
#include "corpus/document.hpp"

namespace corpus::compare {

/// What the first line of every lock file begins with.
inline constexpr std::string_view lock_mark = "#corpus-lock ";
/// Its last line.
inline constexpr std::string_view lock_end = "#end\n";

/// The counts file that belongs to a lock.
struct CountsReference {
  std::string name;    ///< the last part: it stands beside the lock
  std::string sha256;  ///< 64 hexadecimal digits

  bool operator==(const CountsReference&) const = default;
};

struct LockHeader {
  std::string rules;  ///< as count::rules_of has it
  std::optional<CountsReference> counts = std::nullopt;

  bool operator==(const LockHeader&) const = default;
};

struct Lock {
  LockHeader header;
  std::vector<DocumentRecord> documents;  ///< by path
};

/// The first two lines.
std::string format_lock_header(const LockHeader& header);
/// One line.
std::string format_lock_record(const DocumentRecord& record);

/// Orders by path. Throws Error where two records have the same.
void sort_records(std::vector<DocumentRecord>& records);

/// Whether a file that begins so is meant to be a lock file: one that a merge has left its marks in too.
bool begins_lock(std::string_view front);
/// So many bytes tell.
inline constexpr std::size_t lock_front = 512;

/// Throws Error with file, line and column: where it is malformed, of a newer version, made by another tokenizer, or left
/// with the marks of a merge.
Lock read_lock(Document document);

}  // namespace corpus::compare
