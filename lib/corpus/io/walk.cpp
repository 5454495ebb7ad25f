// SPDX-License-Identifier: MIT
#include "corpus/io/walk.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>
#include <utility>

#include "corpus/io/descriptor.hpp"

namespace corpus::io {
namespace {

enum class Type { file, folder, link, special };

Type type_of_mode(mode_t mode) {
  if (S_ISREG(mode)) return Type::file;
  if (S_ISDIR(mode)) return Type::folder;
  return S_ISLNK(mode) ? Type::link : Type::special;
}

struct Entry {
  std::string name;  ///< a folder's ends with a slash: so entries sort as the paths below them do
  Type type = Type::file;
};

class Walker {
 public:
  Walker(const std::string& directory, const PathFilter& filter, const ReportProblem& report)
      : filter_(filter), report_(report), path_(directory) {
    if (!path_.ends_with('/')) path_ += '/';
    root_size_ = path_.size();
  }

  Walk walk() && {
    // The directory itself may be a link, for it was named outright.
    visit(O_DIRECTORY, filter_.includes_all());
    return std::move(walk_);
  }

 private:
  /// The folder `path_`, which ends with a slash. `included` is whether a folder around it has matched already.
  void visit(int flags, bool included) {
    std::vector<Entry> entries;
    try {
      entries = read_folder(flags);
    } catch (const Error& problem) {
      report_(problem);
      return;
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    const std::size_t size = path_.size();
    for (const Entry& entry : entries) {
      path_ += entry.name;
      take(entry.type, included);
      path_.resize(size);
    }
  }

  void take(Type type, bool included) {
    const bool is_folder = type == Type::folder;
    std::string_view below = std::string_view(path_).substr(root_size_);
    if (is_folder) below.remove_suffix(1);
    const PathFilter::Entry entry = is_folder ? PathFilter::Entry::folder : PathFilter::Entry::file;
    included = included || filter_.includes(below, entry);
    if (filter_.excludes(below, entry) || (!included && !is_folder)) {
      ++walk_.passed_over.unmatched;
    } else if (is_folder) {
      visit(O_DIRECTORY | O_NOFOLLOW, included);
    } else if (type == Type::link) {
      ++walk_.passed_over.links;
    } else if (type == Type::special) {
      ++walk_.passed_over.special;
    } else {
      walk_.files.push_back(path_);
    }
  }

  std::vector<Entry> read_folder(int flags) {
    // With the slash at its end a link would be followed whatever the flags say.
    const std::string name = path_ == "/" ? path_ : path_.substr(0, path_.size() - 1);
    Descriptor folder = open_descriptor(name, O_RDONLY | flags);
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(folder.number()), ::closedir);
    if (!stream) throw system_error(name, errno);
    const int number = folder.release();
    std::vector<Entry> entries;
    errno = 0;
    while (const dirent* next = ::readdir(stream.get())) {
      std::string entry = next->d_name;
      if (entry == "." || entry == "..") continue;
      if (entry.starts_with('.')) {
        ++walk_.passed_over.hidden;
        continue;
      }
      const std::optional<Type> type = type_of(*next, number);
      if (!type) {
        report_(system_error(path_ + entry, errno));
      } else {
        if (*type == Type::folder) entry += '/';
        entries.push_back({std::move(entry), *type});
      }
      errno = 0;
    }
    if (errno != 0) throw system_error(name, errno);
    return entries;
  }

  /// Not every file system tells the type with the name.
  static std::optional<Type> type_of(const dirent& entry, int folder) {
    switch (entry.d_type) {
      case DT_REG:
        return Type::file;
      case DT_DIR:
        return Type::folder;
      case DT_LNK:
        return Type::link;
      case DT_UNKNOWN:
        break;
      default:
        return Type::special;
    }
    struct stat status {};
    if (::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) return std::nullopt;
    return type_of_mode(status.st_mode);
  }

  const PathFilter& filter_;
  const ReportProblem& report_;
  std::string path_;
  std::size_t root_size_ = 0;
  Walk walk_;
};

/// A part of the path begins with a dot.
bool is_hidden(std::string_view name) {
  for (;;) {
    const std::string_view part = name.substr(0, name.find('/'));
    if (part.starts_with('.') && part != "." && part != "..") return true;
    if (part.size() == name.size()) return false;
    name.remove_prefix(part.size() + 1);
  }
}

}  // namespace

PathFilter::PathFilter(const std::vector<std::string>& include, const std::vector<std::string>& exclude)
    : include_(rules(include)), exclude_(rules(exclude)) {}

std::vector<PathFilter::Rule> PathFilter::rules(const std::vector<std::string>& patterns) {
  std::vector<Rule> result;
  for (std::string_view pattern : patterns) {
    const bool folders_only = pattern.size() > 1 && pattern.ends_with('/');
    if (folders_only) pattern.remove_suffix(1);
    if (pattern.starts_with("./")) pattern.remove_prefix(1);
    const bool has_slash = pattern.find('/') != std::string_view::npos;
    if (pattern.size() > 1 && pattern.starts_with('/')) pattern.remove_prefix(1);
    result.push_back({Glob(pattern), has_slash ? Scope::path : Scope::last_part, folders_only});
  }
  return result;
}

bool PathFilter::any(const std::vector<Rule>& rules, std::string_view path, Entry entry) {
  const std::string_view last = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
  return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
    if (rule.folders_only && entry == Entry::file) return false;
    return rule.glob.matches(rule.scope == Scope::path ? path : last);
  });
}

PathFilter::Verdict PathFilter::judge(std::string_view path, Found archive) const {
  if (is_hidden(path)) return Verdict::hidden;
  path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
  bool included = archive == Found::in_walk || includes_all();
  for (std::size_t end = path.find('/'); end != std::string_view::npos; end = path.find('/', end + 1)) {
    const std::string_view folder = path.substr(0, end);
    if (excludes(folder, Entry::folder)) return Verdict::unmatched;
    included = included || includes(folder, Entry::folder);
  }
  if (excludes(path, Entry::file)) return Verdict::unmatched;
  return included || includes(path, Entry::file) ? Verdict::taken : Verdict::unmatched;
}

Walk walk_directory(const std::string& directory, const PathFilter& filter, const ReportProblem& report) {
  return Walker(directory, filter, report).walk();
}

}  // namespace corpus::io
