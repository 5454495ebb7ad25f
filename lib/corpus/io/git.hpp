// SPDX-License-Identifier: MIT
/// \file
/// The files of a git revision as sources, read with git itself: nothing is checked out.
///
///     io::Listing listing = io::find_in_git("HEAD~1:texts", {.program = {.environment = environment}});
///     for (const io::Source& source : listing.sources) …   // `HEAD~1:texts/a.txt`
///
/// `REVISION:PATH` as git has it: any name of a commit or tree before the colon, a folder or file behind it, from the top
/// of the repository, or from the current folder with `./`; nothing behind it is the top. A folder is treated as a
/// directory that is walked: hidden files, symbolic links and what the globs leave out are passed over and counted, and
/// so are submodules; what a file holds is looked into when it is opened, as with a member of an archive. A link that is
/// named outright is followed within the revision.
///
/// Costs two processes of git, and one for each thread that reads. Memory: name and id of each file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/io/git_process.hpp"
#include "corpus/io/inputs.hpp"

namespace corpus::io {

struct GitOptions {
  GitProgram program = {};
  /// As InputOptions has them, for a folder.
  std::vector<std::string> include = {};
  std::vector<std::string> exclude = {};
};

struct GitPath {
  std::string revision;
  std::string path;  ///< may be empty
};

/// Taken apart at the first colon that stands outside braces, where one does and something precedes it. Whether there is
/// such a revision is not looked at; a file may be called so too.
std::optional<GitPath> split_git_path(std::string_view input);

/// Throws Error: where it is no `REVISION:PATH`, git is not there or this is no repository, there is no such revision, it
/// has no such path, or no documents are there.
Listing find_in_git(const std::string& input, const GitOptions& options);

}  // namespace corpus::io
