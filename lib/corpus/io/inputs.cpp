// SPDX-License-Identifier: MIT
#include "corpus/io/inputs.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstddef>
#include <span>
#include <utility>

#include "corpus/io/container.hpp"
#include "corpus/io/descriptor.hpp"
#include "corpus/io/duplicates.hpp"
#include "corpus/io/name_list.hpp"
#include "corpus/io/near_name.hpp"
#include "corpus/io/nul_scan.hpp"
#include "corpus/io/walk.hpp"

namespace corpus::io {
namespace {

constexpr std::size_t kScanBuffer = std::size_t{256} * 1024;

std::string quoted(const std::string& name) { return "'" + name + "'"; }

std::string counted(std::uint64_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

void append_item(std::string& list, std::uint64_t count, const std::string& one, const std::string& many) {
  if (count == 0) return;
  if (!list.empty()) list += ", ";
  list += counted(count, one, many);
}

/// One that the user named.
struct Input {
  std::string name;
  std::uint64_t list_number = 0;  ///< in the list of names; 0 for one of the command line
};

class Finder {
 public:
  explicit Finder(const InputOptions& options)
      : options_(options), filter_(options.include, options.exclude), buffer_(kScanBuffer) {}

  Listing find() && {
    gather_inputs();
    for (std::size_t i = 0; i < inputs_.size(); ++i) add(i);
    // One walk cannot meet a path twice.
    if (inputs_.size() > 1) drop_duplicates();
    return std::move(listing_);
  }

 private:
  void gather_inputs() {
    for (const std::string& name : options_.inputs) inputs_.push_back({name});
    if (options_.files_from) {
      for (ListedName& entry : read_name_list(*options_.files_from, options_.separator)) {
        inputs_.push_back({std::move(entry.name), entry.number});
      }
    }
    if (inputs_.empty()) inputs_.push_back({"-"});
  }

  void report(Problem problem) {
    if (options_.on_problem == OnProblem::stop) throw Error{std::move(problem)};
    listing_.problems.emplace_back(std::move(problem));
  }

  void add(std::size_t i) {
    const std::string& name = inputs_[i].name;
    try {
      name == "-" ? add_standard_input(i) : add_named(i);
    } catch (const Error& error) {
      Problem problem = error.problem();
      if (inputs_[i].list_number != 0) problem.cause += " (" + origin(i) + ")";
      report(std::move(problem));
    }
  }

  void add_standard_input(std::size_t i) {
    if (options_.files_from == "-") {
      throw Error{{.file = "-",
                   .cause = "standard input cannot be both a document and the list of names",
                   .hint = "put one of the two into a file"}};
    }
    struct stat status {};
    if (::fstat(STDIN_FILENO, &status) != 0) (void)duplicate_standard_input();  // throws, and knows why
    keep(Source::standard_input(), status, i);
  }

  void add_named(std::size_t i) {
    const std::string& name = inputs_[i].name;
    if (name.empty() || name.find('\0') != std::string::npos) {
      throw Error{{.cause = name.empty() ? "the name of an input is empty" : "the name of an input holds a NUL byte"}};
    }
    struct stat status {};
    if (::stat(name.c_str(), &status) != 0) throw not_found(name, errno);
    if (S_ISDIR(status.st_mode)) {
      add_directory(i);
      return;
    }
    // Better now than after an hour of counting.
    if (::faccessat(AT_FDCWD, name.c_str(), R_OK, AT_EACCESS) != 0) throw system_error(name, errno);
    keep(
        S_ISREG(status.st_mode) ? Source::file(name, static_cast<std::uint64_t>(status.st_size)) : Source::stream(name),
        status, i);
  }

  void add_directory(std::size_t i) {
    const std::size_t sources_before = listing_.sources.size();
    const std::size_t problems_before = listing_.problems.size();
    Walk walk = walk_directory(inputs_[i].name, filter_, [&](const Error& error) { report(error.problem()); });
    for (std::string& file : walk.files) {
      try {
        add_walked(std::move(file), i, walk.passed_over);
      } catch (const Error& error) {
        report(error.problem());
      }
    }
    listing_.passed_over += walk.passed_over;
    const bool something = listing_.sources.size() > sources_before || listing_.problems.size() > problems_before;
    if (!something) throw no_documents(inputs_[i].name, walk.passed_over);
  }

  void add_walked(std::string file, std::size_t i, PassedOver& passed_over) {
    struct stat status {};
    if (options_.nul_files == NulFiles::keep) {
      if (::fstatat(AT_FDCWD, file.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) throw system_error(file, errno);
    } else {
      // O_NONBLOCK: what was a file a moment ago may be a pipe by now.
      const Descriptor open_file = open_descriptor(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
      if (::fstat(open_file.number(), &status) != 0) throw system_error(file, errno);
      if (S_ISREG(status.st_mode) && !is_container(open_file, file) &&
          holds_nul(open_file, static_cast<std::uint64_t>(status.st_size), buffer_, file)) {
        ++passed_over.nul_files;
        return;
      }
    }
    if (!S_ISREG(status.st_mode)) {
      ++passed_over.special;
      return;
    }
    keep(Source::file(std::move(file), static_cast<std::uint64_t>(status.st_size), Found::in_walk), status, i);
  }

  /// One is looked into when it is read.
  bool is_container(const Descriptor& open_file, const std::string& file) {
    const std::size_t size = read_some_at(open_file, 0, std::span(buffer_).first(container_front), file);
    return container_of({buffer_.data(), size}) != Container::none;
  }

  void keep(Source source, const struct stat& status, std::size_t i) {
    if (inputs_.size() > 1) identities_.push_back({status.st_dev, status.st_ino, listing_.sources.size(), i});
    listing_.sources.push_back(std::move(source));
  }

  static Error not_found(const std::string& name, int error_number) {
    Problem problem = system_error(name, error_number).problem();
    if (error_number == ENOENT) {
      char target[PATH_MAX];
      const ssize_t length = ::readlink(name.c_str(), target, sizeof target);
      if (length >= 0) {
        problem.cause =
            "a symbolic link to " + quoted({target, static_cast<std::size_t>(length)}) + ", which does not exist";
      } else if (const auto near = near_name(name)) {
        problem.hint = "did you mean " + quoted(*near) + "?";
      }
    }
    return Error{std::move(problem)};
  }

  static Error no_documents(const std::string& directory, const PassedOver& passed_over) {
    std::string left_out = passed_over.summary();
    append_item(left_out, passed_over.hidden, "hidden entry", "hidden entries");
    append_item(left_out, passed_over.unmatched, "entry the globs left out", "entries the globs left out");
    std::string hint = "give a directory that holds texts";
    if (passed_over.unmatched > 0) {
      hint = "look at --include and --exclude";
    } else if (passed_over.nul_files > 0) {
      hint = "--encoding utf-16, if that is what they are";
    } else if (passed_over.links + passed_over.hidden > 0) {
      hint = "name hidden files and links outright";
    }
    return Error{{.file = directory,
                  .cause = "no documents in this directory" + (left_out.empty() ? "" : ", only " + left_out),
                  .hint = hint}};
  }

  std::string origin(std::size_t i) const {
    if (inputs_[i].list_number == 0) return "named outright";
    const bool lines = options_.separator == Separator::line;
    return "listed in " + quoted(*options_.files_from) + (lines ? ", line " : ", name ") +
           std::to_string(inputs_[i].list_number);
  }

  /// `'texts/a.txt' (in 'texts')`
  std::string citation(const Identity& identity) const {
    const std::string& name = listing_.sources[identity.source].name();
    const Input& input = inputs_[identity.input];
    if (name == input.name) return quoted(name) + " (" + origin(identity.input) + ")";
    return quoted(name) + " (in " + quoted(input.name) + (input.list_number != 0 ? ", " + origin(identity.input) : "") +
           ")";
  }

  void drop_duplicates() {
    const std::vector<Duplicate> duplicates = find_duplicates(std::move(identities_), listing_.sources);
    if (duplicates.empty()) return;
    std::vector<bool> dropped(listing_.sources.size(), false);
    for (const auto& [first, second] : duplicates) {
      report({.file = listing_.sources[second.source].name(),
              .cause = "a document given twice, as " + citation(first) + " and as " + citation(second),
              .hint = "give each document once"});
      dropped[second.source] = true;
    }
    std::vector<Source> kept;
    for (std::size_t i = 0; i < dropped.size(); ++i) {
      if (!dropped[i]) kept.push_back(std::move(listing_.sources[i]));
    }
    listing_.sources = std::move(kept);
  }

  const InputOptions& options_;
  PathFilter filter_;
  std::vector<char> buffer_;
  std::vector<Input> inputs_;
  std::vector<Identity> identities_;
  Listing listing_;
};

}  // namespace

PassedOver& PassedOver::operator+=(const PassedOver& other) {
  nul_files += other.nul_files;
  links += other.links;
  special += other.special;
  hidden += other.hidden;
  unmatched += other.unmatched;
  submodules += other.submodules;
  return *this;
}

std::string PassedOver::summary() const {
  std::string list;
  append_item(list, nul_files, "file with NUL bytes", "files with NUL bytes");
  append_item(list, links, "symbolic link", "symbolic links");
  append_item(list, special, "pipe, socket or device", "pipes, sockets or devices");
  append_item(list, submodules, "submodule", "submodules");
  return list;
}

Listing find_sources(const InputOptions& options) { return Finder(options).find(); }

}  // namespace corpus::io
