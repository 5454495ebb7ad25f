// SPDX-License-Identifier: MIT
/// \file
/// How the documents of a side are called, so that those of two sides can be told to be the same: by their paths below
/// what was named.
///
///     record_paths({"texts/de/a.txt", "texts/b.txt"}, "texts")    // "de/a.txt", "b.txt"
///     record_paths({"old.zip!de/a.txt"}, "old.zip")               // "de/a.txt"
///     record_paths({"debates.csv!7"}, "debates.csv")              // "7"
///     record_paths({"texts/a.txt"}, "texts/a.txt")                // "a.txt"
///     record_paths({"texts/de/a.txt", "texts/en/b.txt"})          // several inputs: "de/a.txt", "en/b.txt"
///
/// With one input, a path begins below the directory, the archive or the table that it is; a file is called by the last
/// part of its name. With several, paths begin below the deepest folder that holds all documents. A folder of a
/// git revision, `HEAD~1:texts` or `HEAD:`, is as a directory.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace corpus::compare {

/// In the order of `names`, which are those of documents; `root` is the input where there is one.
std::vector<std::string> record_paths(std::span<const std::string> names,
                                      const std::optional<std::string>& root = std::nullopt);

}  // namespace corpus::compare
