// SPDX-License-Identifier: MIT
#include "cmd/diff_lists.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "cmd/counts.hpp"
#include "cmd/git_inputs.hpp"
#include "corpus/compare/lock_file.hpp"
#include "corpus/count/counts_file.hpp"
#include "corpus/io/documents.hpp"
#include "corpus/io/hashing_source.hpp"
#include "corpus/io/inputs.hpp"
#include "corpus/io/lent_bytes.hpp"

namespace corpus::cmd {
namespace {

/// The list of a counts file.
compare::TypeCounts read_counts(text::Vocabulary& types, count::CountsReader reader) {
  refuse_cut_list(reader);
  compare::TypeCounts counts{.tokens = reader.header().tokens};
  while (const auto row = reader.next()) {
    const text::TypeId type = types.intern(row->type);
    if (counts.freqs.size() <= type) counts.freqs.resize(type + std::size_t{1});
    counts.freqs[type] = row->freq;
  }
  return counts;
}

/// The counts file that stands beside a lock, in the same folder or the same revision; nothing where there is none.
std::optional<io::Source> find_beside(const std::string& lock, const std::string& name) {
  std::error_code none;
  if (std::filesystem::exists(std::filesystem::symlink_status(lock, none))) {
    const std::filesystem::path path = std::filesystem::path(lock).parent_path() / name;
    if (!std::filesystem::exists(path, none)) return std::nullopt;
    return io::find_sources({.inputs = {path.string()}}).sources.at(0);
  }
  try {
    return find_inputs({.inputs = {lock.substr(0, lock.find_last_of("/:") + 1) + name}}).sources.at(0);
  } catch (const Error&) {
    return std::nullopt;  // the revision holds no such file
  }
}

/// The counts that a lock names; nothing where the file is not there.
std::optional<compare::TypeCounts> read_counts_beside(text::Vocabulary& types, const std::string& lock,
                                                      const compare::LockHeader& header) {
  if (!header.counts) return std::nullopt;
  const auto source = find_beside(lock, header.counts->name);
  if (!source) return std::nullopt;
  const auto refuse = [&](std::string cause) {
    throw Error{{.file = source->name(), .cause = std::move(cause), .hint = "make both anew: corpus lock --counts"}};
  };
  io::Documents documents{*source, io::DocumentOptions{}};
  auto document = documents.next();
  if (!document) refuse("nothing to read in this file");
  auto hashing = std::make_unique<io::HashingSource>(std::move(document->bytes));
  const io::HashingSource& hash = *hashing;
  const io::LentBytes bytes{std::move(hashing)};  // the digest is asked for when the reader is gone
  document->bytes = bytes.lend();
  count::CountsReader reader{std::move(*document)};
  if (reader.header().rules != header.rules) refuse("made under other rules than the lock " + lock);
  auto counts = read_counts(types, std::move(reader));
  if (hash.sha256_hex() != header.counts->sha256) refuse("not the counts file that the lock " + lock + " names");
  return counts;
}

}  // namespace

void check_alone(const Side& side, const std::string& name) {
  if (side.kind == FileKind::text) return;
  throw Error{{.file = name,
               .cause = fmt::format("stands beside a {}, which is a side of its own", name_of(side.kind)),
               .hint = "compare with the one or the other"}};
}

void read_list(text::Vocabulary& types, Side& side, Document document, FileKind kind) {
  const std::string name = document.name;
  check_alone(side, name);
  if (!side.records.empty()) {
    throw Error{
        {.file = name, .cause = fmt::format("a {} among texts", name_of(kind)), .hint = "--exclude leaves it out"}};
  }
  if (kind == FileKind::lock) {
    compare::Lock lock = compare::read_lock(std::move(document));
    side.kind = FileKind::lock;
    side.rules = lock.header.rules;
    side.counts = read_counts_beside(types, name, lock.header);
    side.records = std::move(lock.documents);
    for (const compare::DocumentRecord& record : side.records) side.names.push_back(record.path);
    for (const compare::DocumentRecord& record : side.records) side.tokens += record.tokens;
    return;
  }
  count::CountsReader reader{std::move(document)};
  if (reader.header().windows) {
    throw Error{{.file = name,
                 .line = 1,
                 .cause = "a list of n-grams, and here words are compared",
                 .hint = "corpus keywords --ngrams compares such lists"}};
  }
  side.kind = FileKind::counts;
  side.rules = reader.header().rules;
  side.counts = read_counts(types, std::move(reader));
  side.tokens = side.counts->tokens;
}

void check_rules(const Sides& sides) {
  const auto& [types, before, after] = sides;
  if (before.rules == after.rules) return;
  const Side& list = before.kind == FileKind::text ? after : before;
  const Side& other = &list == &before ? after : before;
  throw Error{{.file = list.name,
               .line = 1,
               .cause = fmt::format("made under other rules than {}: {}", other.name,
                                    count::difference_of_rules(list.rules, other.rules)),
               .hint = other.kind == FileKind::text ? "give the same token options here" : "make both alike"}};
}

}  // namespace corpus::cmd
