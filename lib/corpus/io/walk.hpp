// SPDX-License-Identifier: MIT
/// \file
/// The files below a directory, in byte order of their paths (`a-b`, `a.txt`, `a/b`: a slash counts as the byte it is).
///
///     Walk walk = walk_directory("texts", filter, [](const Error& problem) { throw problem; });
///
/// Hidden files and folders are left out and symbolic links are not followed, so that a walk has no loops. One
/// directory is open at a time. Costs a readdir(3) for each entry; memory: the names.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/error.hpp"
#include "corpus/io/glob.hpp"
#include "corpus/io/inputs.hpp"

namespace corpus::io {

/// The globs of a walk, as InputOptions describes them.
class PathFilter {
 public:
  enum class Entry { file, folder };

  PathFilter(const std::vector<std::string>& include, const std::vector<std::string>& exclude);

  [[nodiscard]] bool includes(std::string_view path, Entry entry) const { return any(include_, path, entry); }
  [[nodiscard]] bool excludes(std::string_view path, Entry entry) const { return any(exclude_, path, entry); }
  [[nodiscard]] bool includes_all() const noexcept { return include_.empty(); }

  /// Of a file that a list has, of an archive's members or of what git keeps, as if a walk had come to it. What was found
  /// in a walk, the archive itself, has been matched as a whole.
  enum class Verdict { taken, hidden, unmatched };
  [[nodiscard]] Verdict judge(std::string_view path, Found archive) const;

 private:
  enum class Scope { path, last_part };
  struct Rule {
    Glob glob;
    Scope scope;
    bool folders_only;
  };

  static std::vector<Rule> rules(const std::vector<std::string>& patterns);
  static bool any(const std::vector<Rule>& rules, std::string_view path, Entry entry);

  std::vector<Rule> include_;
  std::vector<Rule> exclude_;
};

struct Walk {
  std::vector<std::string> files;  ///< each begins with the name of the directory, as it was given
  PassedOver passed_over;
};

using ReportProblem = std::function<void(const Error&)>;

/// A folder that cannot be read goes to `report`, and the walk goes on if that returns.
Walk walk_directory(const std::string& directory, const PathFilter& filter, const ReportProblem& report);

}  // namespace corpus::io
