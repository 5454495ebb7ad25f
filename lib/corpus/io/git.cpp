// SPDX-License-Identifier: MIT
#include "corpus/io/git.hpp"

#include <charconv>
#include <memory>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/io/git_blobs.hpp"
#include "corpus/io/walk.hpp"

namespace corpus::io {
namespace {

/// What git has under a name.
struct Object {
  std::string id;
  std::string kind;  ///< tree or blob; of a submodule, commit
  std::uint64_t size = 0;
};

/// Of an answer `ID KIND SIZE`; nothing of another.
std::optional<Object> parse_object(const std::string& answer) {
  const std::size_t first = answer.find(' ');
  const std::size_t second = answer.find(' ', first + 1);
  if (second == std::string::npos) return std::nullopt;
  Object object{answer.substr(0, first), answer.substr(first + 1, second - first - 1)};
  if (object.id.size() < 40 || object.id.find_first_not_of("0123456789abcdef") != std::string::npos) {
    return std::nullopt;
  }
  std::from_chars(answer.data() + second + 1, answer.data() + answer.size(), object.size);
  return object;
}

class Finder {
 public:
  Finder(const std::string& input, const GitOptions& options)
      : input_(input),
        options_(options),
        filter_(options.include, options.exclude),
        blobs_(std::make_shared<GitBlobs>(options.program)) {}

  Listing find() && {
    const Object object = resolve();
    if (object.kind == "blob") {
      listing_.sources.push_back(Source::blob(input_, object.size, Found::outright, blobs_, object.id));
    } else {
      list(object);
      if (listing_.sources.empty()) fail_without_documents();
    }
    return std::move(listing_);
  }

 private:
  [[noreturn]] void fail(std::string cause, std::string hint) const {
    throw Error{{.file = input_, .cause = std::move(cause), .hint = std::move(hint)}};
  }

  [[nodiscard]] Object resolve() const {
    const auto parts = split_git_path(input_);
    if (!parts) fail("this is no REVISION:PATH", "write it as HEAD~1:texts, or HEAD: for all files");
    if (input_.find('\n') != std::string::npos) fail("git cannot be asked for a name with a line end in it", "");
    // Asked through standard input, where nothing is taken for an option.
    GitProcess git{options_.program, {"cat-file", "--batch-check", "--follow-symlinks"}};
    git.send(parts->revision + "^{tree}\n");
    if (!parse_object(answer_of(git))) {
      fail("git knows no revision '" + parts->revision + "' here",
           "git log and git tag list them; a shallow clone holds few");
    }
    git.send(input_ + "\n");
    const auto object = parse_object(answer_of(git));
    if (!object || (object->kind != "blob" && object->kind != "tree")) {
      fail("no '" + parts->path + "' in revision " + parts->revision,
           "paths in git begin at the top of the repository, or with ./ at the current folder");
    }
    return *object;
  }

  [[noreturn]] void fail_without_documents() const {
    const std::string left_out = listing_.passed_over.summary();
    fail("no documents in this folder of the revision" + (left_out.empty() ? "" : ", only " + left_out),
         listing_.passed_over.unmatched > 0 ? "look at --include and --exclude" : "give a folder that holds texts");
  }

  /// The words of git where it ends instead.
  [[nodiscard]] std::string answer_of(GitProcess& git) const {
    try {
      return git.line();
    } catch (const Error& error) {
      fail("git: " + error.problem().cause, "");
    }
  }

  void list(const Object& tree) {
    GitProcess git{options_.program, {"ls-tree", "-r", "-z", "-l", "--full-tree", tree.id}};
    std::string buffered;
    std::vector<char> buffer(std::size_t{64} << 10);
    while (const std::size_t got = git.read(buffer)) {
      buffered.append(buffer.data(), got);
      std::size_t begin = 0;
      for (std::size_t end = 0; (end = buffered.find('\0', begin)) != std::string::npos; begin = end + 1) {
        add(std::string_view(buffered).substr(begin, end - begin));
      }
      buffered.erase(0, begin);
    }
    if (!git.succeeded()) fail("git: " + git.complaint(), "git fsck tells what is damaged");
  }

  /// `MODE KIND ID SIZE<TAB>PATH`, blanks before the size.
  void add(std::string_view entry) {
    const std::size_t tab = entry.find('\t');
    const std::string_view path = entry.substr(tab + 1);
    PassedOver& passed_over = listing_.passed_over;
    switch (filter_.judge(path, Found::outright)) {
      case PathFilter::Verdict::hidden:
        ++passed_over.hidden;
        return;
      case PathFilter::Verdict::unmatched:
        ++passed_over.unmatched;
        return;
      case PathFilter::Verdict::taken:
        break;
    }
    if (entry.starts_with("120000 ")) {
      ++passed_over.links;
    } else if (entry.starts_with("160000 ")) {
      ++passed_over.submodules;
    } else {
      add_file(entry.substr(0, tab), path);
    }
  }

  void add_file(std::string_view columns, std::string_view path) {
    const std::size_t id = columns.find(' ', columns.find(' ') + 1) + 1;
    const std::size_t id_end = columns.find(' ', id);
    const std::string_view digits = columns.substr(columns.rfind(' ') + 1);
    std::uint64_t size = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), size);
    std::string name = input_;
    if (!name.ends_with(':') && !name.ends_with('/')) name += '/';
    name += path;
    listing_.sources.push_back(
        Source::blob(std::move(name), size, Found::in_walk, blobs_, std::string(columns.substr(id, id_end - id))));
  }

  const std::string& input_;
  const GitOptions& options_;
  PathFilter filter_;
  std::shared_ptr<GitBlobs> blobs_;
  Listing listing_;
};

}  // namespace

std::optional<GitPath> split_git_path(std::string_view input) {
  int braces = 0;
  for (std::size_t i = 0; i < input.size(); ++i) {
    if (input[i] == '{') ++braces;
    if (input[i] == '}' && braces > 0) --braces;
    if (input[i] != ':' || braces > 0) continue;
    if (i == 0) return std::nullopt;
    return GitPath{std::string(input.substr(0, i)), std::string(input.substr(i + 1))};
  }
  return std::nullopt;
}

Listing find_in_git(const std::string& input, const GitOptions& options) { return Finder(input, options).find(); }

}  // namespace corpus::io
