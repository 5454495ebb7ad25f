// SPDX-License-Identifier: MIT
/// \file
/// From what a user names (files, directories, `-`, a list of names) to the documents to read, in a fixed order.
///
///     io::Listing listing = io::find_sources({.inputs = {"texts", "extra.txt"}, .exclude = {"drafts"}});
///     for (const io::Source& source : listing.sources) count(source.open());
///
/// The order is that of the inputs; a directory stands for its files in byte order of their paths. Every document comes
/// once, everything that was left out is counted, and what cannot be read is a problem.
///
/// Costs an fstatat(2) for each file, and where files with NUL bytes are passed over, reading each file of a walk
/// once (to the first NUL byte). Memory: the names, and 32 bytes a document while looking for duplicates among
/// several inputs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/error.hpp"
#include "corpus/io/source.hpp"

namespace corpus::io {

/// What ends a name in a list of names.
enum class Separator { line, nul };
/// What a walk does with files that hold a NUL byte and do not begin with a byte order mark of UTF-16 or UTF-32.
enum class NulFiles { pass_over, keep };
enum class OnProblem { stop, collect };

struct InputOptions {
  /// Files, directories and `-`. None, and no list: standard input. What is named here is taken even if it is hidden,
  /// a symbolic link, a pipe or a device; names are bytes and need not be UTF-8.
  std::vector<std::string> inputs = {};

  /// A file of further inputs, `-` for standard input; they come after `inputs`, and are relative to the current
  /// folder. By lines: a line may end with LF or CR LF, empty lines and a UTF-8 byte order mark are ignored.
  std::optional<std::string> files_from = std::nullopt;
  Separator separator = Separator::line;

  /// Globs (see glob.hpp) for what is met in a walk. With a slash in front or within, a glob is matched against the
  /// path below the walked directory, else against the last part alone. A folder that matches stands for all that is
  /// in it; with a slash at its end a glob matches folders only. A file is taken when it matches one of `include`, or
  /// that is empty, and none of `exclude`.
  std::vector<std::string> include = {};
  std::vector<std::string> exclude = {};

  /// `keep` where the encoding is given, for then NUL bytes may be text.
  NulFiles nul_files = NulFiles::pass_over;
  OnProblem on_problem = OnProblem::stop;
};

/// What walks met and left out.
struct PassedOver {
  std::uint64_t nul_files = 0;
  std::uint64_t links = 0;       ///< symbolic links, which are followed only when they are named outright
  std::uint64_t special = 0;     ///< pipes, sockets, devices
  std::uint64_t hidden = 0;      ///< files and folders whose name begins with a dot
  std::uint64_t unmatched = 0;   ///< files and folders that the globs left out
  std::uint64_t submodules = 0;  ///< of a git revision

  PassedOver& operator+=(const PassedOver& other);
  bool operator==(const PassedOver&) const = default;

  /// `3 files with NUL bytes, 1 symbolic link`: what a user did not ask for (not the hidden and the unmatched); empty
  /// where there is nothing to say.
  [[nodiscard]] std::string summary() const;
};

struct Listing {
  std::vector<Source> sources;
  PassedOver passed_over;
  std::vector<Error> problems;  ///< of OnProblem::collect: each concerns an input or file that is not in `sources`
};

/// Throws Error at the first problem unless `on_problem` collects: an input that is not there or cannot be read, a
/// directory without documents, a document given twice (also under two names, through links). Malformed globs and an
/// unreadable list of names are thrown in any case.
Listing find_sources(const InputOptions& options);

}  // namespace corpus::io
